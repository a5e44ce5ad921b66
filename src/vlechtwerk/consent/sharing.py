"""What the rules say about sharing one item: who may see it at once, who only with consent, and what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from vlechtwerk.consent.models import How, NotYet, State
from vlechtwerk.rules.activation.asking import Asked, ask
from vlechtwerk.rules.activation.duties import confidentiality, consent
from vlechtwerk.rules.activation.duties.confidentiality import Basis, EntryClass, needs_consent
from vlechtwerk.rules.roles import Role


class Answer(StrEnum):
    """What the client said of sharing something, or that it is still to be said."""

    AGREED_TOGETHER = "agreed_together"
    AGREED_ON_PAPER = "agreed_on_paper"
    DECIDES_HERSELF = "decides_herself"
    DISAGREED = "disagreed"
    NOT_YET = "not_yet"


STATES = {
    Answer.AGREED_TOGETHER: State.GIVEN,
    Answer.AGREED_ON_PAPER: State.GIVEN,
    Answer.DECIDES_HERSELF: State.ASKED,
    Answer.DISAGREED: State.REFUSED,
    Answer.NOT_YET: State.NOT_YET,
}
HOWS = {Answer.AGREED_TOGETHER: How.TOGETHER, Answer.AGREED_ON_PAPER: How.ON_PAPER, Answer.DISAGREED: How.TOGETHER}


@dataclass(frozen=True, slots=True)
class Agreement:
    """With whom something is shared and why, when that was talked about, and what the client said of it.

    `why` tells which obstacle to work it takes away. `valid_until` is the last day of the consent. Without `answer` no
    consent is asked.
    """

    audience: frozenset[Role] = frozenset()
    why: str = ""
    discussed_on: date | None = None
    answer: Answer | None = None
    valid_until: date | None = None
    not_yet_because: NotYet | None = None

    @property
    def until_on(self) -> date | None:
        """The first day without consent."""
        return self.valid_until + timedelta(days=1) if self.valid_until else None


@dataclass(frozen=True, slots=True)
class Sharing:
    """Something that is shared: in which capacity somebody does so, how delicate it is, in which words, and the agreement."""

    by: Role
    entry_class: EntryClass
    wording: str
    agreed: Agreement
    is_further: bool = False

    @property
    def by_consent(self) -> frozenset[Role]:
        """Who may see it with the client's consent only; whoever it is shared with further, always."""
        if self.is_further:
            return self.agreed.audience
        return frozenset(role for role in self.agreed.audience if needs_consent(self.by, role, self.entry_class))

    @property
    def at_once(self) -> frozenset[Role]:
        """Who may see it without."""
        return self.agreed.audience - self.by_consent


def asked_about(sharing: Sharing, today: date) -> Iterator[Asked]:
    """The rules about sharing something on a day, each with what it has against it."""
    yield ask(
        confidentiality.care_provider_tells_the_care_case_manager,
        sharing.by,
        sharing.agreed.audience,
        sharing.entry_class,
    )
    has_consent = sharing.agreed.answer is not None or not sharing.agreed.audience
    yield ask(confidentiality.sensitive_entry_rests_on_consent, sharing.entry_class, has_consent=has_consent)
    if sharing.entry_class is EntryClass.ADMINISTRATIVE:
        return
    recipient = min(sharing.agreed.audience, default=None)
    item = confidentiality.SharedItem(sharing.wording, sharing.agreed.why, recipient, today)
    yield ask(confidentiality.sharing_serves_work, item)
    told = _as_told(sharing)
    yield ask(consent.sharing_is_discussed_beforehand, told, today)
    if sharing.by_consent:
        yield from _asked_about_consent(sharing, told, today)


def _as_told(sharing: Sharing) -> consent.Consent:
    """The consent in the words of the rules."""
    return consent.Consent(
        what=sharing.wording,
        why=sharing.agreed.why,
        wording=sharing.wording,
        recipients=sharing.agreed.audience,
        discussed_on=sharing.agreed.discussed_on,
        valid_until=sharing.agreed.valid_until,
    )


def _asked_about_consent(sharing: Sharing, told: consent.Consent, today: date) -> Iterator[Asked]:
    for role in sorted(sharing.by_consent):
        basis = Basis.CONSENT if sharing.agreed.answer else None
        crossing = confidentiality.Crossing(sharing.by, role, basis, sharing.wording)
        yield ask(confidentiality.secrecy_is_not_shared_with_vdab, crossing)
    yield ask(consent.consent_is_no_blank_cheque, told, sharing.wording, today)
    if sharing.agreed.answer is Answer.NOT_YET:
        withheld = consent.WithheldItem("author", sharing.by, sharing.agreed.not_yet_because or "", today, frozenset())
        yield ask(consent.withheld_item_stays_unseen, withheld)
