"""The addresses of the confidential file."""

from django.urls import path

from vlechtwerk.dossier import aside_views, document_views, item_views, views, views_search

FILE = "trajecten/<uuid:id>/luik/"
ITEM = f"{FILE}<uuid:item>/"

urlpatterns = [
    path("neerslagen/zoeken/", views_search.note_search, name="note_search"),
    path(FILE, views.notes, name="dossier"),
    path(f"{FILE}schrijven/", views.write, name="dossier_write"),
    path(f"{FILE}waarvoor/", views.purpose, name="dossier_purpose"),
    path(f"{FILE}toegang/", views.access, name="dossier_access"),
    path(f"{FILE}toegang/<slug:deed>/", views.change_access, name="dossier_deed"),
    path(f"{FILE}doelen/", item_views.goals, name="dossier_goals"),
    path(f"{FILE}doelen/schrijven/", item_views.write_goal, name="dossier_goal"),
    path(f"{FILE}toestemmingen/", item_views.consents, name="dossier_consents"),
    path(f"{FILE}documenten/", document_views.documents, name="dossier_documents"),
    path(f"{FILE}documenten/toevoegen/", document_views.add, name="dossier_document_add"),
    path(f"{FILE}documenten/<uuid:document>/", document_views.download, name="dossier_document"),
    path(f"{FILE}voor-mezelf/", aside_views.asides, name="dossier_asides"),
    path(f"{FILE}voor-mezelf/<uuid:aside>/", aside_views.aside, name="dossier_aside"),
    path(ITEM, item_views.item, name="dossier_item"),
    path(f"{ITEM}delen/", item_views.share, name="dossier_share"),
    path(f"{ITEM}opmerking/", item_views.remark, name="dossier_remark"),
]
