"""The addresses of the confidential file."""

from django.urls import path

from vlechtwerk.dossier import views

urlpatterns = [
    path("trajecten/<uuid:id>/luik/", views.notes, name="dossier"),
    path("trajecten/<uuid:id>/luik/schrijven/", views.write, name="dossier_write"),
    path("trajecten/<uuid:id>/luik/toegang/", views.access, name="dossier_access"),
]
