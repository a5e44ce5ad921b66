"""The questions about a consultation of the network."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy

from vlechtwerk.network.meetings import NewMeeting
from vlechtwerk.network.models import Meeting
from vlechtwerk.network.queries import Known
from vlechtwerk.ui.forms import ActionForm, day_field, offer


class MeetingForm(ActionForm):
    """Asks when and where a consultation is planned."""

    on = day_field(gettext_lazy("on which day?"))
    place = forms.CharField(label=gettext_lazy("where?"), max_length=200, required=False)

    @property
    def new(self) -> NewMeeting:
        """The consultation."""
        return NewMeeting(self.cleaned_data["on"], self.cleaned_data["place"])


class AttendanceForm(MeetingForm):
    """Asks when and where a consultation was held, and which work providers were there."""

    attended = forms.MultipleChoiceField(
        label=gettext_lazy("which work providers were there?"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, meeting: Meeting, providers: Sequence[Known], data: Mapping[str, Any] | None = None) -> None:
        """Start with what was planned, or noted before."""
        there = [str(one) for one in meeting.attended or ()]
        super().__init__(data, initial={"on": meeting.on, "place": meeting.place, "attended": there})
        self.meeting = meeting
        offer(self, "attended", {str(one.provider.pk): one.provider.organisation.name for one in providers})

    @property
    def new(self) -> NewMeeting:
        """The consultation as it was held."""
        told = self.cleaned_data
        return NewMeeting(told["on"], told["place"], [UUID(one) for one in told["attended"]], self.meeting)
