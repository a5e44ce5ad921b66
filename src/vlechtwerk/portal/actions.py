"""Inviting the client to her own view, coming in with the code, and leaving."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from vlechtwerk.accounts.actions import stop_account
from vlechtwerk.accounts.models import Account
from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb
from vlechtwerk.consent.models import Item, Remark
from vlechtwerk.consent.remarks import write_remark
from vlechtwerk.doorbell.actions import turn_off
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Organisation, Position
from vlechtwerk.people.models import Person
from vlechtwerk.portal.codes import digest_of, new_code
from vlechtwerk.portal.models import Invitation
from vlechtwerk.portal.queries import days_of_an_invitation, open_invitation, usable_invitations
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.actions import Part, end_involvement, involve
from vlechtwerk.sharing.granting import NotInTheFile, capacities_of
from vlechtwerk.sharing.models import File, Involvement, InvolvementReason, SignalKind
from vlechtwerk.sharing.signals import raise_signal


class InvitationNotOpen(LookupError):
    """The code is wrong, used, over, taken back, not yet allowed, or not for this account. Nobody is told which."""


class CannotInvite(LookupError):
    """There is nothing to invite to: the client has the own view already, or whoever asks is no case manager."""


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation with its code, which is told only now, and whether it works already."""

    invitation: Invitation
    code: str
    works: bool


@transaction.atomic
def invite(case: Case, *, by: Position, identity_checked_on: date | None = None) -> Invited:
    """Make an invitation for the client of a case; an earlier one that was not used stops working.

    Raises CannotInvite for everybody but the case managers, and when the client has the own view already.
    """
    today = timezone.localdate()
    file = File.objects.select_for_update(no_key=True).get(pk=case.file_id)
    _check_case_manager(file.pk, by, today)
    if has_own_view(file, today):
        raise CannotInvite
    _withdraw_open(file)
    code = new_code()
    made = Invitation.objects.create(
        file=file,
        digest=digest_of(code),
        made_by=by,
        expires_on=today + timedelta(days=days_of_an_invitation(case.region)),
    )
    note(Verb.INVITATION_MADE, by=by, file_id=file.pk)
    if identity_checked_on:
        check_identity(made, on=identity_checked_on, by=by)
    return Invited(made, code, works=identity_checked_on is not None)


@transaction.atomic
def check_identity(invitation: Invitation, *, on: date, by: Position) -> None:
    """Tell on which day a case manager saw who the client is; from then on the code works. Twice is once.

    Raises CannotInvite for everybody but the case managers, and for a day in the future.
    """
    today = timezone.localdate()
    _check_case_manager(invitation.file_id, by, today)
    if on > today:
        raise CannotInvite
    waiting = Invitation.objects.filter(pk=invitation.pk, identity_checked_on=None)
    if waiting.update(identity_checked_on=on, identity_checked_by=by):
        note(Verb.IDENTITY_CHECKED, by=by, file_id=invitation.file_id)


@transaction.atomic
def withdraw_invitation(file: File, *, by: Position) -> None:
    """Let the code of a file stop working, for example when the letter got lost. Raises CannotInvite as `invite` does."""
    _check_case_manager(file.pk, by, timezone.localdate())
    if _withdraw_open(file):
        note(Verb.INVITATION_WITHDRAWN, by=by, file_id=file.pk)


def _withdraw_open(file: File) -> int:
    return Invitation.objects.filter(file=file, used_at=None, withdrawn_at=None).update(withdrawn_at=timezone.now())


def _check_case_manager(file_id: UUID, by: Position, today: date) -> None:
    """Raise CannotInvite unless `by` is a case manager of the file."""
    try:
        mine = capacities_of(by, file_id, today)
    except NotInTheFile as absent:
        raise CannotInvite from absent
    if not CASE_MANAGERS & mine:
        raise CannotInvite


def has_own_view(file: File, today: date) -> bool:
    """Whether the client of a file has the own view."""
    takes_part = Involvement.objects.filter(file=file, capacity=Role.CLIENT)
    return any(one.is_in_force(today) for one in takes_part)


