"""The addresses of the program; each application names its own."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include(name))
    for name in (
        "vlechtwerk.ui.urls",
        "vlechtwerk.accounts.urls",
        "vlechtwerk.trajectories.urls",
        "vlechtwerk.worklist.urls",
    )
    if find_spec(name.removesuffix(".urls")) and find_spec(name)  # INTERIM
]

handler400 = "vlechtwerk.ui.errors.bad_request"
handler403 = "vlechtwerk.ui.errors.forbidden"
handler404 = "vlechtwerk.ui.errors.not_found"
handler500 = "vlechtwerk.ui.errors.server_error"
