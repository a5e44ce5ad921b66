"""The right of reply beside what was recorded, and asking to put something right."""

from datetime import date
from importlib import import_module
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.dossier.world import CARE, WORK, World
from tests.rules.histories import FIRST_MEETING, REFERRED
from tests.scene import TODAY, Scene, add_client, send, signed_in, text_of
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.config.migrations import as_owner
from vlechtwerk.consent.models import Item, Remark
from vlechtwerk.history.models import Case, Reply
from vlechtwerk.history.replies import NothingToAnswer, write_reply
from vlechtwerk.rules.activation.events import StartRefused
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Signal
from vlechtwerk.sharing.policy import Kind

WORDS = "Ik was ziek en had gebeld."


@pytest.fixture
def refused(scene: Scene) -> Scene:
    """A trajectory of which the client did not confirm the start, so it was recorded."""
    case = scene.cast.open((REFERRED, FIRST_MEETING, StartRefused(date(2026, 4, 20))), name="Twijfel")
    return Scene(scene.cast, case, add_client(scene.cast, case))


def event_of(scene: Scene) -> Any:
    """What was recorded about her."""
    return scene.case.events.get(name="start_refused")


def says(scene: Scene, text: str = WORDS) -> Any:
    """The client tells her side."""
    return send_words(scene, f"/mijn/{scene.case.pk}/kant/{event_of(scene).pk}/", text)


def send_words(scene: Scene, url: str, text: str) -> Any:
    """Fill in the form of one field."""
    browser = signed_in(scene.client)
    key = "01890a5d-ac96-774b-bcce-b302099a8057"
    return browser.post(url, {"idempotency_key": key, "text": text})


def test_beside_what_she_would_have_refused_stands_the_way_to_her_side(refused: Scene) -> None:
    page = refused.as_(Role.CLIENT).get(refused.url).content.decode()
    assert f"/mijn/{refused.case.pk}/kant/{event_of(refused).pk}/" in page
    assert "/kant/" not in refused.as_(WORK).get(refused.url).content.decode()


@pytest.mark.rule("AT-249")
@pytest.mark.parametrize("role", [WORK, CARE, Role.VDAB_MEDIATOR, Role.NETWORK_COORDINATOR, Role.CLIENT])
def test_everybody_who_sees_the_event_sees_her_words_beside_it(refused: Scene, role: Role) -> None:
    assert says(refused).status_code == 302
    page = text_of(refused.as_(role).get(refused.url))
    assert "De deelnemer zegt, op " in page
    assert WORDS in page


def test_only_where_she_said_something_is_anything_looked_for(refused: Scene) -> None:
    def asked() -> int:
        browser = refused.as_(WORK)
        browser.get(refused.url)
        with CaptureQueriesContext(connection) as queries:
            browser.get(refused.url)
        return sum("history_reply" in one["sql"] for one in queries)

    assert asked() == 0
    says(refused)
    assert asked() == 1


@pytest.mark.django_db(transaction=True)
def test_what_she_said_before_this_was_kept_is_found_when_the_tables_are_brought_up_to_date(refused: Scene) -> None:
    says(refused)
    Case.objects.update(is_answered=False)
    migration = import_module("vlechtwerk.history.migrations.0007_answered")
    with as_owner(), connection.schema_editor() as editor:
        migration.tell_of_those_that_are(None, editor)
    assert list(Case.objects.filter(is_answered=True)) == [refused.case]
    with acting(refused.cast.outsider, TODAY):
        assert Reply.objects.count() == 0


def test_sending_twice_says_it_once(refused: Scene) -> None:
    says(refused)
    says(refused)
    with acting(refused.client, TODAY):
        assert Reply.objects.count() == 1
    assert Entry.objects.filter(verb=Verb.REPLY_WRITTEN).count() == 1


@pytest.mark.parametrize("role", [WORK, CARE])
def test_nobody_else_writes_in_her_name(refused: Scene, role: Role) -> None:
    by = refused.cast[role]
    with acting(by, TODAY), pytest.raises(NothingToAnswer):
        write_reply(event_of(refused), text=WORDS, by=by, key=refused.case.pk)
    made = Reply(case=refused.case, event=event_of(refused), author=by, text=WORDS)
    with acting(by, TODAY), pytest.raises(DatabaseError), transaction.atomic():
        made.save(force_insert=True)


def test_who_takes_no_part_reads_nothing_of_it_in_the_database_either(refused: Scene) -> None:
    says(refused)
    with acting(refused.cast.outsider, TODAY):
        assert Reply.objects.count() == 0


def test_to_what_says_nothing_bad_there_is_nothing_to_reply(refused: Scene) -> None:
    referred = refused.case.events.get(name="referred")
    assert send_words(refused, f"/mijn/{refused.case.pk}/kant/{referred.pk}/", WORDS).status_code == 404


def test_what_she_says_stays_beside_what_comes_in_the_place_of_a_correction(refused: Scene) -> None:
    says(refused)
    browser = refused.as_(WORK)
    url = f"{refused.url}rechtzetten/{event_of(refused).pk}/"
    assert send(browser, url, reason="wrong_date", on="2026-04-21", do="replace").status_code in {302, 422}
    assert WORDS in text_of(refused.as_(CARE).get(refused.url))


def test_asking_to_put_something_right_is_a_remark_and_a_signal_to_both_case_managers(world: World) -> None:
    item = Item.objects.get(compartment=world.part(Kind.SHARED))
    url = f"/mijn/{world.scene.case.pk}/verbeteren/{item.pk}/"
    assert send_words(world.scene, url, "Het was dinsdag.").status_code == 302
    signal = Signal.objects.get()
    assert (signal.kind, signal.capacities) == ("correction_asked", [str(CARE), str(WORK)])
    for role in (WORK, CARE):
        assert "iets in het dossier recht te zetten" in text_of(world.visitor(role).get("/"))
    with acting(world.scene.client, TODAY):
        assert Remark.objects.get().disputed


def test_an_empty_question_asks_nothing(world: World) -> None:
    item = Item.objects.get(compartment=world.part(Kind.SHARED))
    url = f"/mijn/{world.scene.case.pk}/verbeteren/{item.pk}/"
    assert send_words(world.scene, url, "  ").status_code == 422
    assert not Signal.objects.exists()
