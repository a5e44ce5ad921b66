"""Requests about own data, asked on 1 May 2026 and decided later."""

from datetime import date
from uuid import uuid4

from tests.scene import TODAY, Scene
from vlechtwerk.organisations.models import Position
from vlechtwerk.retention.asked import Asked, as_asked
from vlechtwerk.retention.asking import Question, ask, decide
from vlechtwerk.retention.models import Request, Step
from vlechtwerk.retention.request_rows import Done, Right
from vlechtwerk.sharing.identity import acting

WORDS = "KANARIE Wat weet u allemaal over mij?"
ANSWER = "KANARIE U vindt alles in uw bestand."


def asks(scene: Scene, right: Right = Right.ACCESS, by: Position | None = None, on: date = TODAY) -> Request:
    """Store a request, of the client herself when nobody else is named."""
    who = by or scene.client
    with acting(who, TODAY):
        return ask(case=scene.case, told=Question(right, WORDS, on), by=who, key=uuid4())


def decides(request: Request, done: Done, by: Position, on: date = TODAY) -> Step:
    """Let an officer do something with it."""
    with acting(by, on):
        return decide(request=request, done=done, words=ANSWER, by=by, key=uuid4())


def as_it_stands(request: Request) -> Asked:
    """The request with what was done."""
    return as_asked(Request.objects.filter(pk=request.pk), with_words=False)[0]
