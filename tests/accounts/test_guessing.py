"""What somebody finds out who tries names, passwords and codes: nothing, and not for long."""

import re
from typing import Any

import pytest
import time_machine
from django.test import Client

from tests.accounts.people import PASSWORD, Person, code_now, give_code, give_password, led_to, make_person
from vlechtwerk.accounts.urls import urlpatterns
from vlechtwerk.audit.models import Entry

pytestmark = pytest.mark.django_db
CHANGING = re.compile(
    rb'nonce="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"|value="(an|niemand)"|wachtwoord/kiezen/[^"]*'
)


def page(answer: Any) -> tuple[int, bytes, list[str]]:
    """What can be compared of an answer."""
    return answer.status_code, CHANGING.sub(b"", answer.content), sorted(answer.headers)


def test_a_wrong_password_and_a_name_that_does_not_exist_get_the_same_answer(an: Person) -> None:
    assert page(give_password(Client(), "an", "fout")) == page(give_password(Client(), "niemand", "fout"))


@pytest.mark.parametrize("change", [{"is_active": False}, {"is_demo": True}])
def test_an_account_that_may_not_sign_in_answers_like_one_that_does_not_exist(
    an: Person, change: dict[str, bool]
) -> None:
    type(an.account).objects.filter(pk=an.account.pk).update(**change)
    assert page(give_password(Client())) == page(give_password(Client(), "niemand"))


def test_as_much_is_computed_for_a_name_that_does_not_exist(an: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[str] = []
    monkeypatch.setattr(
        "django.contrib.auth.hashers.MD5PasswordHasher._check_encode_args",
        lambda self, password, salt: hashed.append(password),
    )
    for name in ("an", "niemand"):
        give_password(Client(), name, "fout")
    assert hashed == ["fout", "fout"]


@pytest.mark.parametrize("name", ["an", "niemand"])
def test_after_five_wrong_passwords_no_password_is_looked_at_for_five_minutes(an: Person, name: str) -> None:
    with time_machine.travel("2026-05-04T10:00:00+02:00", tick=False) as clock:
        answers = [give_password(Client(), name, "fout").content for _ in range(5)]
        assert all(b"klopt niet" in answer for answer in answers)
        assert "Te veel pogingen" in give_password(Client(), name, PASSWORD).content.decode()
        clock.move_to("2026-05-04T10:05:01+02:00")
        assert led_to(give_password(Client(), name, PASSWORD)) == ("/" if name == "an" else "")


def test_from_one_address_no_more_than_twenty_wrong_passwords_a_minute_are_looked_at(an: Person) -> None:
    with time_machine.travel("2026-05-04T10:00:00+02:00", tick=False):
        for number in range(20):
            give_password(Client(), f"naam{number}", "fout")
        assert "Te veel pogingen" in give_password(Client()).content.decode()
        elsewhere = Client(REMOTE_ADDR="192.0.2.7")
        assert led_to(give_password(elsewhere)) == "/"


def test_the_page_to_sign_in_can_be_sent_thirty_times_a_minute_from_one_address(an: Person) -> None:
    with time_machine.travel("2026-05-04T10:00:00+02:00", tick=False):
        answers = [give_password(Client(), f"naam{number}", "fout") for number in range(31)]
    assert [one.status_code for one in answers] == [422] * 30 + [429]
    assert "Te veel pogingen" in answers[-1].content.decode()


def test_after_five_wrong_codes_no_code_is_looked_at(settled: Person) -> None:
    client = Client()
    give_password(client)
    assert [give_code(client, "000000").status_code for _ in range(5)] == [422] * 5
    assert "Te veel pogingen" in give_code(client).content.decode()


def test_limits_hold_for_a_person_whatever_the_browser(settled: Person) -> None:
    for _ in range(5):
        browser = Client()
        give_password(browser)
        give_code(browser, "000000")
    last = Client()
    give_password(last)
    assert give_code(last, code_now()).status_code == 422


def test_nobody_makes_an_account_for_oneself(client: Client, db: None) -> None:
    for path in ("/signup/", "/accounts/signup/", "/registreren/", "/accounts/password/reset/", "/accounts/login/"):
        assert client.get(path).status_code == 404


def test_a_link_for_somebody_else_does_not_tell_whether_that_account_exists(client: Client) -> None:
    person = make_person()
    known = client.get(f"/wachtwoord/kiezen/{person.account.pk.hex}-c0ffee-0123456789abcdef/", follow=True)
    unknown = client.get(f"/wachtwoord/kiezen/{'0' * 32}-c0ffee-0123456789abcdef/", follow=True)
    assert page(known) == page(unknown)


@pytest.mark.parametrize("path", [str(one.pattern) for one in urlpatterns if not str(one.pattern).startswith("^")])
def test_no_form_of_another_site_does_anything_here(settled: Person, path: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(settled.account)
    place = path.replace("<slug:provider_id>", "acm-idm").replace("<int:pk>", "1")
    assert client.post(f"/{place}", {"code": code_now()}).status_code == 403


def failures(verb: str) -> list[tuple[object, object]]:
    """The lines of the record about attempts that failed: which account, and whether it was let through."""
    return list(Entry.objects.filter(verb=verb).order_by("id").values_list("account_id", "allowed"))


def test_a_wrong_password_leaves_a_line_with_the_account_when_there_is_one_and_never_with_a_name(an: Person) -> None:
    give_password(Client(), "an", "fout")
    give_password(Client(), "niemand", "fout")
    assert failures("sign_in_failed") == [(an.account.pk, False), (None, False)]
    assert "niemand" not in str(list(Entry.objects.values_list()))


def test_an_account_that_may_not_sign_in_leaves_the_same_line(an: Person) -> None:
    type(an.account).objects.filter(pk=an.account.pk).update(is_active=False)
    give_password(Client())
    assert failures("sign_in_failed") == [(an.account.pk, False)]


def test_a_wrong_second_factor_leaves_a_line(settled: Person) -> None:
    client = Client()
    give_password(client)
    give_code(client, "000000")
    assert failures("factor_refused") == [(settled.account.pk, False)]
    assert failures("sign_in_failed") == []
