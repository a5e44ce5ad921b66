"""What the pages of the statements show: totals that open to their rows, lines with their reason, and who did what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from vlechtwerk.compensation import words
from vlechtwerk.compensation.computing import known_sum
from vlechtwerk.compensation.models import Line, State, StepKind
from vlechtwerk.compensation.queries import Account, Distribution, Half
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.compensation import REASONS
from vlechtwerk.rules.activation.duties.payment import HalfYear
from vlechtwerk.rules.activation.duties.statement import first_day_of, last_day_of
from vlechtwerk.rules.catalogue import rules_with_id
from vlechtwerk.rules.kernel import Rule
from vlechtwerk.rules.roles import Role
from vlechtwerk.texts.labels import sentence
from vlechtwerk.ui.environment import long_date
from vlechtwerk.ui.explain import why
from vlechtwerk.ui.shapes import Cell, Column, Fact, Pager, Why

PAGE = 50
CLASSES = (100, 60, 0)


@dataclass(frozen=True)
class ShownLine:
    """A line as it is read."""

    reference: str
    url: str
    period: str
    kind: str
    percent: str
    reason: str
    why: Why
    amount: str


@cache
def rule_of(id: str, code: str) -> Rule:
    """The rule of the compensation that decides with this reason."""
    return next(rule for rule in rules_with_id(id) if rule.what == "compensation" and code in rule.points)


def shown_line(run: HalfYear, line: Line) -> ShownLine:
    """A line with its reason."""
    correction = line.kind == Line.Kind.CORRECTION
    return ShownLine(
        reference=words.reference(line.number),
        url=reverse("compensation_line", args=(run.year, run.half, line.number)),
        period=_period(line),
        kind=str(words.KINDS[line.kind]) if line.kind != Line.Kind.REGULAR else "",
        percent=f"{line.percent} %",
        reason=_(REASONS[line.code]),
        why=why(rule_of(line.rule, line.code)),
        amount=words.signed(line.amount) if correction else words.money(line.amount),
    )


def _period(line: Line) -> str:
    """From when until when the trajectory was in progress."""
    if line.ended_on is None:
        return _("still running")
    if line.started_on is None:
        return _("never began; ended on %(day)s") % {"day": long_date(line.ended_on)}
    if line.ended_on < line.started_on:
        return long_date(line.ended_on)
    told = {"start": long_date(line.started_on), "end": long_date(line.ended_on)}
    return _("%(start)s to %(end)s (%(length)s)") % {**told, "length": words.lasting(line.started_on, line.ended_on)}


def overview_page(position: Position, found: Iterable[Half], has_amount: bool) -> dict[str, Any]:
    """The half-years of a region with how far their statement is."""
    names = (_("half-year"), _("statement"), _("prepared by"))
    return {
        "region": position.region.name,
        "columns": [Column(name) for name in names],
        "rows": [_half(one) for one in found],
        "has_amount": has_amount,
        "is_department": position.role == Role.CARE_DEPARTMENT,
    }


def _half(half: Half) -> tuple[Cell, ...]:
    by = half.statement.entered_by.account.name if half.statement else ""
    url = reverse("compensation_statement", args=half.run)
    return (
        Cell(sentence(words.half_year(half.run)), url),
        Cell(sentence(str(words.STATES[half.state])), tone="" if half.statement else "soft"),
        Cell(by),
    )


def totals(account: Account, what: str) -> tuple[list[Column], list[tuple[Cell, ...]]]:
    """The totals as a table; each leads to the lines that it is made of."""
    columns = [Column(_("class")), Column(_("trajectories"), numeric=True), Column(_("amount"), numeric=True)]
    fresh = [line for line in account.lines if line.kind != Line.Kind.CORRECTION]
    rows = [_total(account, f"{one} %", str(one), [line for line in fresh if line.percent == one]) for one in CLASSES]
    corrections = account.chosen(Line.Kind.CORRECTION)
    rows.append(_total(account, _("corrections of earlier statements"), Line.Kind.CORRECTION, corrections))
    rows.append(_total(account, _("total"), "", account.lines))
    return columns, rows


def _total(account: Account, name: str, what: str, lines: Sequence[Line]) -> tuple[Cell, ...]:
    address = reverse("compensation_statement", args=account.run) + (f"?what={what}" if what else "") + "#lines"
    amount = sum_text(lines)
    return Cell(sentence(name), address), Cell(str(len(lines))), Cell(amount, tone="soft" if not lines else "")


def sum_text(lines: Sequence[Line]) -> str:
    """What lines come to; that nobody entered an amount when that is so for one of them."""
    missing = sum(line.amount is None for line in lines)
    known = words.money(known_sum(lines))
    if not missing:
        return known
    if missing == len(lines):
        return words.money(None)
    return _("%(known)s, and %(missing)s without amount") % {"known": known, "missing": missing}


def wanted_lines(account: Account, what: str) -> list[Line]:
    """The lines of one total, or all of them."""
    if what in (Line.Kind.LATE, Line.Kind.CORRECTION):
        return account.chosen(what)
    if what:
        return [line for line in account.chosen(percent=int(what)) if line.kind != Line.Kind.CORRECTION]
    return list(account.lines)


def facts(account: Account) -> list[Fact]:
    """Over which days it is, how far it is, and who did what on which day."""
    days = {"first": long_date(first_day_of(account.run)), "last": long_date(last_day_of(account.run))}
    found = [
        Fact(_("region"), account.region.name),
        Fact(_("period"), _("%(first)s to %(last)s") % days),
        Fact(_("state"), str(words.STATES[account.state])),
    ]
    if account.statement:
        one = account.statement
        found.append(Fact(_("prepared by"), _who(one.entered_by, long_date(localtime(one.entered_at).date()))))
    names = {StepKind.DECIDED: _("decided by"), StepKind.CLOSED: _("closed by")}
    found += [
        Fact(names[StepKind(step.kind)], _who(step.entered_by, long_date(localtime(step.entered_at).date())))
        for step in account.steps
    ]
    seals = [step.digest for step in account.steps if step.digest]
    return [*found, *(Fact(_("seal"), seal[:16]) for seal in seals)]


def _who(position: Position, day: str) -> str:
    return f"{position.account.name}, {day}"


def statement_page(account: Account, what: str, number: int) -> dict[str, Any]:
    """One statement: its totals, the lines of one of them, and how it is divided."""
    columns, rows = totals(account, what)
    wanted = wanted_lines(account, what)
    here = wanted[(number - 1) * PAGE : number * PAGE]
    return {
        "title": words.half_year(account.run),
        "facts": facts(account),
        "state": account.state,
        "total_columns": columns,
        "totals": rows,
        "unknown": len(account.unknown),
        "lines": [shown_line(account.run, line) for line in here],
        "what": what,
        "what_text": what_text(what),
        "pager": _pager(account.run, what, number, len(wanted)),
        "run": account.run,
        "digest": account.digest,
    }


def what_text(what: str) -> str:
    """Which lines are shown."""
    if what in words.KINDS:
        return str(words.KINDS[what])
    return _("class %(percent)s %%") % {"percent": what} if what else _("all lines")


def _pager(run: HalfYear, what: str, number: int, count: int) -> Pager | None:
    """The way through the lines; None when all stand on one page."""
    if count <= PAGE and number == 1:
        return None
    first = (number - 1) * PAGE
    told = {"first": first + 1, "last": min(first + PAGE, count), "total": count}
    address = reverse("compensation_statement", args=run) + f"?what={what}&page="
    return Pager(
        _("%(first)s to %(last)s of %(total)s") % told,
        previous_url=f"{address}{number - 1}#lines" if number > 1 else "",
        next_url=f"{address}{number + 1}#lines" if count > number * PAGE else "",
    )


def division(found: Distribution | None) -> dict[str, Any]:
    """How a statement is divided, as a table with the key under it."""
    if found is None:
        return {"division": [], "division_columns": [], "key": None}
    rows = [
        (Cell(one.name), Cell(words.percentage(percent)), Cell(words.money(amount)))
        for one, percent, amount in found.partners
    ]
    if found.key.contact_share:
        rows.insert(
            0, (Cell(sentence(_("contact of the partnership"))), Cell("10 %"), Cell(words.money(found.contact.contact)))
        )
    rows.append((Cell(sentence(_("total"))), Cell(""), Cell(words.money(_sum(found)))))
    names = (_("organisation"), _("share"), _("amount"))
    return {
        "division": rows,
        "division_columns": [Column(name, numeric=number > 0) for number, name in enumerate(names)],
        "key": found.key,
    }


def _sum(found: Distribution) -> Decimal:
    return found.contact.contact + sum((amount for _one, _share, amount in found.partners), Decimal(0))


def line_page(account: Account, line: Line, told: Sequence[Line], source: str) -> dict[str, Any]:
    """One line: how its amount was made, and what all statements hold about the trajectory."""
    names = (_("statement"), _("line"), _("class"), _("amount"))
    rows = [
        (
            Cell(sentence(words.half_year(one.statement.run))),
            Cell(sentence(str(words.KINDS[one.kind]))),
            Cell(f"{one.percent} %"),
            Cell(words.signed(one.amount)),
        )
        for one in told
    ]
    return {
        "line": shown_line(account.run, line),
        "title": words.half_year(account.run),
        "run": account.run,
        "facts": _line_facts(line, source),
        "columns": [Column(name, numeric=number == len(names) - 1) for number, name in enumerate(names)],
        "rows": rows,
        "is_draft": account.state == State.DRAFT,
    }


def _line_facts(line: Line, source: str) -> list[Fact]:
    """The steps from the full amount to that of the line."""
    found = [
        Fact(_("period"), _period(line)),
        Fact(_("class"), f"{line.percent} %", why(rule_of(line.rule, line.code))),
        Fact(_("reason"), _(REASONS[line.code])),
        Fact(_("full amount"), words.money(line.unit_amount)),
    ]
    if source:
        found.append(Fact(_("source of the full amount"), source))
    if line.kind == Line.Kind.CORRECTION:
        found.append(Fact(_("what is claimed more or less"), words.signed(line.amount)))
    else:
        found.append(Fact(_("amount"), words.money(line.amount)))
    return found
