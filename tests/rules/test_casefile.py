"""A case file is read as the contract says: its words, its bounds, and every fault told once with its place."""

from datetime import date, datetime

import pytest

from tests.rules.histories import IN_PROGRESS
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.activation.terms import Advice, Attendance, ClosingFrom, Domain, PlanDueFrom, RegionSettings
from vlechtwerk.rules.casefile import CaseFile, read_case, read_event, write_event
from vlechtwerk.rules.roles import Role

REFERRED = {"event": "referred", "on": "2026-02-02"}


def document(*events: object, **others: object) -> dict[str, object]:
    """A case file with these events."""
    return {"format": 1, "procedure": "activation", "events": list(events), **others}


def case(*events: object, **others: object) -> CaseFile:
    """The case that was read; the test fails when there are faults."""
    read = read_case(document(*events, **others))
    assert isinstance(read, CaseFile), read
    return read


def faults(read: object) -> list[tuple[str, str]]:
    """Place and message of each fault, with the values filled in."""
    assert isinstance(read, tuple), "no faults were found"
    return [(fault.where, fault.message.format(**fault.parameters)) for fault in read]


def event(name: str, on: object = "2026-04-01", **attributes: object) -> dict[str, object]:
    """An event as it stands in a case file; `with_` stands for the key `with`."""
    return {"event": name, "on": on, **{key.rstrip("_"): value for key, value in attributes.items()}}


def test_events_are_read_in_the_order_of_the_file() -> None:
    later, earlier = event("start_confirmed", "2026-02-19"), REFERRED
    assert case(later, earlier).events == (e.StartConfirmed(date(2026, 2, 19)), e.Referred(date(2026, 2, 2)))


def test_the_keys_of_the_file_fill_the_fields_of_the_event() -> None:
    told = event("first_meeting", attendance="present", with_=["client", "care_case_manager"])
    read = e.FirstMeeting(date(2026, 4, 1), Attendance.PRESENT, (Role.CLIENT, Role.CARE_CASE_MANAGER))
    assert case(told).events == (read,)


def test_what_may_be_left_out_has_the_default_of_the_event() -> None:
    read = case(event("action_started", domain="care"), event("plan_signed"), event("delay_noted")).events
    assert read[0] == e.ActionStarted(date(2026, 4, 1), Domain.CARE, internship=False)
    assert read[1] == e.PlanSigned(date(2026, 4, 1), (), None, None, (Domain.WORK, Domain.CARE))
    assert read[2] == e.DelayNoted(date(2026, 4, 1), reason_given=False, next_steps_given=False)


def test_nothing_is_the_same_as_left_out_where_nothing_can_stand() -> None:
    assert case(event("plan_uploaded", version=None)).events == (e.PlanUploaded(date(2026, 4, 1)),)


def test_the_advice_rec_is_the_advice_nec() -> None:
    read = case(event("mediation_advice_registered", advice="REC")).events[0]
    assert read == e.MediationAdviceRegistered(date(2026, 4, 1), Advice.NEC)


def test_a_case_without_events_is_a_case() -> None:
    assert case().events == ()


def test_without_region_the_defaults_of_the_product_hold() -> None:
    assert case().settings == RegionSettings()


def test_the_choices_of_the_region_are_read() -> None:
    region = {"plan_due_from": "referral", "closing_from": "maximum", "target_months": 12, "maximum_signal_days": 90}
    settings = case(region=region).settings
    assert (settings.plan_due_from, settings.closing_from) == (PlanDueFrom.REFERRAL, ClosingFrom.MAXIMUM)
    assert (settings.target_months, settings.maximum_signal_days) == (12, 90)


@pytest.mark.parametrize("on", ["2000-01-01", "2024-02-29", "2199-12-31", date(2026, 4, 1)])
def test_a_date_is_a_day_between_2000_and_2199(on: object) -> None:
    assert str(case(event("icf_completed", on, categories=3)).events[0].on) == str(on)


@pytest.mark.parametrize("on", ["1999-12-31", "2200-01-01", date(1999, 12, 31)])
def test_a_day_outside_those_years_is_refused(on: object) -> None:
    told = faults(read_case(document(event("start_confirmed", on))))
    assert told == [("events[0].on", f"{on} lies outside 2000-01-01 to 2199-12-31")]


