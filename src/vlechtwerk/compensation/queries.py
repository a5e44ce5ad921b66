"""Reading statements: of one's own region only, and by nobody but those who do the administration of the money."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from uuid import UUID

from vlechtwerk.compensation.computing import KINDS, computed_lines, known_sum, standing_amounts, unknown
from vlechtwerk.compensation.models import Key, Line, State, Statement, Step, StepKind, What
from vlechtwerk.compensation.sealing import digest_of_lines
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Organisation, Position, Region
from vlechtwerk.rules.activation.duties.confidentiality import DepartmentPart, care_department_sees_no_client_files
from vlechtwerk.rules.activation.duties.partnership import Act, contact_only_administers
from vlechtwerk.rules.activation.duties.payment import (
    ContactShare,
    HalfYear,
    distribute,
    payment_run,
    set_aside_for_the_contact,
)
from vlechtwerk.rules.activation.duties.statement import Deciding, Making, last_day_of
from vlechtwerk.rules.roles import Role

FIRST_YEAR, LAST_YEAR = 2020, 2199


def sees_statements(position: Position) -> bool:
    """Whether a position sees the statements of its region: the contact of the partnership and the care department."""
    may = {
        Role.CARE_PARTNERSHIP_CONTACT: not contact_only_administers(Role(position.role), Act.READ_STATEMENT),
        Role.CARE_DEPARTMENT: not care_department_sees_no_client_files(DepartmentPart.PAYMENT_STATEMENTS),
    }
    return may.get(Role(position.role), False)


@dataclass(frozen=True)
class Half:
    """A half-year in the list of a region: how far its statement is, and who prepared it when."""

    run: HalfYear
    state: State
    statement: Statement | None = None


def standing_statements(region: Region) -> dict[HalfYear, Statement]:
    """The statements of a region that were not returned, by half-year, each with its last step."""
    found = Statement.objects.with_state().filter(region=region).select_related("entered_by__account")
    return {one.run: one for one in found if one.last_step != StepKind.RETURNED}


def state_of(statement: Statement | None) -> State:
    """How far a statement with its last step is."""
    if statement is None:
        return State.DRAFT
    return State(statement.last_step) if statement.last_step else State.PREPARED


def halves(region: Region, today: date) -> list[Half]:
    """The half-years of a region up to the present one, the latest first; from the first statement on, or else two years back."""
    standing = standing_statements(region)
    present = payment_run(today)
    first = min(standing, default=HalfYear(present.year - 1, 1))
    runs = (HalfYear(year, half) for year in range(first.year, present.year + 1) for half in (1, 2))
    wanted = [run for run in runs if first <= run <= present]
    return [Half(run, state_of(standing.get(run)), standing.get(run)) for run in reversed(wanted)]


@dataclass(frozen=True)
class Account:
    """The statement of a region over a half-year as it stands, or as it would be prepared today."""

    region: Region
    run: HalfYear
    statement: Statement | None
    lines: Sequence[Line] = field(repr=False)

    @property
    def state(self) -> State:
        """How far it is."""
        return state_of(self.statement)

    @property
    def total(self) -> Decimal:
        """What all lines come to, as far as it is known."""
        return known_sum(self.lines)

    @cached_property
    def unknown(self) -> list[Line]:
        """The lines for which nobody entered an amount."""
        return list(unknown(self.lines))

    @cached_property
    def digest(self) -> str:
        """What a statement with these lines would be sealed with, to see whether somebody decides on what was seen."""
        if self.statement:
            return self.statement.digest
        shape = Statement(region=self.region, year=self.run.year, half=self.run.half, attempt=0)
        return digest_of_lines(shape, self.lines)

    @cached_property
    def steps(self) -> list[Step]:
        """What happened to it after it was prepared."""
        if self.statement is None:
            return []
        return list(self.statement.steps.select_related("entered_by__account"))

    def chosen(self, kind: str = "", percent: int | None = None) -> list[Line]:
        """The lines of one kind or class that make up a total."""
        return [
            line
            for line in self.lines
            if (not kind or line.kind == kind) and (percent is None or line.percent == percent)
        ]


def find(region: Region, run: HalfYear) -> Account:
    """The statement of a region over a half-year: what was prepared, and else what would be."""
    statement = standing_statements(region).get(run)
    if statement is None:
        return Account(region, run, None, computed_lines(region, run))
    lines = list(statement.lines.order_by("number"))
    return Account(region, run, statement, sorted(lines, key=lambda line: KINDS.index(Line.Kind(line.kind))))


def lines_about(region: Region, number: int) -> list[Line]:
    """Every line about a trajectory in the statements that stand, the oldest first."""
    standing = standing_statements(region).values()
    found = Line.objects.filter(statement__in=[one.pk for one in standing], number=number)
    return list(found.select_related("statement").order_by("id"))


def files_of(lines: Sequence[Line]) -> list[UUID]:
    """The files of the trajectories of these lines, for the record only."""
    return list(Case.objects.filter(pk__in=[line.case_id for line in lines]).values_list("file_id", flat=True))


def keys_of(region: Region) -> list[Key]:
    """The keys of a region with their shares, the latest entered last."""
    return list(Key.objects.filter(region=region).prefetch_related("shares__organisation"))


def key_for(account: Account) -> Key | None:
    """The key by which a statement is divided: the one it was closed with, and else the one of its last day."""
    closed = next((step for step in account.steps if step.kind == StepKind.CLOSED and step.key_id), None)
    keys = keys_of(account.region)
    if closed:
        return next((key for key in keys if key.pk == closed.key_id), None)
    holding = [key for key in keys if key.valid_from <= last_day_of(account.run)]
    return max(holding, key=lambda key: (key.valid_from, key.entered_at), default=None)


@dataclass(frozen=True)
class Distribution:
    """How the total of a statement is divided: the part of the contact, and that of each partner, in euro."""

    key: Key
    contact: ContactShare
    partners: Sequence[tuple[Organisation, Decimal, Decimal]]
    """Each partner with its share in percent and its amount."""


def distribution(account: Account) -> Distribution | None:
    """How a statement is divided; None while there is no key, or when an amount is not known."""
    key = key_for(account)
    if key is None or account.unknown:
        return None
    shares = {one.organisation: one.percent for one in key.shares.all()}
    amounts = [line.amount for line in account.lines if line.amount is not None]
    contact = set_aside_for_the_contact(amounts, key.contact_share)
    parts = distribute(contact.partners, {str(one.pk): percent for one, percent in shares.items()})
    partners = [(one, percent, parts[str(one.pk)]) for one, percent in shares.items()]
    return Distribution(key, contact, partners)


PARTNER_KINDS = (
    Organisation.Kind.CAW,
    Organisation.Kind.OCMW,
    Organisation.Kind.DMW,
    Organisation.Kind.GGZ,
    Organisation.Kind.VAPH,
)


def partners_of(region: Region) -> list[Organisation]:
    """The care organisations that work in a region: they may have a share."""
    working = Organisation.objects.filter(kind__in=PARTNER_KINDS, positions__region=region)
    return list(working.distinct().order_by("name"))


def making_of(region: Region, run: HalfYear, by: Position, today: date) -> Making:
    """Making the statement of a half-year, as the rules ask about it."""
    standing = standing_statements(region)
    decided = frozenset(run for run, one in standing.items() if one.last_step)
    return Making(run, today, Role(by.role), decided, frozenset(standing) - decided)


def deciding_of(account: Account, by: Position) -> Deciding:
    """Deciding about a statement, as the rules ask about it."""
    one = account.statement
    is_preparer = one is not None and one.entered_by.account_id == by.account_id
    return Deciding(Role(by.role), is_preparer, amounts_known=not account.unknown)


def source_of(line: Line) -> str:
    """The text in which the full amount of a line stands; empty when nobody entered one."""
    if line.ended_on is None or line.unit_amount is None:
        return ""
    holding = (one for one in standing_amounts(What.TRAJECTORY) if one.valid_from <= line.ended_on)
    latest = max(holding, key=lambda one: one.valid_from, default=None)
    return latest.legal_source if latest and latest.amount == line.unit_amount else ""
