"""Professional secrecy and discretion: who is bound by what, on which basis information crosses, one step at a time.

Care professionals are bound by professional secrecy, which the penal code protects; the number of the article depends on the
edition of the code and is therefore not built in. The staff of VDAB and GTB, and everybody else who works within VDAB's
assignment, have a duty of discretion.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import told, unmet
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Force, Points
from vlechtwerk.rules.roles import Role


class Duty(StrEnum):
    """What binds a professional who learns something about the client."""

    PROFESSIONAL_SECRECY = "professional_secrecy"
    DISCRETION = "discretion"


BOUND_BY_SECRECY = frozenset({Role.CARE_CASE_MANAGER, Role.CARE_PROVIDER})


def duty_of(role: Role, *, before: Role | None = None) -> Duty:
    """What binds a role: professional secrecy on the side of care, discretion everywhere else.

    Who handed over stays bound as `before`, whom they were: what was learned as a secret stays one. Where nobody says whom they
    were, they count as bound by discretion, so that nothing reaches them without the consent that a case manager of work needs.
    """
    bound_as = before if before and role is Role.EARLIER_CASE_MANAGER else role
    return Duty.PROFESSIONAL_SECRECY if bound_as in BOUND_BY_SECRECY else Duty.DISCRETION


class Basis(StrEnum):
    """On what basis information is shared."""

    SHARED_SECRECY = "shared_secrecy"
    CONSENT = "consent"


class EntryClass(StrEnum):
    """How delicate an entry in the contacts is."""

    ADMINISTRATIVE = "administrative"
    FUNCTIONING = "functioning"
    SENSITIVE = "sensitive"


class DepartmentPart(StrEnum):
    """What the care department might want to see."""

    MANDATES = "mandates"
    PAYMENT_STATEMENTS = "payment_statements"
    CLIENT_FILE = "client_file"


@dataclass(frozen=True)
class Crossing:
    """Information that goes from one role to another: on which basis, and described how."""

    by: Role
    to: Role
    basis: Basis | None
    item: str


@dataclass(frozen=True)
class SharedItem:
    """A line of the log of shared information: what, to which end (a goal or an obstacle to work), to whom, when."""

    item: str
    purpose: str
    recipient: Role | None
    shared_on: date | None


@dataclass(frozen=True)
class ShareStep:
    """One step in which information was shared: by whom, with whom, on which day."""

    by: Role
    to: Role
    on: date


@BOOK.requirement(
    "AT-242",
    CARE_HANDBOOK.at("6.1; 6.2"),
    concerns="sharing",
    points={"duty": "what binds the recipient: professional secrecy or discretion"},
)
def duty_of_the_recipient_is_shown(recipient: Role, shown: Duty | None) -> Findings:
    """Care professionals are bound by professional secrecy; whoever shares sees what binds the recipient."""
    return unmet(duty=shown is duty_of(recipient))


def needs_consent(by: Role, to: Role, kind: EntryClass) -> bool:
    """Whether an entry of a role reaches another role with the client's consent only.

    What is sensitive always does (AT-246), administrative matters never do, and what is about functioning does when it leaves
    professional secrecy for a duty of discretion (AT-243).
    """
    leaves_secrecy = duty_of(by) is Duty.PROFESSIONAL_SECRECY and duty_of(to) is Duty.DISCRETION
    return kind is EntryClass.SENSITIVE or (kind is EntryClass.FUNCTIONING and leaves_secrecy)


def bases_between(by: Role, to: Role) -> frozenset[Basis]:
    """The bases on which one role may share with another: shared secrecy only between people who are bound by secrecy."""
    if {duty_of(by), duty_of(to)} == {Duty.PROFESSIONAL_SECRECY}:
        return frozenset(Basis)
    return frozenset({Basis.CONSENT})


@BOOK.requirement(
    "AT-243",
    CARE_HANDBOOK.at("6.2"),
    concerns="sharing",
    points={
        "basis": "the client's consent, because there is no shared secrecy with VDAB and GTB",
        "item": "a description of what is shared",
    },
)
def secrecy_is_not_shared_with_vdab(crossing: Crossing) -> Findings:
    """Working with VDAB and GTB is no shared professional secrecy: care information crosses with consent for a described item."""
    leaves_secrecy = duty_of(crossing.by) is Duty.PROFESSIONAL_SECRECY
    basis_holds = crossing.basis in bases_between(crossing.by, crossing.to)
    return unmet(basis=not leaves_secrecy or basis_holds, item=told(crossing.item))


@BOOK.requirement(
    "AT-244",
    CARE_HANDBOOK.at("6.2"),
    concerns="sharing",
    points={
        "item": "what is shared",
        "purpose": "the goal or the obstacle to work that it serves",
        "recipient": "who receives it",
        "date": "the date",
    },
)
def sharing_serves_work(shared: SharedItem) -> Findings:
    """What is shared is delimited, relevant and proportional, and serves one purpose: taking away obstacles to work."""
    return unmet(
        item=told(shared.item),
        purpose=told(shared.purpose),
        recipient=shared.recipient is not None,
        date=shared.shared_on is not None,
    )


@BOOK.requirement(
    "AT-246",
    CARE_HANDBOOK.at("6.2"),
    concerns="sharing",
    force=Force.SHOULD,
    points={
        "class": "the kind of entry: administrative, about functioning, or sensitive",
        "consent": "the consent that a sensitive entry rests on",
    },
)
def sensitive_entry_rests_on_consent(kind: EntryClass | None, *, has_consent: bool) -> Findings:
    """Factual and administrative information may be shared as it is; sensitive information needs the client's consent."""
    return unmet(**{"class": kind is not None, "consent": kind is not EntryClass.SENSITIVE or has_consent})


