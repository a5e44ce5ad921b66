"""Which form goes with which address."""

from collections.abc import Mapping

from vlechtwerk.arrangements.forms import BottleneckForm, FreeSlotForm, GuideForm, NoteForm, TakenUpForm
from vlechtwerk.arrangements.forms_partnership import AgreedForm, AgreementForm, ContactForm, MandateForm, PartnerForm
from vlechtwerk.arrangements.forms_training import TrainingForm

OF_THE_PARTNERSHIP: tuple[type[NoteForm], ...] = (MandateForm, PartnerForm, ContactForm, AgreementForm, AgreedForm)
ALL: tuple[type[NoteForm], ...] = (
    FreeSlotForm,
    *OF_THE_PARTNERSHIP,
    GuideForm,
    BottleneckForm,
    TakenUpForm,
    TrainingForm,
)
FORMS: Mapping[str, type[NoteForm]] = {one.slug: one for one in ALL}
"""Each form by its place in the address."""
