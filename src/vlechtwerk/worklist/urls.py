"""The addresses of the home screen and of the numbers."""

from django.urls import path

from vlechtwerk.worklist import views

urlpatterns = [
    path("", views.worklist, name="worklist"),
    path("signalen/<uuid:signal>/", views.talked_about, name="signal"),
    path("overzicht/", views.overview, name="overview"),
]
