"""The addresses of the home screen and of the numbers."""

from django.urls import path

from vlechtwerk.worklist import views, views_budget, views_outcomes

urlpatterns = [
    path("", views.worklist, name="worklist"),
    path("signalen/<uuid:signal>/", views.talked_about, name="signal"),
    path("budget/", views_budget.budget, name="budget"),
    path("overzicht/", views.overview, name="overview"),
    path("overzicht/afloop/", views_outcomes.outcomes, name="outcomes"),
    path("overzicht/afloop/csv/", views_outcomes.export, name="outcomes_export"),
]
