"""What is said once on the next page, such as that something was recorded: it waits in a cookie."""

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage


class OwnCookie(CookieStorage):
    """The cookie has a name of its own, bound to the host outside a trial like the other cookies."""

    cookie_name = "said" if settings.TRIAL else "__Host-said"
