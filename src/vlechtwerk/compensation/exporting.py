"""A statement as a table for a spreadsheet program. The name of the file tells the half-year, and that it is a draft."""

from collections.abc import Iterator

from django.http import HttpResponse
from django.utils.translation import gettext as _

from vlechtwerk.compensation import words
from vlechtwerk.compensation.models import Line
from vlechtwerk.compensation.queries import Account, distribution
from vlechtwerk.rules.activation.compensation import REASONS
from vlechtwerk.sheets import Cell, csv_bytes, xlsx_bytes
from vlechtwerk.ui.attachments import CSV, attachment

KINDS = {
    "csv": CSV,
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
DRAFT = "-ontwerp"
"""What stands behind the half-year in the name of a file that was not prepared yet."""
Row = tuple[Cell, ...]


def answer(account: Account, kind: str) -> HttpResponse:
    """The file that somebody asked for."""
    title = f"{words.half_year(account.run)}, {words.STATES[account.state]}"
    rows = list(table(account))
    body = csv_bytes(headings(), rows) if kind == "csv" else xlsx_bytes(title, headings(), rows)
    name = f"vergoeding-{account.run.year}-{account.run.half}{DRAFT if account.statement is None else ''}.{kind}"
    return attachment(body, KINDS[kind], name)


def headings() -> list[str]:
    """The names of the columns."""
    return [
        _("trajectory"), _("line"), _("began on"), _("ended on"), _("class in percent"), _("reason"), _("rule"),
        _("full amount in euro"), _("amount in euro"),
    ]  # fmt: skip


def table(account: Account) -> Iterator[Row]:
    """The lines, their total, and how it is divided. Without an amount a cell stays empty."""
    yield from (_row(line) for line in account.lines)
    yield _named(_("total"), account.total if not account.unknown else None)
    divided = distribution(account)
    if divided and divided.key.contact_share:
        yield _named(_("contact of the partnership"), divided.contact.contact)
    for organisation, _share, amount in divided.partners if divided else ():
        yield _named(organisation.name, amount)


def _row(line: Line) -> Row:
    return (
        words.reference(line.number),
        str(words.KINDS[line.kind]),
        line.started_on,
        line.ended_on,
        line.percent,
        _(REASONS[line.code]),
        line.rule,
        line.unit_amount,
        line.amount,
    )


def _named(name: str, amount: Cell) -> Row:
    return (name, None, None, None, None, None, None, None, amount)
