"""How a row of each kind of confidential content comes into being, and where it is shown and written.

A model whose table is behind the walls joins the matrix by getting a maker here; one without a maker fails the tests.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from django.db import models

from tests.access.engine import plan_rows
from tests.dossier import papers
from tests.dossier.test_goals import GOAL
from tests.dossier.world import SAID, told
from tests.icf.filling import SITTING
from vlechtwerk.consent.models import Item, ItemKind, Remark
from vlechtwerk.consent.queries import TABLE, TEXTS
from vlechtwerk.documents.keeping import CONTENT_TABLE, keep
from vlechtwerk.documents.models import Checking, Content, Document
from vlechtwerk.documents.scanning import Scan
from vlechtwerk.dossier.actions import new_note
from vlechtwerk.dossier.models import Goal, Note
from vlechtwerk.dossier.sealing import seal
from vlechtwerk.icf.models import Category, Explanation, Finding, IcfSet
from vlechtwerk.intake.models import Sheet, SheetKind
from vlechtwerk.plans.models import Judgement, OwnSignature, Plan, Signature
from vlechtwerk.reports.models import Report
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.models import Compartment
from vlechtwerk.sharing.policy import CONFIDENTIAL, Kind
from vlechtwerk.sharing.sealed_texts import seal_texts
from vlechtwerk.sharing.sealing import Place, seal_bytes

Answers = dict[str, Any]


@dataclass(frozen=True)
class Maker:
    """How rows of a model are made, on which page of a case they are shown and with which form they are written.

    `store` writes a row with a text for an item, in every column that holds what somebody types. `shown` are the parts of
    which the page shows rows; what stands on the page of one item only has no `shown_at`. `answers` fill in the form for a
    part of one of the kinds `written`, by whom of `by` (all when it is empty); without a form of its own `written_at` is
    empty. What only the client writes, beside a note of somebody, is `of_client`. In the parts `never` there are no such rows.
    """

    store: Callable[[Item, str], models.Model]
    shown_at: str = ""
    written_at: str = ""
    answers: Callable[[Compartment], Answers] = told
    shown: tuple[Kind, ...] = CONFIDENTIAL
    written: tuple[Kind, ...] = CONFIDENTIAL
    by: frozenset[Role] = frozenset()
    of_client: bool = False
    kind: ItemKind = ItemKind.NOTE
    never: tuple[Kind, ...] = ()


def _note(item: Item, text: str) -> Note:
    """A note about a talk at which the client was not there, with the reason."""
    note = new_note(item, SAID)
    note.text = note.client_absence = text
    if item.compartment.kind != Kind.CARE_OWN:
        note.why = text
    seal([note])
    note.save(force_insert=True)
    return note


def older_note(item: Item) -> Note:
    """A note of long ago, for something to stand beside."""
    note = new_note(item, SAID)
    note.text, note.happened_on = "een verslag", date(2026, 1, 5)
    seal([note])
    note.save(force_insert=True)
    return note


def _goal(item: Item, text: str) -> Goal:
    """A goal with everything that a goal tells."""
    words = dict.fromkeys(("text", "why", "measure", "feasibility", "obstacle"), text)
    days = {"reached_by": date(2026, 10, 1), "agreed_on": date(2026, 4, 20)}
    return Goal.objects.create(
        item=item, compartment=item.compartment, author=item.author, domain="care", **days, **words
    )


def _remark(item: Item, text: str) -> Remark:
    """What the client thinks of an item of hers; `author` of the item is put there for who acts."""
    remark = Remark(item=item, compartment=item.compartment, author=item.author, text=text, disputed=True)
    seal_texts(TABLE, [remark], TEXTS)
    remark.save(force_insert=True)
    return remark


def _document(item: Item, text: str) -> Document:
    """A signed plan with its bytes, which hold the text too."""
    words = dict.fromkeys(("text", "name", "paper_place", "paper_holder"), text)
    if item.compartment.kind != Kind.CARE_OWN:
        words["why"] = text
    document = Document(
        item=item, compartment=item.compartment, author=item.author, kind="plan", signed_how="paper", **words,
        media_type="text/plain", size=len(text), scan=Scan.CLEAN,
    )  # fmt: skip
    keep(document, text.encode())
    return document


def _content(item: Item, text: str) -> Content:
    """The bytes of a document, of which the rest went astray."""
    content = Content(item=item, compartment=item.compartment)
    if item.compartment.kind == Kind.CARE_OWN:
        content.sealed = seal_bytes(Place(CONTENT_TABLE, content.pk, content.compartment_id), text.encode())
    else:
        content.content = text.encode()
    content.save(force_insert=True)
    return content


def _checking(item: Item, _text: str) -> Checking:
    """What the scanner said; it holds no text."""
    said = Checking(item=item, compartment=item.compartment, verdict=Scan.CLEAN)
    said.save(force_insert=True)
    return said


def newest_code() -> str:
    """The code of a category of the set in force, which is made when there is none."""
    return (Category.objects.order_by("-number").first() or new_category()).code


def new_category() -> Category:
    """A category that nothing was found about yet, so that what is found about it stands on the page."""
    told = {"name": "Proefset", "source": "voor de proef gemaakt", "from_on": date(2026, 1, 1)}
    found = IcfSet.objects.filter(**told).first() or IcfSet.objects.create(**told)
    number = found.categories.count() + 1
    values = {"code": f"b{1000 + number}", "title": "Onderdeel", "component": "b", "qualifiers": ["2"]}
    return Category.objects.create(icf_set=found, number=number, **values)


def _finding(item: Item, text: str) -> Finding:
    """A finding about a category of its own."""
    codes = {"domain": "care", "qualifier": "2", "source": "conversation"}
    return Finding.objects.create(
        item=item, compartment=item.compartment, author=item.author, category=new_category(), why=text, remark=text,
        found_on=date(2026, 4, 20), **codes,
    )  # fmt: skip


def _explanation(item: Item, text: str) -> Explanation:
    """Why an action was not carried out."""
    words = {"about": "action", "action": text, "text": text, "why": text}
    return Explanation.objects.create(item=item, compartment=item.compartment, author=item.author, **words)


def _sheet(item: Item, text: str) -> Sheet:
    """What VDAB handed over at the referral."""
    told = {"kind": SheetKind.APPROACH, "answers": {"approach": text}, "why": text}
    return Sheet.objects.create(item=item, compartment=item.compartment, author=item.author, **told)


def _report(item: Item, text: str) -> Report:
    """A report about an action."""
    words = {"action": text, "result": text}
    day = date(2026, 4, 20)
    return Report.objects.create(
        item=item, compartment=item.compartment, author=item.author, kind="action_report", happened_on=day, told=words,
        why=text,
    )  # fmt: skip


MAKERS: dict[type[models.Model], Maker] = {
    Note: Maker(_note, shown_at="dossier", written_at="dossier_write"),
    Goal: Maker(
        _goal,
        shown_at="dossier_goals",
        written_at="dossier_goal",
        answers=lambda _part: {**GOAL, "idempotency_key": str(uuid4())},
        shown=(Kind.SHARED,),
        written=(Kind.SHARED,),
        by=CASE_MANAGERS,
        kind=ItemKind.GOAL,
        never=(Kind.CARE_OWN,),
    ),
    Remark: Maker(_remark, of_client=True),
    Document: Maker(
        _document,
        shown_at="dossier_documents",
        written_at="dossier_document_add",
        answers=lambda part: papers.told(part, file=papers.file("verslag.txt", b"Verslag van mei", "text/plain")),
        written=(Kind.SHARED,),
        kind=ItemKind.DOCUMENT,
    ),
    Content: Maker(_content, kind=ItemKind.DOCUMENT),
    Checking: Maker(_checking, kind=ItemKind.DOCUMENT),
    Finding: Maker(
        _finding,
        shown_at="icf",
        written_at="icf",
        answers=lambda _part: {**SITTING, "idempotency_key": str(uuid4()), f"{newest_code()}-qualifier": "2"},
        shown=(Kind.ICF,),
        written=(Kind.ICF,),
        by=CASE_MANAGERS,
        kind=ItemKind.FINDING,
        never=(Kind.CARE_OWN,),
    ),
    Explanation: Maker(
        _explanation,
        shown_at="icf_report",
        written_at="icf_explanation",
        answers=lambda _part: {**SITTING, "idempotency_key": str(uuid4()), "text": "Er kwam geen stage."},
        shown=(Kind.ICF,),
        written=(Kind.ICF,),
        by=CASE_MANAGERS,
        kind=ItemKind.EXPLANATION,
        never=(Kind.CARE_OWN,),
    ),
    Sheet: Maker(_sheet, kind=ItemKind.REFERRAL, never=(Kind.CARE_OWN,)),
    Plan: Maker(plan_rows.plan, kind=ItemKind.PLAN, never=(Kind.CARE_OWN,)),
    Signature: Maker(plan_rows.signed(Signature)),
    OwnSignature: Maker(plan_rows.signed(OwnSignature), of_client=True),
    Judgement: Maker(plan_rows.judgement, kind=ItemKind.JUDGEMENT, never=(Kind.CARE_OWN,)),
    Report: Maker(
        _report,
        shown_at="reports",
        shown=(Kind.SHARED,),
        kind=ItemKind.REPORT,
        never=(Kind.CARE_OWN,),
    ),
}
