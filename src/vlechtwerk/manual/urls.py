"""The addresses of the manual."""

from django.urls import path

from vlechtwerk.manual import views

urlpatterns = [
    path("handleiding/", views.manual, name="manual"),
    path("handleiding/<slug:name>/", views.manual, name="manual_page"),
]
