"""Adding documents to the confidential file, reading the list and downloading."""

import re
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from django.test import override_settings

from tests.documents.makers import CANARY, pdf
from tests.dossier.papers import added, address, agreed, file, sent
from tests.dossier.world import CARE, CARER, WORK, World
from tests.scene import TODAY, text_of
from vlechtwerk.audit.models import Entry
from vlechtwerk.consent.actions import withdraw
from vlechtwerk.consent.models import Consent
from vlechtwerk.documents.models import Content, Document
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting

PROVIDER = Role.WORK_PROVIDER
KEY = "0193a7d0-0000-7000-8000-000000000001"


def documents_of(world: World, role: Role) -> list[Document]:
    """The documents that a role sees."""
    with acting(world.position(role), TODAY):
        return list(Document.objects.visible_to(world.position(role), TODAY))


@pytest.mark.rule("AT-139")
def test_a_case_manager_adds_a_document_and_the_other_one_downloads_it(world: World) -> None:
    world.give_all()
    assert sent(world, WORK).headers["Location"] == f"{world.url}documenten/"
    page = world.visitor(CARE).get(f"{world.url}documenten/")
    assert re.search(r"Evaluatieverslag, \d+ \w+ \d{4} Evaluatie van de stage\.", text_of(page))
    link = re.search(r'href="([^"]*/documenten/[0-9a-f-]{36}/)"', page.content.decode())
    assert link is not None
    answer = world.visitor(CARE).get(link[1])
    assert answer.status_code == 200
    with pikepdf.open(BytesIO(answer.content)) as kept:
        assert b"Verslag van mei" in kept.pages[0].Contents.read_bytes()


def test_what_is_downloaded_tells_nothing_about_who_made_it_and_runs_nowhere(world: World) -> None:
    world.give_all()
    document = added(world, WORK)
    answer = world.visitor(CARE).get(address(world, document))
    assert CANARY.encode() not in answer.content
    named = r'attachment; filename="ander-document-\d{4}-\d\d-\d\d\.pdf"'
    assert re.fullmatch(named, answer.headers["Content-Disposition"])
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Peeters" not in str(answer.headers)


def test_only_the_head_is_told_and_a_part_is_never_given(world: World) -> None:
    world.give_all()
    document = added(world, WORK)
    browser = world.visitor(CARE)
    head = browser.head(address(world, document))
    assert (head.status_code, head.content, head.headers["Content-Length"]) == (200, b"", str(document.size))
    part = browser.get(address(world, document), headers={"range": "bytes=0-9"})
    assert (part.status_code, len(part.content)) == (200, document.size)


def test_every_download_stands_in_the_record_and_the_client_reads_it(world: World) -> None:
    world.give_all()
    document = added(world, WORK)
    world.visitor(CARE).get(address(world, document))
    line = Entry.objects.get(verb="document_read")
    assert (line.file_id, line.position_id, line.part) == (world.file.pk, world.position(CARE).pk, "confidential")
    assert "Een document" in text_of(world.visitor(Role.CLIENT).get("/wie-keek/"))


def test_adding_leaves_a_line_with_the_rules_that_were_asked(world: World) -> None:
    world.give_all()
    added(world, PROVIDER, kind="evaluation_report")
    line = Entry.objects.get(verb="document_added")
    assert line.rules[:3] == ["AT-134", "AT-139", "AT-140"]


@pytest.mark.rule("AT-140")
@pytest.mark.parametrize(
    ("kind", "asked_by", "status"),
    [
        ("evaluation_report", "", 302),
        ("consultation_preparation", "", 302),
        ("other", "", 422),
        ("other", "care_case_manager", 422),
        ("other", "work_case_manager", 302),
    ],
)
def test_a_work_provider_brings_reports_and_what_the_work_case_manager_asks(
    world: World, kind: str, asked_by: str, status: int
) -> None:
    world.give_all()
    answer = sent(world, PROVIDER, kind=kind, requested_by=asked_by)
    assert answer.status_code == status
    assert ("AT-140" in answer.content.decode()) is (status == 422)


@pytest.mark.rule("AT-141")
@pytest.mark.parametrize(
    ("kind", "more", "status"),
    [
        ("evaluation_report", {}, 302),
        ("diagnostic_report", {}, 422),
        ("diagnostic_report", {"support_right_asked": "on"}, 302),
        ("other", {}, 422),
        ("other", {"requested_by": "care_case_manager"}, 302),
    ],
)
def test_a_care_provider_brings_reports_and_what_a_case_manager_asks(
    world: World, kind: str, more: dict[str, str], status: int
) -> None:
    world.give_all()
    answer = sent(world, CARER, kind=kind, audience=["care_case_manager"], **more)
    assert answer.status_code == status
    assert ("AT-141" in answer.content.decode()) is (status == 422)


@pytest.mark.rule("AT-141")
def test_a_diagnostic_report_is_shared_with_the_case_managers_only(world: World) -> None:
    world.give_all()
    answer = sent(world, CARE, kind="diagnostic_report", audience=["work_provider", "care_provider"])
    assert answer.status_code == 422
    assert "AT-141" in answer.content.decode()


