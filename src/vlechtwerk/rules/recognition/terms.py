"""The words of the recognition procedure that are chosen from a closed list; a region has nothing to choose here."""

from dataclasses import dataclass
from enum import StrEnum


class Exemption(StrEnum):
    """The statutory recognition or mandate an applicant already has; `none` leads to the full procedure."""

    LOCAL_SERVICES_ECONOMY = "local_services_economy"
    TAILORED_WORK_COMPANY = "tailored_work_company"
    GOB = "gob"
    GTB = "gtb"
    NONE = "none"

    @property
    def simplified(self) -> bool:
        """Whether the simplified procedure applies: part 2 of the form is skipped (IM-044, IM-059)."""
        return self is not Exemption.NONE


class FormItem(StrEnum):
    """What an application is made of; a defect names one of these."""

    IDENTIFICATION = "identification"
    EXEMPTION = "exemption"
    EXPERIENCE = "experience"
    GUIDES = "guides"
    AREA = "area"
    PLAN_OF_ACTION = "plan_of_action"
    ATTACHMENTS = "attachments"
    DECLARATION = "declaration"
    UNDERSIGNING = "undersigning"


class Condition(StrEnum):
    """What the reviewer examines. Experience and guides are examined in the full procedure only (IM-045)."""

    QUALITY_MODEL = "quality_model"
    EXPERIENCE = "experience"
    GUIDES = "guides"
    AREA_AND_CAPACITY = "area_and_capacity"
    INTERVISION = "intervision"


class Outcome(StrEnum):
    """How a reconsideration ends: the decision stays, or a new decision replaces it."""

    CONFIRMED = "confirmed"
    REVISED = "revised"


SIMPLIFIED_CONDITIONS = (Condition.QUALITY_MODEL, Condition.AREA_AND_CAPACITY, Condition.INTERVISION)


def conditions_of(exemption: Exemption) -> tuple[Condition, ...]:
    """The conditions that are examined: three in the simplified procedure, five in the full one."""
    return SIMPLIFIED_CONDITIONS if exemption.simplified else tuple(Condition)


@dataclass(frozen=True, slots=True)
class RegionSettings:
    """The choices a region may make: none, one department judges all applications."""
