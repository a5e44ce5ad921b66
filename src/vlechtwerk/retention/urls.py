"""The addresses of retention: proposals to erase, and holds."""

from django.urls import path

from vlechtwerk.retention import views

urlpatterns = [
    path("bewaartermijnen/", views.proposals, name="retention"),
    path("bewaartermijnen/tegenhouden/", views.new_hold, name="hold"),
    path("bewaartermijnen/tegenhouden/<uuid:hold_id>/", views.lift_hold, name="lift_hold"),
    path("bewaartermijnen/<uuid:proposal_id>/", views.proposal, name="retention_proposal"),
]
