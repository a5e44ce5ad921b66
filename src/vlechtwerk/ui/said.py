"""What is said once on the next page, such as that something was recorded: it waits in a cookie."""

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage


class OwnCookie(CookieStorage):
    """The cookie has a name of its own (MESSAGE_COOKIE_NAME); the rest is as for the cookie of the session."""

    cookie_name = settings.MESSAGE_COOKIE_NAME
