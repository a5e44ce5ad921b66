"""``python -m bench.bare --port N``: the floor of a start: the database server, Django without anything of ours, one page.

It does one thing after the other: start the server of the data folder, wait for it, set Django up with its own
applications and middleware, and serve a page that asks the database one thing.
"""

import argparse
import sys

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from vlechtwerk.cli.serve import Server
from vlechtwerk.config import database


def hello(request: HttpRequest) -> HttpResponse:
    """A page that needs the database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("hello")


urlpatterns: list[URLPattern] = [path("", hello)]


def main() -> int:
    """Serve until told to stop."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    port: int = parser.parse_args().port
    with database.attached() as server:
        if server is not None:
            server.wait()
        Server(_django(), "127.0.0.1", port, lambda address: None).run()
    return 0


def _django() -> WSGIHandler:
    """Django as `startproject` leaves it, but for the database."""
    middleware = (
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    )
    settings.configure(
        ALLOWED_HOSTS=["127.0.0.1"],
        DATABASES={"default": database.app_access().django(database.APP_LIMITS)},
        INSTALLED_APPS=[
            f"django.contrib.{name}" for name in ("auth", "contenttypes", "sessions", "messages", "staticfiles")
        ],
        MIDDLEWARE=middleware,
        ROOT_URLCONF=__name__,
        SECRET_KEY="of no use to anybody",  # noqa: S106 - the page of the floor signs nothing
        STATIC_URL="/static/",
    )
    return get_wsgi_application()


if __name__ == "__main__":
    sys.exit(main())
