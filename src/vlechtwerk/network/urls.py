"""The addresses of the provider network."""

from django.urls import path

from vlechtwerk.network import views, views_hours, views_joining, views_meetings, views_plan

PLAN = "trajecten/<uuid:id>/luik/plan/uitvoering/"

urlpatterns = [
    path("netwerk/", views.providers, name="network"),
    path("netwerk/overleg/", views_meetings.meetings, name="network_meetings"),
    path("netwerk/overleg/<uuid:meeting>/", views_meetings.meeting, name="network_meeting"),
    path("netwerk/partners/", views_joining.applications, name="network_partners"),
    path("netwerk/partners/<uuid:application>/", views_joining.decision, name="network_decision"),
    path("netwerk/uren/", views_hours.hours, name="network_hours"),
    path("netwerk/<uuid:provider>/", views.provider, name="network_provider"),
    path("netwerk/<uuid:provider>/aanbod/", views.offer, name="network_offer"),
    path("netwerk/<uuid:provider>/<slug:fact>/", views.fact, name="network_fact"),
    path("opdrachten/", views.own, name="network_own"),
    path(PLAN, views_plan.plan, name="network_plan"),
    path(f"{PLAN}toewijzen/", views_plan.assigned, name="network_assign"),
    path(f"{PLAN}beeindigen/", views_plan.withdrawn, name="network_withdraw"),
    path(f"{PLAN}doorverwijzen/", views_plan.referred, name="network_refer"),
]