@transaction.atomic
def come_in(invitation_id: UUID, account: Account) -> Position:
    """Use an invitation: the account becomes that of the client, with a position that sees her own file and nothing else.

    Raises InvitationNotOpen when it cannot be used, also for an account that works in this file or is somebody else's.
    """
    today = timezone.localdate()
    locked = usable_invitations(today).select_for_update(of=("self",), no_key=True)
    found = locked.filter(pk=invitation_id).select_related("file", "made_by").first()
    if found is None or _is_not_for(account, found.file) or has_own_view(found.file, today):
        raise InvitationNotOpen
    case = Case.objects.filter(file=found.file).select_related("region").earliest("pk")
    position = _client_position(account, found, case, today)
    Person.objects.filter(pk=found.file.person_id).update(account=account)
    part = Part(position, Role.CLIENT, today, InvolvementReason.SELF)
    involve(file=found.file, part=part, by=found.made_by)
    found.used_at, found.used_by = timezone.now(), position
    found.save(update_fields=["used_at", "used_by"])
    note(Verb.INVITATION_USED, by=position, file_id=found.file_id)
    return position


def _is_not_for(account: Account, file: File) -> bool:
    """Whether an account works in the file, belongs to another person, or the person has another account."""
    person = Person.objects.select_for_update(no_key=True).get(pk=file.person_id)
    others = Person.objects.filter(account=account).exclude(pk=person.pk).exists()
    works_here = Involvement.objects.filter(file=file, position__account=account).exclude(capacity=Role.CLIENT).exists()
    return others or works_here or person.account_id not in {None, account.pk}


def _client_position(account: Account, found: Invitation, case: Case, today: date) -> Position:
    """The position of the client: the one that she has, or a new one at the organisation that referred her."""
    held = Position.objects.held_by(account, today).filter(role=Role.CLIENT, region=case.region).first()
    if held:
        return held
    referrals = Involvement.objects.filter(file=found.file, reason=InvolvementReason.REFERRAL)
    organisation = Organisation.objects.filter(positions__involvements__in=referrals).first()
    return Position.objects.create(
        account=account,
        organisation=organisation or Organisation.objects.get(pk=found.made_by.organisation_id),
        region=case.region,
        role=Role.CLIENT,
        from_on=today,
    )


@transaction.atomic
def leave(*, by: Position) -> None:
    """Close the own view: the client sees nothing any more from today, and an account with nothing else stops.

    What stands in the file stays as long as the law asks; a new invitation opens the own view again.
    """
    today = timezone.localdate()
    for one in Involvement.objects.of(by, today).filter(capacity=Role.CLIENT):
        end_involvement(involvement=one, until_on=today, by=by)
    turn_off(by.account_id)
    note(Verb.OWN_VIEW_LEFT, by=by)
    Person.objects.filter(account=by.account_id).update(account=None)
    Position.objects.filter(pk=by.pk).update(until_on=today)
    if not Position.objects.active_on(today).filter(account=by.account_id).exists():
        stop_account(by.account)


def present_invitation(file: File, *, by: Position) -> Invitation | None:
    """The invitation of a file that waits to be used. Raises CannotInvite for everybody but the case managers."""
    _check_case_manager(file.pk, by, timezone.localdate())
    return open_invitation(file)


@transaction.atomic
def ask_file_talk(file: File, *, by: Position) -> None:
    """Ask the work case manager to go through the confidential file together (AT-138). Twice is once, until it was done."""
    raise_signal(file.pk, SignalKind.FILE_TALK_ASKED, [Role.WORK_CASE_MANAGER])
    note(Verb.QUESTION_ASKED, by=by, file_id=file.pk, rules=["AT-138"])


@transaction.atomic
def ask_correction(item: Item, *, text: str, by: Position, key: UUID) -> Remark:
    """Ask to put right what stands in an item: the words stand beside it, and both case managers hear that something is asked.

    Call it inside `sharing.identity.acting`. Raises ItemNotOpen as `write_remark` does.
    """
    remark = write_remark(item, text=text, disputed=True, by=by, key=key)
    raise_signal(item.file_id, SignalKind.CORRECTION_ASKED)
    note(Verb.CORRECTION_ASKED, by=by, file_id=item.file_id, rules=["AT-249"])
    return remark
