"""Preparing, deciding and closing a statement: two people, in order of time, and what is stored stays."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from tests.audit.tampering import as_superuser
from tests.compensation.world import World, on_day, stopped_early
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.compensation import actions
from vlechtwerk.compensation.actions import MoneyRefused, OutOfDate
from vlechtwerk.compensation.models import Line, State, Statement, Step
from vlechtwerk.compensation.sealing import broken_seals
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.duties.payment import HalfYear

H1, H2 = HalfYear(2026, 1), HalfYear(2026, 2)
ENDED = stopped_early(date(2026, 1, 15), date(2026, 4, 15))


def missing(refused: pytest.ExceptionInfo[MoneyRefused]) -> tuple[str, tuple[str, ...]]:
    """The rule that refused, and what it missed."""
    (reason,) = refused.value.reasons
    return reason.rule.id, reason.shortfall.missing


def decide(run: HalfYear, by: Position) -> None:
    actions.decide(run=run, by=by, key=uuid4())


def test_a_statement_is_prepared_decided_by_another_and_closed(world: World) -> None:
    world.amount()
    world.open(ENDED)
    assert world.statement(*H1).state is State.DRAFT
    world.prepare(*H1)
    assert world.statement(*H1).state is State.PREPARED
    decide(H1, world.colleague)
    assert world.statement(*H1).state is State.DECIDED
    actions.close(run=H1, by=world.official, key=uuid4())
    assert world.statement(*H1).state is State.CLOSED


@pytest.mark.rule("AT-260")
def test_who_prepared_a_statement_does_not_decide_about_it(world: World) -> None:
    world.prepare(*H1)
    with pytest.raises(MoneyRefused) as refused:
        decide(H1, world.official)
    assert missing(refused) == ("AT-260", ("another_person",))
    assert world.statement(*H1).state is State.PREPARED


@pytest.mark.rule("AT-260")
def test_the_same_person_in_another_position_does_not_decide_either(world: World) -> None:
    world.prepare(*H1)
    world.colleague.account = world.official.account
    world.colleague.save()
    with pytest.raises(MoneyRefused):
        decide(H1, world.colleague)


@pytest.mark.rule("AT-260")
def test_nothing_is_decided_while_an_amount_is_not_known(world: World) -> None:
    world.open(ENDED)
    world.prepare(*H1)
    with pytest.raises(MoneyRefused) as refused:
        decide(H1, world.colleague)
    assert missing(refused) == ("AT-260", ("amounts",))


@pytest.mark.rule("AT-015")
def test_the_contact_neither_prepares_nor_decides(world: World) -> None:
    with pytest.raises(MoneyRefused) as refused:
        world.prepare(*H1, by=world.contact)
    assert missing(refused) == ("AT-019", ("by_care_department",))
    world.prepare(*H1)
    with pytest.raises(MoneyRefused) as refused:
        decide(H1, world.contact)
    assert missing(refused) == ("AT-260", ("of_care_department",))


@pytest.mark.rule("AT-019")
@pytest.mark.parametrize(("day", "refused"), [("2026-06-30", True), ("2026-07-01", False)])
def test_a_statement_is_prepared_from_the_day_after_the_half_year(world: World, day: str, refused: bool) -> None:
    with on_day(day):
        if refused:
            with pytest.raises(MoneyRefused) as why:
                world.prepare(*H1)
            assert missing(why) == ("AT-019", ("half_year_over",))
        else:
            world.prepare(*H1)


@pytest.mark.rule("AT-019")
def test_the_next_statement_waits_for_the_decision_about_the_one_before(world: World) -> None:
    world.prepare(*H1)
    with pytest.raises(MoneyRefused) as refused:
        world.prepare(*H2)
    assert missing(refused) == ("AT-019", ("nothing_waiting",))
    decide(H1, world.colleague)
    world.prepare(*H2)


@pytest.mark.rule("AT-019")
def test_a_half_year_has_one_statement_and_never_one_behind_a_later_one(world: World) -> None:
    world.decide(*H2)
    for run, expected in ((H1, ("in_order",)), (H2, ("only_statement",))):
        with pytest.raises(MoneyRefused) as refused:
            actions.prepare(run=run, seen="", by=world.official, key=uuid4())
        assert missing(refused) == ("AT-019", expected)


def test_a_returned_statement_is_a_draft_again_and_is_prepared_once_more(world: World) -> None:
    world.prepare(*H1)
    actions.give_back(run=H1, reason="bedrag nakijken", by=world.colleague, key=uuid4())
    assert world.statement(*H1).state is State.DRAFT
    world.prepare(*H1)
    assert list(Statement.objects.values_list("attempt", flat=True)) == [1, 2]
    decide(H1, world.colleague)


def test_nothing_is_decided_or_closed_twice_or_out_of_turn(world: World) -> None:
    for act in (actions.decide, actions.close):
        with pytest.raises(OutOfDate):
            act(run=H1, by=world.colleague, key=uuid4())
    world.decide(*H1)
    with pytest.raises(OutOfDate):
        actions.give_back(run=H1, reason="te laat", by=world.colleague, key=uuid4())


def test_a_form_that_is_sent_twice_does_one_thing(world: World) -> None:
    keys = uuid4(), uuid4()
    seen = world.statement(*H1).digest
    for _ in range(2):
        actions.prepare(run=H1, seen=seen, by=world.official, key=keys[0])
    for _ in range(2):
        actions.decide(run=H1, by=world.colleague, key=keys[1])
    assert (Statement.objects.count(), Step.objects.count()) == (1, 1)


def test_lines_that_changed_since_they_were_seen_are_not_prepared(world: World) -> None:
    seen = world.statement(*H1).digest
    world.open(ENDED)
    with pytest.raises(OutOfDate):
        actions.prepare(run=H1, seen=seen, by=world.official, key=uuid4())
    assert Statement.objects.count() == 0


def test_what_is_stored_is_never_changed_or_removed(world: World) -> None:
    world.amount()
    world.open(ENDED)
    world.decide(*H1)
    for change in (Line.objects.update, Statement.objects.update, Step.objects.update):
        with pytest.raises(DatabaseError), transaction.atomic():
            change(**({"percent": 100} if change == Line.objects.update else {"digest": "x"}))
    with pytest.raises(DatabaseError), transaction.atomic():
        Line.objects.all().delete()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("transactional_db")
def test_a_line_that_was_changed_past_the_program_breaks_the_seal(world: World) -> None:
    world.amount()
    world.open(ENDED)
    world.decide(*H1)
    actions.close(run=H1, by=world.official, key=uuid4())
    assert list(broken_seals()) == []
    as_superuser(["UPDATE compensation_line SET amount = 700"])
    assert [one.what for one in broken_seals()] == ["lines"]


def test_every_step_stands_in_the_record_with_its_rule(world: World) -> None:
    world.decide(*H1)
    told = Entry.objects.filter(verb__startswith="statement_").values_list("verb", "position_id", "rules")
    assert sorted(told) == [
        (Verb.STATEMENT_DECIDED, world.colleague.pk, ["AT-260"]),
        (Verb.STATEMENT_PREPARED, world.official.pk, ["AT-019"]),
    ]
