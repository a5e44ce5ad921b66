"""The care partnership: its mandate, its partners, its contact and what the partners agree."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import unmet
from vlechtwerk.rules.activation.duties.periods import Period
from vlechtwerk.rules.activation.duties.team import WELFARE_PARTNERS, Organisation
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings
from vlechtwerk.rules.roles import Role


@dataclass(frozen=True, slots=True)
class Mandate:
    """A care partnership supplies the care case managers of a region during a period."""

    partnership: str
    region: str
    period: Period


@BOOK.requirement(
    "AT-012",
    CARE_HANDBOOK.at("2.2"),
    concerns="partnership_mandate",
    points={"only_one": "no other care partnership is mandated for the region in the same period"},
)
def one_partnership_per_region(mandate: Mandate, others: Collection[Mandate]) -> Findings:
    """For each work-care region one care partnership is mandated at a time."""
    clash = any(one.region == mandate.region and one.period.overlaps(mandate.period) for one in others)
    return unmet(only_one=not clash)


@BOOK.requirement(
    "AT-013",
    CARE_HANDBOOK.at("2.2"),
    concerns="partnership",
    points={
        "welfare": "a welfare partner: a CAW, an OCMW or the social service of a health fund",
        "mental_health": "a partner of mental health care",
        "vaph": "a VAPH partner",
    },
)
def partners_are_complete(partners: Collection[Organisation]) -> Findings:
    """A care partnership has a welfare partner, a partner of mental health care and a VAPH partner."""
    kinds = set(partners)
    return unmet(
        welfare=kinds & WELFARE_PARTNERS,
        mental_health=Organisation.MENTAL_HEALTH in kinds,
        vaph=Organisation.VAPH in kinds,
    )


@dataclass(frozen=True, slots=True)
class Contact:
    """Who is the contact of a partnership: the organisation that sends this person, and the period."""

    organisation: str
    period: Period


@BOOK.requirement(
    "AT-014",
    CARE_HANDBOOK.at("2.2"),
    concerns="partnership",
    points={
        "one_contact": "exactly one contact on that day",
        "of_a_partner": "the contact comes from one of the partners",
    },
)
def one_partner_is_the_contact(partners: Collection[str], contacts: Sequence[Contact], on: date) -> Findings:
    """The partnership designates one of its partners as its contact for the partners and for the Department of Care."""
    active = [contact for contact in contacts if contact.period.covers(on)]
    return unmet(
        one_contact=len(active) == 1,
        of_a_partner=all(contact.organisation in partners for contact in active),
    )


class Act(StrEnum):
    """What somebody wants to do that is more than administration, or just that."""

    READ_FILE = "read_file"
    APPROVE_PLAN = "approve_plan"
    ASSIGN_PROVIDER = "assign_provider"
    READ_STATEMENT = "read_statement"
    DISTRIBUTE_PAYMENT = "distribute_payment"


ADMINISTRATIVE_ACTS = frozenset({Act.READ_STATEMENT, Act.DISTRIBUTE_PAYMENT})


@BOOK.requirement(
    "AT-015",
    CARE_HANDBOOK.at("2.2"),
    concerns="partnership_contact",
    points={"administrative": "it belongs to the administration of the partnership"},
)
def contact_only_administers(role: Role, act: Act) -> Findings:
    """The contact of the partnership administers, and neither decides about plans nor reads the files of participants.

    The handbook calls the role administrative; that it sees no files follows from it.
    """
    return unmet(administrative=role is not Role.CARE_PARTNERSHIP_CONTACT or act in ADMINISTRATIVE_ACTS)


@dataclass(frozen=True, slots=True)
class PartnerAgreement:
    """An agreement among the partners about their task, and who shares it."""

    text: str
    agreed_on: date | None
    partners: frozenset[str]
    agreed_by: frozenset[str]
    review_on: date | None


@BOOK.requirement(
    "AT-016",
    CARE_HANDBOOK.at("2.2"),
    concerns="partner_agreement",
    points={
        "text": "what the partners agree",
        "agreed_on": "the day of the agreement among the partners",
        "shared": "every partner shares the agreement",
        "review": "the day on which the partners look at the agreement again",
    },
)
def agreement_is_shared(agreement: PartnerAgreement) -> Findings:
    """All partners share the responsibility for the mandate and lay down what they agree.

    The day of review is a choice of this program.
    """
    return unmet(
        text=agreement.text,
        agreed_on=agreement.agreed_on,
        shared=agreement.partners <= agreement.agreed_by,
        review=agreement.review_on,
    )
