"""What the pages with amounts, keys and instalments show."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from vlechtwerk.compensation import words
from vlechtwerk.compensation.instalments import Provided
from vlechtwerk.compensation.judging import Judgements, is_flagged, is_to_judge, judged
from vlechtwerk.compensation.models import INSTALMENTS, Amount, Key, What
from vlechtwerk.organisations.entered import Entered
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.budget import lack_of_an_internship_is_judged
from vlechtwerk.rules.kernel import Rule, Shape
from vlechtwerk.texts.labels import sentence
from vlechtwerk.ui.environment import label, long_date
from vlechtwerk.ui.explain import why
from vlechtwerk.ui.paging import uncounted_pager
from vlechtwerk.ui.shapes import Cell, Column, Fact


def amounts_page(position: Position, whats: Iterable[What]) -> dict[str, Any]:
    """Every amount that was entered, the latest in front, with its text and who entered it."""
    wanted = list(whats)
    of_network = What.TRAJECTORY not in wanted
    here = Q(region=position.region) | Q(region=None)
    rows = Amount.objects.filter(here, what__in=wanted).select_related("entered_by__account")
    names = [_("from"), *([_("what")] if of_network else []), _("amount"), _("source"), _("entered by")]
    return {
        "of_network": of_network,
        "columns": [Column(name, numeric=name == _("amount")) for name in names],
        "rows": [_amount(one, of_network) for one in rows.order_by("-valid_from", "-id")],
    }


def _amount(one: Amount, of_network: bool) -> tuple[Cell, ...]:
    amount = _("withdrawn") if one.amount is None else words.money(one.amount)
    what = [Cell(sentence(str(words.WHATS[one.what])))] if of_network else []
    return Cell(long_date(one.valid_from)), *what, Cell(amount), Cell(one.legal_source), Cell(_entered(one))


def _entered(one: Entered) -> str:
    return f"{one.entered_by.account.name}, {long_date(localtime(one.entered_at).date())}"


def keys_page(keys: Sequence[Key]) -> dict[str, Any]:
    """Every key that was entered, the latest in front."""
    names = (_("from"), _("shares"), _("source"))
    return {
        "columns": [Column(name) for name in names],
        "rows": [_key(one) for one in sorted(keys, key=lambda one: (one.valid_from, one.pk), reverse=True)],
    }


def _key(one: Key) -> tuple[Cell, ...]:
    shares = [f"{share.organisation.name} {words.percentage(share.percent)}" for share in one.shares.all()]
    if one.contact_share:
        shares.insert(0, _("first 10 % for the contact"))
    return Cell(long_date(one.valid_from)), Cell("; ".join(shares)), Cell(one.source)


def network_page(found: Sequence[Provided], number: int, more: bool) -> dict[str, Any]:
    """The trajectories of a region with their instalments."""
    judgements = judged(one.case for one in found)
    names = (
        _("trajectory"),
        _("status"),
        *(str(words.WHATS[one]) for one in INSTALMENTS),
        _("after a stop or removal"),
        _("to decide"),
    )
    return {
        "columns": [Column(name) for name in names],
        "rows": [_provided(one, judgements.get(one.case.pk, {})) for one in found],
        "pager": uncounted_pager(number, reverse("compensation_network"), more=more),
    }


def _provided(one: Provided, judgements: Judgements) -> tuple[Cell, ...]:
    return (
        Cell(one.case.reference, reverse("compensation_network_line", args=(one.case.number,))),
        Cell(sentence(label("status", one.status))),
        *(Cell(sentence(instalment_text(one, what))) for what in INSTALMENTS),
        Cell(sentence(after_text(one)), tone="late" if one.recovery else ""),
        Cell(_("No internship, not well shown"), tone="late") if is_flagged(judgements) else Cell(""),
    )


def instalment_text(one: Provided, what: What) -> str:
    """How an instalment stands: paid, open, or lost."""
    if what in one.paid:
        payment = one.paid[what]
        told = {"amount": words.money(payment.amount), "day": long_date(payment.paid_on)}
        return _("%(amount)s, paid on %(day)s") % told
    amount = one.amounts[what]
    text = words.money(amount) if amount is not None else _("no amount entered")
    if one.stopped or one.removed:
        return _("not claimable (%(amount)s)") % {"amount": text}
    return _("open (%(amount)s)") % {"amount": text}


def after_text(one: Provided) -> str:
    """What a stop or a removal does with the instalments."""
    if one.removed and one.recovery is not None:
        return _("to reclaim: %(amount)s") % {"amount": words.money(one.recovery)}
    if one.stopped:
        amount = _("no amount entered") if one.lost is None else words.money(one.lost)
        return _("returns to the budget: %(amount)s") % {"amount": amount}
    return ""


def provided_page(one: Provided) -> dict[str, Any]:
    """One trajectory with its instalments and the rule about them."""
    started: date | None = one.case.started_on
    facts = [
        Fact(_("status"), label("status", one.status)),
        Fact(_("began on"), long_date(started) if started else ""),
        *(Fact(str(words.WHATS[what]), instalment_text(one, what)) for what in INSTALMENTS),
    ]
    if after := after_text(one):
        facts.append(Fact(_("after a stop or removal"), after, why(_rule(one.removed))))
    return {
        "title": one.case.reference,
        "facts": facts,
        "total": words.money(sum((payment.amount for payment in one.paid.values()), Decimal(0))),
        "settled": one.settled,
        **_judged(one),
    }


def _judged(one: Provided) -> dict[str, Any]:
    """Where the judgements about the lack of an internship stand, for a trajectory that had none."""
    judgements = judged([one.case]).get(one.case.pk, {})
    return {
        "number": one.case.number,
        "judgements": [Fact(label("role", role), words.judgement(one)) for role, one in sorted(judgements.items())],
        "flagged": is_flagged(judgements),
        "to_judge": is_to_judge(one.case),
        "judged_why": why(BOOK.rule_of(lack_of_an_internship_is_judged)),
    }


def _rule(removed: bool) -> Rule:
    """The rule about the instalments after a removal, or after a stop."""
    what = "recovery" if removed else "instalments_after_a_stop"
    return next(rule for rule in BOOK.of_shape(Shape.AMOUNT) if rule.what == what)
