"""How fast one account may search, take along and change who has access: as people do, and not as a program would.

Nothing is counted apart: each of these leaves a line in the record, and of the last minute those are counted. A program that
signed in with somebody's session is so held up before it has everything. The fictional people of a demonstration are not.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse

from vlechtwerk.accounts.factors import is_demo, signed_in
from vlechtwerk.audit.models import Verb
from vlechtwerk.audit.queries import deeds_since
from vlechtwerk.ui.errors import too_many

LOG = logging.getLogger(__name__)
SECONDS = 60
P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


@dataclass(frozen=True, slots=True)
class Pace:
    """What is counted together, and how many of it one account may do in a minute."""

    verbs: tuple[Verb, ...]
    most: int


SEARCHING = Pace((Verb.FILES_LISTED, Verb.NUMBERS_LISTED), 60)
TAKING_ALONG = Pace(
    (
        Verb.FILE_EXPORTED,
        Verb.NUMBERS_EXPORTED,
        Verb.RECORD_EXPORTED,
        Verb.DOCUMENT_READ,
        Verb.OWN_FILE_TAKEN,
    ),
    20,
)
GIVING_ACCESS = Pace((Verb.ACCESS_GRANTED, Verb.ACCESS_ENDED, Verb.INVOLVED, Verb.INVOLVEMENT_ENDED), 30)

EMERGENCIES = Pace((Verb.GLASS_BROKEN,), 5)


def at_a_pace(pace: Pace, *, of: tuple[str, ...] = ("GET", "HEAD", "POST")) -> Callable[[View[P]], View[P]]:
    """Let a view answer an account only so many times a minute; who goes on gets a page that asks to wait.

    `of` are the methods that are held to it. What is sent at the very same moment may count once.
    """

    def around(view: View[P]) -> View[P]:
        @wraps(view)
        def paced(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            held = request.method in of and not is_demo(request.user)
            if held and deeds_since(signed_in(request).pk, pace.verbs, SECONDS) >= pace.most:
                LOG.warning("an account was asked to slow down: %s", pace.verbs[0])
                return too_many(request)
            return view(request, *args, **kwargs)

        return paced

    return around
