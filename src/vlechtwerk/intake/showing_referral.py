"""Everything that the templates of drafts, proposals and intakes need, page by page."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from vlechtwerk.arrangements.showing import room_of
from vlechtwerk.history.models import Case
from vlechtwerk.intake import answers, words
from vlechtwerk.intake.doors import books, proposes, refers, tells_region
from vlechtwerk.intake.forms import ReferralForm
from vlechtwerk.intake.forms_proposal import CHANNEL, KEEPING, AnswerForm
from vlechtwerk.intake.models import Appointment, Draft, Proposal, ProposalState
from vlechtwerk.organisations.models import Position, RegionSetting
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.initiation import consultation_comes_in_time
from vlechtwerk.rules.activation.intake import FIRST_MEETING_PERIOD
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.kernel import Rule
from vlechtwerk.ui.environment import long_date
from vlechtwerk.ui.explain import reasons, why
from vlechtwerk.ui.forms import drawn, form_errors, hidden_fields
from vlechtwerk.ui.shapes import Cell, Column, Fact

ONCE = "AT-037"


def rule_about(id: str, concerns: str) -> Rule:
    """The rule with this id that concerns this."""
    return next(rule for rule in BOOK if (rule.id, rule.concerns) == (id, concerns))


def overview_page(
    position: Position,
    drafts: Sequence[Draft],
    seen: Sequence[Proposal],
    told: Iterable[tuple[Case, date, Appointment | None]],
) -> dict[str, Any]:
    """The lists of who has something on the road."""
    return {
        "refers": refers(position),
        **(room_of(position, timezone.localdate()) if books(position) else {"rooms": None}),
        "proposes": proposes(position),
        "hears": tells_region(position),
        "draft_columns": [Column(_("candidate")), Column(_("kept on"))],
        "drafts": [_draft_row(one) for one in drafts],
        "proposal_columns": [Column(_("candidate")), Column(_("proposed on")), Column(_("by")), Column(_("outcome"))],
        "proposals": [_proposal_row(one) for one in seen],
        "intake_columns": [
            Column(_("trajectory")),
            Column(_("told on")),
            Column(_("first appointment")),
            Column(_("at the latest")),
        ],
        "intakes": [_intake_row(*one) for one in told],
        "alone": why(rule_about("AT-031", "referral")),
        "may_propose": why(rule_about("AT-045", "candidate_proposal")),
        "notice": why(rule_about("AT-052", "intake_notice")),
    }


def _draft_row(one: Draft) -> tuple[Cell, ...]:
    name = " ".join(str(one.answers.get(part, "")) for part in ("given_name", "family_name")).strip()
    return (
        Cell(name or _("nameless draft"), reverse("intake_draft", args=[one.pk])),
        Cell(long_date(localtime(one.saved_at).date())),
    )


def _proposal_row(one: Proposal) -> tuple[Cell, ...]:
    return (
        Cell(f"{one.given_name} {one.family_name}", reverse("intake_proposal", args=[one.pk])),
        Cell(long_date(localtime(one.made_at).date())),
        Cell(one.proposer.organisation.name),
        Cell(str(words.STATES[one.state])),
    )


def _intake_row(case: Case, told_on: date, booked: Appointment | None) -> tuple[Cell, ...]:
    last = FIRST_MEETING_PERIOD.after(case.status_since)
    return (
        Cell(case.reference),
        Cell(long_date(told_on)),
        Cell(long_date(booked.on) if booked else ""),
        Cell(long_date(last)),
    )


def draft_page(found: Draft, form: ReferralForm, against: Sequence[Reason]) -> dict[str, Any]:
    """A referral that is not complete. Of an earlier trajectory nothing is told, whatever was found: VDAB looks at it."""
    blind = any(one.rule.id == ONCE for one in against)
    others = [one for one in against if one.rule.id != ONCE]
    return {
        "draft": found.pk,
        "parts": form.parts(),
        "hidden": hidden_fields(form),
        "errors": form_errors(form),
        "reasons": reasons(others),
        "ask_contact": blind,
        "once": why(rule_about(ONCE, "referral")),
    }


def proposal_page(found: Proposal, form: AnswerForm | None) -> dict[str, Any]:
    """One proposal, with the decision or the form for it."""
    is_open = found.state == ProposalState.WAITING
    facts = [
        Fact(_("candidate"), f"{found.given_name} {found.family_name}"),
        Fact(str(answers.FIELDS["birth_year"]), str(found.birth_year)),
        Fact(_("proposed by"), f"{found.proposer.account.name}, {found.proposer.organisation.name}"),
        Fact(_("agreed to be proposed on"), long_date(found.consent_on)),
        Fact(str(answers.FIELDS["motivation"]), found.reason),
        Fact(_("outcome"), str(words.STATES[found.state])),
    ]
    if found.outcome:
        facts.append(Fact(_("what VDAB tells"), found.outcome))
    decides = form is not None and is_open
    drawn_form = drawn(form) if form is not None else {"fields": [], "hidden": [], "errors": []}
    return {"facts": facts, "decides": decides, **drawn_form, "why": why(rule_about("AT-031", "referral"))}


def region_page(position: Position) -> dict[str, Any]:
    """What the region agreed so far."""
    rows = RegionSetting.objects.filter(region=position.region_id, key__in=(CHANNEL, KEEPING)).order_by("valid_from")
    labels = {CHANNEL: _("how intakes are passed on"), KEEPING: _("days that a decided proposal is kept")}
    return {
        "columns": [Column(_("what")), Column(_("agreed")), Column(_("from")), Column(_("source"))],
        "rows": [
            (
                Cell(labels[one.key]),
                Cell(str(words.CHANNELS.get(one.value, one.value))),
                Cell(long_date(one.valid_from)),
                Cell(one.source),
            )
            for one in rows
        ],
        "why": why(BOOK.rule_of(consultation_comes_in_time)),
    }
