"""The form of the application: what each part asks, as data and checks for the screens, and the event it leads to."""

import html
import re
from dataclasses import dataclass
from datetime import date

from vlechtwerk.rules.kernel import Findings, Force, Points, unmet
from vlechtwerk.rules.recognition import events as e
from vlechtwerk.rules.recognition.area import (
    AreaRow,
    area_is_told,
    partial_provinces_have_postcodes,
    rows_hold_one_postcode,
)
from vlechtwerk.rules.recognition.book import (
    BOOK,
    CONDITIONS,
    FINAL_PAGE,
    PART_1,
    PART_2,
    PART_3,
    SIMPLIFIED,
)
from vlechtwerk.rules.recognition.guides import Guide, counts
from vlechtwerk.rules.recognition.terms import Exemption

TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class ApplicationForm:
    """The form as it is filled in. Experience and plan of action are formatted texts; `declared` is the one declaration box."""

    exemption: Exemption | None = None
    experience: str = ""
    guides: tuple[Guide, ...] = ()
    area: tuple[AreaRow, ...] = ()
    postcodes: tuple[str, ...] = ()
    plan_of_action: str = ""
    plan_attached: bool = False
    declared: bool = False


def has_text(formatted: str) -> bool:
    """Whether a formatted text holds more than blanks and empty tags."""
    return bool(html.unescape(TAG.sub("", formatted)).strip())


@BOOK.checklist("IM-054", PART_1, concerns="application")
def parts_of_the_form() -> Points:
    """An application has three parts and a confirmation."""
    return {
        "part_1": "part 1: statutory recognition or mandate",
        "part_2": "part 2: experience and guides",
        "part_3": "part 3: working area and plan of action",
        "confirmation": "confirmation with checks and declaration",
    }


@BOOK.checklist("IM-044", SIMPLIFIED, concerns="exemption")
def simplified_kinds() -> Points:
    """A simplified procedure exists for providers with one of four statutory recognitions or mandates."""
    return {
        Exemption.LOCAL_SERVICES_ECONOMY: "local services economy",
        Exemption.TAILORED_WORK_COMPANY: "tailored-work company",
        Exemption.GOB: "specialised training, guidance and mediation service (GOB)",
        Exemption.GTB: "specialised mediation team (GTB)",
    }


@BOOK.checklist("IM-045", SIMPLIFIED, concerns="simplified_application")
def simplified_content() -> Points:
    """A simplified application shows three things; experience and guides are not asked."""
    return {
        "quality_model": "proof of registration in the quality model",
        "area_and_capacity": "the working area set against the guidance capacity",
        "intervision": "the commitment to intervision",
    }


@BOOK.requirement("IM-059", PART_1, concerns="application", force=Force.MAY, points={"part_2": "part 2 of the form"})
def part_two_is_asked(form: ApplicationForm) -> Findings:
    """An applicant with one of the four exemptions may skip part 2; what was filled in there stays out of the application."""
    return () if form.exemption is not None and form.exemption.simplified else ("part_2",)


@BOOK.requirement("IM-062", PART_2, concerns="experience", points={"experience": "the motivation of the experience"})
def experience_is_motivated(form: ApplicationForm) -> Findings:
    """The applicant motivates its experience in guiding people with a work limitation; blanks are no motivation."""
    return () if has_text(form.experience) else ("experience",)


@BOOK.requirement("IM-040", CONDITIONS, concerns="application", points={"experience": "demonstrable experience"})
def experience_is_asked_in_full(form: ApplicationForm) -> Findings:
    """In the full procedure the application shows demonstrable experience in guiding workers with a work limitation."""
    return experience_is_motivated(form) if part_two_is_asked(form) else ()


@BOOK.requirement("IM-041", CONDITIONS, concerns="application", points={"guides": "at least one qualified guide"})
def guides_are_asked_in_full(form: ApplicationForm) -> Findings:
    """In the full procedure the organisation shows that it has at least one qualified guide."""
    return ("guides",) if part_two_is_asked(form) and not any(map(counts, form.guides)) else ()


