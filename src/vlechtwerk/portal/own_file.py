"""The whole file of a client, as far as she may read it: gathered in one transaction, for a machine and for people."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.timezone import localtime

from vlechtwerk.consent.models import Consent, Item, Remark
from vlechtwerk.consent.queries import Beside, beside
from vlechtwerk.documents.keeping import opened as opened_documents
from vlechtwerk.documents.models import Document
from vlechtwerk.dossier import words
from vlechtwerk.dossier.document_words import readable
from vlechtwerk.dossier.models import Goal, Note
from vlechtwerk.dossier.sealing import opened
from vlechtwerk.history.models import Reply
from vlechtwerk.network.models import Assignment
from vlechtwerk.portal.own_content import assignments_about, kept_as_data, other_content, own_replies
from vlechtwerk.retention.asked import Asked, as_asked
from vlechtwerk.retention.models import Hold, Request
from vlechtwerk.retention.queries import holds_of
from vlechtwerk.retention.words import KEPT
from vlechtwerk.sharing.access import Access, access_in
from vlechtwerk.sharing.models import Involvement
from vlechtwerk.sharing.queries import Looks, looks_at
from vlechtwerk.trajectories.queries import Trajectory

FORMAT = "vlechtwerk-own-file-1"
"""The name of the way in which the file for a machine is written; another way gets another name."""


@dataclass(frozen=True)
class OwnFile:
    """Everything that the client may read, on the day on which she asked for it."""

    trajectory: Trajectory
    notes: Sequence[Note]
    goals: Sequence[Goal]
    documents: Sequence[Document]
    others: Sequence[Any]
    replies: Mapping[UUID, Sequence[Reply]]
    assignments: Sequence[Assignment]
    around: Beside
    access: Sequence[Access]
    ever_involved: Sequence[Involvement]
    looks: Sequence[Looks]
    asked: Sequence[Asked]
    holds: Sequence[Hold]

    @property
    def items(self) -> list[Item]:
        """The items of all content."""
        return [one.item for one in (*self.notes, *self.goals, *self.documents, *self.others)]

    def consents(self) -> Iterator[Consent]:
        """Every consent about something in the file."""
        for item in self.items:
            yield from self.around.consents.get(item.pk, ())

    def remarks(self, item: Item) -> Sequence[Remark]:
        """The client's own words beside an item."""
        return self.around.remarks.get(item.pk, ())


def gather(found: Trajectory) -> OwnFile:
    """Everything in the file of a trajectory that its client may read. Call it inside `sharing.identity.acting`."""
    file, today = found.case.file, found.today
    visible = Note.objects.visible_to(found.position, today).filter(compartment__file=file)
    named = ("author__account", "author__organisation", "compartment__organisation", "item")
    notes = opened(visible.select_related(*named).order_by("happened_on", "id"))
    seen = Goal.objects.visible_to(found.position, today).filter(compartment__file=file)
    goals = list(seen.select_related(*named).order_by("agreed_on", "id"))
    added = Document.objects.visible_to(found.position, today).filter(compartment__file=file)
    documents = opened_documents(added.select_related(*named).order_by("written_at", "pk"))
    others = other_content(found)
    ever = Involvement.objects.filter(file=file).select_related("position__account", "position__organisation")
    return OwnFile(
        trajectory=found,
        notes=notes,
        goals=goals,
        documents=documents,
        others=others,
        replies=own_replies(found),
        assignments=assignments_about(found),
        around=beside([one.item for one in (*notes, *goals, *documents, *others)]),
        access=access_in(file, today),
        ever_involved=list(ever.order_by("from_on", "id")),
        looks=list(_all_looks(found)),
        asked=as_asked(Request.objects.filter(file=file), with_words=True),
        holds=holds_of(file.pk),
    )


def _all_looks(found: Trajectory) -> Iterator[Looks]:
    """Who looked, page after page."""
    page, more = 1, True
    while more:
        looks = looks_at([found.case.file_id], page)
        yield looks
        page, more = page + 1, looks.has_more


def for_a_machine(told: OwnFile) -> dict[str, Any]:
    """The file as data: codes of the program, days as 2026-04-02, moments with their zone."""
    found = told.trajectory
    return {
        "format": FORMAT,
        "made_on": found.today.isoformat(),
        "person": {"given_name": found.case.file.person.given_name, "family_name": found.case.file.person.family_name},
        "trajectory": {"region": found.case.region.name, "events": [_event(told, row) for row in found.rows]},
        "notes": [_note(told, one) for one in told.notes],
        "goals": [_goal(told, one) for one in told.goals],
        "documents": [_document(told, one) for one in told.documents],
        "other_writings": [_other(told, one) for one in told.others],
        "actions_carried_out_by": [_assignment(one) for one in told.assignments],
        "consents": [_consent(one) for one in told.consents()],
        "questions_about_data": [_asked(one) for one in told.asked],
        "held_back": [_hold(one) for one in told.holds],
        "kept": [kept_as_data(one) for one in KEPT],
        "involved": [_involved(one) for one in told.ever_involved],
        "access": [_access(one) for one in told.access],
        "who_looked": [_look(looks, line) for looks in told.looks for line in looks.lines],
    }


