"""The kernel on a small procedure of its own: registering rules, editions, states, gates, and the order of events."""

from datetime import date

import pytest

from tests.rules.loans import LIBRARY, LOAN, Closed, Lent, LoanFacts, Returned, lending_rules, on
from vlechtwerk.rules.assessment import Obligation, State, state_of
from vlechtwerk.rules.calendar import calendar_days, since
from vlechtwerk.rules.kernel import Checklist, Due, Force, Rule, Rulebook, Shape, Shortfall, leaves_date, norm_of, unmet
from vlechtwerk.rules.roles import Role

LENT = Lent(date(2026, 2, 2))


def _state(day: date, *events: Lent | Returned | Closed, what: str = "return") -> State:
    return _obligation(day, *events, what=what).state


def _obligation(day: date, *events: Lent | Returned | Closed, what: str = "return") -> Obligation:
    assessment = on(day, *events)
    return next(one for one in (*assessment.obligations, *assessment.signals) if one.rule.what == what)


@pytest.mark.rule("AT-002")
@pytest.mark.parametrize(
    ("lent_on", "due_on"),
    [(date(2026, 6, 30), date(2026, 7, 28)), (date(2026, 7, 1), date(2026, 7, 22))],
)
def test_a_term_keeps_the_edition_that_was_in_force_when_it_started(lent_on: date, due_on: date) -> None:
    assert _obligation(date(2026, 7, 1), Lent(lent_on)).by == due_on


@pytest.mark.rule("AT-002")
def test_a_later_edition_does_not_change_a_term_that_runs() -> None:
    assert _obligation(date(2027, 1, 1), Lent(date(2026, 6, 30))).by == date(2026, 7, 28)


def test_a_gate_refuses_from_the_first_day_of_its_edition() -> None:
    before = on(date(2026, 6, 28), LENT, Returned(date(2026, 6, 28)))
    after = on(date(2026, 7, 5), LENT, Returned(date(2026, 7, 5)))
    assert before.refused == ()
    assert [reason.rule.id for reason in after.refused[0].reasons] == ["LIB-014"]


def test_a_gate_that_is_not_in_force_yet_does_not_hide_the_next_one() -> None:
    new_year = on(date(2026, 1, 1), Lent(date(2025, 12, 20)), Returned(date(2026, 1, 1)))
    assert [reason.rule.id for reason in new_year.refused[0].reasons] == ["LIB-015"]


@pytest.mark.parametrize(
    ("day", "in_force"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 6, 30), True),
        (date(2026, 7, 1), False),
    ],
)
def test_an_edition_is_in_force_from_its_first_to_its_last_day(day: date, in_force: bool) -> None:
    def norm() -> None:
        """A norm."""

    first, last = date(2026, 1, 1), date(2026, 6, 30)
    rule = Rule("LIB-9", Shape.GATE, LIBRARY.at("9"), "A norm.", norm, valid_from=first, valid_until=last)
    assert rule.in_force(day) is in_force


@pytest.mark.parametrize(
    ("day", "state"),
    [(date(2026, 2, 2), State.OPEN), (date(2026, 3, 2), State.OPEN), (date(2026, 3, 3), State.LATE)],
)
def test_what_is_not_done_is_open_until_its_date_and_late_from_the_day_after(day: date, state: State) -> None:
    assert _state(day, LENT) is state


@pytest.mark.parametrize(("returned_on", "state"), [(date(2026, 3, 2), State.MET), (date(2026, 3, 3), State.MET_LATE)])
def test_what_is_done_on_its_date_is_met_and_a_day_later_met_late(returned_on: date, state: State) -> None:
    assert _state(date(2026, 4, 1), LENT, Returned(returned_on)) is state


@pytest.mark.parametrize(("day", "state"), [(date(2026, 3, 9), State.LATE), (date(2026, 3, 10), State.LAPSED)])
def test_what_was_not_done_lapses_on_the_day_the_case_is_over(day: date, state: State) -> None:
    assert state_of(_obligation(date(2026, 3, 10), LENT, Closed(date(2026, 3, 10))).due, day) is state


def test_what_was_done_does_not_lapse() -> None:
    events = (LENT, Returned(date(2026, 3, 2)), Closed(date(2026, 3, 10)))
    assert _state(date(2026, 4, 1), *events) is State.MET


@pytest.mark.parametrize(("day", "owed"), [(date(2026, 2, 15), False), (date(2026, 2, 16), True)])
def test_something_is_owed_from_the_day_it_opens(day: date, owed: bool) -> None:
    assert any(one.rule.what == "reminder" for one in on(day, LENT).signals) is owed


