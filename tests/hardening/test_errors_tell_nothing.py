"""When something fails, neither the page nor the log repeats what was typed or stored."""

import logging
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.db import DatabaseError
from django.http import HttpRequest

from tests.audit.tampering import as_superuser
from tests.dossier.world import CARE, World, told
from tests.scene import Scene, text_of
from vlechtwerk.config.logs import WithoutValues
from vlechtwerk.organisations.models import Organisation
from vlechtwerk.people.models import Person
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.ui.middleware import Conflicts

CANARY = "Kanarievogel"
SQL = ("INSERT", "DETAIL", "audit_entry", "Key (")


@pytest.fixture
def log() -> Iterator[StringIO]:
    """What the program writes in its log, by way of its own settings."""
    handlers = logging.getLogger("django").handlers
    console = next(one for one in handlers if isinstance(one.formatter, WithoutValues))
    assert isinstance(console, logging.StreamHandler)
    written = StringIO()
    before = console.setStream(written)
    yield written
    console.setStream(before)


@pytest.fixture
def broken(transactional_db: None, scene: Scene) -> World:
    """A scene of which the record takes no more lines: the next one has a place that is taken."""
    Person.objects.update(family_name=CANARY)
    scene.as_(CARE).get(scene.url)
    as_superuser(["UPDATE audit_head SET pos = 0"])
    return World(scene)


def visitor(scene: Scene, role: Role = CARE) -> Any:
    """A browser that gets the page of an error, as in the world outside."""
    browser = scene.as_(role)
    browser.raise_request_exception = False
    return browser


def test_a_form_that_goes_against_what_is_stored_is_answered_with_a_page_that_tells_nothing(
    broken: World, log: StringIO
) -> None:
    form = told(broken.part(Kind.CARE_OWN, CARE), text=CANARY)
    answer = visitor(broken.scene).post(f"{broken.url}schrijven/", form)
    assert answer.status_code == 409
    assert "Er is niets bewaard." in text_of(answer)
    seen = answer.content.decode() + log.getvalue()
    assert [word for word in (CANARY, *SQL) if word in seen] == []


def test_a_page_that_fails_tells_nothing_and_the_log_tells_where(broken: World, log: StringIO) -> None:
    answer = visitor(broken.scene).get(broken.scene.url)
    seen = log.getvalue()
    assert answer.status_code == 500
    assert [word for word in (CANARY, str(broken.scene.case.pk), *SQL) if word in answer.content.decode() + seen] == []
    assert [word for word in ("status=500", "page=trajecten/<uuid:id>/", "UniqueViolation") if word not in seen] == []


@pytest.mark.parametrize(
    "path", [f"/{CANARY}/", f"/trajecten/{CANARY}/", f"/?name={CANARY}", f"/wie-keek/?page={CANARY}"]
)
def test_what_was_typed_in_the_address_does_not_reach_the_log(scene: Scene, path: str, log: StringIO) -> None:
    visitor(scene).get(path)
    visitor(scene).get("/", headers={"host": f"{CANARY}.example", "referer": f"https://example.org/{CANARY}"})
    visitor(scene).post("/functie/", {"position": CANARY, "next": CANARY}, headers={"sec-fetch-site": "cross-site"})
    assert CANARY not in log.getvalue()


def test_the_values_of_a_statement_that_fails_do_not_reach_the_log(db: None, log: StringIO) -> None:
    try:
        Organisation.objects.create(name=CANARY * 100, kind=CANARY * 10)
    except DatabaseError as error:
        logging.getLogger("django.request").error("Internal Server Error: %s", f"/{CANARY}/", exc_info=error)
        logging.getLogger("django.db.backends").error("(%s) %s; args=%s", 0.1, CANARY, (CANARY,), exc_info=error)
        logging.getLogger("django.security.DisallowedHost").error(CANARY, exc_info=error)
    assert log.getvalue().count("DataError") >= 3
    assert CANARY not in log.getvalue()


def test_a_page_that_only_shows_something_has_no_conflict(db: None) -> None:
    request = HttpRequest()
    request.method = "GET"
    assert Conflicts(lambda _: None).process_exception(request, DatabaseError()) is None  # type: ignore[arg-type, return-value]  # nothing is answered
