"""What the pages need of what a care worker writes for herself."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import localtime

from vlechtwerk.dossier.aside_forms import AsideForm, QuestionForm
from vlechtwerk.dossier.asides import asides_in
from vlechtwerk.dossier.queries import Dossier
from vlechtwerk.dossier.showing import common, drawn_unmarked
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties import working_notes
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.ui.explain import reasons, why

DILEMMA = BOOK.rule_of(working_notes.dilemma_is_no_fact)
QUESTION = BOOK.rule_of(working_notes.doubt_is_discussed_anonymously)


def asides_page(found: Dossier, form: AsideForm, against: Iterable[Reason] = ()) -> dict[str, Any]:
    """What the visitor wrote for herself, each with until when it stays."""
    asides = [
        {
            "id": one.pk,
            "text": text,
            "day": localtime(one.kept_at).date(),
            "until": one.until_on,
            "url": reverse("dossier_aside", args=[found.case.pk, one.pk]),
        }
        for one, text in asides_in(found)
    ]
    return {**common(found), **drawn_unmarked(form), "asides": asides, "reasons": reasons(against), "why": why(DILEMMA)}


def question_page(found: Dossier, aside: UUID, form: QuestionForm, against: Reason | None) -> dict[str, Any]:
    """The question that is made of it; `question` holds it once it gives nobody away."""
    accepted = form.is_valid() and against is None
    return {
        **common(found),
        **drawn_unmarked(form),
        "aside": aside,
        "question": form.cleaned_data["text"] if accepted else "",
        "reasons": reasons([against] if against else []),
        "why": why(QUESTION),
    }
