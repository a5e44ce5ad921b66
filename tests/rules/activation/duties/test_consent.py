"""Consent: discussed beforehand, for one thing, to named people, with an end, and taken back at once."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from vlechtwerk.rules.activation.duties.consent import (
    ClientRemark,
    Consent,
    Entry,
    Withdrawal,
    WithheldItem,
    client_remark_stands_beside_the_entry,
    client_view,
    consent_is_no_blank_cheque,
    entry_is_dated,
    explanation,
    proposed_end,
    recipient_joins_the_talk,
    sharing_is_discussed_beforehand,
    withdrawal_is_told_without_content,
    withdrawn_consent_ends_reading,
    withheld_item_stays_unseen,
)
from vlechtwerk.rules.roles import Role

BRUSSELS = ZoneInfo("Europe/Brussels")
WORK = Role.WORK_CASE_MANAGER
BOTH = frozenset({WORK, Role.CARE_CASE_MANAGER})
SHARED = date(2026, 6, 1)
QUIET = "needs a quiet workplace"
CONSENT = Consent(QUIET, "to find a place", "I work best without noise", frozenset({WORK}), SHARED, date(2026, 12, 1))
GENERAL = replace(CONSENT, what="", discussed_on=date(2026, 2, 19))
WITHHELD = WithheldItem("An", Role.CLIENT, "too early", SHARED, frozenset({"An"}))


@pytest.mark.rule("AT-247")
def test_nobody_but_the_author_knows_that_something_is_withheld() -> None:
    assert withheld_item_stays_unseen(WITHHELD) == ()
    assert withheld_item_stays_unseen(replace(WITHHELD, known_to=frozenset({"An", "Bart"}))) == ("unseen",)


@pytest.mark.rule("AT-247")
def test_withholding_tells_who_decided_why_and_when() -> None:
    bare = replace(WITHHELD, decided_by=None, reason="", withheld_on=None)
    assert withheld_item_stays_unseen(bare) == ("decided_by", "reason", "date")
    assert withheld_item_stays_unseen(replace(WITHHELD, decided_by=Role.CARE_CASE_MANAGER)) == ()
    assert withheld_item_stays_unseen(replace(WITHHELD, decided_by=Role.VDAB_MEDIATOR)) == ("decided_by",)


@pytest.mark.rule("AT-248")
def test_reading_stops_at_the_moment_of_withdrawal() -> None:
    withdrawn = replace(CONSENT, withdrawn_at=datetime(2026, 7, 10, 14, 0, tzinfo=BRUSSELS))
    before = datetime(2026, 7, 10, 13, 59, tzinfo=BRUSSELS)
    assert withdrawn_consent_ends_reading(withdrawn, before) == ()
    assert withdrawn_consent_ends_reading(withdrawn, before.replace(hour=14, minute=0)) == ("not_withdrawn",)
    assert withdrawn_consent_ends_reading(withdrawn, before.replace(hour=14, minute=1)) == ("not_withdrawn",)
    assert withdrawn_consent_ends_reading(CONSENT, before) == ()


@pytest.mark.rule("AT-248")
def test_both_case_managers_hear_of_a_withdrawal_without_the_content() -> None:
    assert withdrawal_is_told_without_content(Withdrawal(BOTH, with_content=False, log_kept=True)) == ()
    only_work = Withdrawal(frozenset({WORK}), with_content=True, log_kept=True)
    assert withdrawal_is_told_without_content(only_work) == ("care_case_manager", "no_content")


@pytest.mark.rule("AT-248")
def test_what_was_shared_before_a_withdrawal_stays_in_the_log() -> None:
    assert withdrawal_is_told_without_content(Withdrawal(BOTH, with_content=False, log_kept=False)) == ("log",)


@pytest.mark.rule("AT-249")
def test_the_clients_remark_is_shown_in_her_own_words() -> None:
    assert client_remark_stands_beside_the_entry(ClientRemark("I was ill", "I was ill")) == ()
    assert client_remark_stands_beside_the_entry(ClientRemark("I was ill", "says she was ill")) == ("unchanged",)
    assert client_remark_stands_beside_the_entry(ClientRemark("I was ill", None)) == ("shown",)


@pytest.mark.rule("AT-249")
def test_an_entry_in_dispute_carries_a_mark() -> None:
    disputed = ClientRemark("No", "No", disputed=True)
    assert client_remark_stands_beside_the_entry(disputed) == ("mark",)
    assert client_remark_stands_beside_the_entry(replace(disputed, marked=True)) == ()


@pytest.mark.rule("AT-253")
def test_sharing_is_discussed_on_the_day_itself_at_the_latest() -> None:
    assert sharing_is_discussed_beforehand(CONSENT, date(2026, 6, 1)) == ()
    assert sharing_is_discussed_beforehand(CONSENT, date(2026, 5, 31)) == ("discussed",)
    assert sharing_is_discussed_beforehand(replace(CONSENT, discussed_on=None), SHARED) == ("discussed",)


@pytest.mark.rule("AT-253")
def test_what_why_how_and_to_whom_are_all_discussed() -> None:
    empty = replace(CONSENT, what="", why="", wording="", recipients=frozenset())
    assert sharing_is_discussed_beforehand(empty, SHARED) == ("what", "why", "wording", "recipients")


@pytest.mark.rule("AT-254")
def test_the_general_consent_at_the_start_covers_nothing_that_is_shared_later() -> None:
    assert consent_is_no_blank_cheque(GENERAL, QUIET, SHARED) == ("specific",)
    assert consent_is_no_blank_cheque(GENERAL, "", SHARED) == ("specific",)
    assert consent_is_no_blank_cheque(CONSENT, QUIET, SHARED) == ()
    assert consent_is_no_blank_cheque(CONSENT, "debts", SHARED) == ("specific",)


@pytest.mark.rule("AT-254")
def test_a_consent_without_end_is_refused() -> None:
    assert consent_is_no_blank_cheque(replace(CONSENT, valid_until=None), QUIET, SHARED) == ("end",)


@pytest.mark.rule("AT-254")
def test_a_consent_holds_up_to_and_including_its_last_day() -> None:
    assert consent_is_no_blank_cheque(CONSENT, QUIET, date(2026, 12, 1)) == ()
    assert consent_is_no_blank_cheque(CONSENT, QUIET, date(2026, 12, 2)) == ("valid",)


@pytest.mark.rule("AT-254")
def test_a_consent_is_reviewed_after_six_months_unless_another_day_is_chosen() -> None:
    assert proposed_end(date(2026, 6, 1)) == date(2026, 12, 1)
    assert proposed_end(date(2026, 8, 31)) == date(2027, 2, 28)


@pytest.mark.rule("AT-255")
def test_an_explanation_tells_with_whom_information_is_shared() -> None:
    others = [code for code in explanation.points if code != "with_whom"]
    assert explanation.missing(others) == ("with_whom",)
    assert explanation.missing([*others, "with_whom"]) == ()


@pytest.mark.rule("AT-255")
def test_the_client_sees_who_looked_at_the_file() -> None:
    assert client_view.missing(["who_can_see", "roles", "end_goal"]) == ("who_looked",)
    assert client_view.missing(["who_can_see", "who_looked", "roles", "end_goal"]) == ()


@pytest.mark.rule("AT-257")
def test_an_entry_carries_the_day_it_happened_and_the_day_it_was_written() -> None:
    assert entry_is_dated(Entry(date(2026, 6, 1), date(2026, 6, 3))) == ()
    assert entry_is_dated(Entry(date(2026, 6, 1), date(2026, 6, 1))) == ()
    assert entry_is_dated(Entry(None, None)) == ("happened_on", "written_on")


@pytest.mark.rule("AT-257")
def test_nothing_is_written_before_it_happened() -> None:
    assert entry_is_dated(Entry(date(2026, 6, 1), date(2026, 5, 31))) == ("order",)


@pytest.mark.rule("AT-257")
def test_an_entry_is_marked_as_no_longer_current_without_being_deleted() -> None:
    entry = Entry(date(2026, 6, 1), date(2026, 6, 3), outdated_on=date(2026, 9, 1))
    assert entry_is_dated(entry) == ()
    assert entry_is_dated(replace(entry, outdated_on=date(2026, 5, 31))) == ("order",)


@pytest.mark.rule("AT-259")
def test_client_and_recipient_are_both_in_the_triangle_talk() -> None:
    assert recipient_joins_the_talk(frozenset({Role.CLIENT, Role.CARE_PROVIDER, WORK}), WORK) == ()
    assert recipient_joins_the_talk(frozenset({Role.CLIENT, Role.CARE_PROVIDER}), WORK) == ("recipient",)
    assert recipient_joins_the_talk(frozenset({Role.CARE_PROVIDER, WORK}), WORK) == ("client",)
