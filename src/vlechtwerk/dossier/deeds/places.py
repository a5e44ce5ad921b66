"""Letting somebody take part, handing over to a colleague, and letting one stand in."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.dossier.deeds.base import Deed, named, not_passed, own_places, who
from vlechtwerk.dossier.queries import Dossier
from vlechtwerk.organisations.models import Position
from vlechtwerk.organisations.queries import access_settings_on
from vlechtwerk.rules.activation.duties.initiation import aspects_of_dividing_intakes
from vlechtwerk.rules.activation.duties.taking_part import LET_IN_BY
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.handing_over import HANDING, HandOver, hand_over
from vlechtwerk.sharing.places import FILLING, FOR_ONE, caseload, is_wanted, take_place
from vlechtwerk.sharing.standing_in import STANDING_IN, StandIn, let_stand_in
from vlechtwerk.ui.environment import label
from vlechtwerk.ui.forms import day_field, offer

ONE_DAY = timedelta(days=1)
SMALLEST = 5
"""The smallest number of trajectories of a colleague that is told: few people are easily recognised."""


def _to_choose(one: Position, busy: int | None) -> str:
    """Somebody to choose, of case managers with how many trajectories they have now; a small number is not told."""
    who_is_it = f"{named(one)} ({label('role', one.role)})"
    if Role(one.role) not in CASE_MANAGERS:
        return who_is_it
    told = str(busy) if busy and busy >= SMALLEST else _("fewer than %(num)s") % {"num": SMALLEST}
    return _("%(who)s, trajectories now: %(number)s") % {"who": who_is_it, "number": told}


class TakePlace(Deed):
    """Let somebody take part."""

    slug, rule, missing = "meewerken", FILLING, "through"
    title, button = gettext_lazy("Let somebody take part"), gettext_lazy("Let take part")
    intro = gettext_lazy(
        "Taking part opens nothing of the confidential file. The work case manager gives access to it."
    )
    done = gettext_lazy("From now on this person takes part.")
    position = forms.ChoiceField(label=gettext_lazy("who?"))
    replaces = forms.ChoiceField(label=gettext_lazy("in the place of"), required=False)

    @classmethod
    def is_for(cls, found: Dossier) -> bool:
        """For whoever may fill some place."""
        return any(not by.isdisjoint(found.capacities) for by in LET_IN_BY.values())

    def offer_choices(self) -> None:
        """Offer the people for the places that are free and that the visitor fills."""
        present = {one.capacity for one in self.found.people}
        taken = {one.position_id for one in self.found.people}
        roles = [role for role, by in LET_IN_BY.items() if not by.isdisjoint(self.found.capacities)]
        free = [role for role in roles if role not in FOR_ONE or role not in present]
        free = [role for role in free if is_wanted(self.found.case.file_id, role)]
        people = (one for role in free for one in self.people_with(role) if one.pk not in taken)
        self.positions = {str(one.pk): one for one in people}
        busy = caseload(self.positions.values(), self.found.today)
        offer(self, "position", {pk: _to_choose(one, busy.get(one.pk)) for pk, one in self.positions.items()})
        if not self.positions:
            self.fields["position"].help_text = _(
                "Nobody of this region can take a place now. "
                "Ask the person in your organisation who looks after the accounts."
            )
        if Role.CARE_CASE_MANAGER in free:
            aspects = "; ".join(_(text) for text in aspects_of_dividing_intakes.points.values())
            self.fields["position"].help_text = _("What may weigh, and is no condition: %(aspects)s.") % {
                "aspects": aspects
            }
        providers = (one for one in self.found.people if one.capacity == Role.CARE_PROVIDER)
        self.replaced = {str(one.pk): one for one in providers}
        offer(self, "replaces", {"": _("nobody"), **{pk: who(one) for pk, one in self.replaced.items()}})
        self.fields["replaces"].help_text = _("Only for a care provider who comes in the place of another one.")

    def clean(self) -> dict[str, Any]:
        """Let only care providers come in the place of another one."""
        answers = super().clean() or self.cleaned_data
        chosen = self.positions.get(answers.get("position", ""))
        if chosen and answers.get("replaces") and chosen.role != Role.CARE_PROVIDER:
            self.add_error("replaces", _("Only a care provider comes in the place of a care provider."))
        return answers

    def act(self) -> None:
        """Let take part."""
        told = self.cleaned_data
        replaced = self.replaced.get(told["replaces"])
        chosen = self.positions[told["position"]]
        take_place(file=self.found.case.file, position=chosen, replaces=replaced, by=self.found.position)


class HandOverPlace(Deed):
    """Hand over the place of a case manager."""

    slug, rule, missing = "opvolger", HANDING, "own_place"
    title, button = gettext_lazy("Hand over to a colleague"), gettext_lazy("Hand over")
    intro = gettext_lazy(
        "The colleague goes on from the first day. Whoever handed over reads on for a while and writes nothing."
    )
    done = gettext_lazy("The hand-over is stored.")
    place = forms.ChoiceField(label=gettext_lazy("whose place?"))
    to = forms.ChoiceField(label=gettext_lazy("to whom?"))
    last_day = day_field(gettext_lazy("last day of the one who leaves"))
    first_day = day_field(gettext_lazy("first day of the new one"))
    reason = forms.CharField(label=gettext_lazy("why?"), max_length=300)

    @classmethod
    def is_for(cls, found: Dossier) -> bool:
        """For a case manager with an own place."""
        return bool(own_places(found))

    def offer_choices(self) -> None:
        """Offer the places that the visitor hands over, and the colleagues who could take them."""
        found, manages = self.found, Role.WORK_CASE_MANAGER in {Role(one.capacity) for one in own_places(self.found)}
        held = (one for one in found.involved if one.capacity in CASE_MANAGERS and one.until_on is None)
        mine = (one for one in held if one.position_id == found.position.pk or manages)
        self.places = {str(one.pk): one for one in mine}
        offer(self, "place", {pk: who(one) for pk, one in self.places.items()})
        roles = {Role(one.capacity) for one in self.places.values()}
        holders = {one.position_id for one in self.places.values()}
        people = (one for role in sorted(roles) for one in self.people_with(role) if one.pk not in holders)
        self.positions = {str(one.pk): one for one in people}
        offer(self, "to", {pk: f"{named(one)} ({label('role', one.role)})" for pk, one in self.positions.items()})
        self.initial = {"last_day": found.today, "first_day": found.today + ONE_DAY, **self.initial}

    def clean_first_day(self) -> date:
        """Refuse a day that has passed: access never begins in the past."""
        return not_passed(self.cleaned_data["first_day"], self.found.today)

    def act(self) -> None:
        """Hand over."""
        told, found = self.cleaned_data, self.found
        days = access_settings_on(found.case.region, found.today).handover_reading_days
        place, to = self.places[told["place"]], self.positions[told["to"]]
        asked = HandOver(place, to, told["last_day"], told["first_day"], told["reason"].strip(), days)
        hand_over(asked, by=found.position)


class LetStandIn(Deed):
    """Let a colleague stand in during absence."""

    slug, rule, missing = "vervanging", STANDING_IN, "case_manager"
    title, button = gettext_lazy("Let a colleague stand in"), gettext_lazy("Let stand in")
    intro = gettext_lazy("The colleague has the same access as you, until the last day. The participant sees it.")
    done = gettext_lazy("The colleague stands in for you.")
    colleague = forms.ChoiceField(label=gettext_lazy("who?"))
    first = day_field(gettext_lazy("from"))
    last = day_field(gettext_lazy("until and including"))
    reason = forms.CharField(label=gettext_lazy("why?"), max_length=300)

    @classmethod
    def is_for(cls, found: Dossier) -> bool:
        """For a case manager with an own place."""
        return bool(own_places(found))

    def offer_choices(self) -> None:
        """Offer the colleagues of the same organisation with the same function."""
        mine = self.found.position
        found = (one for one in self.people_with(Role(mine.role)) if one.organisation_id == mine.organisation_id)
        self.positions = {str(one.pk): one for one in found if one.account_id != mine.account_id}
        offer(self, "colleague", {pk: named(one) for pk, one in self.positions.items()})
        self.initial = {"first": self.found.today, **self.initial}

    def clean_first(self) -> date:
        """Refuse a day that has passed: access never begins in the past."""
        return not_passed(self.cleaned_data["first"], self.found.today)

    def act(self) -> None:
        """Let stand in."""
        told, found = self.cleaned_data, self.found
        longest = access_settings_on(found.case.region, found.today).stand_in_longest_days
        asked = StandIn(self.positions[told["colleague"]], told["first"], told["last"], told["reason"], longest)
        let_stand_in(file=found.case.file, asked=asked, by=found.position)
