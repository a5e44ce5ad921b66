"""Inviting the client to the own view, and coming in with the code of the letter."""

import re
from datetime import date
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from tests.portal.invited import CHOSEN, PASSWORD, TALK, Waiting, ask, comes_in, give, make_waiting
from tests.scene import Scene, signed_in, text_of
from vlechtwerk.accounts.models import Account
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.people.models import Person
from vlechtwerk.portal.actions import CannotInvite, InvitationNotOpen, come_in, invite, withdraw_invitation
from vlechtwerk.portal.codes import GROUPS, IN_A_GROUP, LETTERS, digest_of, new_code
from vlechtwerk.portal.models import Invitation, Setting, SettingKey
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Involvement, InvolvementReason

NEUTRAL = "Deze code werkt niet. Kijk of u ze goed overschreef"


@pytest.fixture
def waiting(db: None, today: date) -> Waiting:
    """A trajectory on 1 May 2026 whose client has no account yet."""
    return make_waiting()


def test_a_code_has_more_than_128_bits_and_only_its_digest_is_kept(waiting: Waiting) -> None:
    assert len(LETTERS) ** (GROUPS * IN_A_GROUP) > 2**128
    made = waiting.invited()
    assert bytes(Invitation.objects.get().digest) == digest_of(made.code)
    assert made.code not in str(Invitation.objects.values_list())


def test_a_code_may_be_typed_with_spaces_and_small_letters() -> None:
    code = new_code()
    assert digest_of(f" {code.lower().replace('-', ' ')} ") == digest_of(code)


def test_the_letter_shows_the_code_once_and_where_to_type_it(waiting: Waiting) -> None:
    letter = text_of(ask(waiting, "make", checked="on", on="2026-04-28"))
    code = re.search(r"\b[A-Z2-9]{4}(-[A-Z2-9]{4}){6}\b", letter)
    assert code
    assert "/uitnodiging/" in letter
    assert "tot en met 14 mei 2026" in letter
    assert code[0] not in text_of(signed_in(waiting.by).get(waiting.url))
    assert give(code[0]).status_code == 302


def test_the_code_works_only_after_a_case_manager_saw_who_it_is(waiting: Waiting) -> None:
    made = waiting.invited(checked_on=None)
    assert NEUTRAL in text_of(give(made.code))
    assert ask(waiting, "check", waiting.cast[Role.WORK_CASE_MANAGER], checked="on", on="2026-05-01").status_code == 302
    assert give(made.code).status_code == 302
    assert Invitation.objects.get().identity_checked_by == waiting.cast[Role.WORK_CASE_MANAGER]


@pytest.mark.parametrize("answers", [{}, {"checked": "on"}, {"checked": "on", "on": "2026-05-02"}])
def test_a_check_of_the_identity_has_a_day_that_has_come(waiting: Waiting, answers: dict[str, Any]) -> None:
    waiting.invited(checked_on=None)
    assert ask(waiting, "check", **answers).status_code == 422
    assert Invitation.objects.get().identity_checked_on is None


@pytest.mark.parametrize(("day", "works"), [("2026-05-14", True), ("2026-05-15", False)])
def test_a_code_works_for_fourteen_days(waiting: Waiting, day: str, works: bool) -> None:
    code = waiting.invited().code
    with time_machine.travel(f"{day}T12:00:00+02:00"):
        assert (give(code).status_code == 302) is works


@pytest.mark.parametrize(("day", "works"), [("2026-05-07", True), ("2026-05-08", False)])
def test_a_region_may_choose_another_number_of_days(waiting: Waiting, day: str, works: bool) -> None:
    chosen = {"value": "7", "valid_from": date(2026, 1, 1), "source": "afspraak regio"}
    Setting.objects.create(region=waiting.cast.region, key=SettingKey.INVITATION_DAYS, **chosen)
    code = waiting.invited().code
    with time_machine.travel(f"{day}T12:00:00+02:00"):
        assert (give(code).status_code == 302) is works


def test_the_client_chooses_an_account_and_is_led_to_the_second_step(waiting: Waiting) -> None:
    browser, answer = comes_in(waiting.invited().code)
    assert answer.headers["Location"] == "/"
    account = Account.objects.get(username="mijnnaam")
    assert account.check_password(PASSWORD)
    assert Person.objects.get(account=account).pk == waiting.case.file.person_id
    assert "/beveiliging/" in browser.get(f"/mijn/{waiting.case.pk}/").headers["Location"]


def test_she_takes_part_in_her_own_file_and_in_nothing_else(waiting: Waiting) -> None:
    comes_in(waiting.invited().code)
    part = Involvement.objects.get(capacity=Role.CLIENT)
    assert (part.file_id, part.reason, part.from_on) == (
        waiting.case.file_id, InvolvementReason.SELF, date(2026, 5, 1),
    )  # fmt: skip
    verbs = [Verb.INVITATION_MADE, Verb.IDENTITY_CHECKED, Verb.INVITATION_USED, Verb.INVOLVED]
    assert set(Entry.objects.filter(file_id=part.file_id).values_list("verb", flat=True)) >= set(verbs)


