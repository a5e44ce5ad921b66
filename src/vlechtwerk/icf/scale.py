"""The codes of the ICF and their words: components, values, and where a finding comes from.

The values are the generic scale of the ICF, with the positive values that it gives to the surroundings, and the four of an
earlier instrument of the field. Which of them a category takes stands in the set that an administrator loads.
"""

from enum import StrEnum
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.roles import Role

COMPONENTS: Final[dict[str, Promise]] = {
    "b": gettext_lazy("functions of body and mind"),
    "s": gettext_lazy("parts of the body"),
    "d": gettext_lazy("activities and taking part"),
    "e": gettext_lazy("surroundings"),
}
QUALIFIERS: Final[dict[str, Promise]] = {
    "0": gettext_lazy("no problem"),
    "1": gettext_lazy("slight problem"),
    "2": gettext_lazy("moderate problem"),
    "3": gettext_lazy("serious problem"),
    "4": gettext_lazy("complete problem"),
    "8": gettext_lazy("not specified"),
    "9": gettext_lazy("not applicable"),
    "+1": gettext_lazy("slight help"),
    "+2": gettext_lazy("moderate help"),
    "+3": gettext_lazy("great help"),
    "+4": gettext_lazy("complete help"),
    "S": gettext_lazy("strength"),
    "N": gettext_lazy("neutral"),
    "A": gettext_lazy("point of attention"),
    "W": gettext_lazy("working point"),
}
PLAIN: Final[dict[str, Promise]] = {
    "0": gettext_lazy("This goes well."),
    "1": gettext_lazy("This is sometimes a little difficult."),
    "2": gettext_lazy("This is difficult now and then."),
    "3": gettext_lazy("This is very difficult."),
    "4": gettext_lazy("This does not work now."),
    "8": gettext_lazy("We do not know enough about this."),
    "9": gettext_lazy("This does not matter for you."),
    "+1": gettext_lazy("This helps you a little."),
    "+2": gettext_lazy("This helps you."),
    "+3": gettext_lazy("This helps you a lot."),
    "+4": gettext_lazy("This helps you completely."),
    "S": gettext_lazy("This is a strength of yours."),
    "N": gettext_lazy("This is neither a strength nor a difficulty."),
    "A": gettext_lazy("This asks attention."),
    "W": gettext_lazy("You are working on this."),
}
"""What a value says to the client herself."""
GENERIC: Final = ("0", "1", "2", "3", "4", "8", "9")
"""The values of a category of which the set says nothing about them."""


class Source(StrEnum):
    """Where a finding comes from."""

    OWN_WORDS = "own_words"
    CONVERSATION = "conversation"
    OBSERVATION = "observation"
    WORK_REPORT = "work_report"
    CARE_REPORT = "care_report"


SOURCES: Final[dict[str, Promise]] = {
    Source.OWN_WORDS: gettext_lazy("own words of the participant"),
    Source.CONVERSATION: gettext_lazy("conversation"),
    Source.OBSERVATION: gettext_lazy("observation"),
    Source.WORK_REPORT: gettext_lazy("report of a provider of work"),
    Source.CARE_REPORT: gettext_lazy("report of a provider of care"),
}
COMES_FROM: Final = {
    Source.OWN_WORDS: Role.CLIENT,
    Source.WORK_REPORT: Role.WORK_PROVIDER,
    Source.CARE_REPORT: Role.CARE_PROVIDER,
}
"""From whom it comes; what a case manager heard or saw comes from that case manager."""
SIDE_OF: Final = {Role.WORK_CASE_MANAGER: Domain.WORK, Role.CARE_CASE_MANAGER: Domain.CARE}
"""On which side a case manager writes."""


def comes_from(source: str, author: Role) -> Role:
    """From whom the information of a finding comes, as the rules know it."""
    return COMES_FROM.get(Source(source), author)
