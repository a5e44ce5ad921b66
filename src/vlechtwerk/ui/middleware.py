"""What holds for every answer, and which requests get none."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse

from vlechtwerk.ui import errors

LOG = logging.getLogger(__name__)
SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
OWN = frozenset({"same-origin", "none"})
"""What a browser says about where a request comes from when it is a page of ours, or the person."""
NOT_USED = (
    "accelerometer", "autoplay", "bluetooth", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation",
    "gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi", "payment", "picture-in-picture",
    "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip
"""What a browser can do and no page of ours ever asks."""
PASSKEYS = ("publickey-credentials-create", "publickey-credentials-get")
PERMISSIONS = ", ".join([*(f"{one}=()" for one in NOT_USED), *(f"{one}=(self)" for one in PASSKEYS)])


def no_store(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Keep pages out of every cache unless a view says otherwise.

    A case file left in the cache of a shared computer can be read with the back button after signing out. This goes
    for all pages, so that no view can forget it.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return middleware


def for_own_pages(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Tell browsers that what we send is for our own pages only, and that these need nothing of the device but passkeys."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = PERMISSIONS
        return response

    return middleware


def from_own_pages(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Refuse a form that a browser sends from a page of another site, whatever it carries.

    A browser that does not tell where a request comes from is held by the token of the form, as all others are too.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method not in SAFE and request.headers.get("Sec-Fetch-Site", "none") not in OWN:
            LOG.warning("a form from a page of another site was refused")
            return errors.csrf_failure(request)
        return get_response(request)

    return middleware


class Conflicts:
    """Answers a form that the database refuses because of what is stored already. What it names is not shown or logged."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what answers."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page of a conflict. A page that only shows something has no conflicts: there it is a fault of the program."""
        if not isinstance(exception, IntegrityError) or request.method in SAFE:
            return None
        LOG.error("a form was refused by the database", exc_info=exception)
        return errors.conflict(request)