@pytest.mark.parametrize(
    "on",
    [
        "2026-02-30",
        "2026-2-2",
        "20260202",
        "2026-02-02T10:00",
        "2026-W01-1",
        "",
        "٢٠٢٦-٠٢-٠٢",
        None,
        20260202,
        True,
        [],
    ],
)
def test_what_is_no_day_is_refused(on: object) -> None:
    (told,) = faults(read_case(document(event("start_confirmed", on))))
    assert told[0] == "events[0].on"
    assert "is no date" in told[1]


def test_a_moment_is_no_day() -> None:
    moment = datetime(2026, 4, 1, 10, 0)  # noqa: DTZ001 - what a YAML reader would make of it has no zone either
    assert "is no date" in faults(read_case(document(event("start_confirmed", moment))))[0][1]


@pytest.mark.parametrize(
    ("name", "key", "values"), [("icf_completed", "categories", (0, 43)), ("extension_requested", "months", (1, 120))]
)
def test_a_number_may_be_the_lowest_and_the_highest(name: str, key: str, values: tuple[int, int]) -> None:
    assert len(case(*(event(name, **{key: value}) for value in values)).events) == 2


@pytest.mark.parametrize(
    ("name", "key", "value", "bounds"),
    [
        ("icf_completed", "categories", -1, "0 to 43"),
        ("icf_completed", "categories", 44, "0 to 43"),
        ("extension_requested", "months", 0, "1 to 120"),
        ("extension_requested", "months", 121, "1 to 120"),
        ("plan_uploaded", "version", 0, "1 to 999"),
    ],
)
def test_a_number_out_of_range_is_refused(name: str, key: str, value: int, bounds: str) -> None:
    told = faults(read_case(document(event(name, **{key: value}))))
    assert told == [(f"events[0].{key}", f"{value} lies outside {bounds}")]


@pytest.mark.parametrize(
    ("told", "where", "message"),
    [
        (event("refered"), "event", 'unknown event "refered"'),
        ({"on": "2026-04-01"}, "", "the key event is missing"),
        (event(7), "event", "7 is not one of the words that can stand here"),  # type: ignore[arg-type]  # a wrong type on purpose
        ({"event": "referred"}, "", "the key on is missing"),
        (event("action_started"), "", "the key domain is missing"),
        (event("referred", medium="eid"), "medium", 'unknown key "medium"'),
        (
            event("application_started"),
            "event",
            "the event application_started does not belong to the procedure activation",
        ),
        (event("action_started", domain="Work"), "domain", '"Work" is not one of the words that can stand here'),
        (event("action_started", domain=None), "domain", "null is not one of the words that can stand here"),
        (
            event("action_started", domain="work", internship="yes"),
            "internship",
            '"yes" is no yes or no; write true or false',
        ),
        (event("action_started", domain="work", internship=1), "internship", "1 is no yes or no; write true or false"),
        (event("icf_completed", categories=True), "categories", "true is no whole number"),
        (event("icf_completed", categories=3.0), "categories", "3.0 is no whole number"),
        (event("icf_completed", categories="3"), "categories", '"3" is no whole number'),
        (event("evaluation_held", with_="client"), "with", 'a list is expected, not "client"'),
        (event("evaluation_held", with_=None), "with", "a list is expected, not null"),
        (event("evaluation_held", with_=["cmw"]), "with[0]", '"cmw" is not one of the words that can stand here'),
        (event("evaluation_held", with_=["client", "client"]), "with", '"client" stands in this list more than once'),
        (event("evaluation_held", attended_by=["client"]), "attended_by", 'unknown key "attended_by"'),
        (event("interrupted", until="2026-03-31", reason="illness"), "until", "2026-03-31 lies before 2026-04-01 (on)"),
        ("referred", "", 'keys with values are expected, not "referred"'),
        ([], "", "keys with values are expected, not []"),
    ],
)
def test_a_fault_in_an_event_is_told_once_with_its_place(told: object, where: str, message: str) -> None:
    place = f"events[1].{where}" if where else "events[1]"
    assert faults(read_case(document(REFERRED, told))) == [(place, message)]


def test_an_interruption_may_last_one_day() -> None:
    assert case(event("interrupted", "2026-04-01", until="2026-04-01", reason="illness")).events


