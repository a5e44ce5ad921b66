"""Who opened the file while a consent held, and who may say for the client that she agrees."""

from datetime import date, datetime
from typing import Any
from uuid import uuid4

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.db import connection
from django.test import Client, RequestFactory
from zeal import zeal_ignore

from tests.dossier.test_consent import item_url, says, shared
from tests.dossier.world import CARE, CARER, WORK, World
from tests.scene import text_of
from vlechtwerk.accounts.factors import prove_second_factor
from vlechtwerk.accounts.models import Account, UndertakingAccepted
from vlechtwerk.accounts.undertaking import CURRENT
from vlechtwerk.consent.models import Consent, State
from vlechtwerk.rules.roles import Role
from vlechtwerk.texts.dates import long_date

OPENED = "Wie opende het vertrouwelijk luik terwijl dit gold?"
CLIENT = Role.CLIENT


@pytest.fixture(autouse=True)
def _everybody_has_access(world: World) -> None:
    """Both case managers and the care provider have access to the shared part."""
    for role in (WORK, CARE, CARER):
        world.give(role)


def looks(world: World, role: Role) -> None:
    """Somebody opens the confidential file."""
    with zeal_ignore():
        world.visitor(role).get(world.url)


def listed(world: World, role: Role = CLIENT) -> str:
    """What the page of the item tells somebody about who opened the file."""
    text = text_of(world.visitor(role).get(item_url(world)))
    return text.partition(OPENED)[2][:90]


def clock() -> datetime:
    """What the clock of the database says, which tells the moments of the record whatever day a test plays on."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        told: datetime = cursor.fetchone()[0]
        return told


def held(since: datetime, until: datetime | None = None) -> None:
    """The client agreed at the one moment, and took it back at the other one if any."""
    state = State.WITHDRAWN if until else State.GIVEN
    Consent.objects.update(answered_at=since, ended_at=until, until_on=date(2100, 1, 1), state=state)


@pytest.mark.rule("AT-248")
def test_who_looked_after_the_answer_is_listed_with_function_and_organisation(world: World) -> None:
    shared(world)
    before = clock()
    looks(world, WORK)
    looks(world, WORK)
    held(before)
    who = f"{long_date(before.date(), 'nl')}: casemanager werk, {world.position(WORK).organisation.name}"
    assert listed(world).strip().startswith(f"{who} Zij konden dit toen lezen.")


@pytest.mark.rule("AT-248")
def test_who_looked_before_the_answer_is_not_listed(world: World) -> None:
    shared(world)
    looks(world, WORK)
    held(clock())
    assert listed(world).strip().startswith("Niemand in die tijd.")
    looks(world, WORK)
    assert "casemanager werk" in listed(world)


@pytest.mark.rule("AT-248")
def test_who_looked_after_it_was_taken_back_is_not_listed_and_who_looked_before_stays(world: World) -> None:
    shared(world)
    since = clock()
    held(since, clock())
    looks(world, WORK)
    assert listed(world).strip().startswith("Niemand in die tijd.")
    held(since, clock())
    assert "casemanager werk" in listed(world)


@pytest.mark.rule("AT-248")
def test_it_is_told_from_the_answer_of_the_client_on_and_still_after_she_took_it_back(world: World) -> None:
    shared(world, answer="decides_herself")
    assert says(world, CLIENT, "give") == 302
    assert OPENED in text_of(world.visitor(CLIENT).get(item_url(world)))
    assert says(world, CLIENT, "withdraw") == 302
    assert OPENED in text_of(world.visitor(CLIENT).get(item_url(world)))


@pytest.mark.rule("AT-248")
def test_the_author_and_whom_it_was_not_meant_for_are_not_listed(world: World) -> None:
    shared(world)
    held(clock())
    looks(world, CARE)
    looks(world, CARER)
    assert listed(world).strip().startswith("Niemand in die tijd.")


@pytest.mark.rule("AT-248")
def test_only_the_client_and_the_author_read_it(world: World) -> None:
    shared(world)
    held(clock())
    looks(world, WORK)
    assert "casemanager werk" in listed(world, CARE)
    assert OPENED not in text_of(world.visitor(WORK).get(item_url(world)))


@pytest.mark.rule("AT-248")
def test_where_the_client_never_agreed_there_is_no_such_list(world: World) -> None:
    shared(world, answer="decides_herself")
    assert OPENED not in text_of(world.visitor(CLIENT).get(item_url(world)))
    says(world, CLIENT, "refuse")
    assert OPENED not in text_of(world.visitor(CLIENT).get(item_url(world)))


def proved(world: World, role: Role, minutes: int) -> Client:
    """The browser of a real person, who gave a second factor so many minutes ago."""
    account = world.position(role).account
    Account.objects.filter(pk=account.pk).update(is_demo=False)
    UndertakingAccepted.objects.create(account=account, version=CURRENT.version, language="nl", digest="-")
    browser = world.visitor(role)
    request = RequestFactory().get("/")
    request.session, request.user = browser.session, account
    prove_second_factor(request, "totp")
    request.session[AUTHENTICATION_METHODS_SESSION_KEY][0]["at"] -= minutes * 60
    request.session.save()
    return browser


def told(browser: Client, world: World, **answer: str) -> Any:
    """Somebody tells what the client said, or the client answers."""
    asked = {"consent": str(Consent.objects.get().pk), "idempotency_key": str(uuid4()), **answer}
    return browser.post(item_url(world), asked)


@pytest.mark.parametrize(("minutes", "state"), [(14, State.GIVEN), (16, State.ASKED)])
def test_who_tells_that_the_client_agreed_proved_a_moment_ago_who_that_is(
    world: World, minutes: int, state: State
) -> None:
    shared(world, answer="decides_herself")
    answer = told(proved(world, CARE, minutes), world, do="told", agrees="yes", how="on_paper")
    assert answer.status_code == 302
    assert ("next=" in answer.headers["Location"]) is (state is State.ASKED)
    assert Consent.objects.get().state == state


def test_the_client_herself_is_asked_nothing_more(world: World) -> None:
    shared(world, answer="decides_herself")
    told(proved(world, CLIENT, 200), world, do="give")
    assert Consent.objects.get().state == State.GIVEN
