"""Writing down findings, explanations and talks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone

from vlechtwerk.audit.actions import note as note_deed
from vlechtwerk.audit.models import Verb as Deed
from vlechtwerk.consent.actions import Place, replace, share
from vlechtwerk.consent.models import ItemKind
from vlechtwerk.consent.sharing import Agreement, Sharing
from vlechtwerk.dossier.actions import PartNotOpen
from vlechtwerk.icf.models import About, Category, Explanation, Finding, Talk, wording
from vlechtwerk.icf.scale import SIDE_OF, Source
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.access import open_compartments
from vlechtwerk.sharing.granting import capacity_of
from vlechtwerk.sharing.models import Compartment
from vlechtwerk.sharing.policy import Kind, Verb
from vlechtwerk.sharing.storing import store


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody found about one category; the words are those of `Finding`."""

    category: Category
    qualifier: str
    source: Source
    found_on: date
    remark: str

    def says_the_same(self, finding: Finding) -> bool:
        """Whether a finding holds just this."""
        told = (finding.category.code, finding.qualifier, finding.source, finding.found_on, finding.remark)
        return told == (self.category.code, self.qualifier, self.source, self.found_on, self.remark.strip())

    def key(self, page: UUID, corrects: Finding | None) -> UUID:
        """The key of a page and what is written on it: the same words on the same page are stored once."""
        told = (self.category.code, self.qualifier, self.source, str(self.found_on), self.remark.strip())
        return uuid5(page, "\n".join((*told, str(corrects.pk if corrects else ""))))


@dataclass(frozen=True, slots=True)
class Sitting:
    """The sitting in which something is written: in which part of the file, what was agreed for all of it, and its page."""

    compartment: Compartment
    agreed: Agreement
    page: UUID

    def sharing(self, by: Role, words: str) -> Sharing:
        """How words about functioning are shared by somebody in a capacity."""
        return Sharing(by, EntryClass.FUNCTIONING, words, self.agreed)


@transaction.atomic
def set_findings(*, sitting: Sitting, drafts: Sequence[Draft], by: Position) -> list[Finding]:
    """Store findings of one sitting; each is an item with a consent of its own, so that each can be taken back apart.

    What stands there in the same words already stays as it is. A finding of oneself of the same day is corrected; one of
    somebody else, or of another day, stays beside it. Call it inside `sharing.identity.acting`. Raises SharingRefused when
    rules refuse what was agreed, and PartNotOpen for who is no case manager with access; then nothing is stored.
    """
    capacity = _capacity(sitting.compartment, by)
    # Who sends a page twice at once is the second one here, and finds what the first one stored.
    Compartment.objects.select_for_update(no_key=True).get(pk=sitting.compartment.pk)
    own = _own_of(sitting.compartment, by)
    stored = []
    for draft in drafts:
        earlier = own.get((draft.category.code, draft.found_on))
        if earlier is None or not draft.says_the_same(earlier):
            stored.append(_store(sitting, draft, (by, capacity), earlier))
    if stored:
        note_deed(Deed.FINDINGS_SET, by=by, file_id=sitting.compartment.file_id, rules=["AT-139", "AT-081"])
    return stored


def _own_of(part: Compartment, by: Position) -> dict[tuple[str, date], Finding]:
    """The findings of somebody that stand, by code and day."""
    own = Finding.objects.filter(compartment=part, author=by, corrected_by__isnull=True)
    return {(one.category.code, one.found_on): one for one in own.select_related("category", "item")}


def _store(sitting: Sitting, draft: Draft, by: tuple[Position, Role], earlier: Finding | None) -> Finding:
    position, capacity = by
    if earlier:
        replace(earlier.item)
    words = wording(draft.category, draft.qualifier, draft.remark)
    sharing = sitting.sharing(capacity, words)
    finding = Finding(
        item=share(Place(sitting.compartment, ItemKind.FINDING), sharing, by=position),
        compartment=sitting.compartment,
        author=position,
        category=draft.category,
        domain=SIDE_OF[capacity],
        qualifier=draft.qualifier,
        source=draft.source,
        found_on=draft.found_on,
        remark=draft.remark.strip(),
        why=sitting.agreed.why.strip(),
        corrects=earlier,
        idempotency_key=draft.key(sitting.page, earlier),
    )
    store(finding)
    return finding


@transaction.atomic
def explain(
    *, sitting: Sitting, action: str, text: str, by: Position, replaces: Explanation | None = None
) -> Explanation:
    """Tell why an action of the plan was not carried out; without an action it is the conclusion of the profile (AT-240).

    A second call from the same page changes nothing. Raises as `set_findings`, and PartNotOpen when what is replaced was
    replaced already.
    """
    capacity = _capacity(sitting.compartment, by)
    if earlier := Explanation.objects.filter(author=by, idempotency_key=sitting.page).first():
        return earlier
    if replaces:
        if replaces.compartment_id != sitting.compartment.pk or replaces.replaced_by.exists():
            raise PartNotOpen
        replace(replaces.item)
    words = f"{action.strip()}: {text.strip()}" if action.strip() else text.strip()
    made = Explanation(
        item=share(Place(sitting.compartment, ItemKind.EXPLANATION), sitting.sharing(capacity, words), by=by),
        compartment=sitting.compartment,
        author=by,
        about=About.ACTION if action.strip() else About.CONCLUSION,
        action=action.strip(),
        text=text.strip(),
        why=sitting.agreed.why.strip(),
        replaces=replaces,
        idempotency_key=sitting.page,
    )
    store(made)
    note_deed(Deed.FINDINGS_SET, by=by, file_id=sitting.compartment.file_id, rules=["AT-139", "AT-240"])
    return made


@transaction.atomic
def note_talk(*, compartment: Compartment, talked_on: date, by: Position, key: UUID) -> Talk:
    """Note the day on which the profile was gone through together with the client.

    A second call with the same `key` changes nothing. Raises PartNotOpen for who is no case manager with access.
    """
    _capacity(compartment, by)
    if earlier := Talk.objects.filter(noted_by=by, idempotency_key=key).first():
        return earlier
    made = Talk.objects.create(file_id=compartment.file_id, talked_on=talked_on, noted_by=by, idempotency_key=key)
    note_deed(Deed.PROFILE_DISCUSSED, by=by, file_id=compartment.file_id, rules=["AT-146"])
    return made


def _capacity(part: Compartment, by: Position) -> Role:
    """The capacity in which somebody writes in the ICF of a file. Raises PartNotOpen when that is not possible."""
    today = timezone.localdate()
    if part.kind != Kind.ICF or not open_compartments(by, Verb.WRITE, today).filter(pk=part.pk).exists():
        raise PartNotOpen
    capacity = capacity_of(by, part.file_id, today)
    if capacity not in CASE_MANAGERS:
        raise PartNotOpen
    return capacity
