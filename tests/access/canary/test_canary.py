"""No mark turns up where the rules do not let it be: pages, headers, cookies, sessions, mail, logs, and the whole database."""

import io
import zipfile
from base64 import b64encode

import pikepdf
import pytest
from django.db import models
from django.urls import get_resolver

from tests.access.canary.before_files import letters_of, sees_proposals
from tests.access.canary.conftest import Evidence
from tests.access.canary.marks import Found, found_in, mark, places
from tests.access.canary.walk import Hit
from tests.access.engine.makers import MAKERS
from tests.access.engine.world import Actor, Matrix
from tests.access.test_access import routes
from vlechtwerk.sharing.policy import CONFIDENTIAL, Kind, Verb

POSTED_ONLY = {"afmelden/", "language", "aanmelden/via/<slug:provider_id>/", "toeleidingen/<uuid:draft>/weg/"}
"""Addresses that no page leads to with a link."""
LONG_TEXT = 101
"""From this length on a column of letters holds what somebody typed, and not a code."""


def allowed(matrix: Matrix, hit: Hit) -> bool:
    """Whether the rules let a mark be where it was met."""
    rule = places().get((hit.sink, hit.found.label))
    if rule is None:
        return False
    actor = next((one for one in matrix.actors if one.name == hit.who), None)
    if rule.who == "oneself":
        return hit.found.file == letters_of(hit.who)
    return rule.who == "stored" or (actor is not None and may(matrix, actor, rule.who, hit.found))


def may(matrix: Matrix, actor: Actor, who: str, found: Found) -> bool:
    """Whether somebody belongs to those for whom a rule allows it."""
    if who == "road":
        return sees_proposals(actor)
    if who == "involved":
        return found.file in actor.capacities
    read, given = matrix.may(actor, Verb.READ), matrix.may(actor, Verb.GRANT)
    inside = {name for name in read if name.split("/")[1].split(" ")[0] in CONFIDENTIAL} | given
    if who == "insiders":
        return any(name.startswith(f"{found.file}/") for name in inside)
    return any(name.startswith(f"{found.file}/{found.label}") for name in read)


def test_no_mark_turns_up_where_the_rules_do_not_let_it_be(evidence: Evidence) -> None:
    unexplained = sorted(hit for hit in evidence.hits if not allowed(evidence.walk.matrix, hit))
    assert unexplained == []
    assert len([hit for hit in evidence.hits if hit.sink == "page" and hit.found.label in CONFIDENTIAL]) >= 15
    assert {hit.found.label for hit in evidence.hits if hit.sink == "download"} >= {"name", "shared", "care_own"}
    asked = set(evidence.walk.asked) | POSTED_ONLY
    assert [route for route in routes(get_resolver().url_patterns) if (route or "/") not in asked] == []
    assert empty_fields(evidence.rows) == []


def empty_fields(rows: list[models.Model]) -> list[str]:
    """The columns of text of confidential content that hold no mark in any row: the walk would not see them leak."""
    marked = {str(field) for row in rows for field in texts(type(row)) if found_in(getattr(row, field.attname))}
    return [str(field) for model in MAKERS for field in texts(model) if str(field) not in marked]


def texts(model: type[models.Model]) -> list[models.Field]:  # type: ignore[type-arg]  # of any kind of value
    """The columns of a model that hold what somebody typed."""
    fields = model._meta.concrete_fields
    return [one for one in fields if isinstance(one, models.CharField | models.TextField) and is_long(one)]


def is_long(field: models.CharField | models.TextField) -> bool:  # type: ignore[type-arg]  # of any kind of value
    """Whether a column holds a text and not a code."""
    return field.max_length is None or field.max_length >= LONG_TEXT


def test_every_rule_is_about_something_and_says_why() -> None:
    labels = {str(kind) for kind in Kind} | {"name", "reason", "typed", "draft", "proposal", "brought"}
    assert {one.label for one in places().values()} <= labels
    whom = {"policy", "involved", "insiders", "oneself", "road", "stored"}
    assert {one.who for one in places().values()} == whom
    assert all(one.why for one in places().values())


def test_headers_cookies_sessions_mail_and_logs_never_hold_a_mark() -> None:
    assert {sink.split(" ")[0] for sink, _label in places()} == {"page", "table", "download"}
    assert [sink for sink, _label in places() if "audit" in sink or "session" in sink or "cache" in sink] == []


def archive(text: str) -> bytes:
    """A packed file with a text in it, as a document of an office program is."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", f"<p>{text}</p>")
    return packed.getvalue()


def printed(text: str) -> bytes:
    """A printed document with a text in its description and one on its page."""
    made, packed = pikepdf.new(), io.BytesIO()
    made.add_blank_page()
    made.docinfo["/Author"] = text
    made.pages[0].Contents = made.make_stream(f"BT ({text}) Tj ET".encode())
    made.save(packed, compress_streams=True)
    return packed.getvalue()


@pytest.mark.parametrize(
    "packed",
    [
        lambda text: f"<p>{text}</p>",
        lambda text: text.encode(),
        lambda text: text.lower().replace("-", " "),
        archive,
        printed,
        lambda text: archive(b64encode(text.encode()).decode()),
        lambda text: b64encode(text.encode()).decode() + ":1abc:signature",
        lambda text: {"position": [text]},
    ],
    ids=["page", "bytes", "search key", "office file", "printed", "encoded in a file", "signed", "session"],
)  # fmt: skip
def test_a_mark_is_found_however_it_is_packed(packed: object) -> None:
    assert found_in(packed(mark("given", "care_own"))) == {Found("given", "care_own")}  # type: ignore[operator]  # one of those above


@pytest.mark.parametrize("sink", ["header", "cookie", "log", "mail", "session", "table audit_entry.rules"])
def test_a_mark_in_another_place_has_no_explanation(sink: str) -> None:
    hit = Hit(sink, "client of given", Found("given", "shared"), "")
    assert not allowed(Matrix((), ()), hit)
