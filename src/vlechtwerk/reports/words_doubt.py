"""The words of what the care case manager tells at the start: help that is there, a doubt, and another offer."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from vlechtwerk.reports.kinds import ReportKind

TITLES: dict[str, Promise] = {
    ReportKind.FILE_TALK: gettext_lazy("talk about the confidential file"),
    ReportKind.EXISTING_HELP: gettext_lazy("help that is there already"),
    ReportKind.DOUBT: gettext_lazy("doubt whether a trajectory is realistic now"),
    ReportKind.DOUBT_OUTCOME: gettext_lazy("what came of the doubt"),
    ReportKind.REORIENTATION: gettext_lazy("another offer: note to the trusted advisor"),
}
PARTS: dict[str, Promise] = {
    "gone_through": gettext_lazy("what did you go through, and what does the participant say of it?"),
    "helper": gettext_lazy("which help is there already?"),
    "contact_consent_on": gettext_lazy("on which day did the participant agree to your contact with it?"),
    "coordinated_on": gettext_lazy("on which day did you coordinate?"),
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
