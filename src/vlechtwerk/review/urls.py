"""The addresses of reviewing and of emergency access."""

from django.urls import path

from vlechtwerk.review import views

urlpatterns = [
    path("nazicht/", views.tasks, name="review"),
    path("nazicht/noodtoegang/", views.emergency, name="emergency"),
    path("nazicht/noodtoegang/<uuid:involvement_id>/einde/", views.end_emergency, name="end_emergency"),
    path("nazicht/<uuid:task_id>/", views.task, name="review_task"),
]
