"""The addresses of this package: the gallery of components and the sign of life."""

from django.urls import path

from vlechtwerk.ui.gallery import gallery
from vlechtwerk.ui.health import health

urlpatterns = [
    path("_gallery/", gallery, name="gallery"),
    path("-/health", health, name="health"),
]
