"""The addresses of the confidential file."""

from django.urls import path

from vlechtwerk.dossier import item_views, views, views_search

FILE = "trajecten/<uuid:id>/luik/"
ITEM = f"{FILE}<uuid:item>/"

urlpatterns = [
    path("verslagen/zoeken/", views_search.note_search, name="note_search"),
    path(FILE, views.notes, name="dossier"),
    path(f"{FILE}schrijven/", views.write, name="dossier_write"),
    path(f"{FILE}waarvoor/", views.purpose, name="dossier_purpose"),
    path(f"{FILE}toegang/", views.access, name="dossier_access"),
    path(f"{FILE}toegang/<slug:deed>/", views.change_access, name="dossier_deed"),
    path(f"{FILE}doelen/", item_views.goals, name="dossier_goals"),
    path(f"{FILE}doelen/schrijven/", item_views.write_goal, name="dossier_goal"),
    path(f"{FILE}toestemmingen/", item_views.consents, name="dossier_consents"),
    path(ITEM, item_views.item, name="dossier_item"),
    path(f"{ITEM}delen/", item_views.share, name="dossier_share"),
    path(f"{ITEM}opmerking/", item_views.remark, name="dossier_remark"),
]
