"""The ICF: one profile, trained case managers, findings with their source, and what was not carried out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.closing import ALL_ICF_CATEGORIES
from vlechtwerk.rules.activation.duties.findings import done_by, told, unmet
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings
from vlechtwerk.rules.roles import Role


@dataclass(frozen=True)
class IcfFinding:
    """What was filled in for one category: where it comes from and of which day it is."""

    category: str
    source: Role | None = None
    found_on: date | None = None


@dataclass(frozen=True)
class IcfSources:
    """Whether providers of each side took part, and whether their information was put into the profile."""

    care_provider_involved: bool
    care_processed: bool
    work_provider_involved: bool
    work_processed: bool


@BOOK.requirement(
    "AT-142",
    CARE_HANDBOOK.at("3.8"),
    concerns="icf",
    points={
        "one_profile": "exactly one ICF profile for each client",
        "confidential": "a place inside the confidential file",
    },
)
def client_has_one_icf_profile(profiles: int, *, confidential: bool) -> Findings:
    """Each client has one ICF profile in the confidential file, the language in which a work limitation is examined."""
    return unmet(one_profile=profiles == 1, confidential=confidential)


@BOOK.requirement(
    "AT-144",
    CARE_HANDBOOK.at("3.8"),
    concerns="team",
    points={"training": "the date of the ICF training"},
)
def care_case_manager_had_icf_training(trained_on: date | None, on: date) -> Findings:
    """A care case manager has followed an ICF training.

    No term and no sanction are told: who has not followed it yet is reported, and may nevertheless work.
    """
    return unmet(training=done_by(trained_on, on))


@BOOK.requirement(
    "AT-146",
    CARE_HANDBOOK.at("4.1.1; 3.8"),
    concerns="icf",
    points={
        "categories": "all 43 categories",
        "sources": "for each category where the information comes from",
        "dates": "for each category the date of the information",
    },
)
def icf_report_names_its_sources(findings: Sequence[IcfFinding]) -> Findings:
    """At the end the case managers draw up an ICF report from all they gathered at the care and work providers."""
    return unmet(
        categories=len({finding.category for finding in findings}) >= ALL_ICF_CATEGORIES,
        sources=all(finding.source is not None for finding in findings),
        dates=all(finding.found_on is not None for finding in findings),
    )


@BOOK.requirement(
    "AT-209",
    CARE_HANDBOOK.at("5.1.3"),
    concerns="final_advice",
    points={
        "care": "the care case manager worked in the information of the care providers",
        "work": "the work case manager worked in the information of the work providers",
    },
)
def both_sides_are_in_the_icf(sources: IcfSources) -> Findings:
    """Each case manager completes the ICF with the information of the own providers before the final advice."""
    return unmet(
        care=sources.care_processed or not sources.care_provider_involved,
        work=sources.work_processed or not sources.work_provider_involved,
    )


@BOOK.requirement(
    "AT-240",
    CARE_HANDBOOK.at("5.4"),
    concerns="closing",
    points={
        "explanations": "for each action that was not carried out, the reason",
        "conclusion": "in the conclusion, the reason why there was no internship",
    },
)
def what_was_not_done_is_explained(
    explanations: Sequence[str], *, internship_took_place: bool, conclusion: str = ""
) -> Findings:
    """The ICF tells why actions of the plan were not carried out, and its conclusion why there was no internship.

    `explanations` holds one text, perhaps empty, for each action that was not carried out.
    """
    return unmet(
        explanations=all(told(text) for text in explanations),
        conclusion=internship_took_place or told(conclusion),
    )
