"""The addresses of what is arranged in a region."""

from django.urls import path

from vlechtwerk.arrangements import views

urlpatterns = [
    path("regio/", views.region, name="region"),
    path("regio/samenwerkingsverband/", views.partnership, name="care_partnership"),
    path("regio/knelpunten/", views.signalled, name="bottlenecks"),
    path("regio/icf-opleiding/", views.untrained, name="icf_untrained"),
    path("regio/noteren/<slug:what>/", views.write, name="arrange"),
    path("regio/gelezen/<uuid:guide>/", views.read, name="guideline_read"),
]
