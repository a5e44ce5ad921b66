"""A client sees who looked at the own file: function, organisation, part, day, under which grant, refused attempts too."""

import re
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.audit.tampering import as_superuser
from tests.scene import Scene, add_client, make_scene, scene, signed_in, text_of, today
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.audit.queries import Look, who_looked
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing import reading

__all__ = ["scene", "today"]
pytestmark = pytest.mark.usefixtures("several_requests")
URL = "/wie-keek/"


def looks(file_id: UUID) -> list[Look]:
    """The first lines of who looked at a file."""
    return who_looked([file_id], 0, 50)


def test_looking_twice_on_a_day_is_one_line(scene: Scene) -> None:
    browser, grant = scene.as_(Role.WORK_PROVIDER), scene.case.file.involvements.get(capacity=Role.WORK_PROVIDER)
    browser.get(scene.url)
    browser.get(scene.url)
    (look,) = looks(scene.case.file_id)
    assert (look.capacity, look.verb, look.part, look.times) == ("work_provider", Verb.FILE_READ, "administrative", 2)
    assert (look.grant_id, look.purpose, look.allowed) == (grant.pk, "guidance", True)


def test_another_function_is_another_line_and_a_list_counts(scene: Scene) -> None:
    scene.as_(Role.WORK_PROVIDER).get(scene.url)
    scene.as_(Role.CARE_PROVIDER).get("/")
    found = [(look.capacity, look.verb) for look in looks(scene.case.file_id)]
    assert found == [("care_provider", Verb.FILES_LISTED), ("work_provider", Verb.FILE_READ)]


def test_another_file_is_left_out(scene: Scene) -> None:
    other = scene.cast.open(name="Ander")
    reading.read(scene.cast[Role.DGS], other.file.involvements.all())
    assert looks(scene.case.file_id) == []


@pytest.mark.rule("AT-255")
def test_the_client_reads_who_looked_and_why_it_is_shown(scene: Scene) -> None:
    scene.as_(Role.WORK_PROVIDER).get(scene.url)
    text = text_of(scene.as_(Role.CLIENT).get(URL))
    told = ["Dienstverlener werk, Provider Testregio", "Het dossier: verloop van het traject", "1 keer"]
    told += ["AT-255", "AT-256", "Om de deelnemer te begeleiden", "Waarom kunt u dit zien?"]
    told += ["Een toewijzing aan het traject, sinds 1 juli 2023"]
    assert [one for one in told if one not in text] == []
    assert "Work_Provider" not in text


def test_each_explanation_on_the_page_says_what_it_explains(scene: Scene) -> None:
    page = scene.as_(Role.CLIENT).get(URL).content.decode()
    asked = re.findall(r'<details class="why why-asked">\s*<summary>(.*?)</summary>', page)
    assert asked == ["Waarom kunt u dit zien?", "Wat moet iemand weten die iets over u deelt?"]


def test_a_refused_attempt_is_told_to_the_client_and_not_to_who_tried(scene: Scene) -> None:
    tried = scene.as_outsider().get(scene.url)
    text = text_of(scene.as_(Role.CLIENT).get(URL))
    assert "Casemanager werk, Gtb Testregio" in text
    assert "Geweigerd: zag niets" in text
    assert (tried.status_code, "eweigerd" in text_of(tried)) == (404, False)


def test_the_page_speaks_english_too(scene: Scene) -> None:
    scene.as_(Role.CLIENT).get(scene.url)
    browser = scene.as_(Role.CLIENT)
    browser.cookies["language"] = "en"
    text = text_of(browser.get(URL))
    assert "Who looked at my file?" in text
    assert "You yourself" in text


def test_looking_at_who_looked_is_recorded(scene: Scene) -> None:
    scene.as_(Role.CLIENT).get(URL)
    line = Entry.objects.get(verb=Verb.RECORD_READ)
    assert (line.file_id, line.capacity, line.purpose) == (scene.case.file_id, "client", "own_file")


def test_the_own_page_leads_to_it(scene: Scene) -> None:
    assert f'href="{URL}"' in scene.as_(Role.CLIENT).get(scene.url).content.decode()


def test_a_client_sees_nothing_of_the_file_of_another(scene: Scene) -> None:
    other = signed_in(add_client(scene.cast, scene.cast.open(name="Ander")))
    scene.as_(Role.WORK_PROVIDER).get(scene.url)
    assert "Dienstverlener werk" not in text_of(other.get(URL))


@pytest.mark.parametrize("role", [role for role in Role if role in {Role.WORK_CASE_MANAGER, Role.DGS}])
def test_for_who_is_no_client_the_page_does_not_exist(scene: Scene, role: Role) -> None:
    assert scene.as_(role).get(URL).status_code == 404


@pytest.mark.parametrize(("page", "status"), [("1", 200), ("2", 200), ("0", 404), ("x", 404), ("10001", 404)])
def test_a_page_that_cannot_be_does_not_exist(scene: Scene, page: str, status: int) -> None:
    assert scene.as_(Role.CLIENT).get(URL, {"page": page}).status_code == status


def questions(browser: Client) -> int:
    """How many queries the page takes."""
    with CaptureQueriesContext(connection) as queries:
        assert browser.get(URL).status_code == 200
    return len(queries)


def test_the_number_of_queries_does_not_grow_with_the_number_of_lines(scene: Scene) -> None:
    browser = scene.as_(Role.CLIENT)
    scene.as_(Role.DGS).get(scene.url)
    browser.get(URL)
    few = questions(browser)
    for role in (Role.WORK_PROVIDER, Role.CARE_PROVIDER, Role.NETWORK_COORDINATOR, Role.PROJECT_FOLLOWER):
        scene.as_(role).get(scene.url)
    assert questions(browser) == few


@pytest.mark.django_db(transaction=True)
def test_more_than_a_page_of_days_is_told_page_by_page(transactional_db: None, today: object) -> None:
    scene = make_scene()
    involved = list(scene.case.file.involvements.all())
    for _ in range(51):
        reading.read(scene.cast[Role.DGS], involved)
    as_superuser(["UPDATE audit_entry SET at = '2021-02-04'::date - pos::int WHERE capacity = 'dgs'"])
    browser = scene.as_(Role.CLIENT)
    first, second = browser.get(URL), browser.get(URL, {"page": "2"})
    assert ("Volgende" in text_of(first), "Vorige" in text_of(first)) == (True, False)
    assert ("Volgende" in text_of(second), "Vorige" in text_of(second)) == (False, True)
