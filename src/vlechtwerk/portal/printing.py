"""The whole file of a person on paper, in words."""

from collections.abc import Iterator
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vlechtwerk.documents.models import Document
from vlechtwerk.dossier import words
from vlechtwerk.dossier.document_words import DOCUMENTS, readable
from vlechtwerk.dossier.models import Goal, Note
from vlechtwerk.network.models import Assignment
from vlechtwerk.portal.own_content import kept_in_words
from vlechtwerk.portal.own_file import OwnFile
from vlechtwerk.portal.words import part_name
from vlechtwerk.retention.request_showing import shown
from vlechtwerk.retention.showing import holds_told
from vlechtwerk.retention.words import KEPT
from vlechtwerk.sharing.showing import who_looked_page
from vlechtwerk.sheets import pdf_bytes
from vlechtwerk.texts.labels import sentence
from vlechtwerk.trajectories.showing.timeline import recorded, struck
from vlechtwerk.trajectories.showing.words import event_label, role_label, told
from vlechtwerk.ui.environment import label, long_date


def pdf(file: OwnFile) -> bytes:
    """The file as a document. Raises typst.TypstError when it cannot be made."""
    return pdf_bytes("vlechtwerk.portal", "own_file.typ", for_people(file))


def for_people(file: OwnFile) -> dict[str, Any]:
    """The file in words: a title, and parts with lines of text."""
    found = file.trajectory
    return {
        "language": (get_language() or "nl")[:2],
        "title": _("My file"),
        "intro": _("Everything that you may read of your file, on %(day)s.") % {"day": long_date(found.today)},
        "person": str(found.case.file.person),
        "page": _("page"),
        "parts": [
            {"title": title, "entries": list(entries), "empty": _("Nothing stands here.")}
            for title, entries in _parts(file)
        ],
    }


def _parts(file: OwnFile) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
    yield _("What happened in my trajectory"), _events(file)
    yield _("What is written about me"), (_note(file, one) for one in file.notes)
    yield _("My goals"), (_goal(file, one) for one in file.goals)
    yield _("My documents"), (_document(file, one) for one in file.documents)
    yield _("What else is written about me"), (_other(file, one) for one in file.others)
    yield _("Who carries out my actions"), (_assignment(one) for one in file.assignments)
    yield _("My consents"), _consents(file)
    yield _("What I asked about my data"), _asked(file)
    yield _("When my file was held back"), (_entry(one) for one in holds_told(file.holds))
    yield _("What is kept, how long and why?"), (_entry(str(one.what), *kept_in_words(one)) for one in KEPT)
    yield _("Who takes or took part"), _involved(file)
    yield _("Who has access"), _access(file)
    yield _("Who looked"), _looks(file)


def _entry(title: str, *lines: str) -> dict[str, Any]:
    """One thing with its lines; empty lines are left out."""
    return {"title": sentence(title), "lines": [sentence(line) for line in lines if line]}


def _events(file: OwnFile) -> Iterator[dict[str, Any]]:
    found = file.trajectory
    for row, event in zip(found.standing, found.events, strict=True):
        said = [_own_words(one) for one in file.replies.get(row.pk, ())]
        yield _entry(f"{long_date(event.on)}: {event_label(row.name)}", told(event), recorded(row), *said)
    for one in struck(found, found.today):
        yield _entry(
            f"{long_date(one.on)}: {one.title}", _("Taken away again: %(why)s") % {"why": one.detail}, one.note
        )


def _own_words(one: Any) -> str:
    """What the client said, beside what it is about."""
    day = long_date(localtime(one.written_at).date())
    return _("My own words, %(day)s: %(text)s") % {"day": day, "text": words.readable(one)}


def _around(file: OwnFile, one: Any) -> list[str]:
    """Who wrote something, in which part, why, and what the client said about it."""
    author = words.author_of(one)
    day = long_date(localtime(one.item.made_at).date())
    said = [_own_words(remark) for remark in file.remarks(one.item)]
    written = _("Written by %(who)s on %(day)s") % {"who": author, "day": day}
    why = _("Why it matters for work: %(why)s") % {"why": one.why} if one.why else ""
    return [f"{written}. {sentence(part_name(one.compartment))}", why, *said]


def _note(file: OwnFile, one: Note) -> dict[str, Any]:
    title = f"{long_date(one.happened_on)}: {words.KINDS[one.kind]}"
    return _entry(title, words.readable(one), *_around(file, one))


def _goal(file: OwnFile, one: Goal) -> dict[str, Any]:
    end = _("To be reached by %(day)s") % {"day": long_date(one.reached_by)}
    return _entry(one.text, end, one.measure, one.feasibility, one.obstacle, *_around(file, one))


def _document(file: OwnFile, one: Document) -> dict[str, Any]:
    fetched = _("You get the document itself on the page with your documents.")
    return _entry(f"{DOCUMENTS[one.kind]}: {one.name}", readable(one), *_around(file, one), fetched)


def _other(file: OwnFile, one: Any) -> dict[str, Any]:
    return _entry(str(words.ITEMS[one.item.kind]), *str(one.text).splitlines(), *_around(file, one))


def _assignment(one: Assignment) -> dict[str, Any]:
    since = _("Since %(day)s") % {"day": long_date(one.first)}
    until = _("until %(day)s") % {"day": long_date(one.last)} if one.last else ""
    whom = one.provider.organisation.name if one.provider else _("nobody any more")
    return _entry(f"{one.discipline}: {whom}", ", ".join(part for part in (since, until) if part))


def _consents(file: OwnFile) -> Iterator[dict[str, Any]]:
    for one in file.consents():
        talked = _("Talked about on %(day)s with %(who)s") % {
            "day": long_date(one.discussed_on),
            "who": one.asked_by.account.name,
        }
        yield _entry(words.people(one.audience), words.state_of(one, file.trajectory.today, to_client=True), talked)


def _asked(file: OwnFile) -> Iterator[dict[str, Any]]:
    for one in file.asked:
        read = shown(one, file.trajectory.today)
        steps = [f"{long_date(step.on)}: {step.title} {step.words}" for step in read.steps]
        yield _entry(f"{long_date(read.asked_on)}: {read.title}", read.words, *steps)


def _involved(file: OwnFile) -> Iterator[dict[str, Any]]:
    for one in file.ever_involved:
        since = _("Since %(day)s") % {"day": long_date(one.from_on)}
        until = _("until %(day)s") % {"day": words.day_before(one.until_on)} if one.until_on else ""
        name = f"{one.position.account.name}, {role_label(one.capacity)} ({one.position.organisation.name})"
        yield _entry(name, ", ".join(part for part in (since, until) if part), label("involvement", one.reason))


def _access(file: OwnFile) -> Iterator[dict[str, Any]]:
    for one in file.access:
        who = f"{one.involvement.position.account.name}, {role_label(one.involvement.capacity)}"
        part = f"{part_name(one.compartment)}: {words.may(one.verbs)}"
        yield _entry(who, part, one.grant.reason if one.grant else words.by_policy())


def _looks(file: OwnFile) -> Iterator[dict[str, Any]]:
    for looks in file.looks:
        for row in who_looked_page(looks)["rows"]:
            day, who, *more = (cell.text for cell in row)
            yield _entry(f"{day}: {who}", ". ".join(part for part in more if part))
