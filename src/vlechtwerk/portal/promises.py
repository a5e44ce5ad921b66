"""The rights and duties of the client in her trajectory, in plain words, each with the rule that it rests on."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vlechtwerk.rules.activation import plan
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties import (
    advice,
    consent,
    cooperation,
    first_meeting,
    mobility,
    rescheduling,
)
from vlechtwerk.rules.kernel import Rule
from vlechtwerk.ui.explain import why
from vlechtwerk.ui.shapes import Reason

MAY: tuple[tuple[Promise, Rule], ...] = (
    (
        _("You decide yourself if your trajectory starts."),
        BOOK.rule_of(first_meeting.first_bundle_holds_the_agreement),
    ),
    (
        _("Do you say no at first? You are not punished for that. Your team talks with you."),
        BOOK.rule_of(first_meeting.encouragement),
    ),
    (_("Your plan counts when you sign it too."), BOOK.rule_of(plan.first_plan_is_signed_by_all_three)),
    (
        _("You decide who may read what. You can always take that back."),
        BOOK.rule_of(consent.withdrawn_consent_ends_reading),
    ),
    (
        _("You may put your own words beside every text about you."),
        BOOK.rule_of(consent.client_remark_stands_beside_the_entry),
    ),
    (
        _("Your team talks with you about the final advice, and about what comes after."),
        BOOK.rule_of(advice.client_hears_advice_and_next_steps),
    ),
    (
        _("Is travelling too dear for you? Ask your case manager for a bus card."),
        BOOK.rule_of(mobility.bus_card_is_possible),
    ),
    (
        _("You may complain. Your case manager for work explains how."),
        BOOK.rule_of(first_meeting.complaints_procedure_is_explained_by),
    ),
)
"""What she may, each with its rule."""
ASKED: tuple[tuple[Promise, Rule], ...] = (
    (
        _("Come to your appointments. Can you not come? Say it beforehand."),
        BOOK.rule_of(rescheduling.absence_is_recorded),
    ),
    (
        _("Work along with the steps of your plan. Nobody gives you marks for it."),
        BOOK.rule_of(cooperation.effort_is_watched_by_attendance),
    ),
    (
        _(
            "Is something that was agreed not done in time? Then your case manager can ask you to talk with VDAB. You may answer."
        ),
        BOOK.rule_of(cooperation.formal_service_is_chosen),
    ),
)
"""What is asked of her, each with its rule."""


def said(lines: Iterable[tuple[Promise, Rule]]) -> list[Reason]:
    """These in the language of the page."""
    return [Reason(str(text), why(rule)) for text, rule in lines]
