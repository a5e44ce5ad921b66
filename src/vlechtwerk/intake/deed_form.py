"""What the forms of the road have in common: one deed each, with the capacities that do it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.intake.forms import choices
from vlechtwerk.intake.queries import Intake
from vlechtwerk.rules.roles import Role
from vlechtwerk.ui.forms import ActionForm

WORK = frozenset({Role.WORK_CASE_MANAGER})


def hour(text: Any, *, required: bool = True) -> forms.TimeField:
    """An hour of the day."""
    return forms.TimeField(label=text, required=required, help_text=gettext_lazy("for example 10:30"))


def several(text: Any, points: Mapping[str, Any]) -> forms.MultipleChoiceField:
    """Points of a list to tick."""
    return forms.MultipleChoiceField(
        label=text, required=False, choices=choices(points), widget=forms.CheckboxSelectMultiple
    )


class Deed(ActionForm):
    """The form of one deed on the road, with the capacities that do it."""

    slug: ClassVar[str]
    title: ClassVar[Promise]
    intro: ClassVar[Promise | str] = ""
    done: ClassVar[Promise]
    roles: ClassVar[frozenset[Role]] = WORK
    needs_appointment: ClassVar[bool] = False

    def __init__(self, intake: Intake, data: Mapping[str, Any] | None = None) -> None:
        """Keep the road; it starts with what is known of it."""
        super().__init__(data)
        self.intake = intake
        self.initial = self.known()

    @classmethod
    def is_for(cls, intake: Intake) -> bool:
        """Whether the visitor does this now in this trajectory."""
        return not cls.roles.isdisjoint(intake.capacities) and not (
            cls.needs_appointment and intake.appointment is None
        )

    def known(self) -> dict[str, Any]:
        """What stands in the form when it is opened."""
        return {"on": self.intake.found.today}

    def clean_on(self) -> date:
        """Refuse a day that has not come."""
        chosen: date = self.cleaned_data["on"]
        if chosen > self.intake.found.today:
            raise forms.ValidationError(_("This day has not come yet. Choose today or a day before it."))
        return chosen

    def told_before(self) -> Sequence[str]:
        """What VDAB told about at the referral, where it is to be repeated. Call it inside `sharing.identity.acting`."""
        return ()

    def act(self) -> None:
        """Do it, as a valid form tells. Raises what the action raises."""
        raise NotImplementedError

    def common(self) -> dict[str, Any]:
        """What every action is told: who does it, under which key."""
        return {"by": self.intake.found.position, "key": self.cleaned_data["idempotency_key"]}
