"""The addresses of the ICF profile."""

from django.urls import path

from vlechtwerk.icf import views

ICF = "trajecten/<uuid:id>/luik/icf/"

urlpatterns = [
    path(ICF, views.profile, name="icf"),
    path(f"{ICF}vergelijken/", views.comparison, name="icf_comparison"),
    path(f"{ICF}verslag/", views.report, name="icf_report"),
    path(f"{ICF}toelichting/", views.explanation, name="icf_explanation"),
    path(f"{ICF}afronden/", views.completion, name="icf_completion"),
]