@pytest.mark.parametrize(
    ("change", "where", "message"),
    [
        ({"format": 2}, "format", "format 2 is unknown; this program reads format 1"),
        ({"format": True}, "format", "format true is unknown; this program reads format 1"),
        ({"format": "1"}, "format", 'format "1" is unknown; this program reads format 1'),
        ({"procedure": "activatie"}, "procedure", 'unknown procedure "activatie"'),
        ({"procedure": ["activation"]}, "procedure", "unknown procedure […]"),
        ({"events": None}, "events", "a list is expected, not null"),
        ({"events": {}}, "events", "a list is expected, not {}"),
        ({"evnts": []}, "evnts", 'unknown key "evnts"'),
        ({"region": []}, "region", "keys with values are expected, not []"),
        ({"region": {"plan": 1}}, "region.plan", 'unknown key "plan"'),
        (
            {"region": {"plan_due_from": "intake"}},
            "region.plan_due_from",
            '"intake" is not one of the words that can stand here',
        ),
        ({"region": {"target_months": 2}}, "region.target_months", "2 lies outside 3 to 18"),
        ({"region": {"target_months": 19}}, "region.target_months", "19 lies outside 3 to 18"),
    ],
)
def test_a_fault_above_the_events_is_told_once_with_its_place(
    change: dict[str, object], where: str, message: str
) -> None:
    assert faults(read_case({**document(REFERRED), **change})) == [(where, message)]


@pytest.mark.parametrize("key", ["format", "procedure", "events"])
def test_a_key_that_every_file_needs_is_missed(key: str) -> None:
    told = document(REFERRED)
    del told[key]
    assert faults(read_case(told)) == [("", f"the key {key} is missing")]


def test_all_faults_are_told_and_not_only_the_first() -> None:
    told = document(event("refered"), {"event": "first_meeting", "with": ["x"]}, format=3, region={"plan": 1})
    places = ["format", "region.plan", "events[0].event", "events[1]", "events[1]", "events[1].with[0]"]
    assert [where for where, _ in faults(read_case(told))] == places


def test_the_nearest_word_is_proposed_and_all_words_are_named() -> None:
    read = read_case(document(event("mediation_advice_registered", advice="nec")))
    assert isinstance(read, tuple)
    assert (read[0].nearest, read[0].expected) == ("NEC", ("NEC", "SEC", "AMA", "WELFARE"))


def test_a_long_or_unprintable_word_stays_on_one_short_line() -> None:
    (told,) = faults(read_case(document(event("a\nb\x00" + "x" * 10_000))))
    assert told[1] == 'unknown event "a\\nb\\x00' + "x" * 32 + '…"'


@pytest.mark.rule("AT-003")
def test_a_referral_on_the_last_day_of_the_older_decree_is_not_supported() -> None:
    told = faults(read_case(document(event("referred", "2023-06-30"))))
    reason = "referrals before 1 July 2023 fall under the older decree, which is not supported"
    assert told == [("events[0]", reason)]


@pytest.mark.rule("AT-003")
def test_a_referral_on_the_first_day_of_the_present_decree_is_read() -> None:
    assert case(event("referred", "2023-07-01")).events == (e.Referred(date(2023, 7, 1)),)


def test_one_event_is_read_without_a_place_for_a_form() -> None:
    told = faults(read_event(ACTIVATION, event("interrupted", until="soon", reason="illness")))
    assert [where for where, _ in told] == ["until"]


def test_an_event_is_written_as_it_stands_in_a_case_file() -> None:
    written = write_event(ACTIVATION, e.FirstMeeting(date(2026, 2, 19), Attendance.PRESENT, (Role.CLIENT,)))
    assert written == {"event": "first_meeting", "on": "2026-02-19", "attendance": "present", "with": ["client"]}


def test_what_has_its_default_is_not_written() -> None:
    written = write_event(ACTIVATION, e.PlanSigned(date(2026, 3, 30), (Role.CLIENT,)))
    assert written == {"event": "plan_signed", "on": "2026-03-30", "by": ["client"]}


def test_a_history_that_is_written_is_read_back() -> None:
    written = [write_event(ACTIVATION, one) for one in IN_PROGRESS]
    assert case(*written).events == IN_PROGRESS