@pytest.mark.parametrize(("returned_on", "owed"), [(date(2026, 2, 16), False), (date(2026, 2, 17), True)])
def test_what_would_lapse_before_it_opens_is_never_owed(returned_on: date, owed: bool) -> None:
    assessment = on(date(2026, 4, 1), LENT, Returned(returned_on))
    assert any(one.rule.what == "reminder" for one in assessment.signals) is owed


def test_its_own_end_goes_before_the_end_of_the_case() -> None:
    events = (LENT, Returned(date(2026, 2, 17)), Closed(date(2026, 3, 10)))
    assert _obligation(date(2026, 4, 1), *events, what="reminder").due.lapses == date(2026, 2, 17)


def test_what_outlives_the_case_is_still_owed_after_it() -> None:
    assert _state(date(2026, 4, 1), LENT, Closed(date(2026, 2, 3)), what="fine") is State.LATE


def test_signals_are_kept_apart_from_obligations() -> None:
    assessment = on(date(2026, 4, 1), LENT)
    assert {one.rule.what for one in assessment.obligations} == {"return", "fine"}
    assert {one.rule.what for one in assessment.signals} == {"reminder"}


def test_obligations_are_told_in_order_of_their_date_and_number() -> None:
    told = [(one.rule.what, one.due.number) for one in on(date(2026, 4, 1), LENT).obligations]
    assert told == [("return", 1), ("fine", 1), ("fine", 2)]


def test_an_obligation_opens_with_its_start_fact_when_its_rule_does_not_tell() -> None:
    assert _obligation(date(2026, 2, 2), LENT).due.opens == date(2026, 2, 2)
    assert not on(date(2026, 2, 1), LENT).obligations


def test_an_event_that_is_refused_changes_nothing_and_tells_every_reason_in_the_order_of_the_register() -> None:
    assessment = on(date(2026, 2, 2), Lent(date(2026, 2, 2), card=False, copies=4))
    assert assessment.status.code is None
    refusal = assessment.refused[0]
    assert (refusal.event, refusal.on) == ("lent", date(2026, 2, 2))
    assert [(reason.rule.id, reason.shortfall.missing) for reason in refusal.reasons] == [
        ("LIB-011", ("fewer_copies",)),
        ("LIB-012", ()),
    ]


def test_of_the_prerequisites_only_the_first_that_fails_is_told_and_the_broadest_comes_first() -> None:
    nothing_lent = on(date(2026, 7, 5), Returned(date(2026, 7, 5)))
    assert [reason.rule.id for reason in nothing_lent.refused[0].reasons] == ["LIB-010"]
    closed = on(date(2026, 7, 5), LENT, Closed(date(2026, 3, 1)), Returned(date(2026, 7, 5)))
    assert [reason.rule.id for reason in closed.refused[0].reasons] == ["LIB-013"]


def test_events_are_taken_in_order_of_date_and_on_one_day_as_listed() -> None:
    assessment = on(date(2026, 3, 1), Closed(date(2026, 3, 1)), Returned(date(2026, 3, 1)), LENT)
    assert assessment.facts.seen == ("Lent", "Closed")
    listed = on(date(2026, 3, 1), Returned(date(2026, 3, 1)), Closed(date(2026, 3, 1)), LENT)
    assert listed.facts.seen == ("Lent", "Returned", "Closed")


@pytest.mark.parametrize(("day", "future"), [(date(2026, 3, 1), 1), (date(2026, 3, 2), 0)])
def test_what_lies_after_the_day_has_not_happened_and_is_only_counted(day: date, future: int) -> None:
    assessment = on(day, LENT, Returned(date(2026, 3, 2)))
    assert assessment.future == future
    assert (assessment.facts.returned_on is None) is bool(future)


def test_an_event_is_allowed_or_blocked_with_the_fewest_reasons_of_its_forms() -> None:
    assessment = on(date(2026, 2, 2))
    assert assessment.allowed == ()
    reasons = {refusal.event: [reason.rule.id for reason in refusal.reasons] for refusal in assessment.blocked}
    assert reasons == {"lent": ["LIB-012"], "returned": ["LIB-010"], "closed": ["LIB-010"]}


def test_a_form_of_an_event_that_is_possible_makes_it_allowed() -> None:
    assert set(on(date(2026, 2, 3), LENT).allowed) == {"returned", "closed"}


def test_an_assessment_tells_its_procedure_day_and_what_is_peculiar() -> None:
    assessment = on(date(2026, 2, 3), LENT)
    assert (assessment.procedure, assessment.on, assessment.extra) == ("loan", date(2026, 2, 3), {"copies": 1})


