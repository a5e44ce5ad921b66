"""The addresses of the compensation."""

from django.urls import path

from vlechtwerk.compensation import views, views_claiming, views_judging, views_settings

STATEMENT = "vergoeding/<int:year>-<int:half>/"

urlpatterns = [
    path("vergoeding/", views.overview, name="compensation"),
    path("vergoeding/bedragen/", views_settings.amounts, name="compensation_amounts"),
    path("vergoeding/verdeelsleutel/", views_settings.key, name="compensation_key"),
    path("vergoeding/netwerk/", views_settings.network, name="compensation_network"),
    path("vergoeding/netwerk/bedragen/", views_settings.instalments, name="compensation_instalments"),
    path("vergoeding/netwerk/periode/", views_claiming.period, name="compensation_claim"),
    path("vergoeding/netwerk/periode/<slug:kind>/", views_claiming.taken, name="compensation_claim_export"),
    path("vergoeding/geen-stage/", views_judging.no_internship, name="compensation_no_internship"),
    path("vergoeding/netwerk/<int:number>/", views_settings.network_line, name="compensation_network_line"),
    path("vergoeding/netwerk/<int:number>/stage/", views_judging.internship, name="compensation_internship"),
    path(STATEMENT, views.statement, name="compensation_statement"),
    path(f"{STATEMENT}traject/<int:number>/", views.line, name="compensation_line"),
    path(f"{STATEMENT}tabel/<slug:kind>/", views.export, name="compensation_export"),
]
