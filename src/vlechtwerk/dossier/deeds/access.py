"""Giving access to the confidential file, making a referral line, and ending either."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.dossier.deeds.base import Answers, Deed, named, not_passed, who
from vlechtwerk.dossier.forms import AccessForm
from vlechtwerk.dossier.queries import Dossier
from vlechtwerk.dossier.words import part_name
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.granting import CHAIN, Giving, end_access, give_access
from vlechtwerk.sharing.models import Involvement
from vlechtwerk.sharing.places import LINE, Line, end_place, ends_by_hand, make_line
from vlechtwerk.sharing.policy import GRANTABLE, Kind, verbs_by_grant
from vlechtwerk.ui.forms import day_field, offer


class Give(Deed, AccessForm):
    """Give access to parts of the confidential file."""

    slug, rule, missing = "geven", CHAIN, "by_work_case_manager"
    title, button = gettext_lazy("Give access"), gettext_lazy("Give access")
    intro = gettext_lazy("Access holds from now on, until you end it or the trajectory is closed.")
    done = gettext_lazy("The access is given.")

    def __init__(self, found: Dossier, data: Answers = None, initial: Answers = None) -> None:
        """Offer the people who may get access now."""
        self.found, self.positions = found, {}
        AccessForm.__init__(self, who_may_get_access(found), data, initial)

    def act(self) -> None:
        """Give it."""
        told = self.cleaned_data
        give_access(
            Giving(self.people[told["to"]], [Kind(one) for one in told["parts"]], told["reason"]),
            by=self.found.position,
        )


class End(Deed):
    """End access to a part, or the place of somebody in the file."""

    slug, rule, missing = "beeindigen", CHAIN, "by_work_case_manager"
    title, button = gettext_lazy("End access or a place"), gettext_lazy("End it now")
    intro = gettext_lazy("It ends at once: the next page that is asked for is refused.")
    done = gettext_lazy("It has ended. That holds from now on.")
    ends = forms.ChoiceField(label=gettext_lazy("what ends?"), widget=forms.RadioSelect)

    @classmethod
    def is_for(cls, found: Dossier) -> bool:
        """Also for who asked a colleague to stand in."""
        return super().is_for(found) or any(_is_own_stand_in(one, found) for one in found.people)

    def offer_choices(self) -> None:
        """Offer every access that was given, and every place that is ended by somebody."""
        manages = Role.WORK_CASE_MANAGER in self.found.capacities
        self.grants = {str(one.grant.pk): one for one in self.found.access if one.grant and manages}
        places = (one for one in self.found.people if ends_by_hand(one))
        self.places = {str(one.pk): one for one in places if manages or _is_own_stand_in(one, self.found)}
        words = {pk: _("%(name)s: a part in the file") % {"name": who(one)} for pk, one in self.places.items()}
        for pk, one in self.grants.items():
            told = {"name": who(one.involvement), "part": part_name(one.compartment)}
            words[pk] = _("%(name)s: access to %(part)s") % told
        offer(self, "ends", words)

    def act(self) -> None:
        """End it."""
        chosen, by = self.cleaned_data["ends"], self.found.position
        if chosen in self.places:
            end_place(involvement=self.places[chosen], by=by)
        elif (grant := self.grants[chosen].grant) is not None:
            end_access(grant, by=by)


class MakeLine(Deed):
    """Make a referral line for a work provider."""

    slug, rule, missing = "doorverwijslijn", LINE, "work_case_manager"
    title, button = gettext_lazy("Make a referral line"), gettext_lazy("Make the referral line")
    intro = gettext_lazy("A work provider takes part from the first to the last day of the line; it ends by itself.")
    done = gettext_lazy("The referral line is made.")
    to = forms.ChoiceField(label=gettext_lazy("for which work provider?"))
    first = day_field(gettext_lazy("from"))
    last = day_field(gettext_lazy("until and including"))

    def offer_choices(self) -> None:
        """Offer the work providers of the region."""
        self.positions = {str(one.pk): one for one in self.people_with(Role.WORK_PROVIDER)}
        offer(self, "to", {pk: named(one) for pk, one in self.positions.items()})
        self.initial = {"first": self.found.today, **self.initial}

    def clean_first(self) -> date:
        """Refuse a day that has passed: access never begins in the past."""
        return not_passed(self.cleaned_data["first"], self.found.today)

    def clean(self) -> dict[str, Any]:
        """Let the line end on or after the day it begins."""
        answers = super().clean() or self.cleaned_data
        first, last = answers.get("first"), answers.get("last")
        if first and last and last < first:
            self.add_error("last", _("Choose a day that is not before the first day."))
        return answers

    def act(self) -> None:
        """Make the line."""
        told = self.cleaned_data
        line = Line(self.positions[told["to"]], told["first"], told["last"])
        make_line(file=self.found.case.file, line=line, by=self.found.position)


def who_may_get_access(found: Dossier) -> list[Involvement]:
    """The people to whom the visitor can give access now: first the visitor alone, then whoever has not everything yet."""
    given = {(one.involvement.pk, one.compartment.kind) for one in found.access if one.grant}
    lacking = [
        one
        for one in found.involved
        if any(verbs_by_grant(Role(one.capacity), kind) and (one.pk, kind) not in given for kind in GRANTABLE)
        and one.capacity != Role.EARLIER_CASE_MANAGER
    ]
    has_own = any(one.grant for one in found.mine)
    return [one for one in lacking if has_own or one.position_id == found.position.pk]


def _is_own_stand_in(one: Involvement, found: Dossier) -> bool:
    return one.stands_in_for is not None and one.stands_in_for.position_id == found.position.pk