def test_a_date_that_cannot_be_known_yet_is_none() -> None:
    assert on(date(2026, 2, 1)).dates == {"owned_from": None}
    told = on(date(2026, 2, 2), LENT).dates["owned_from"]
    assert told is not None
    assert (told[0].id, told[1].on) == ("LIB-020", date(2027, 2, 2))


def test_the_norm_is_the_first_paragraph_of_the_docstring_on_one_line() -> None:
    def rule() -> None:
        """A norm that
        runs on.

        A remark about the source.
        """  # noqa: D205 - the point of the test

    assert norm_of(rule) == "A norm that runs on."


def test_a_rule_without_a_norm_is_refused_by_name() -> None:
    def silent() -> None:
        pass

    with pytest.raises(ValueError, match=r"rule .*silent has no norm"):
        norm_of(silent)


def test_a_book_keeps_its_rules_in_the_order_in_which_they_were_registered() -> None:
    assert [rule.id for rule in lending_rules() if rule.shape is Shape.GATE] == [
        "LIB-012",
        "LIB-011",
        "LIB-010",
        "LIB-013",
        "LIB-014",
        "LIB-015",
    ]
    assert [rule.id for rule in LOAN.book.of_shape(Shape.AUTOMATIC)] == ["LIB-020"]


def test_a_rule_carries_what_was_registered_with_it() -> None:
    book = Rulebook("loan")

    @book.amount("LIB-030", LIBRARY.at("6"), what="price", force=Force.SHOULD, points={"free": "it costs nothing"})
    def price() -> int:
        """Lending is free."""
        return 0

    (rule,) = book
    assert (rule.id, rule.shape, rule.what, rule.force) == ("LIB-030", Shape.AMOUNT, "price", Force.SHOULD)
    assert rule.source.section == "6"
    assert rule.texts == ("Lending is free.", "it costs nothing")
    assert rule.function is price


def test_a_deadline_names_what_is_owed_and_who_owes_it() -> None:
    rule = LOAN.deadlines[0]
    assert (rule.what, rule.owner, rule.signal, rule.outlives) == ("return", Role.CLIENT, False, False)


def test_a_checklist_tells_what_is_missing_in_its_own_order() -> None:
    points = Checklist({"card": "the card", "copies": "the number", "date": "the date"})
    assert points.missing({"copies"}) == ("card", "date")
    assert points.missing(("date", "card", "copies")) == ()


def test_a_checklist_refuses_a_point_that_is_not_on_it() -> None:
    points = Checklist({"card": "the card"})
    with pytest.raises(ValueError, match="not on this list: colour, size"):
        points.missing(("colour", "card", "size"))


def test_a_checklist_is_registered_with_its_points() -> None:
    book = Rulebook("loan")

    @book.checklist("LIB-040", LIBRARY.at("7"), concerns="lending")
    def at_the_desk() -> dict[str, str]:
        """The reader shows a card at the desk."""
        return {"card": "the card"}

    (rule,) = book.of_shape(Shape.REQUIREMENT)
    assert (rule.concerns, rule.points, rule.norm) == (
        "lending",
        {"card": "the card"},
        "The reader shows a card at the desk.",
    )
    assert at_the_desk.missing(()) == ("card",)


def test_a_requirement_is_registered_with_its_moment_and_points() -> None:
    book = Rulebook("loan")
    book.requirement("LIB-041", LIBRARY.at("7"), concerns="lending", points={"card": "the card"})(_no_card)
    (rule,) = book
    assert (rule.shape, rule.concerns, rule.force) == (Shape.REQUIREMENT, "lending", Force.MUST)


def _no_card() -> tuple[str, ...]:
    """A card is needed."""
    return ("card",)


def test_a_due_date_is_the_end_of_its_reckoning() -> None:
    due = Due(since("lent", date(2026, 2, 2)).plus(calendar_days(28)))
    assert Obligation(LOAN.deadlines[0], due, State.OPEN).by == date(2026, 3, 2)
    assert Shortfall() == Shortfall(missing=(), possible_from=None)


def test_facts_are_changed_by_making_new_ones() -> None:
    before = LoanFacts(settings=None)
    after = before.with_(lent_on=date(2026, 2, 2), seen=("Lent",))
    assert (before.lent_on, after.lent_on, after.seen) == (None, date(2026, 2, 2), ("Lent",))
    assert after == LoanFacts(None, lent_on=date(2026, 2, 2), seen=("Lent",))


def test_an_event_may_leave_nothing_but_its_date() -> None:
    assert leaves_date("lent_on")(LoanFacts(None), LENT) == LoanFacts(None, lent_on=date(2026, 2, 2))


def test_the_points_that_are_not_met_are_told_in_order() -> None:
    assert unmet(card=False, copies=True, date=False) == ("card", "date")
    assert unmet(card=True) == ()
