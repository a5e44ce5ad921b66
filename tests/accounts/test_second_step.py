"""The second factor: nobody works with files without one, and every proof gives the session a new key."""

import re

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.test import Client, override_settings

from tests.accounts.people import (
    PASSWORD,
    SECRET,
    Person,
    code_now,
    give_code,
    give_password,
    led_to,
    make_person,
    sign_in_fully,
)
from tests.cast import make_position
from vlechtwerk.audit.models import Entry
from vlechtwerk.organisations.models import Region
from vlechtwerk.rules.roles import Role

pytestmark = pytest.mark.django_db
WORK = ["/", "/functie/", "/trajecten/0190d5a0-0000-7000-8000-000000000000/"]


@pytest.mark.parametrize("role", [Role.WORK_CASE_MANAGER, Role.NETWORK_COORDINATOR, Role.CLIENT])
def test_with_a_password_alone_nobody_comes_further_than_the_own_account(client: Client, role: Role) -> None:
    make_person(role=role)
    give_password(client)
    assert {led_to(client.get(path)) for path in WORK} == {"/beveiliging/"}
    assert led_to(client.post("/")) == "/beveiliging/"


def test_a_part_of_a_page_is_not_given_either(client: Client, an: Person) -> None:
    give_password(client)
    answer = client.get("/", headers={"HX-Request": "true"})
    assert answer.content == b""
    assert answer.headers["HX-Redirect"].startswith("/beveiliging/")


def test_setting_up_an_app_opens_the_work_and_gives_recovery_codes(client: Client, an: Person) -> None:
    an.undertakes()
    give_password(client)
    secret = re.search(r"<code>([A-Z2-7]+)</code>", client.get("/beveiliging/app/").content.decode())
    assert secret is not None
    answer = client.post("/beveiliging/app/", {"code": code_now(secret[1])})
    assert led_to(answer) == "/beveiliging/herstelcodes/"
    shown = re.findall(r"<code>(\d{8})</code>", client.get("/beveiliging/herstelcodes/").content.decode())
    assert shown == an.recovery_codes()
    assert client.get("/").status_code == 200


def test_recovery_codes_are_shown_once(client: Client, settled: Person) -> None:
    sign_in_fully(client)
    for codes in (10, 0):
        page = client.get("/beveiliging/herstelcodes/").content.decode()
        assert len(re.findall(r"<code>\d{8}</code>", page)) == codes


def test_after_the_password_the_second_step_is_asked_before_anything_is_signed_in(
    client: Client, settled: Person
) -> None:
    assert led_to(give_password(client)) == "/aanmelden/tweede-factor/"
    assert "_auth_user_id" not in client.session
    assert give_code(client, "000000").status_code == 422
    assert led_to(give_code(client)) == "/"
    assert client.get("/").status_code == 200


def test_a_code_works_once(settled: Person) -> None:
    code = code_now()
    for status in (302, 422):
        browser = Client()
        give_password(browser)
        assert give_code(browser, code).status_code == status


@pytest.mark.parametrize(("moment", "status"), [("10:00:29", 302), ("10:00:30", 422)])
def test_a_code_works_during_its_own_half_minute_only(settled: Person, moment: str, status: int) -> None:
    browser = Client()
    with time_machine.travel("2026-05-04T10:00:00+02:00", tick=False):
        code = code_now()
    with time_machine.travel(f"2026-05-04T{moment}+02:00", tick=False):
        give_password(browser)
        assert give_code(browser, code).status_code == status


@override_settings(MFA_TOTP_TOLERANCE=1)
def test_an_operator_may_let_the_code_of_half_a_minute_ago_count_too(settled: Person) -> None:
    with time_machine.travel("2026-05-04T10:00:00+02:00", tick=False):
        code = code_now()
    for moment, status in (("10:01:00", 422), ("10:00:30", 302)):
        browser = Client()
        with time_machine.travel(f"2026-05-04T{moment}+02:00", tick=False):
            give_password(browser)
            assert give_code(browser, code).status_code == status


def test_a_recovery_code_works_once(settled: Person) -> None:
    code = settled.recovery_codes()[0]
    for status in (302, 422):
        browser = Client()
        give_password(browser)
        assert give_code(browser, code).status_code == status


