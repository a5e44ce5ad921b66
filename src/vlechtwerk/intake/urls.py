"""The addresses of the road to a trajectory."""

from django.urls import path

from vlechtwerk.intake import views, views_referral

ROAD = "trajecten/<uuid:id>/toeleiding/"

urlpatterns = [
    path("toeleidingen/", views_referral.overview, name="intake_overview"),
    path("toeleidingen/nieuw/", views_referral.new, name="intake_new"),
    path("toeleidingen/regio/", views_referral.region, name="intake_region"),
    path("toeleidingen/aanmelden/", views_referral.propose, name="intake_propose"),
    path("toeleidingen/aanmeldingen/<uuid:proposal>/", views_referral.proposal, name="intake_proposal"),
    path("toeleidingen/<uuid:draft>/", views_referral.draft, name="intake_draft"),
    path("toeleidingen/<uuid:draft>/weg/", views_referral.drop, name="intake_drop"),
    path(ROAD, views.road, name="intake_road"),
    path(f"{ROAD}afsprakenblad/", views.sheet, name="intake_sheet"),
    path(f"{ROAD}<slug:step>/", views.deed, name="intake_deed"),
]