def _event(told: OwnFile, row: Any) -> Mapping[str, Any]:
    return {
        "id": str(row.pk),
        "event": row.name,
        "on": row.on.isoformat(),
        "told": row.data,
        "recorded_at": localtime(row.recorded_at).isoformat(),
        "recorded_by": f"{row.recorded_by.role}, {row.recorded_by.organisation.name}",
        "corrects": str(row.corrects_id) if row.corrects_id else None,
        "own_replies": [
            {"text": one.text, "written_at": localtime(one.written_at).isoformat()}
            for one in told.replies.get(row.pk, ())
        ],
    }


def _written(told: OwnFile, one: Any) -> dict[str, Any]:
    """What everything that somebody wrote has in common."""
    return {
        "id": str(one.item_id),
        "part": one.compartment.kind,
        "author": f"{one.author.account.name}, {one.author.organisation.name}",
        "written_at": localtime(one.item.made_at).isoformat(),
        "why": one.why,
        "remarks": [_remark(remark) for remark in told.remarks(one.item)],
    }


def _other(told: OwnFile, one: Any) -> dict[str, Any]:
    return {**_written(told, one), "kind": one.item.kind, "text": str(one.text)}


def _assignment(one: Assignment) -> dict[str, Any]:
    return {
        "action": str(one.action),
        "discipline": one.discipline,
        "provider": one.provider.organisation.name if one.provider else None,
        "from": one.first.isoformat(),
        "last_day": one.last.isoformat() if one.last else None,
    }


def _remark(remark: Remark) -> dict[str, Any]:
    at = localtime(remark.written_at).isoformat()
    return {"text": words.readable(remark), "sees_it_differently": remark.disputed, "written_at": at}


def _note(told: OwnFile, one: Note) -> dict[str, Any]:
    return {
        **_written(told, one),
        "kind": one.kind,
        "happened_on": one.happened_on.isoformat(),
        "text": words.readable(one),
        "present": list(one.attendees),
        "why_client_was_absent": one.client_absence,
    }


def _goal(told: OwnFile, one: Goal) -> dict[str, Any]:
    return {
        **_written(told, one),
        "text": one.text,
        "measure": one.measure,
        "feasibility": one.feasibility,
        "obstacle": one.obstacle,
        "agreed_on": one.agreed_on.isoformat(),
        "reached_by": one.reached_by.isoformat(),
    }


def _document(told: OwnFile, one: Document) -> dict[str, Any]:
    """What a document is; its bytes are fetched from the page of the documents, and the digest tells that they are the same."""
    return {
        **_written(told, one),
        "kind": one.kind,
        "text": readable(one),
        "name": one.name,
        "media_type": one.media_type,
        "bytes": one.size,
        "sha256": one.sha256,
    }


def _consent(one: Consent) -> dict[str, Any]:
    return {
        "about": str(one.item_id),
        "for": list(one.audience),
        "asked_by": one.asked_by.account.name,
        "talked_about_on": one.discussed_on.isoformat(),
        "first_day_without": one.until_on.isoformat(),
        "state": one.state,
        "how": one.how,
        "answered_at": localtime(one.answered_at).isoformat() if one.answered_at else None,
        "ended_at": localtime(one.ended_at).isoformat() if one.ended_at else None,
    }


def _asked(one: Asked) -> dict[str, Any]:
    """What the client asked about her data, with what was done with it."""
    steps = sorted(one.steps.values(), key=lambda step: step.pk)
    return {
        "right": one.request.right,
        "asked_on": one.request.asked_on.isoformat(),
        "words": one.words.get(None, ""),
        "answer_due_on": one.due_on.isoformat(),
        "steps": [
            {"done": step.done, "on": step.on.isoformat(), "words": one.words.get(step.pk, "")} for step in steps
        ],
    }


def _hold(one: Hold) -> dict[str, Any]:
    return {
        "because": one.held_for,
        "words": one.words,
        "from": one.set_on.isoformat(),
        "lifted_on": one.lifted_on.isoformat() if one.lifted_on else None,
        "lifted_because": one.lifted_words,
    }


def _involved(one: Involvement) -> dict[str, Any]:
    return {
        "name": one.position.account.name,
        "organisation": one.position.organisation.name,
        "function": one.capacity,
        "from": one.from_on.isoformat(),
        "first_day_without": one.until_on.isoformat() if one.until_on else None,
        "because": one.reason,
    }


def _access(one: Access) -> dict[str, Any]:
    return {
        "name": one.involvement.position.account.name,
        "function": one.involvement.capacity,
        "part": one.compartment.kind,
        "may": sorted(str(verb) for verb in one.verbs),
        "given_because": one.grant.reason if one.grant else None,
    }


def _look(looks: Looks, line: Any) -> dict[str, Any]:
    organisation = looks.organisations.get(line.organisation_id)
    return {
        "day": line.day.isoformat(),
        "function": line.capacity,
        "organisation": organisation.name if organisation else None,
        "what": line.verb,
        "part": line.part,
        "for": line.purpose,
        "allowed": line.allowed,
        "times": line.times,
    }
