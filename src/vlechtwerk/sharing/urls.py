"""The addresses of the page that tells who looked."""

from django.urls import path

from vlechtwerk.sharing import views

urlpatterns = [
    path("wie-keek/", views.who_looked, name="who_looked"),
    path("wie-keek/bestand/", views.who_looked_file, name="who_looked_file"),
]
