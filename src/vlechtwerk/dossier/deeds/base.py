"""What the deeds about access and places have in common."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from vlechtwerk.dossier.queries import Dossier
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.kernel import Rule
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.models import Involvement
from vlechtwerk.sharing.places import people_with
from vlechtwerk.ui.environment import label
from vlechtwerk.ui.forms import ActionForm

Answers = Mapping[str, Any] | None


def named(one: Position) -> str:
    """Somebody in a list to choose from: name and organisation."""
    return f"{one.account.name}, {one.organisation.name}"


class Deed(ActionForm):
    """The form of one deed, with who may do it. `rule` is what is told to who may not.

    `positions` are the people of whom one can be chosen to work in the file.
    """

    slug: ClassVar[str]
    title: ClassVar[Promise]
    intro: ClassVar[Promise]
    button: ClassVar[Promise]
    done: ClassVar[Promise]
    rule: ClassVar[Rule]
    missing: ClassVar[str]

    def __init__(self, found: Dossier, data: Answers = None, initial: Answers = None) -> None:
        """Offer what can be chosen in this file."""
        super().__init__(data, initial={**(initial or {})})
        self.found = found
        self.positions: dict[str, Position] = {}
        self.offer_choices()

    @classmethod
    def is_for(cls, found: Dossier) -> bool:
        """Whether the visitor does this in this file."""
        return Role.WORK_CASE_MANAGER in found.capacities

    def offer_choices(self) -> None:
        """Give the fields their choices."""

    def act(self) -> None:
        """Do it, as a valid form tells. Raises what the action raises."""
        raise NotImplementedError

    def people_with(self, role: Role) -> list[Position]:
        """Who could take part with this function: people of the region who are not the participant."""
        person = self.found.case.file.person
        everybody = people_with(role, self.found.case.region_id, self.found.today)
        return [one for one in everybody if one.account_id != person.account_id]


def who(one: Involvement) -> str:
    """Somebody who takes part: name and capacity."""
    return f"{one.position.account.name} ({label('role', one.capacity)})"


def own_places(found: Dossier) -> list[Involvement]:
    """The places as case manager that are the visitor's own, and not those of whom she stands in for."""
    own = (one for one in found.own_parts if one.stands_in_for_id is None)
    return [one for one in own if one.capacity in CASE_MANAGERS]


def not_passed(day: date, today: date) -> date:
    """The day when access may begin on it. Raises ValidationError when it has passed."""
    if day < today:
        raise forms.ValidationError(_("This day has passed. Choose today or a day after it."))
    return day
