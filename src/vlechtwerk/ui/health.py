"""Tell a load balancer that the process answers."""

from django.http import HttpRequest, HttpResponse


def health(request: HttpRequest) -> HttpResponse:
    """Answer "ok" without touching the database: a slow database is no reason to restart the web process."""
    return HttpResponse("ok", content_type="text/plain; charset=utf-8")
