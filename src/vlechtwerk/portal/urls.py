"""The addresses of the client's own view."""

from django.urls import path

from vlechtwerk.portal import views, views_invitation

MINE = "mijn/<uuid:id>/"

urlpatterns = [
    path(MINE, views.home, name="portal"),
    path(f"{MINE}klacht/", views.complaint, name="complaint"),
    path("woorden/", views.words, name="words"),
    path("trajecten/<uuid:id>/uitnodiging/", views_invitation.invitation, name="invitation"),
    path("uitnodiging/", views_invitation.enter_code, name="come_in"),
    path("uitnodiging/account/", views_invitation.choose_account, name="come_in_account"),
]
