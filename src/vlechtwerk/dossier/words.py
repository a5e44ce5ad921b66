"""The words of the confidential file for its codes. They are written in lower case, so that they fit in a sentence."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.consent.models import Consent, How, ItemKind, NotYet, Remark, State
from vlechtwerk.consent.sharing import Answer
from vlechtwerk.dossier.models import Note, NoteKind
from vlechtwerk.rules.activation.duties.confidentiality import Duty, EntryClass, duty_of
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Compartment, Involvement
from vlechtwerk.sharing.policy import Kind, Verb
from vlechtwerk.sharing.sealing import Shut
from vlechtwerk.ui.environment import label, long_date

PARTS: dict[str, Promise] = {
    Kind.SHARED: gettext_lazy("shared part"),
    Kind.ICF: gettext_lazy("functioning (ICF)"),
    Kind.CARE_OWN: gettext_lazy("own notes of care"),
}
KINDS: dict[str, Promise] = {
    NoteKind.CONTACT: gettext_lazy("contact"),
    NoteKind.PHONE: gettext_lazy("contact by telephone"),
    NoteKind.MOTIVATING: gettext_lazy("motivational conversation"),
    NoteKind.CONSULTATION: gettext_lazy("consultation with several people"),
    NoteKind.STRUCTURAL: gettext_lazy("fixed meeting with providers"),
    NoteKind.EVALUATION: gettext_lazy("evaluation"),
    NoteKind.OWN_NOTE: gettext_lazy("own note"),
}
CLASSES: dict[str, Promise] = {
    EntryClass.ADMINISTRATIVE: gettext_lazy("administrative"),
    EntryClass.FUNCTIONING: gettext_lazy("about functioning at work"),
    EntryClass.SENSITIVE: gettext_lazy("sensitive"),
}
ANSWERS: dict[str, Promise] = {
    Answer.AGREED_TOGETHER: gettext_lazy("yes, we agreed about it together"),
    Answer.AGREED_ON_PAPER: gettext_lazy("yes, on paper"),
    Answer.DECIDES_HERSELF: gettext_lazy("the participant decides about it in the own view"),
    Answer.DISAGREED: gettext_lazy("no"),
    Answer.NOT_YET: gettext_lazy("I do not share it yet, for the reason below"),
}
NOT_YET: dict[str, Promise] = {
    NotYet.NEEDS_TIME: gettext_lazy("the participant needs more time"),
    NotYet.OWN_TEAM_FIRST: gettext_lazy("I want to talk about it in my own team first"),
    NotYet.WORDING_NOT_RIGHT: gettext_lazy("the wording is not right yet"),
    NotYet.RELATION_OF_TRUST: gettext_lazy("sharing it now would harm the trust"),
}
HOWS: dict[str, Promise] = {
    How.TOGETHER: gettext_lazy("together in a talk"),
    How.OWN_VIEW: gettext_lazy("by the participant, in the own view"),
    How.ON_PAPER: gettext_lazy("on paper"),
}
STATES: dict[str, Promise] = {
    State.ASKED: gettext_lazy("waits for the answer of the participant"),
    State.GIVEN: gettext_lazy("the participant agreed"),
    State.REFUSED: gettext_lazy("the participant did not agree"),
    State.WITHDRAWN: gettext_lazy("the participant took back the consent"),
    State.NOT_YET: gettext_lazy("not shared yet"),
    State.REPLACED: gettext_lazy("ended, because other words came in its place"),
}
TO_CLIENT: dict[str, Promise] = STATES | {
    State.ASKED: gettext_lazy("waits for your answer"),
    State.GIVEN: gettext_lazy("you agreed"),
    State.REFUSED: gettext_lazy("you did not agree"),
    State.WITHDRAWN: gettext_lazy("you took back your consent"),
}
"""The same to the participant herself, where it is about what she did."""
EXAMPLES: tuple[tuple[Promise, Promise], ...] = (
    (gettext_lazy("is anxious in groups"), gettext_lazy("works best in a small team, with a fixed contact person")),
    (gettext_lazy("sleeps badly"), gettext_lazy("can start from ten o'clock, for four hours at a stretch")),
    (gettext_lazy("is in treatment"), gettext_lazy("is not available on Tuesday afternoon")),
    (gettext_lazy("concentrates badly"), gettext_lazy("does short tasks well, with a list to tick off")),
)
"""What is known in care, beside what matters of it at a workplace."""
OVER = gettext_lazy("over: the last day has passed")
DUTIES: dict[str, Promise] = {
    Duty.PROFESSIONAL_SECRECY: gettext_lazy("professional secrecy"),
    Duty.DISCRETION: gettext_lazy("duty of discretion"),
}
ITEMS: dict[str, Promise] = {
    ItemKind.NOTE: gettext_lazy("note"),
    ItemKind.DOCUMENT: gettext_lazy("document"),
    ItemKind.GOAL: gettext_lazy("goal"),
    ItemKind.FINDING: gettext_lazy("finding"),
    ItemKind.EXPLANATION: gettext_lazy("explanation"),
    ItemKind.REFERRAL: gettext_lazy("referral"),
    ItemKind.PLAN: gettext_lazy("trajectory plan"),
    ItemKind.JUDGEMENT: gettext_lazy("answer of the network coordinator"),
    ItemKind.REPORT: gettext_lazy("report"),
}
VERBS: dict[str, Promise] = {
    Verb.READ: gettext_lazy("read"),
    Verb.WRITE: gettext_lazy("write"),
    Verb.GRANT: gettext_lazy("give access"),
}

SHUT: dict[Shut, Promise] = {
    Shut.DESTROYED: gettext_lazy("The words of this note were destroyed and cannot be brought back."),
    Shut.LOCKED: gettext_lazy("This note cannot be read now: a key is not there. Ask the administrator."),
}


def part_name(part: Compartment) -> str:
    """A part of the file: "shared part", or "own notes of care: CAW De Veerman"."""
    name = str(PARTS[part.kind])
    return f"{name}: {part.organisation.name}" if part.organisation else name


def may(verbs: frozenset[Verb]) -> str:
    """What somebody may do, in a fixed order: "read, write"."""
    return ", ".join(str(VERBS[verb]) for verb in Verb if verb in verbs)


def author_of(content: Any) -> str:
    """Who wrote or brought something: name and organisation; the client has no organisation here."""
    if content.item.capacity == Role.CLIENT:
        return f"{content.author.account.name}, {label('role', Role.CLIENT)}"
    return f"{content.author.account.name}, {content.author.organisation.name}"


def by_policy() -> str:
    """What stands in the place of the giver when no grant is needed."""
    return _("follows from the function")


def by_procedure() -> str:
    """What stands in the place of the giver when somebody takes part because of what happened."""
    return _("follows from the procedure")


def reader(role: Role) -> str:
    """A capacity with what binds it: "work case manager (duty of discretion)"."""
    return f"{label('role', role)} ({DUTIES[duty_of(role)]})"


def duty(one: Involvement) -> str:
    """What binds somebody who takes part (AT-242); who handed over, as whom they were."""
    before = Role(one.follows.capacity) if one.follows else None
    return str(DUTIES[duty_of(Role(one.capacity), before=before)])


def people(capacities: Iterable[str]) -> str:
    """Capacities in a sentence."""
    return ", ".join(label("role", one) for one in capacities)


def state_of(consent: Consent, on: date, *, to_client: bool) -> str:
    """Where a consent stands on a day, and for one that holds until when; the participant reads it about herself."""
    if consent.state == State.GIVEN and not consent.holds_on(on):
        return str(OVER)
    said = str((TO_CLIENT if to_client else STATES)[consent.state])
    if consent.state == State.NOT_YET:
        return f"{said}: {NOT_YET[consent.not_yet_because]}" if consent.not_yet_because else said
    if consent.state == State.GIVEN:
        return _("%(said)s, until %(day)s") % {"said": said, "day": last_day(consent)}
    return said


def states(consents: Iterable[Consent], on: date, *, to_client: bool) -> Iterator[str]:
    """Of each consent for whom it is, and where it stands."""
    return (f"{people(one.audience)}: {state_of(one, on, to_client=to_client)}" for one in consents)


def last_day(consent: Consent) -> str:
    """The last day on which a consent holds."""
    return day_before(consent.until_on)


def day_before(day: date) -> str:
    """The last day of something of which this is the first day without."""
    return long_date(day - timedelta(days=1))


def readable(told: Note | Remark) -> str:
    """The words of a note or a remark, or what stands in their place when they cannot be read."""
    return str(SHUT[told.shut]) if told.shut else told.text
