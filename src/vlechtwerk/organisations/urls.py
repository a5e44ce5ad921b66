"""The addresses to choose a position, and to be somebody of the demonstration."""

from django.urls import path

from vlechtwerk.organisations import views

urlpatterns = [
    path("functie/", views.positions, name="positions"),
    path("demo/", views.demo, name="demo"),
]