@pytest.mark.rule("AT-141")
@pytest.mark.parametrize(("reader", "status"), [("work_provider", 422), ("work_case_manager", 302)])
def test_a_diagnostic_report_is_not_shared_further_with_others(world: World, reader: str, status: int) -> None:
    world.give_all()
    document = added(world, CARE, kind="diagnostic_report", agreed=agreed(CARE))
    asked = {"idempotency_key": KEY, "audience": [reader], "why": "om te werken", "answer": "agreed_together"}
    days = {"discussed_on": "2026-04-20", "valid_until": "2026-10-20"}
    answer = world.visitor(CARE).post(f"{world.url}{document.item_id}/delen/", {**asked, **days})
    assert answer.status_code == status


@pytest.mark.parametrize("role", [Role.CLIENT, Role.VDAB_MEDIATOR, Role.DGS, Role.PROJECT_FOLLOWER, None])
def test_who_may_not_write_cannot_add(world: World, role: Role | None) -> None:
    world.give_all()
    assert world.visitor(role).get(f"{world.url}documenten/toevoegen/").status_code == 404
    assert world.visitor(role).post(f"{world.url}documenten/toevoegen/", {}).status_code == 404


@pytest.mark.rule("AT-105")
@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({}, 422),
        ({"signed_how": "eid"}, 302),
        ({"signed_how": "paper"}, 422),
        ({"signed_how": "mixed", "paper_place": "Kast 3", "paper_holder": "GTB Gent"}, 302),
    ],
)
def test_a_plan_tells_how_it_was_signed_and_where_its_paper_lies(
    world: World, more: dict[str, str], status: int
) -> None:
    world.give_all()
    assert sent(world, WORK, kind="plan", **more).status_code == status


@pytest.mark.rule("AT-104")
def test_a_plan_on_paper_says_how_long_the_paper_is_kept(world: World) -> None:
    world.give_all()
    sent(world, WORK, kind="plan", signed_how="paper", paper_place="Kast 3", paper_holder="GTB Gent")
    page = world.visitor(CARE).get(f"{world.url}documenten/")
    assert "Kast 3, bewaard door GTB Gent tot tien jaar na de oplevering van de opdracht" in text_of(page)
    assert "AT-104" in page.content.decode()


def test_a_refused_file_keeps_everything_else_that_was_typed(world: World) -> None:
    world.give_all()
    answer = sent(world, WORK, file=file("verslag.pdf", b"MZ\x90"), text="Mijn lange zin.", why="Voor het werk")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Dit soort bestand kan niet" in text_of(answer)
    assert 'value="Mijn lange zin."' in page
    assert 'value="Voor het werk"' in page
    assert "Kies het bestand opnieuw" in text_of(answer)


def test_a_file_over_the_limit_is_told_with_the_limit(world: World) -> None:
    world.give_all()
    with override_settings(UPLOAD_MOST_BYTES=1024 * 1024):
        answer = sent(world, WORK, file=file(content=pdf() + bytes(1024 * 1024)))
    assert answer.status_code == 422
    assert "Dit bestand is groter dan 1 MB." in text_of(answer)


def test_sending_a_form_twice_adds_one_document(world: World) -> None:
    world.give_all()
    assert [sent(world, WORK, idempotency_key=KEY).status_code for _ in range(2)] == [302, 302]
    assert len(documents_of(world, WORK)) == 1


def consented(world: World, *audience: Role) -> Document:
    """A sensitive document of the care case manager that the client agreed to show to these."""
    world.give_all()
    return added(world, CARE, entry_class=EntryClass.SENSITIVE, agreed=agreed(*audience))


def seen(world: World, role: Role | None, document: Document) -> tuple[int, bool]:
    """What a role gets: the status of the download, and whether the list shows it."""
    browser = world.visitor(role)
    listed = browser.get(f"{world.url}documenten/").content.decode()
    return browser.get(address(world, document)).status_code, str(document.pk) in listed


@pytest.mark.rule("AT-248")
def test_a_document_with_consent_is_for_whom_it_was_agreed_until_it_is_taken_back(world: World) -> None:
    document = consented(world, WORK)
    assert seen(world, WORK, document) == seen(world, CARE, document) == (200, True)
    assert seen(world, PROVIDER, document) == seen(world, None, document) == (404, False)
    with acting(world.scene.client, TODAY):
        withdraw(Consent.objects.get(item=document.item_id).pk, by=world.scene.client)
    assert seen(world, WORK, document) == (404, False)
    assert seen(world, CARE, document) == seen(world, Role.CLIENT, document) == (200, True)


def test_a_document_that_is_withheld_answers_as_one_that_does_not_exist(world: World) -> None:
    document = consented(world, CARE)
    browser = world.visitor(WORK)
    hidden = browser.get(address(world, document))
    absent = browser.get(address(world, document).replace(str(document.pk), str(world.file.pk)))
    assert hidden.status_code == absent.status_code == 404
    assert without_marks(hidden) == without_marks(absent)


def without_marks(answer: Any) -> bytes:
    """A page without what differs each time, and without the address that was asked."""
    return re.sub(rb'nonce="[^"]*"|value="[^"]*"', b"", answer.content)


def test_the_database_itself_gives_the_bytes_to_nobody_else(world: World) -> None:
    document = consented(world, WORK)
    found = {}
    for role, position in world.everybody().items():
        with acting(position, TODAY):
            found[role] = Content.objects.filter(item=document.item_id).count()
    assert {role for role, number in found.items() if number} == {WORK, CARE, Role.CLIENT}
