"""The words of what is told when a trajectory does not seem realistic now: the doubt, what came of it, and another offer."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from vlechtwerk.reports.kinds import ReportKind

TITLES: dict[str, Promise] = {
    ReportKind.DOUBT: gettext_lazy("doubt whether a trajectory is realistic now"),
    ReportKind.DOUBT_OUTCOME: gettext_lazy("what came of the doubt"),
    ReportKind.REORIENTATION: gettext_lazy("another offer: note to the trusted advisor"),
}
PARTS: dict[str, Promise] = {
    "doubt": gettext_lazy("why does a path towards an internship not seem realistic now?"),
    "wish": gettext_lazy("what does the participant want?"),
    "both_on": gettext_lazy("on which day did you talk about it with the care case manager?"),
    "doubt_outcome": gettext_lazy("what do you choose?"),
    "picture": gettext_lazy("what does VDAB have to know to look for another offer?"),
    "offer": gettext_lazy("which other offer fits best now?"),
}
CHOICES: dict[str, dict[str, Promise]] = {
    "doubt_outcome": {
        "go_on": gettext_lazy("the trajectory goes on, with agreements"),
        "reorient": gettext_lazy("another way is looked for with the participant"),
    },
}
