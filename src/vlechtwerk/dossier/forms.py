"""The forms of the confidential file: write a note, and give access."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.audit.purposes import CHOICES
from vlechtwerk.dossier import words
from vlechtwerk.dossier.actions import NOT_SHARED, Draft
from vlechtwerk.dossier.models import LONGEST, Note, NoteKind
from vlechtwerk.dossier.sharing_forms import SHARING, SharingForm
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Compartment, Involvement
from vlechtwerk.sharing.policy import GRANTABLE, Kind, verbs_by_grant
from vlechtwerk.ui.environment import label
from vlechtwerk.ui.forms import ActionForm, day_field, offer

FIRST_DAY = date(2000, 1, 1)
AT_A_TALK = (
    Role.CLIENT,
    Role.WORK_CASE_MANAGER,
    Role.CARE_CASE_MANAGER,
    Role.WORK_PROVIDER,
    Role.CARE_PROVIDER,
    Role.NETWORK_COORDINATOR,
)
"""Who may have taken part in a conversation."""


class NoteForm(SharingForm):
    """Asks for a note and with whom it is shared. A valid form has it as `draft`, and the part of the file as `part`."""

    field_order = ("compartment", "kind", "happened_on", "attendees", "client_absence", "entry_class", "text", *SHARING)

    corrects = forms.UUIDField(widget=forms.HiddenInput, required=False)
    compartment = forms.ChoiceField(label=gettext_lazy("in which part?"), widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=gettext_lazy("what is it about?"), widget=forms.RadioSelect)
    happened_on = day_field(gettext_lazy("on which day was it?"))
    attendees = forms.MultipleChoiceField(
        label=gettext_lazy("who took part?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    client_absence = forms.CharField(
        label=gettext_lazy("why was the participant not there?"), max_length=300, required=False
    )
    entry_class = forms.ChoiceField(label=gettext_lazy("how delicate is it?"), widget=forms.RadioSelect)
    text = forms.CharField(label=gettext_lazy("what was said or seen?"), max_length=LONGEST, widget=forms.Textarea)

    def __init__(
        self, parts: Iterable[Compartment], today: date, data: Mapping[str, Any] | None = None, *,
        corrected: Note | None = None,
    ) -> None:  # fmt: skip
        """Offer the parts in which the visitor may write; a correction stays in the part of what it corrects."""
        super().__init__(today, data, initial=_told(corrected) if corrected else {"happened_on": today})
        self.parts = {str(one.pk): one for one in parts if corrected is None or one.pk == corrected.compartment_id}
        offer(self, "compartment", {pk: words.part_name(one) for pk, one in self.parts.items()})
        offer(self, "kind", words.KINDS)
        offer(self, "attendees", {str(role): label("role", role) for role in AT_A_TALK})
        offer(self, "entry_class", words.CLASSES)
        self.fields["client_absence"].help_text = _("Only when the participant did not take part.")
        self.fields["text"].help_text = _("Write only what matters for work, as functioning at a workplace.")

    def clean_happened_on(self) -> date:
        """Refuse a day that has not come, or that cannot be meant."""
        day: date = self.cleaned_data["happened_on"]
        if day > self.today:
            raise forms.ValidationError(_("This day has not come yet. Choose today or a day before it."))
        if day < FIRST_DAY:
            raise forms.ValidationError(_("Choose a day from the year 2000 on."))
        return day

    def clean(self) -> dict[str, Any]:
        """Keep own notes in the part of the own organisation."""
        answers = super().clean() or self.cleaned_data
        part = self.parts.get(answers.get("compartment", ""))
        if part and answers.get("kind") == NoteKind.OWN_NOTE and part.kind != Kind.CARE_OWN:
            self.add_error("kind", _("An own note belongs in the part of your own organisation."))
        if part and part.kind != Kind.CARE_OWN:
            self.check_audience(Kind(part.kind))
        return answers

    @property
    def part(self) -> Compartment:
        """The part that was chosen."""
        return self.parts[self.cleaned_data["compartment"]]

    @property
    def draft(self) -> Draft:
        """What was told."""
        told = self.cleaned_data
        return Draft(
            happened_on=told["happened_on"],
            kind=NoteKind(told["kind"]),
            entry_class=EntryClass(told["entry_class"]),
            text=told["text"],
            attendees=tuple(Role(one) for one in told["attendees"]),
            client_absence=told["client_absence"],
            agreed=NOT_SHARED if self.part.kind == Kind.CARE_OWN else self.agreed,
        )


class AccessForm(ActionForm):
    """Asks to whom access is given, to which parts, and why."""

    to = forms.ChoiceField(label=gettext_lazy("to whom?"))
    parts = forms.MultipleChoiceField(label=gettext_lazy("to which parts?"), widget=forms.CheckboxSelectMultiple)
    reason = forms.CharField(label=gettext_lazy("why?"), max_length=300)

    def __init__(
        self,
        people: Iterable[Involvement],
        data: Mapping[str, Any] | None = None,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        """Offer the people who may get access."""
        forms.Form.__init__(self, data, initial={"parts": [str(Kind.SHARED)], **(initial or {})})
        self.people = {str(one.pk): one for one in people}
        names = {pk: f"{one.position.account.name} ({label('role', one.capacity)})" for pk, one in self.people.items()}
        offer(self, "to", names)
        offer(self, "parts", {kind: words.PARTS[kind] for kind in GRANTABLE})

    def clean(self) -> dict[str, Any]:
        """Refuse a part that is never opened to this capacity."""
        answers = super().clean() or self.cleaned_data
        to = self.people.get(answers.get("to", ""))
        shut = [one for one in answers.get("parts", ()) if to and not verbs_by_grant(Role(to.capacity), Kind(one))]
        for one in shut:
            text = _("%(role)s gets no access to this part: %(part)s.")
            told = {"role": label("role", to.capacity) if to else "", "part": words.PARTS[one]}
            self.add_error("parts", text % told)
        return answers


def _told(note: Note) -> dict[str, Any]:
    """What stands in a note, as the form asks it."""
    return {
        "corrects": note.pk,
        "compartment": str(note.compartment_id),
        "kind": note.kind,
        "happened_on": note.happened_on,
        "attendees": note.attendees,
        "client_absence": note.client_absence,
        "entry_class": note.entry_class,
        "text": note.text,
        "audience": sorted({*note.item.audience, *(role for one in note.item.consents.all() for role in one.audience)}),
        "why": note.why,
    }


class PurposeForm(ActionForm):
    """Asks what looking at the confidential part is for, from a fixed list."""

    purpose = forms.ChoiceField(
        label=gettext_lazy("what for"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what this look is for.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "purpose", {one.value: label("purpose", one) for one in CHOICES})
