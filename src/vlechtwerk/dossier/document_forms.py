"""The questions about a document that somebody adds."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.documents.actions import DocumentDraft, Signing
from vlechtwerk.documents.forms import TakesAFile, file_field
from vlechtwerk.documents.models import LONGEST_TEXT
from vlechtwerk.documents.words import MEGABYTE
from vlechtwerk.dossier import document_words, words
from vlechtwerk.dossier.actions import NOT_SHARED
from vlechtwerk.dossier.sharing_forms import SHARING, SharingForm
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.rules.activation.duties.writing import DocumentKind
from vlechtwerk.rules.activation.terms import Medium
from vlechtwerk.rules.roles import CASE_MANAGERS, PROVIDERS, Role
from vlechtwerk.sharing.models import Compartment
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.ui.environment import label
from vlechtwerk.ui.forms import offer

ON_PAPER = {Medium.PAPER, Medium.MIXED}
OF_PROVIDERS: Mapping[Role, tuple[DocumentKind, ...]] = {
    Role.WORK_PROVIDER: (
        DocumentKind.CONSULTATION_PREPARATION,
        DocumentKind.EVALUATION_REPORT,
        DocumentKind.OTHER,
    ),
    Role.CARE_PROVIDER: (DocumentKind.EVALUATION_REPORT, DocumentKind.DIAGNOSTIC_REPORT, DocumentKind.OTHER),
}
"""What a provider may bring; a case manager brings everything (AT-139 to AT-141)."""
OF_A_PLAN = ("signed_how", "paper_place", "paper_holder")
OF_A_PROVIDER = ("requested_by", "support_right_asked")


class DocumentForm(TakesAFile, SharingForm):
    """Asks for a file, what it is and with whom it is shared. A valid form has it as `taken`, `draft` and `part`."""

    field_order = ("compartment", "kind", *OF_A_PROVIDER, "file", "text", *OF_A_PLAN, "entry_class", *SHARING)

    compartment = forms.ChoiceField(label=gettext_lazy("in which part?"), widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=gettext_lazy("what kind of document is it?"), widget=forms.RadioSelect)
    requested_by = forms.ChoiceField(label=gettext_lazy("who asked for it?"), widget=forms.RadioSelect, required=False)
    support_right_asked = forms.BooleanField(
        label=gettext_lazy("a request for support rights is running"), required=False
    )
    file = file_field(gettext_lazy("which file?"))
    text = forms.CharField(label=gettext_lazy("what is in it, in one sentence?"), max_length=LONGEST_TEXT)
    signed_how = forms.ChoiceField(
        label=gettext_lazy("how was the plan signed?"), widget=forms.RadioSelect, required=False
    )
    paper_place = forms.CharField(label=gettext_lazy("where is the paper kept?"), max_length=200, required=False)
    paper_holder = forms.CharField(label=gettext_lazy("who keeps the paper?"), max_length=200, required=False)
    entry_class = forms.ChoiceField(label=gettext_lazy("how delicate is it?"), widget=forms.RadioSelect)

    def __init__(
        self, parts: Iterable[Compartment], today: date, by: Role, data: Mapping[str, Any] | None = None,
        files: "MultiValueDict[str, UploadedFile[Any]] | None" = None,
    ) -> None:  # fmt: skip
        """Offer the parts in which the visitor may write, and the kinds that go with the capacity of the visitor."""
        super().__init__(today, data)
        self.files = files or MultiValueDict()
        self.parts = {str(one.pk): one for one in parts}
        for name in OF_A_PROVIDER if by not in PROVIDERS else OF_A_PLAN:
            del self.fields[name]
        if by is Role.WORK_PROVIDER:
            del self.fields["support_right_asked"]
        offer(self, "compartment", {pk: words.part_name(one) for pk, one in self.parts.items()})
        offer(self, "kind", {one: document_words.DOCUMENTS[one] for one in OF_PROVIDERS.get(by, tuple(DocumentKind))})
        offer(self, "entry_class", words.CLASSES)
        if by in PROVIDERS:
            asking = {str(role): label("role", role) for role in sorted(CASE_MANAGERS)}
            offer(self, "requested_by", {"": _("nobody: it goes with my task"), **asking})
        else:
            offer(self, "signed_how", {str(one): document_words.SIGNED[one] for one in Medium})
            self.fields["signed_how"].help_text = _("Only for a plan.")
            self.fields["paper_place"].help_text = _("Only when somebody signed on paper.")
        self.fields["file"].help_text = _(
            "At most %(most)s MB. Names of people who wrote it and what stood in it before are taken out."
        ) % {"most": settings.UPLOAD_MOST_BYTES // MEGABYTE}

    def clean(self) -> dict[str, Any]:
        """Refuse a part that somebody never sees, and a plan of which nobody knows how it was signed."""
        answers = super().clean() or self.cleaned_data
        part = self.parts.get(answers.get("compartment", ""))
        if part and part.kind != Kind.CARE_OWN:
            self.check_audience(Kind(part.kind))
        if answers.get("kind") == DocumentKind.PLAN:
            self._check_signing(answers)
        return answers

    def _check_signing(self, answers: Mapping[str, Any]) -> None:
        how = answers.get("signed_how")
        if not how:
            self.add_error(
                "signed_how", _("Tell how the plan was signed: it decides whether the paper has to be kept.")
            )
        elif how in ON_PAPER:
            for name in ("paper_place", "paper_holder"):
                if not (answers.get(name) or "").strip():
                    self.add_error(name, _("Needed, because the signed paper is kept for years."))

    @property
    def part(self) -> Compartment:
        """The part that was chosen."""
        return self.parts[self.cleaned_data["compartment"]]

    @property
    def draft(self) -> DocumentDraft:
        """What was told about the file."""
        told = self.cleaned_data
        return DocumentDraft(
            kind=DocumentKind(told["kind"]),
            text=told["text"],
            entry_class=EntryClass(told["entry_class"]),
            agreed=NOT_SHARED if self.part.kind == Kind.CARE_OWN else self.agreed,
            requested_by=Role(told["requested_by"]) if told.get("requested_by") else None,
            support_right_asked=bool(told.get("support_right_asked")),
            signing=self._signing(),
        )

    def _signing(self) -> Signing:
        """How a plan was signed; of other documents nothing is kept about that."""
        told = self.cleaned_data
        if told["kind"] != DocumentKind.PLAN:
            return Signing()
        if told["signed_how"] not in ON_PAPER:
            return Signing(told["signed_how"])
        return Signing(told["signed_how"], told["paper_place"], told["paper_holder"])
