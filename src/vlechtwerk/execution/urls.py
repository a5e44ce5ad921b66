"""The addresses of the work while the plan is carried out and at the end."""

from django.urls import path

from vlechtwerk.execution import views, views_profile, views_reports

urlpatterns = [
    path("trajecten/<uuid:id>/verlenging/", views.extension, name="extension"),
    path("trajecten/<uuid:id>/stopzetting/", views.early_stop, name="early_stop"),
    path("trajecten/<uuid:id>/medewerking/", views.cooperation, name="cooperation"),
    path("trajecten/<uuid:id>/afsluiten/", views.closing, name="closing"),
    path("trajecten/<uuid:id>/luik/verslagen/", views_reports.reports, name="reports"),
    path("trajecten/<uuid:id>/luik/profiel/", views_profile.profile, name="profile"),
    path("trajecten/<uuid:id>/gedeelde-notities/", views_reports.notes, name="shared_notes"),
    path("trajecten/<uuid:id>/gedeelde-notities/<uuid:item>/papier/", views_reports.note_paper, name="note_paper"),
    path("trajecten/<uuid:id>/verslagen/<slug:report>/", views_reports.write, name="report_write"),
    path("trajecten/<uuid:id>/luik/verslagen/<uuid:item>/papier/", views_reports.paper, name="report_paper"),
]
