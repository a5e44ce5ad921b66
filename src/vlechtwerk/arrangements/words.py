"""The words for what is arranged in a region, for its codes. They are written in lower case, so that they fit in a sentence."""

from typing import Any

from django.utils.translation import gettext_lazy

from vlechtwerk.organisations.models import Organisation
from vlechtwerk.rules.activation.duties.working_notes import Level

AMBASSADOR = "icf_ambassador"
"""The kind of a contact who helps with using the ICF."""
GUIDES: dict[str, Any] = {
    "guideline": gettext_lazy("guideline"),
    "learning": gettext_lazy("material to learn from"),
    "contact": gettext_lazy("contact"),
    AMBASSADOR: gettext_lazy("ICF ambassador"),
}
LEVELS: dict[str, Any] = {
    Level.MICRO: gettext_lazy("one trajectory: how we work in it"),
    Level.MESO: gettext_lazy("the cooperation: what organisations agree"),
    Level.MACRO: gettext_lazy("the policy"),
}
PARTNER_KINDS: dict[str, Any] = {
    Organisation.Kind.CAW: gettext_lazy("CAW"),
    Organisation.Kind.OCMW: gettext_lazy("OCMW"),
    Organisation.Kind.DMW: gettext_lazy("social service of a health fund"),
    Organisation.Kind.GGZ: gettext_lazy("mental health care"),
    Organisation.Kind.VAPH: gettext_lazy("VAPH"),
}
