"""The addresses of retention: proposals to erase, holds, and what clients ask about their data."""

from django.urls import path

from vlechtwerk.retention import views, views_approval, views_requests

urlpatterns = [
    path("bewaartermijnen/", views.proposals, name="retention"),
    path("bewaartermijnen/tegenhouden/", views.new_hold, name="hold"),
    path("bewaartermijnen/tegenhouden/<uuid:hold_id>/", views.lift_hold, name="lift_hold"),
    path("bewaartermijnen/<uuid:proposal_id>/", views.proposal, name="retention_proposal"),
    path("installatie/akkoord/", views_approval.approval, name="approval"),
    path("installatie/akkoord/nieuw/", views_approval.new_approval, name="new_approval"),
    path("installatie/akkoord/<uuid:approval_id>/", views_approval.approval_paper, name="approval_paper"),
    path("gegevensvragen/", views_requests.rights, name="rights"),
    path("gegevensvragen/nieuw/", views_requests.new_right, name="new_right"),
    path("gegevensvragen/<uuid:request_id>/", views_requests.right, name="right"),
]
