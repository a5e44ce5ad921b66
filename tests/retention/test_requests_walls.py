"""The words of a request are for the client, the officers of the region and their author; both walls say the same."""

import pytest
from django.db import DatabaseError, connection, transaction

from tests.cast import Cast
from tests.retention.asked import ANSWER, WORDS, asks, decides
from tests.review.people import make_officer, officer_inside
from tests.scene import TODAY, Scene, signed_in, text_of
from vlechtwerk.organisations.models import Position, Region
from vlechtwerk.retention import erasing
from vlechtwerk.retention.models import Request, Saying
from vlechtwerk.retention.request_rows import Done, Right
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.guard import NobodyActs
from vlechtwerk.sharing.identity import acting


@pytest.fixture
def answered(scene: Scene, officer: Position) -> Request:
    """A request of the client with its answer."""
    request = asks(scene)
    decides(request, Done.GRANTED, officer)
    return request


def words_open_to(position: Position) -> list[str]:
    """The words that the database gives somebody, asked without any condition."""
    with acting(position, TODAY), connection.cursor() as cursor:
        cursor.execute("SELECT text FROM retention_saying ORDER BY id")
        return [text for (text,) in cursor.fetchall()]


def test_the_client_and_the_officer_read_the_words_of_both(scene: Scene, officer: Position, answered: Request) -> None:
    assert words_open_to(scene.client) == words_open_to(officer) == [WORDS, ANSWER]


def test_nobody_else_reads_a_word(scene: Scene, answered: Request) -> None:
    elsewhere = Cast(Region.objects.create(name="Anderregio"), scene.cast.members, scene.cast.outsider)
    others = [*scene.cast.members.values(), scene.cast.outsider, make_officer(elsewhere, "elsewhere")]
    assert {tuple(words_open_to(one)) for one in others} == {()}


def test_whoever_wrote_down_what_came_on_paper_reads_that_and_not_the_answer(scene: Scene, officer: Position) -> None:
    manager = scene.cast[Role.WORK_CASE_MANAGER]
    decides(asks(scene, by=manager), Done.REFUSED, officer)
    assert words_open_to(manager) == [WORDS]
    assert words_open_to(scene.cast[Role.CARE_CASE_MANAGER]) == []


@pytest.mark.parametrize("role", [Role.CARE_PROVIDER, Role.TRUSTED_ADVISOR])
def test_the_database_takes_no_words_of_somebody_else(scene: Scene, answered: Request, role: Role) -> None:
    by = scene.cast[role]
    with pytest.raises(DatabaseError, match="row-level security"), acting(by, TODAY), transaction.atomic():
        Saying.objects.create(request=answered, author=by, text="ingebroken")


def test_nobody_writes_in_the_name_of_another(scene: Scene, officer: Position, answered: Request) -> None:
    with pytest.raises(DatabaseError, match="row-level security"), acting(officer, TODAY), transaction.atomic():
        Saying.objects.create(request=answered, author=scene.client, text="ingebroken")


def test_while_nobody_acts_nothing_is_read(answered: Request) -> None:
    with pytest.raises(NobodyActs):
        list(Saying.objects.all())


def test_no_page_of_anybody_else_shows_a_word(scene: Scene, answered: Request) -> None:
    officer_inside(scene)
    for role in (Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER, Role.VDAB_MEDIATOR):
        browser = scene.as_(role)
        pages = [browser.get(url) for url in ("/", scene.url, f"{scene.url}luik/", f"/gegevensvragen/{answered.pk}/")]
        assert "KANARIE" not in "".join(text_of(one) for one in pages)
    assert WORDS in text_of(signed_in(make_officer(scene.cast)).get(f"/gegevensvragen/{answered.pk}/"))


def test_the_words_stand_in_one_table_and_that_table_is_erased(answered: Request) -> None:
    assert "retention_saying" in [one.name for one in erasing.targets()]
    assert Right(answered.right) is Right.ACCESS