def worn_out(waiting: Waiting, how: str) -> str:
    """A code that does not work for some reason."""
    code = waiting.invited().code
    if how == "used":
        comes_in(code)
    if how == "withdrawn":
        withdraw_invitation(waiting.case.file, by=waiting.by)
    if how == "replaced":
        waiting.invited()
    if how == "over":
        Invitation.objects.update(expires_on=date(2026, 5, 1))
    return new_code() if how == "wrong" else code


@pytest.mark.parametrize("how", ["wrong", "used", "withdrawn", "replaced", "over"])
def test_whatever_is_wrong_with_a_code_the_answer_is_the_same(waiting: Waiting, how: str) -> None:
    answer, other = give(worn_out(waiting, how)), give("ONZIN")
    assert (answer.status_code, NEUTRAL in text_of(answer)) == (422, True)
    marks = re.compile(rb'nonce="[^"]*"|value="[^"]*"')
    assert marks.sub(b"", answer.content) == marks.sub(b"", other.content)


def test_who_tries_codes_has_to_wait(waiting: Waiting) -> None:
    browser = Client()
    with time_machine.travel("2026-05-01T10:00:00+02:00", tick=False):
        assert [give("ONZIN", browser).status_code for _ in range(10)] == [422] * 10
        assert give(waiting.invited().code, browser).status_code == 429


def test_a_code_that_was_typed_is_of_no_use_when_it_is_taken_back_meanwhile(waiting: Waiting) -> None:
    code, browser = waiting.invited().code, Client()
    give(code, browser)
    withdraw_invitation(waiting.case.file, by=waiting.by)
    chosen = {"username": "mijnnaam", "password1": PASSWORD, "password2": PASSWORD}
    answer = browser.post("/uitnodiging/account/", chosen)
    assert answer.headers["Location"] == "/uitnodiging/"
    assert not Account.objects.filter(username="mijnnaam").exists()


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({"username": "work_case_manager"}, "Deze naam bestaat al."),
        ({"password2": "iets heel anders"}, "Dit is niet hetzelfde wachtwoord."),
        ({"password1": "kort", "password2": "kort"}, "12 "),
        ({"username": "met spatie"}, "Alleen letters, cijfers"),
    ],
)
def test_an_account_that_cannot_be_made_is_told_and_the_code_still_works(
    waiting: Waiting, chosen: dict[str, str], told: str
) -> None:
    _browser, answer = comes_in(waiting.invited().code, **chosen)
    assert answer.status_code == 422
    assert told in text_of(answer)
    assert Invitation.objects.get().used_at is None


def test_somebody_who_works_in_the_file_cannot_come_in_as_the_client(waiting: Waiting) -> None:
    made = waiting.invited()
    for role in (Role.CARE_CASE_MANAGER, Role.WORK_PROVIDER):
        with pytest.raises(InvitationNotOpen):
            come_in(made.invitation.pk, waiting.cast[role].account)


def test_a_client_who_works_elsewhere_comes_in_with_her_own_account_and_sees_nothing_more(waiting: Waiting) -> None:
    outsider = waiting.cast.outsider
    browser = signed_in(outsider)
    give(waiting.invited().code, browser)
    browser.post("/uitnodiging/account/")
    assert browser.get(f"/mijn/{waiting.case.pk}/").status_code == 200
    browser.post("/functie/", {"position": str(outsider.pk)})
    for path in (f"/mijn/{waiting.case.pk}/", f"/trajecten/{waiting.case.pk}/", waiting.url):
        assert browser.get(path).status_code == 404


def test_the_account_of_another_client_cannot_be_used(waiting: Waiting) -> None:
    other = Waiting(waiting.cast, waiting.cast.open(name="Ander"))
    comes_in(other.invited().code)
    with pytest.raises(InvitationNotOpen):
        come_in(waiting.invited().invitation.pk, Account.objects.get(username="mijnnaam"))


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_what_is_sent_later_is_in_the_language_in_which_the_account_was_made(waiting: Waiting, language: str) -> None:
    browser = Client()
    browser.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    give(waiting.invited().code, browser)
    browser.post("/uitnodiging/account/", CHOSEN)
    assert Account.objects.get(username="mijnnaam").preferred_language == language


def test_who_has_the_own_view_is_not_invited_again(scene: Scene) -> None:
    with pytest.raises(CannotInvite):
        invite(scene.case, by=scene.cast[Role.WORK_CASE_MANAGER], identity_checked_on=TALK)


@pytest.mark.parametrize("role", [Role.WORK_PROVIDER, Role.NETWORK_COORDINATOR, Role.VDAB_MEDIATOR])
def test_only_a_case_manager_invites(waiting: Waiting, role: Role) -> None:
    with pytest.raises(CannotInvite):
        invite(waiting.case, by=waiting.cast[role])
    assert signed_in(waiting.cast[role]).get(waiting.url).status_code == 404
