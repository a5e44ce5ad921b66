"""The approval of VDAB that this installation needs before personal data of its assignments are kept here (AT-135)."""

from datetime import date

from django.conf import settings
from django.db import transaction

from vlechtwerk.accounts.models import Account
from vlechtwerk.audit.actions import AccountOnly, note
from vlechtwerk.audit.models import Verb
from vlechtwerk.organisations.models import DatabaseApproval
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties import dossier
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.kernel import Rule, Shortfall

APPROVAL: Rule = BOOK.rule_of(dossier.vdab_approved_the_database)
"""VDAB approves a database of one's own beforehand (AT-135)."""


class NotApproved(Exception):
    """VDAB did not approve that personal data are kept here. `reason` is the rule with what is missing."""

    def __init__(self, reason: Reason) -> None:
        """Keep the reason."""
        super().__init__(f"{reason.rule.id}: {', '.join(reason.shortfall.missing)}")
        self.reason = reason


def missing_on(day: date) -> Reason | None:
    """What is missing on a day before a person may be entered; None when nothing is, as in a demonstration."""
    if settings.DEMO:
        return None
    found = DatabaseApproval.objects.filter(given_on__lte=day).order_by("given_on").first()
    approval = dossier.DatabaseApproval(found.reference, found.given_on, found.scope) if found else None
    missing = dossier.vdab_approved_the_database(approval, recorded_on=day)
    return Reason(APPROVAL, Shortfall(missing=missing)) if missing else None


def check(day: date) -> None:
    """Raise NotApproved when a person may not be entered on a day."""
    if reason := missing_on(day):
        raise NotApproved(reason)


@transaction.atomic
def record_approval(*, reference: str, scope: str, given_on: date, by: Account) -> DatabaseApproval:
    """Store the approval. Raises IntegrityError without a reference or a scope."""
    told = {"reference": reference.strip(), "scope": scope.strip(), "given_on": given_on}
    made = DatabaseApproval.objects.create(recorded_by=by, **told)
    note(Verb.APPROVAL_RECORDED, by=AccountOnly(by.pk), rules=[APPROVAL.id])
    return made
