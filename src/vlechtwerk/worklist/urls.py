"""The addresses of the home screen."""

from django.urls import path

from vlechtwerk.worklist import views

urlpatterns = [
    path("", views.worklist, name="worklist"),
    path("signalen/<uuid:signal>/", views.talked_about, name="signal"),
]
