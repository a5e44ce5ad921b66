"""The addresses of the pages about one activation trajectory."""

from django.urls import path

from vlechtwerk.trajectories import views

urlpatterns = [
    path("trajecten/<uuid:id>/", views.trajectory, name="trajectory"),
    path("trajecten/<uuid:id>/vastleggen/<slug:event>/", views.record_event, name="record_event"),
    path("trajecten/<uuid:id>/wat-als/", views.what_if, name="what_if"),
    path("trajecten/<uuid:id>/rechtzetten/<uuid:event_id>/", views.correct_event, name="correct_event"),
]
