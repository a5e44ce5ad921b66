"""The words of documents for their codes. They are written in lower case, so that they fit in a sentence."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from vlechtwerk.documents.models import Document
from vlechtwerk.documents.own import OwnKind
from vlechtwerk.rules.activation.duties.writing import DocumentKind
from vlechtwerk.rules.activation.terms import Medium
from vlechtwerk.sharing.sealing import Shut

DOCUMENTS: Mapping[str, Promise] = {
    OwnKind.CERTIFICATE: gettext_lazy("certificate or diploma"),
    OwnKind.CV: gettext_lazy("CV"),
    OwnKind.LETTER: gettext_lazy("letter"),
    OwnKind.MEDICAL: gettext_lazy("paper from a doctor"),
    DocumentKind.PLAN: gettext_lazy("trajectory plan"),
    DocumentKind.CONSULTATION_PREPARATION: gettext_lazy("preparation of the consultation"),
    DocumentKind.EVALUATION_REPORT: gettext_lazy("evaluation report"),
    DocumentKind.DIAGNOSTIC_REPORT: gettext_lazy("diagnostic report"),
    DocumentKind.OTHER: gettext_lazy("other document"),
}
SHUT: Mapping[Shut, Promise] = {
    Shut.DESTROYED: gettext_lazy("This document was destroyed and cannot be brought back."),
    Shut.LOCKED: gettext_lazy("This document cannot be read now: a key is not there. Ask the administrator."),
}
SIGNED: Mapping[str, Promise] = {
    Medium.EID: gettext_lazy("by everybody with eID"),
    Medium.PAPER: gettext_lazy("by everybody on paper"),
    Medium.MIXED: gettext_lazy("by some on paper, by others with eID"),
}


def readable(told: Document) -> str:
    """What is in a document in a sentence, or what stands in its place when that cannot be read."""
    return str(SHUT[told.shut]) if told.shut else told.text
