"""How fast one account may search, take along and change who has access."""

from typing import Any

import pytest
from django.test import Client

from tests.accounts.people import Person, make_person, sign_in_fully
from vlechtwerk.accounts.pace import GIVING_ACCESS, SEARCHING, TAKING_ALONG, Pace
from vlechtwerk.audit.actions import AccountOnly, note
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.audit.queries import deeds_since

pytestmark = pytest.mark.django_db


def done(person: Person, verb: Verb, times: int) -> None:
    """Somebody did this so many times, a moment ago."""
    for _ in range(times):
        note(verb, by=AccountOnly(person.account.pk))


def searched(client: Client) -> Any:
    """What a search for a name answers."""
    sign_in_fully(client)
    return client.post("/", {"name": "Janssens"})


@pytest.mark.parametrize(("before", "status"), [(59, 200), (60, 429)])
def test_one_account_searches_sixty_times_a_minute(client: Client, settled: Person, before: int, status: int) -> None:
    done(settled, Verb.FILES_LISTED, before)
    assert searched(client).status_code == status


def test_who_goes_too_fast_reads_what_to_do_and_the_log_tells_it_without_a_name(
    client: Client, settled: Person, caplog: pytest.LogCaptureFixture
) -> None:
    done(settled, Verb.FILES_LISTED, SEARCHING.most)
    assert "Wacht enkele minuten" in searched(client).content.decode()
    assert "an account was asked to slow down: files_listed" in caplog.text
    assert settled.account.username not in [record.getMessage() for record in caplog.records]


def test_looking_at_the_list_without_searching_is_not_held_up(client: Client, settled: Person) -> None:
    done(settled, Verb.FILES_LISTED, SEARCHING.most)
    sign_in_fully(client)
    assert client.get("/").status_code == 200


def test_what_others_do_and_what_is_something_else_does_not_count(client: Client, settled: Person) -> None:
    done(make_person("bo"), Verb.FILES_LISTED, SEARCHING.most)
    done(settled, Verb.FILE_READ, SEARCHING.most)
    assert searched(client).status_code == 200


def test_a_minute_later_it_begins_again(settled: Person) -> None:
    done(settled, Verb.FILES_LISTED, 3)
    assert deeds_since(settled.account.pk, SEARCHING.verbs, 60) == 3
    assert deeds_since(settled.account.pk, SEARCHING.verbs, 0) == 0


@pytest.mark.parametrize(
    ("pace", "method", "path"),
    [
        (TAKING_ALONG, "get", "/trajecten/0193a7d0-0000-7000-8000-000000000001/reconstructie/verslag/"),
        (
            TAKING_ALONG,
            "get",
            ("/trajecten/0193a7d0-0000-7000-8000-000000000001/luik/documenten/0193a7d0-0000-7000-8000-000000000002/"),
        ),
        (TAKING_ALONG, "post", "/mijn/0193a7d0-0000-7000-8000-000000000001/dossier/"),
        (GIVING_ACCESS, "post", "/trajecten/0193a7d0-0000-7000-8000-000000000001/luik/toegang/geven/"),
    ],
    ids=["report", "document", "own file", "access"],
)
def test_reports_documents_the_own_file_and_access_have_a_pace_too_before_anything_is_looked_up(
    client: Client, settled: Person, pace: Pace, method: str, path: str
) -> None:
    done(settled, pace.verbs[0], pace.most)
    sign_in_fully(client)
    before = Entry.objects.count()
    assert getattr(client, method)(path).status_code == 429
    assert Entry.objects.count() == before
