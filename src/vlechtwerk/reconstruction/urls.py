"""The addresses of the reconstruction of a trajectory."""

from django.urls import path

from vlechtwerk.reconstruction import views

urlpatterns = [
    path("trajecten/<uuid:id>/reconstructie/", views.reconstruction, name="reconstruction"),
    path("trajecten/<uuid:id>/reconstructie/verslag/", views.report, name="reconstruction_report"),
]
