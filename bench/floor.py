"""The floor of a page: the same server, middleware and sign-in, hand-written SQL, and a template that only shows.

It leaves the same line in the record as the page of the program, in the same transaction as its rows.

`fill` in the address is a number of letters that is added, so that as many bytes are sent as by the page of the program.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST
from jinja2 import Environment, FileSystemLoader
from uuid_utils.compat import uuid7

from bench.floor_sql import CASE_PAGE, LIST_PAGE, LOOKS_PAGE, SEARCH_PAGE, Asked
from bench.write_sql import AUDIT, Rows, write
from bench.write_sql import write_note as write_note_rows
from vlechtwerk.audit.models import Verb
from vlechtwerk.organisations.acting import SESSION_KEY
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.worklist.queries import PAGE

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, auto_reload=False, trim_blocks=True
)

CAPACITY = Role.WORK_CASE_MANAGER
"""In which capacity the record says that somebody looked, where a page does not say otherwise."""


@login_required
def case_list(request: HttpRequest) -> HttpResponse:
    """The rows and the counters of a worklist."""
    with transaction.atomic():
        rows, counters = _asked(request, LIST_PAGE)
        _record(request, Verb.FILES_LISTED, shown=[str(row[-1]) for row in rows[:PAGE]])
    return _shown(request, "list.html", rows=rows, counters=counters)


@login_required
@require_POST
def search(request: HttpRequest) -> HttpResponse:
    """The cases whose name has a word that begins with what was sent, with the counters of a worklist."""
    with transaction.atomic():
        rows, counters = _asked(request, SEARCH_PAGE, name=request.POST["name"].casefold())
        _record(request, Verb.FILES_LISTED, shown=[str(row[-1]) for row in rows[:PAGE]])
    return _shown(request, "list.html", rows=rows, counters=counters)


@login_required
def case(request: HttpRequest, id: UUID) -> HttpResponse:
    """The rows of one case: the person, the events, what is owed and who takes part."""
    with transaction.atomic():
        cases, events, obligations, involved = _asked(request, CASE_PAGE, id)
        _record(request, Verb.FILE_READ, file_id=str(cases[0][-1]))
    return _shown(request, "case.html", case=cases[0], events=events, obligations=obligations, involved=involved)


@login_required
def looks(request: HttpRequest) -> HttpResponse:
    """Who looked at the file of the client who is signed in; this look stands in the record too."""
    with transaction.atomic():
        files, lines = _asked(request, LOOKS_PAGE)
        _record(request, Verb.RECORD_READ, capacity=Role.CLIENT, file_id=str(files[0][0]))
    return _shown(request, "looks.html", lines=lines[:PAGE])


@login_required
@require_POST
def write_rows(request: HttpRequest) -> HttpResponse:
    """Store the rows of an event that was recorded, as they were sent."""
    rows = Rows(**json.loads(request.POST["rows"]))
    with transaction.atomic(), connection.cursor() as cursor:
        write(cursor, rows)
    return redirect("floor_case", rows.case_id)


@login_required
@require_POST
def write_note(request: HttpRequest) -> HttpResponse:
    """Store the rows of a note as they were sent, with the lines about looking at the file and about writing in it."""
    told = {**json.loads(request.POST["rows"]), "item": uuid7(), "note": uuid7()}
    position = Position(pk=UUID(request.session[SESSION_KEY]))
    with acting(position, timezone.localdate()):
        _record(request, Verb.FILE_READ, file_id=told["file"])
        with connection.cursor() as cursor:
            write_note_rows(cursor, told)
        _record(request, Verb.NOTE_WRITTEN, file_id=told["file"])
    return redirect("floor_case", told["file"])


def _asked(
    request: HttpRequest, statements: Iterable[str], case_id: UUID | None = None, *, name: str = ""
) -> list[list[tuple[Any, ...]]]:
    """The rows of each statement."""
    position = UUID(request.session[SESSION_KEY])
    asked = Asked(position, CAPACITY, timezone.localdate(), case_id, name).parameters()
    found = []
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement, asked)
            found.append(cursor.fetchall())
    return found


def _record(request: HttpRequest, verb: Verb, **about: object) -> None:
    """Add a line to the record, as every page about a file does; it is added in the only way there is."""
    by = {"account_id": str(request.user.pk), "position_id": request.session[SESSION_KEY], "capacity": CAPACITY}
    with connection.cursor() as cursor:
        cursor.execute(
            AUDIT, [json.dumps({"id": str(uuid7()), "verb": verb, "allowed": True, "rules": [], **by, **about})]
        )


def _shown(request: HttpRequest, template: str, **values: Any) -> HttpResponse:
    fill = "x" * int(request.GET.get("fill", "0"))
    shown = TEMPLATES.get_template(template)
    return HttpResponse(shown.render(user=request.user, csrf=get_token(request), fill=fill, **values))
