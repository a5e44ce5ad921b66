"""The words of the provider network for their codes. They are written in lower case."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vlechtwerk.network.models import FactKind, Offer
from vlechtwerk.rules.activation.duties.care_providers import Experience, Recogniser

FACTS: dict[str, Promise] = {
    FactKind.MEMBERSHIP: gettext_lazy("member of the network"),
    FactKind.RECOGNITION: gettext_lazy("recognition or licence"),
    FactKind.CHECK: gettext_lazy("check of the conditions"),
    FactKind.AGREEMENT: gettext_lazy("agreement"),
}
ADDRESSES: dict[str, FactKind] = {
    "lidmaatschap": FactKind.MEMBERSHIP,
    "erkenning": FactKind.RECOGNITION,
    "controle": FactKind.CHECK,
    "overeenkomst": FactKind.AGREEMENT,
}
"""The last part of the address of each form."""
FIRST: dict[str, Promise] = {
    FactKind.MEMBERSHIP: gettext_lazy("first day in the network"),
    FactKind.RECOGNITION: gettext_lazy("first day of the recognition"),
    FactKind.CHECK: gettext_lazy("day of the check"),
    FactKind.AGREEMENT: gettext_lazy("signed on"),
}
EVIDENCE: dict[str, Promise] = {
    FactKind.MEMBERSHIP: gettext_lazy("where does it stand?"),
    FactKind.RECOGNITION: gettext_lazy("number of the recognition, or where it stands"),
    FactKind.CHECK: gettext_lazy("what did you see?"),
    FactKind.AGREEMENT: gettext_lazy("where is the agreement kept?"),
}
RECOGNISERS: dict[str, Promise] = {
    Recogniser.OPGROEIEN: gettext_lazy("Opgroeien"),
    Recogniser.ZORG_EN_GEZONDHEID: gettext_lazy("Zorg en Gezondheid"),
    Recogniser.VAPH: gettext_lazy("VAPH"),
    Recogniser.WVG_DEPARTMENT: gettext_lazy("the department of welfare (WVG)"),
    Recogniser.FEDERAL: gettext_lazy("the federal government"),
    Recogniser.LOCAL: gettext_lazy("a local government (does not count for the decree)"),
}
EXPERIENCES: dict[str, Promise] = {
    Experience.DISABILITY: gettext_lazy("care for people with a disability"),
    Experience.MENTAL_HEALTH: gettext_lazy("mental health care"),
    Experience.GENERAL_WELFARE: gettext_lazy("general welfare work"),
    Experience.SOCIAL_WORK: gettext_lazy("social work"),
    Experience.SPECIAL_YOUTH_CARE: gettext_lazy("special youth care"),
}


def waiting(offer: Offer) -> str:
    """How long somebody waits for an offer."""
    if offer.waiting_weeks is None:
        return _("not known")
    if not offer.waiting_weeks:
        return _("no waiting time")
    return ngettext("%(num)s week", "%(num)s weeks", offer.waiting_weeks) % {"num": offer.waiting_weeks}


def places(offer: Offer, taken: int) -> str:
    """How many places of an offer are taken, as far as whoever asks sees the trajectories."""
    if offer.places is None:
        return _("%(taken)s taken") % {"taken": taken}
    return _("%(taken)s of %(places)s taken") % {"taken": taken, "places": offer.places}
