"""What holds for every request, whoever makes it: how long a session lasts and in which language is answered."""

import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

# A session that is used is written at most once in this many seconds, not at every page.
WRITE_EVERY = 60


def session_limits(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """End a session after 30 minutes without use and after 12 hours in any case (SESSION_COOKIE_AGE, SESSION_LONGEST)."""

    def middleware(request: HttpRequest) -> HttpResponse:
        session, now = request.session, int(time.time())
        if not session.is_empty():
            if now - session.get("began", now) >= settings.SESSION_LONGEST:
                session.flush()
            elif now - session.get("used", 0) >= WRITE_EVERY:
                session["began"], session["used"] = session.get("began", now), now
        return get_response(request)

    return middleware


class ChosenLanguageMiddleware(LocaleMiddleware):
    """Dutch, unless the person chose another language (the language cookie).

    The language that a browser asks for is left alone: colleagues who look at one screen should see the same words.
    """

    def process_request(self, request: HttpRequest) -> None:
        """Switch to the language of the cookie, or to Dutch."""
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        translation.activate(chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = translation.get_language() or settings.LANGUAGE_CODE
