"""The report of a reconstruction: a tagged PDF with what the page tells, and nothing else."""

import io
import re
import time
from typing import Any

import pikepdf
import pytest
from django.test import Client
from zeal import zeal_ignore

from tests.dossier.world import World, fill
from tests.reconstruction.pdf_text import text_of
from tests.scene import Scene
from vlechtwerk.accounts.models import Account
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.history.models import Case
from vlechtwerk.rules.roles import Role

WORK, CLIENT = Role.WORK_CASE_MANAGER, Role.CLIENT


def report(scene: Scene, case: Case, role: Role = WORK, **choice: str) -> Any:
    """The report, with a choice."""
    return scene.as_(role).get(f"/trajecten/{case.pk}/reconstructie/verslag/", choice)


@pytest.mark.rule("AT-132")
def test_the_report_tells_the_course_with_its_terms(scene: Scene, case: Case) -> None:
    told = text_of(report(scene, case, on="2026-04-25").content)
    for words in (
        "Fien Achteraf",
        "25 april 2026",
        "Termijnen en hun opvolging",
        "2 dagen te vroeg",
        "Versies van het plan",
        "Wie deelnam aan het dossier",
    ):
        assert words in told


def test_the_report_is_tagged_and_names_its_language_and_no_author(scene: Scene, case: Case) -> None:
    with pikepdf.open(io.BytesIO(report(scene, case).content)) as document:
        assert bool(document.Root.MarkInfo.Marked)
        assert str(document.Root.Lang) == "nl"
        assert "/Author" not in document.docinfo
        assert "<pdfuaid:part>1</pdfuaid:part>" in str(document.open_metadata())
        assert document.Root.StructTreeRoot is not None


def test_neither_the_name_of_the_file_nor_its_title_tells_who_it_is_about(scene: Scene, case: Case) -> None:
    answer = report(scene, case)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="reconstructie.pdf"'
    with pikepdf.open(io.BytesIO(answer.content)) as document:
        assert "Achteraf" not in str(document.docinfo) + str(document.open_metadata())


def test_what_was_not_known_on_the_day_is_not_in_the_report_of_what_was_known(scene: Scene, case: Case) -> None:
    told = {reading: text_of(report(scene, case, on="2026-04-25", reading=reading).content) for reading in READINGS}
    assert "Actie gestart" in told["happened"]
    assert "Actie gestart" not in told["known"]


READINGS = ("happened", "known")


def test_taking_it_along_stands_in_the_record_and_the_client_sees_it(scene: Scene) -> None:
    report(scene, scene.case)
    assert Entry.objects.get(verb=Verb.FILE_EXPORTED).file_id == scene.case.file_id
    page = scene.as_(CLIENT).get("/wie-keek/").content.decode()
    assert "Een verslag van het dossier, meegenomen" in page


def test_no_text_of_the_confidential_file_is_ever_in_it(scene: Scene) -> None:
    with zeal_ignore():
        world = World(scene)
        fill(world)
        world.give_all()
        told = [text_of(report(scene, scene.case, role).content) for role in world.everybody()]
        told += [scene.as_(role).get(f"{scene.url}reconstructie/").content.decode() for role in world.everybody()]
    assert len(told) == 20
    assert [text for text in told if "KANARIE" in text] == []


def test_who_reads_no_confidential_part_does_not_learn_who_does(scene: Scene) -> None:
    with zeal_ignore():
        World(scene).give_all()
        pages = {role: scene.as_(role).get(f"{scene.url}reconstructie/").content.decode() for role in (WORK, FOLLOWER)}
    assert re.search(r"Gedeeld(e)? deel", pages[WORK])
    assert not re.search(r"Gedeeld(e)? deel", pages[FOLLOWER])


FOLLOWER = Role.PROJECT_FOLLOWER


def test_who_gave_no_second_factor_a_moment_ago_is_asked_for_it_first(scene: Scene, settings: Any) -> None:
    Account.objects.filter(pk=scene.cast[WORK].account_id).update(is_demo=False)
    answer = report(scene, scene.case)
    assert answer.status_code == 302
    assert "verslag" in answer.headers["Location"]
    assert not Entry.objects.filter(verb=Verb.FILE_EXPORTED).exists()


def test_an_outsider_gets_what_somebody_gets_who_asks_for_nothing(scene: Scene) -> None:
    outsider: Client = scene.as_outsider()
    assert outsider.get(f"{scene.url}reconstructie/verslag/").status_code == 404


def test_a_report_is_made_in_less_than_a_second(scene: Scene, case: Case) -> None:
    report(scene, case)
    begun = time.process_time()
    report(scene, case)
    assert time.process_time() - begun < 1


def kinds_of(node: pikepdf.Object) -> set[str]:
    """What a reader is told that the parts of a document are."""
    found = {str(node.S)} if "/S" in node else set()
    inside = node.get("/K", pikepdf.Array())
    for one in inside if isinstance(inside, pikepdf.Array) else [inside]:
        if isinstance(one, pikepdf.Dictionary):
            found |= kinds_of(one)
    return found


def test_a_screen_reader_hears_headings_and_tables_with_their_headers(scene: Scene, case: Case) -> None:
    with pikepdf.open(io.BytesIO(report(scene, case).content)) as document:
        told = kinds_of(document.Root.StructTreeRoot)
    assert {"/Table", "/TR", "/TH", "/TD"} <= told
    assert any(kind.startswith("/H") for kind in told)
