"""Made-up content for the gallery of components. It is Dutch, like the screens that use them."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django import forms
from django.contrib.messages import SUCCESS
from django.contrib.messages.storage.base import Message

from vlechtwerk.ui.forms import ActionForm, drawn, visible_fields
from vlechtwerk.ui.shapes import (
    Action,
    Blocked,
    Cell,
    Column,
    Due,
    Fact,
    Moment,
    Pager,
    Progress,
    Reason,
    Summary,
    Why,
)

HANDBOOK = "Draaiboek casemanagers zorg (2023)"
WHY_FIRST_MEETING = Why(
    norm="Het eerste gesprek vindt plaats binnen 28 kalenderdagen na de toeleiding.",
    rule="AT-059",
    document=HANDBOOK,
    section="3.1.3",
    steps=("Toeleiding: 2 februari 2026", "plus 28 kalenderdagen: 2 maart 2026"),
)
WHY_THREE_MONTHS = Why(
    norm="Een eindadvies wordt ten vroegste drie maanden na de start van de bemiddeling geregistreerd.",
    rule="AT-201",
    document=HANDBOOK,
    section="5.1.1",
    steps=("Start van de bemiddeling: 7 april 2026", "plus 3 maanden: 7 juli 2026"),
)
WHY_EVALUATION = Why(
    norm="Het team evalueert minstens om de zes maanden samen met de deelnemer.",
    rule="AT-154",
    document=HANDBOOK,
    section="4.1.1",
    force="should",
)


class SampleForm(ActionForm):
    """One field of every way of entering a value."""

    on = forms.DateField(
        label="datum van het gesprek", help_text="Voorbeeld: 19-02-2026", widget=forms.DateInput(attrs={"type": "date"})
    )
    place = forms.CharField(label="plaats", required=False)
    categories = forms.IntegerField(label="aantal ICF-categorieën")
    manner = forms.ChoiceField(
        label="manier van ondertekenen", choices=[("", "kies"), ("eid", "eID"), ("paper", "op papier")]
    )
    attendance = forms.ChoiceField(
        label="aanwezigheid",
        choices=[("present", "aanwezig"), ("absent", "afwezig zonder geldige reden")],
        widget=forms.RadioSelect,
    )
    present = forms.MultipleChoiceField(
        label="wie was erbij?",
        choices=[("work", "casemanager werk"), ("care", "casemanager zorg"), ("client", "deelnemer")],
        widget=forms.CheckboxSelectMultiple,
    )
    remark = forms.CharField(label="verslag", required=False, widget=forms.Textarea)
    document = forms.FileField(label="bestand", required=False, widget=forms.FileInput(attrs={"accept": ".pdf"}))
    sure = forms.BooleanField(label="ik heb dit met de deelnemer besproken")


class FilterForm(forms.Form):
    """Two fields to narrow a list down."""

    search = forms.CharField(label="zoek", required=False)
    status = forms.ChoiceField(label="status", required=False, choices=[("", "alle"), ("in_progress", "bezig")])


def sample_context() -> dict[str, Any]:
    """Return everything the gallery shows."""
    typed = {
        "idempotency_key": str(uuid.uuid4()),
        "on": "gisteren",
        "place": "<b>Sporthal</b>",
        "manner": "paper",
        "present": ["work", "client"],
    }
    return {
        "summary": _summary(),
        "dues": _dues(),
        "moments": _moments(),
        "actions": _actions(),
        "blocked": _blocked(),
        "notices": [Message(SUCCESS, "Het eerste gesprek is geregistreerd.")],
        "progresses": (Progress(7, 18, (3, 6, 12)), Progress(20, 18, (3, 6, 12))),
        "why": WHY_FIRST_MEETING,
        "columns": _columns(),
        "rows": _rows(),
        "pager": Pager("21 tot 40 van 312", previous_url="?page=1", next_url="?page=3"),
        "filters": visible_fields(FilterForm(auto_id="filter_%s")),
        "empty_form": drawn(SampleForm(prefix="nieuw")),
        "wrong_form": drawn(SampleForm({f"fout-{name}": value for name, value in typed.items()}, prefix="fout")),
    }


def _summary() -> Summary:
    return Summary(
        title="Mia Voorbeeld",
        reference="AT-2026-0042",
        status="in_progress",
        since=date(2026, 4, 7),
        flags=("eerste actie te laat", "verlenging gevraagd"),
        facts=(
            Fact("casemanager werk", "Wout Denkbeeld", meaning="in dienst bij GTB; beheert het dossier"),
            Fact("casemanager zorg", "Zoë Verzonnen"),
            Fact("eindadvies mogelijk vanaf", "7 juli 2026", WHY_THREE_MONTHS),
            Fact("einde van de maximumduur", "7 oktober 2027"),
        ),
        progress=Progress(1, 18, (3, 6, 12)),
        first=_due("de eerste actie starten", "netwerkcoördinator", date(2026, 4, 28)),
    )


def _dues() -> tuple[Due, ...]:
    record = Action("vastleggen", "#main")
    return (
        _due("de eerste actie starten", "netwerkcoördinator", date(2026, 4, 28)),
        _due("een tussentijdse evaluatie houden", "casemanagementteam", date(2026, 5, 1), why=WHY_EVALUATION),
        _due("het eindverslag registreren", "casemanager werk", date(2026, 5, 18), mine=True, action=record),
        Due("het eerste gesprek voeren", "casemanager werk", date(2026, 3, 2), "met", done=date(2026, 2, 19)),
        Due("het trajectplan opladen", "casemanager werk", date(2026, 4, 2), "met_late", done=date(2026, 4, 6)),
        Due("de start laten bevestigen", "deelnemer", date(2026, 3, 6), "lapsed"),
    )


def _due(what: str, owner: str, by: date, **details: Any) -> Due:
    """Something that is owed, seen on 1 May 2026."""
    left = (by - date(2026, 5, 1)).days
    return Due(
        what, owner, by, "late" if left < 0 else "open", **{"days_left": left, "why": WHY_FIRST_MEETING, **details}
    )


def _moments() -> tuple[Moment, ...]:
    return (
        Moment(date(2026, 2, 2), "toeleiding", "VDAB maakte de dienstverlening aan."),
        Moment(date(2026, 2, 19), "eerste gesprek", "Aanwezig, met beide casemanagers.", why=WHY_FIRST_MEETING),
        Moment(date(2026, 3, 2), "eindadvies geregistreerd", kind="refused", why=WHY_THREE_MONTHS),
        Moment(
            date(2026, 4, 7),
            "bemiddelingsproces gestart",
            note="vastgelegd op 7 april 2026 door casemanager werk, GTB Wisselland",
            action=Action("rechtzetten", "#main"),
        ),
        Moment(date(2028, 4, 7), "ter afsluiting", kind="automatic"),
        Moment(date(2028, 5, 7), "einde van de afsluitmaand", kind="future"),
    )


def _actions() -> tuple[Action, ...]:
    return (
        Action("tussentijdse evaluatie gehouden", "#main", primary=True),
        Action("actie gestart", "#main"),
        Action("zorg geschorst", "#main", hint="Het traject loopt verder."),
    )


def _blocked() -> tuple[Blocked, ...]:
    return (
        Blocked(
            "eindadvies geregistreerd",
            (
                Reason("Kan vanaf 7 juli 2026.", WHY_THREE_MONTHS),
                Reason("Nog niet klaar: eindverslag, 12 van de 43 ICF-categorieën."),
            ),
        ),
        Blocked("zorg hervat", (Reason("De zorg is niet geschorst."),)),
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("deelnemer"),
        Column("status"),
        Column("eerst te doen"),
        Column("tegen"),
        Column("maand", numeric=True),
    )


def _rows() -> tuple[tuple[Cell, ...], ...]:
    return (
        (
            Cell("Mia Voorbeeld", "#main"),
            Cell("bezig"),
            Cell("eerste actie"),
            Cell("28 april 2026, 3 dagen te laat", tone="late"),
            Cell("1"),
        ),
        (
            Cell("Jef Fictief", "#main"),
            Cell("aanvaard"),
            Cell("trajectplan"),
            Cell("18 mei 2026"),
            Cell("–", tone="soft"),
        ),
        (Cell("Ayşe Verbeelding", "#main"), Cell("bezig"), Cell("evaluatie"), Cell("7 juni 2026"), Cell("11")),
    )
