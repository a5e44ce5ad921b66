"""The addresses to sign in and out."""

from django.urls import path

from vlechtwerk.accounts import views

urlpatterns = [
    path("aanmelden/", views.sign_in, name="sign_in"),
    path("afmelden/", views.sign_out, name="sign_out"),
]
