"""The words of what was explained to the participant; she reads them too, so they are plain."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from vlechtwerk.reports.kinds import ReportKind

TITLES: dict[str, Promise] = {ReportKind.EXPLAINED: gettext_lazy("explanation to the participant")}
PARTS: dict[str, Promise] = {
    "occasion": gettext_lazy("why did you explain it?"),
    "explained": gettext_lazy("what did you explain?"),
    "still_unclear": gettext_lazy("what is still unclear, and what happens with it?"),
}
CHOICES: dict[str, dict[str, Promise]] = {
    "occasion": {
        "start": gettext_lazy("it was the start, or something changed"),
        "asked": gettext_lazy("the participant asked it"),
        "unclear": gettext_lazy("it was not clear who writes what, and why"),
        "obliged": gettext_lazy("the participant felt obliged to sign"),
        "hesitates": gettext_lazy("the participant hesitates, or does not want it"),
    },
    "explained": {
        "information": gettext_lazy("which information is shared"),
        "how": gettext_lazy("how it is written down and shared"),
        "why": gettext_lazy("why it is shared"),
        "with_whom": gettext_lazy("with whom it is shared"),
        "network": gettext_lazy("who works together in the network"),
        "procedure": gettext_lazy("how the trajectory goes"),
        "end_goal": gettext_lazy("what the trajectory is for"),
        "own_role": gettext_lazy("what the case manager does"),
    },
}
