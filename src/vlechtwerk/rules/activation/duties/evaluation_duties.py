"""What an interim evaluation consists of: an appointment, the input of the providers, a clear mark, the support rights."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import done_by, unmet
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Force
from vlechtwerk.rules.roles import Role


class ContactKind(StrEnum):
    """What a record in the contacts is about."""

    CONVERSATION = "conversation"
    INTERIM_EVALUATION = "interim_evaluation"


class RightsCheck(StrEnum):
    """What the check of the support rights gave."""

    REQUEST = "request"
    NOT_APPLICABLE = "not_applicable"
    ALREADY_ASKED = "already_asked"


@dataclass(frozen=True)
class ProviderInput:
    """What one provider contributed to an evaluation: presence, or a document delivered on a day."""

    provider: Role
    attended: bool = False
    delivered_on: date | None = None


@BOOK.requirement(
    "AT-156",
    CARE_HANDBOOK.at("4.1.2"),
    concerns="evaluation",
    points={"appointment": "the appointment in the service menu of the career file"},
)
def evaluation_has_an_appointment(appointment_registered_on: date | None) -> Findings:
    """For each interim evaluation an appointment is registered in the service menu of the career file."""
    return unmet(appointment=appointment_registered_on is not None)


@BOOK.requirement(
    "AT-157",
    CARE_HANDBOOK.at("4.1.2; 3.6.3; 4.4"),
    concerns="evaluation",
    force=Force.MAY,
    points={"input": "for each provider, presence or input beforehand"},
)
def providers_join_or_give_input(inputs: Sequence[ProviderInput], *, held_on: date) -> Findings:
    """Providers join the evaluation where that is useful and possible; otherwise their input is asked beforehand."""
    return unmet(input=all(one.attended or done_by(one.delivered_on, held_on) for one in inputs))


@BOOK.requirement(
    "AT-158",
    CARE_HANDBOOK.at("4.1.2"),
    concerns="evaluation",
    points={"mark": "the clear mark that this is the interim evaluation"},
)
def result_is_marked_as_evaluation(kind: ContactKind) -> Findings:
    """The result stands in the confidential file with the clear mention that it is the interim evaluation."""
    return unmet(mark=kind is ContactKind.INTERIM_EVALUATION)


@BOOK.requirement(
    "AT-159",
    CARE_HANDBOOK.at("4.1.2"),
    concerns="evaluation",
    points={
        "support_rights": "a look at whether support rights can be asked for",
        "work_case_manager": "a request that is made by the work case manager",
    },
)
def support_rights_are_looked_at(check: RightsCheck | None, *, asked_by: Role | None = None) -> Findings:
    """Each evaluation looks at least at whether the work case manager can ask for employment support rights."""
    by_work = asked_by is Role.WORK_CASE_MANAGER
    return unmet(support_rights=check is not None, work_case_manager=check is not RightsCheck.REQUEST or by_work)


@BOOK.requirement(
    "AT-185",
    CARE_HANDBOOK.at("4.4"),
    concerns="evaluation",
    points={"input": "input for the consultation, or presence"},
)
def work_provider_contributes(contribution: ProviderInput | None, *, due_on: date) -> Findings:
    """The work provider attends the half-yearly consultation about the client or gives input for it."""
    given = contribution is not None and (contribution.attended or done_by(contribution.delivered_on, due_on))
    return unmet(input=given)
