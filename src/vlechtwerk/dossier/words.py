"""The words of the confidential file for its codes. They are written in lower case, so that they fit in a sentence."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.dossier.models import NoteKind
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.sharing.models import Compartment
from vlechtwerk.sharing.policy import Kind, Verb

PARTS: dict[str, Promise] = {
    Kind.SHARED: gettext_lazy("shared part"),
    Kind.ICF: gettext_lazy("functioning (ICF)"),
    Kind.CARE_OWN: gettext_lazy("own notes of care"),
}
KINDS: dict[str, Promise] = {
    NoteKind.CONTACT: gettext_lazy("contact"),
    NoteKind.EVALUATION: gettext_lazy("evaluation"),
    NoteKind.OWN_NOTE: gettext_lazy("own note"),
}
CLASSES: dict[str, Promise] = {
    EntryClass.ADMINISTRATIVE: gettext_lazy("administrative"),
    EntryClass.FUNCTIONING: gettext_lazy("about functioning at work"),
    EntryClass.SENSITIVE: gettext_lazy("sensitive"),
}
VERBS: dict[str, Promise] = {
    Verb.READ: gettext_lazy("read"),
    Verb.WRITE: gettext_lazy("write"),
    Verb.GRANT: gettext_lazy("give access"),
}


def part_name(part: Compartment) -> str:
    """A part of the file: "shared part", or "own notes of care: CAW De Veerman"."""
    name = str(PARTS[part.kind])
    return f"{name}: {part.organisation.name}" if part.organisation else name


def may(verbs: frozenset[Verb]) -> str:
    """What somebody may do, in a fixed order: "read, write"."""
    return ", ".join(str(VERBS[verb]) for verb in Verb if verb in verbs)


def by_policy() -> str:
    """What stands in the place of the giver when no grant is needed."""
    return _("follows from the function")