def test_the_session_gets_a_new_key_at_the_password_the_second_step_a_confirmation_and_a_position(
    client: Client, settled: Person
) -> None:
    client.get("/aanmelden/")
    keys = [client.session.session_key]
    for step in ("password", "code", "confirm", "position"):
        with time_machine.travel(f"2026-05-04T10:0{len(keys)}:00+02:00", tick=False):
            do(step, client, settled)
        keys.append(client.session.session_key)
    assert len(set(keys)) == 5


def do(step: str, client: Client, person: Person) -> None:
    """One step in which somebody proves or chooses something."""
    if step == "password":
        give_password(client)
    elif step == "code":
        give_code(client)
    elif step == "confirm":
        assert client.post("/bevestigen/code/", {"code": code_now()}).status_code == 302
    else:
        assert client.post("/functie/", {"position": str(person.position.pk)}).status_code == 302


def test_the_key_of_before_the_password_is_of_no_use_afterwards(client: Client, settled: Person) -> None:
    client.get("/aanmelden/")
    planted = Client()
    planted.cookies["session"] = client.session.session_key or "none"
    sign_in_fully(client)
    assert "_auth_user_id" not in planted.session


def test_taking_the_last_second_factor_away_closes_the_work_again(client: Client, settled: Person) -> None:
    sign_in_fully(client)
    assert client.post("/beveiliging/app/verwijderen/").status_code == 302
    assert not Authenticator.objects.exists()
    assert led_to(client.get("/")) == "/beveiliging/"
    assert Entry.objects.filter(verb="factor_removed", account_id=settled.account.pk).exists()


def test_factors_cannot_be_changed_from_a_screen_that_was_left_open(client: Client, settled: Person) -> None:
    with time_machine.travel("2026-05-04T10:00:00+02:00", tick=False):
        sign_in_fully(client)
    with time_machine.travel("2026-05-04T10:05:00+02:00", tick=False):
        for path in ("app/verwijderen/", "sleutels/nieuw/", "herstelcodes/nieuw/"):
            assert led_to(client.get(f"/beveiliging/{path}")) == "/bevestigen/code/"
        assert led_to(client.get("/bevestigen/wachtwoord/")) == "/bevestigen/code/"


def test_a_password_confirms_only_for_who_has_no_second_factor_yet(client: Client, an: Person) -> None:
    with time_machine.travel("2026-05-04T10:00:00+02:00", tick=False):
        give_password(client)
    with time_machine.travel("2026-05-04T10:06:00+02:00", tick=False):
        assert led_to(client.get("/beveiliging/app/")) == "/bevestigen/wachtwoord/"
        answer = client.post("/bevestigen/wachtwoord/", {"password": PASSWORD, "next": "/beveiliging/app/"})
        assert led_to(answer) == "/beveiliging/app/"
        assert client.get("/beveiliging/app/").status_code == 200


def test_the_secret_of_an_app_does_not_stand_in_the_database_as_it_is(settled: Person) -> None:
    assert SECRET not in str(Authenticator.objects.get(type="totp").data)


def test_a_new_secret_key_of_the_deployment_still_reads_what_the_old_one_wrote(client: Client, settled: Person) -> None:
    with override_settings(SECRET_KEY="x" * 60, SECRET_KEY_FALLBACKS=[_present_key()]):
        sign_in_fully(client)


def test_without_the_key_that_wrote_a_secret_its_codes_are_wrong_codes(client: Client, settled: Person) -> None:
    with override_settings(SECRET_KEY="x" * 60):
        give_password(client)
        assert give_code(client).status_code == 422


def _present_key() -> str:
    """The key of the tests."""
    return "a key that is known to everybody and therefore only good for tests"


def test_a_fictional_person_comes_in_through_the_demonstration_without_a_second_step(client: Client) -> None:
    position = make_position(Role.CARE_CASE_MANAGER, Region.objects.create(name="Proefregio"), "verzonnen")
    client.post("/demo/", {"position": str(position.pk)})
    assert client.get("/").status_code == 200
    with override_settings(DEMO=False):
        assert led_to(client.get("/")) == "/beveiliging/"
