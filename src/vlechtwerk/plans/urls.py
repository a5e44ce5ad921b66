"""The addresses of trajectory plans."""

from django.urls import path

from vlechtwerk.plans import views, views_ceilings, views_paper

PLAN = "trajecten/<uuid:id>/luik/plan/"

urlpatterns = [
    path(PLAN, views.plan, name="plan"),
    path(f"{PLAN}afspraken/", views.agreements, name="plan_agreements"),
    path(f"{PLAN}actie/", views.action, name="plan_action"),
    path(f"{PLAN}ondertekenen/", views.signature, name="plan_sign"),
    path(f"{PLAN}opladen/", views.uploaded, name="plan_upload"),
    path(f"{PLAN}beoordelen/", views.judgement, name="plan_judge"),
    path(f"{PLAN}vertraging/", views.delay, name="plan_delay"),
    path(f"{PLAN}vergelijken/", views.comparison, name="plan_compare"),
    path(f"{PLAN}document/", views_paper.paper, name="plan_paper"),
    path("plafond/", views_ceilings.ceilings, name="plan_ceilings"),
]
