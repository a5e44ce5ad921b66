"""The addresses of this package: the choice of language, the gallery of components and the sign of life."""

from django.urls import path
from django.views.i18n import set_language

from vlechtwerk.ui.gallery import gallery
from vlechtwerk.ui.health import health

urlpatterns = [
    path("language", set_language, name="set_language"),
    path("_gallery/", gallery, name="gallery"),
    path("-/health", health, name="health"),
]
