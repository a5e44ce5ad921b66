"""The addresses of the client's own view."""

from django.urls import path

from vlechtwerk.portal import (
    views,
    views_appointment,
    views_display,
    views_documents,
    views_doorbell,
    views_file,
    views_informing,
    views_invitation,
    views_rights,
    views_saying,
)

MINE = "mijn/<uuid:id>/"

urlpatterns = [
    path(MINE, views.home, name="portal"),
    path(f"{MINE}rechten-en-plichten/", views.promises, name="promises"),
    path(f"{MINE}bespreken/", views_saying.file_talk, name="file_talk"),
    path(f"{MINE}uitleg/", views.explained, name="explained"),
    path(f"{MINE}klacht/", views.complaint, name="complaint"),
    path(f"{MINE}dossier/", views_file.own_file, name="own_file"),
    path(f"{MINE}afspraak/", views_appointment.own_appointment, name="own_appointment"),
    path(f"{MINE}afspraak/agenda/", views_appointment.appointment_file, name="own_appointment_file"),
    path(f"{MINE}documenten/", views_documents.own_documents, name="own_documents"),
    path(f"{MINE}documenten/toevoegen/", views_documents.add_own_document, name="own_document_add"),
    path(f"{MINE}documenten/<uuid:document>/delen/", views_documents.share_own_document, name="own_document_share"),
    path(f"{MINE}bewaren/", views_file.kept, name="kept"),
    path(f"{MINE}kant/<uuid:event_id>/", views_saying.reply, name="reply"),
    path(f"{MINE}verbeteren/<uuid:item>/", views_saying.correction, name="ask_correction"),
    path(f"{MINE}gegevens/", views_rights.own_rights, name="own_rights"),
    path("trajecten/<uuid:id>/gegevensvraag/", views_rights.paper_right, name="paper_right"),
    path(f"{MINE}bericht/", views_doorbell.own_doorbell, name="own_doorbell"),
    path("berichten/", views_doorbell.work_doorbell, name="work_doorbell"),
    path("bericht/<str:token>/", views_doorbell.confirm_doorbell, name="doorbell_confirm"),
    path("bericht/<str:token>/stop/", views_doorbell.stop_doorbell, name="doorbell_stop"),
    path(f"{MINE}sluiten/", views_file.leaving, name="leave"),
    path("mijn/weergave/", views_display.display, name="display"),
    path("weg/", views_display.quick_exit, name="quick_exit"),
    path("klaar/", views_display.left, name="left"),
    path("woorden/", views.words, name="words"),
    path("trajecten/<uuid:id>/uitnodiging/", views_invitation.invitation, name="invitation"),
    path("trajecten/<uuid:id>/ingelicht/", views_informing.informing, name="informed"),
    path("uitnodiging/", views_invitation.enter_code, name="come_in"),
    path("uitnodiging/account/", views_invitation.choose_account, name="come_in_account"),
]