@BOOK.checklist("IM-071", PART_3, concerns="plan_of_action")
def subjects_of_the_plan() -> Points:
    """The plan of action tells how the guides serve the working area and how the guidance goes on without a break."""
    return {"serving_the_area": "how the guides serve the working area", "continuity": "how continuity is ensured"}


@BOOK.requirement("IM-071", PART_3, concerns="plan_of_action", points={"text": "the plan of action as a text"})
def plan_is_written(form: ApplicationForm) -> Findings:
    """The plan of action is written in the form; blanks are no plan."""
    return () if has_text(form.plan_of_action) else ("text",)


@BOOK.requirement(
    "IM-072",
    PART_3,
    concerns="plan_of_action",
    force=Force.MAY,
    points={"text": "the plan of action as a text, also when a document is attached"},
)
def attachment_does_not_replace_the_plan(form: ApplicationForm) -> Findings:
    """A document may be attached to the plan of action; it does not replace the text."""
    return plan_is_written(form) if form.plan_attached else ()


@BOOK.requirement(
    "IM-042",
    CONDITIONS,
    concerns="application",
    points={"area": "the working area", "plan_of_action": "the plan of action that explains the capacity"},
)
def area_is_set_against_capacity(form: ApplicationForm) -> Findings:
    """Every application sets its working area against its guidance capacity, which the plan of action explains."""
    area_faults = (
        area_is_told(form.area)
        or rows_hold_one_postcode(form.postcodes)
        or partial_provinces_have_postcodes(form.area, form.postcodes)
    )
    return unmet(area=not area_faults, plan_of_action=not plan_is_written(form))


@BOOK.checklist("IM-078", FINAL_PAGE, concerns="declaration")
def reachable_daily() -> Points:
    """The applicant declares that every qualified guide can be reached daily by worker, employer and colleague-coach."""
    return {"reachable_daily": "every guide can be reached daily"}


@BOOK.checklist("IM-079", FINAL_PAGE, concerns="declaration")
def on_the_floor_in_time() -> Points:
    """The applicant declares that every qualified guide comes to the work floor within five working days for the legal tasks.

    The tasks are those of article 23 of the decree of 14 January 2022.
    """
    return {
        "on_the_floor": "every guide comes within five working days, for the tasks of article 23 of the decree of 14 January 2022"
    }


@BOOK.checklist("IM-080", FINAL_PAGE, concerns="declaration")
def followed_up_every_two_weeks() -> Points:
    """The applicant declares that every qualified guide follows up the work at least every two weeks."""
    return {"follow_up": "every guide follows up at least every two weeks"}


@BOOK.checklist("IM-081", FINAL_PAGE, concerns="declaration")
def takes_part_in_intervision() -> Points:
    """The applicant declares that it takes an active part in the intervision that the Flemish authorities organise."""
    return {"intervision": "the organisation takes an active part in intervision"}


DECLARATION: Points = {
    **reachable_daily.points,
    **on_the_floor_in_time.points,
    **followed_up_every_two_weeks.points,
    **takes_part_in_intervision.points,
}
"""The four numbered statements under the one mandatory box."""


@BOOK.requirement("IM-043", CONDITIONS, concerns="application", points={"declaration": "the declaration on honour"})
def intervision_is_promised(form: ApplicationForm) -> Findings:
    """Every applicant commits itself to intervision; the declaration on honour holds that commitment."""
    return () if form.declared else ("declaration",)


def submission(form: ApplicationForm, on: date, *, undersigned: bool = False) -> e.ApplicationSubmitted:
    """The event that submitting this form gives; what a simplified application does not ask is left out of it."""
    asked = bool(part_two_is_asked(form))
    missing = area_is_set_against_capacity(form)
    return e.ApplicationSubmitted(
        on,
        exemption=form.exemption,
        experience=asked and not experience_is_motivated(form),
        guides=sum(map(counts, form.guides)) if asked else 0,
        area="area" not in missing,
        plan_of_action="plan_of_action" not in missing,
        declared=form.declared,
        undersigned=undersigned,
    )