def reached_by(author: Role, steps: Sequence[ShareStep], on: date) -> frozenset[Role]:
    """Everybody whom information has reached on a day, when each step is taken by somebody who already had it."""
    reached = {author}
    for step in sorted(steps, key=lambda step: step.on):
        if step.on <= on and step.by in reached:
            reached.add(step.to)
    return frozenset(reached)


@BOOK.requirement(
    "AT-251",
    CARE_HANDBOOK.at("6.2"),
    concerns="sharing",
    points={"own_step": "a step of its own to this reader, by somebody who has it"},
)
def each_step_is_shared_apart(reader: Role, *, author: Role, steps: Sequence[ShareStep], on: date) -> Findings:
    """What a care provider tells the care case manager reaches the work case manager only by a step of its own."""
    return unmet(own_step=reader in reached_by(author, steps, on))


@BOOK.requirement(
    "AT-251",
    CARE_HANDBOOK.at("6.2"),
    concerns="sharing",
    points={"next_step": "the care case manager as the next one, who shares it further after talking with the client"},
)
def care_provider_tells_the_care_case_manager(by: Role, to: frozenset[Role], kind: EntryClass) -> Findings:
    """A care provider shares with the care case manager; every step further is taken and talked about apart.

    What is administrative, such as the day of a talk, takes no steps.
    """
    beyond = {role for role in to if duty_of(role) is Duty.DISCRETION}
    return unmet(next_step=by is not Role.CARE_PROVIDER or kind is EntryClass.ADMINISTRATIVE or not beyond)


@BOOK.requirement(
    "AT-251",
    CARE_HANDBOOK.at("6.2"),
    concerns="sharing",
    points={"warning": "the warning that the care case manager works together with the work case manager"},
)
def next_step_is_told_beforehand(by: Role, to: Role, *, warned: bool) -> Findings:
    """A care provider that tells something to the care case manager knows that this is a step towards VDAB and GTB."""
    return unmet(warning=warned or (by, to) != (Role.CARE_PROVIDER, Role.CARE_CASE_MANAGER))


@BOOK.checklist("AT-256", CARE_HANDBOOK.at("6.3"), concerns="sharing", force=Force.SHOULD)
def what_happens_with_information() -> Points:
    """A professional who shares knows what happens with the information, now and later."""
    return {
        "readers": "who can see it now",
        "purpose": "for what purpose",
        "until": "until when",
        "control": "who decides about it",
        "own_role": "what the sharer can still do about it",
    }


@BOOK.requirement(
    "AT-260",
    CARE_HANDBOOK.at("7.1; 1"),
    concerns="access",
    points={"part": "mandates and payment statements, and no file of a client"},
)
def care_department_sees_no_client_files(part: DepartmentPart) -> Findings:
    """The care department mandates and funds the care partnerships; it sees mandates and statements and no client files."""
    return unmet(part=part is not DepartmentPart.CLIENT_FILE)
