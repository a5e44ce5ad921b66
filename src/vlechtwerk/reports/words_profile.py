"""The words of the profile: what the participant can do, what stands in the way, room to grow, and care needs."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from vlechtwerk.reports.kinds import ReportKind

FOR_GOAL = "for_goal"
"""The part that tells at which goal something was found: an identifier, for the goal is not open to every reader."""
TITLES: dict[str, Promise] = {ReportKind.PROFILE: gettext_lazy("something for the profile")}
PARTS: dict[str, Promise] = {
    "section": gettext_lazy("what is it about?"),
    "found": gettext_lazy("what did you find together?"),
    "seen_from": gettext_lazy("who said or showed it?"),
    "seen_at": gettext_lazy("which test, internship or provider?"),
    FOR_GOAL: gettext_lazy("which goal does it belong to?"),
}
CHOICES: dict[str, dict[str, Promise]] = {
    "section": {
        "competences": gettext_lazy("competences"),
        "thresholds": gettext_lazy("thresholds to work"),
        "growth_potential": gettext_lazy("room to grow"),
        "care_needs": gettext_lazy("care needs"),
    },
    "seen_from": {
        "client": gettext_lazy("the participant"),
        "test": gettext_lazy("a test"),
        "internship": gettext_lazy("the internship"),
        "provider": gettext_lazy("a provider"),
        "observation": gettext_lazy("my own observation"),
    },
}
CARE_NEEDS = "care_needs"
"""The section that is always sensitive: nobody reads it without the consent of the participant."""
