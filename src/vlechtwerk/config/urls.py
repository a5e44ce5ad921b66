"""The addresses of the program; each application names its own."""

from django.urls import include, path

urlpatterns = [
    path("", include("vlechtwerk.worklist.urls")),
    path("", include("vlechtwerk.reconstruction.urls")),
    path("", include("vlechtwerk.portal.urls")),
    path("", include("vlechtwerk.intake.urls")),
    path("", include("vlechtwerk.execution.urls")),
    path("", include("vlechtwerk.trajectories.urls")),
    path("", include("vlechtwerk.compensation.urls")),
    path("", include("vlechtwerk.arrangements.urls")),
    path("", include("vlechtwerk.icf.urls")),
    path("", include("vlechtwerk.network.urls")),
    path("", include("vlechtwerk.plans.urls")),
    path("", include("vlechtwerk.dossier.urls")),
    path("", include("vlechtwerk.retention.urls")),
    path("", include("vlechtwerk.review.urls")),
    path("", include("vlechtwerk.sharing.urls")),
    path("", include("vlechtwerk.manual.urls")),
    path("", include("vlechtwerk.organisations.urls")),
    path("", include("vlechtwerk.accounts.urls")),
    path("", include("vlechtwerk.ui.urls")),
]

handler400 = "vlechtwerk.ui.errors.bad_request"
handler403 = "vlechtwerk.ui.errors.forbidden"
handler404 = "vlechtwerk.ui.errors.not_found"
handler500 = "vlechtwerk.ui.errors.server_error"
handler429 = "vlechtwerk.ui.errors.too_many"
