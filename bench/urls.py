"""The addresses of the program, with those of the floor."""

from django.urls import path

from bench import floor
from vlechtwerk.config.urls import handler400, handler403, handler404, handler500
from vlechtwerk.config.urls import urlpatterns as of_the_program

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [
    *of_the_program,
    path("floor/", floor.case_list, name="floor"),
    path("floor/search/", floor.search, name="floor_search"),
    path("floor/looks/", floor.looks, name="floor_looks"),
    path("floor/note/", floor.write_note, name="floor_note"),
    path("floor/write/", floor.write_rows, name="floor_write"),
    path("floor/<uuid:id>/", floor.case, name="floor_case"),
]
