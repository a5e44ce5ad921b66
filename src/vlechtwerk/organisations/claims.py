"""Positions that rest on what a service for signing in tells: it proposes and it ends, and it never opens anything by itself.

An administrator decides that a position rests on a role that the service tells (a claim). When somebody comes in through the
service and the service no longer tells that role, the position ends on that day, before the first page opens. A role on which no
position rests is kept as a proposal for the administrator.
"""

from collections.abc import Collection
from datetime import date

from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from vlechtwerk.accounts.models import Account
from vlechtwerk.accounts.service import CLAIMS
from vlechtwerk.audit.actions import AccountOnly, note
from vlechtwerk.audit.models import Verb
from vlechtwerk.organisations.models import Position, ProposedPosition

LONGEST = 200
"""The most characters of a role that are kept."""


def settle(request: HttpRequest) -> None:
    """Once after signing in through the service, before any page: end the positions that it no longer supports.

    What the service told about somebody else, who did not finish signing in, is forgotten.
    """
    if CLAIMS not in request.session or not isinstance(request.user, Account):
        return
    told = request.session.pop(CLAIMS)
    if SocialAccount.objects.filter(user=request.user, uid=told["subject"]).exists():
        settle_claims(account=request.user, claims=told["roles"], on=timezone.localdate())


@transaction.atomic
def settle_claims(*, account: Account, claims: Collection[str], on: date) -> list[Position]:
    """End the positions of an account that rest on a role that is not told any more; return them.

    The roles on which no position rests today become its proposals, in the place of those of before.
    """
    resting = Position.objects.active_on(on).filter(account=account).exclude(claim="")
    ended = [one for one in resting if one.claim not in claims]
    for one in ended:
        one.until_on = max(one.from_on, on)
        one.save(update_fields=["until_on"])
        note(Verb.POSITION_ENDED, by=one)
    known = {one.claim for one in resting}
    ProposedPosition.objects.filter(account=account).exclude(claim__in=claims).delete()
    proposed = (
        ProposedPosition(account=account, claim=one[:LONGEST], told_on=on) for one in sorted(set(claims) - known)
    )
    ProposedPosition.objects.bulk_create(proposed, ignore_conflicts=True)
    return ended


@transaction.atomic
def rest_on(*, position: Position, claim: str) -> None:
    """Let a position rest on a role of the service from now on; the proposal is done with."""
    position.claim = claim
    position.save(update_fields=["claim"])
    ProposedPosition.objects.filter(account_id=position.account_id, claim=claim).delete()
    note(Verb.POSITION_RESTS, by=AccountOnly(position.account_id))
