"""The components: what they say, and that they never let a value act as markup."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest
from jinja2 import UndefinedError

from tests.ui.conftest import Render
from vlechtwerk.texts.labels import LABELS, Kind
from vlechtwerk.ui.shapes import Blocked, Cell, Column, Due, Fact, Moment, Progress, Reason, Summary, Why

HANDBOOK_STATUSES = ("initiated", "accepted", "in_progress", "closing", "ended", "cancelled")
SCRIPT = "<script>alert(1)</script>"
WHY = Why(
    norm="Het eerste gesprek vindt plaats binnen 28 kalenderdagen.",
    rule="AT-059",
    document="Draaiboek casemanagers zorg (2023)",
    section="3.1.3",
    steps=("Toeleiding: 2 februari 2026", "plus 28 kalenderdagen: 2 maart 2026"),
)


def words(markup: str) -> str:
    """The text of a piece of markup, with single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def test_why_tells_the_norm_the_steps_the_force_the_rule_and_the_source(render: Render) -> None:
    text = words(render("{{ ui.why(why) }}", why=WHY))
    assert text == (
        "Waarom? Het eerste gesprek vindt plaats binnen 28 kalenderdagen. Toeleiding: 2 februari 2026 "
        "plus 28 kalenderdagen: 2 maart 2026 Aard Verplichting Regel AT-059 "
        "Bron Draaiboek casemanagers zorg (2023) , deel 3.1.3"
    )


def test_why_opens_without_javascript(render: Render) -> None:
    assert render("{{ ui.why(why) }}", why=WHY).lstrip().startswith('<details class="why">')


def test_why_tells_a_screen_reader_what_it_is_about(render: Render) -> None:
    assert words(render("{{ ui.why(why, 'eerste gesprek') }}", why=WHY)).startswith("Waarom? eerste gesprek")


REASONS = (Reason("Kan vanaf 2 maart 2026.", WHY), Reason(SCRIPT, WHY))


def test_a_list_of_reasons_tells_each_with_its_rule_and_what_the_page_adds(render: Render) -> None:
    markup = render("{% call(one) ui.reason_list(reasons) %} ({{ one.why.rule }}){% endcall %}", reasons=REASONS)
    assert words(markup).startswith("Kan vanaf 2 maart 2026. Waarom? Kan vanaf 2 maart 2026. Het eerste gesprek")
    assert words(markup).count("(AT-059)") == 2
    assert SCRIPT not in markup


def test_a_refusal_without_reasons_is_not_drawn(render: Render) -> None:
    assert words(render("{{ ui.refusal(()) }}")) == ""


def test_a_refusal_tells_the_reasons_and_what_is_contradicted(render: Render) -> None:
    blocked = (Blocked("eindadvies", REASONS[:1]),)
    text = words(render("{{ ui.refusal(reasons, blocked) }}", reasons=REASONS[:1], blocked=blocked))
    assert text.startswith("Dit kan niet, en er is niets bewaard Kan vanaf 2 maart 2026. Waarom?")
    assert "Eindadvies Kan vanaf 2 maart 2026." in text


def test_what_the_page_adds_to_a_reason_stands_in_the_refusal(render: Render) -> None:
    told = "{% call(one) ui.refusal(reasons) %}<b>{{ one.why.rule }}</b>{% endcall %}"
    assert render(told, reasons=REASONS).count("<b>AT-059</b>") == 2


def test_a_hint_is_a_warning_with_its_rule(render: Render) -> None:
    markup = render("{{ ui.hint(reason) }}", reason=REASONS[0])
    assert "notice-warning" in markup
    assert words(markup).startswith("Let op: Kan vanaf 2 maart 2026. Waarom?")


@pytest.mark.parametrize(
    ("code", "text"), [("in_progress", "Bezig"), ("closing", "Ter afsluiting"), ("cancelled", "Geannuleerd")]
)
def test_a_status_is_a_word_and_a_shape(render: Render, code: str, text: str) -> None:
    badge = render("{{ ui.status_badge(code) }}", code=code)
    assert words(badge) == text
    assert "<svg" in badge


def test_every_status_and_every_state_has_its_own_shape(render: Render) -> None:
    codes = [*HANDBOOK_STATUSES, *LABELS[Kind.OBLIGATION_STATE]]
    assert len({render("{{ ui.icon(code) }}", code=code) for code in codes}) == len(codes)


@pytest.mark.parametrize(
    ("days", "text"),
    [(-2, "2 dagen te laat"), (-1, "1 dag te laat"), (0, "vandaag"), (1, "morgen"), (2, "over 2 dagen")],
)
def test_a_due_date_tells_how_far_away_it_is(render: Render, days: int, text: str) -> None:
    assert words(render("{{ ui.time_left(days) }}", days=days)) == text


def test_a_late_duty_tells_date_delay_duty_owner_and_state(render: Render) -> None:
    due = Due("het trajectplan opladen", "casemanager werk", date(2026, 4, 2), "late", days_left=-5, mine=True)
    text = words(render("{{ ui.due_list([due]) }}", due=due))
    assert text == "2 april 2026 5 dagen te laat Het trajectplan opladen Casemanager werk (u) Te laat"


def test_a_duty_that_was_done_tells_when(render: Render) -> None:
    due = Due("het eerste gesprek voeren", "casemanager werk", date(2026, 3, 2), "met", done=date(2026, 2, 19))
    assert "gedaan op 19 februari 2026" in words(render("{{ ui.due_list([due]) }}", due=due))


def test_the_timeline_says_in_words_what_was_refused(render: Render) -> None:
    moment = Moment(date(2026, 3, 2), "eindadvies geregistreerd", kind="refused")
    assert (
        words(render("{{ ui.timeline([moment]) }}", moment=moment)) == "2 maart 2026 Geweigerd Eindadvies geregistreerd"
    )


def test_what_is_blocked_gives_every_reason(render: Render) -> None:
    blocked = Blocked("eindadvies geregistreerd", (Reason("Kan vanaf 7 juli 2026."), Reason("Eindverslag ontbreekt.")))
    text = words(render("{{ ui.blocked_list([blocked]) }}", blocked=blocked))
    assert text == "Eindadvies geregistreerd Kan vanaf 7 juli 2026. Eindverslag ontbreekt."


def test_a_summary_names_person_reference_status_and_facts(render: Render) -> None:
    facts = (Fact("casemanager werk", "Wout"),)
    summary = Summary("Mia", "AT-1", "in_progress", date(2026, 4, 7), facts, ("plan te laat",))
    text = words(render("{{ ui.summary_line(summary) }}", summary=summary))
    assert text.startswith("Mia AT-1 Bezig sinds 7 april 2026 Wat betekent deze status? Het plan wordt uitgevoerd")
    assert text.endswith("Plan te laat Casemanager werk Wout")


def test_a_summary_tells_how_far_it_is_and_what_is_due_first_by_whom(render: Render) -> None:
    first = Due("het plan opladen", "casemanagementteam", date(2026, 5, 18), "open", days_left=17, mine=True)
    summary = Summary("Mia", "AT-1", "in_progress", progress=Progress(7, 18), first=first)
    text = words(render("{{ ui.summary_line(summary) }}", summary=summary))
    told = "Maand 7 van 18 Eerst te doen: Het plan opladen , casemanagementteam (u), tegen 18 mei 2026 (over 17 dagen)"
    assert told in text


@pytest.mark.parametrize(("month", "over"), [(18, False), (19, True)])
def test_the_progress_stands_out_only_after_the_maximum(render: Render, month: int, over: bool) -> None:
    drawn = render("{{ ui.month_progress(progress) }}", progress=Progress(month, 18))
    assert words(drawn) == f"Maand {month} van 18"
    assert ("month-over" in drawn) is over


def test_a_table_names_its_rows_and_columns_for_a_screen_reader(render: Render) -> None:
    table = render(
        "{{ ui.data_table('Dossiers', columns, rows) }}", columns=[Column("naam")], rows=[[Cell("Mia", "/mia")]]
    )
    assert '<th role="columnheader" scope="col">Naam</th>' in table
    assert re.search(r'<th role="rowheader" scope="row"[^>]*><a href="/mia">Mia</a>\s*</th>', table)


@pytest.mark.parametrize(
    "source",
    [
        "{{ ui.notice('info', text, text) }}",
        "{{ ui.empty_state(text, text) }}",
        "{{ ui.definitions([fact]) }}",
        "{{ ui.why(why, text) }}",
        "{{ ui.data_table(text, [column], [[cell]]) }}",
        "{{ ui.blocked_list([blocked]) }}",
    ],
)
def test_a_value_is_never_markup(render: Render, source: str) -> None:
    drawn = render(
        source,
        text=SCRIPT,
        fact=Fact(SCRIPT, SCRIPT),
        why=Why(SCRIPT, SCRIPT, SCRIPT, SCRIPT, SCRIPT, steps=(SCRIPT,)),
        column=Column(SCRIPT),
        cell=Cell(SCRIPT, '/"onclick="'),
        blocked=Blocked(SCRIPT, (Reason(SCRIPT),)),
    )
    assert "&lt;script&gt;" in drawn
    assert "<script" not in drawn
    assert '"onclick' not in drawn


def test_a_misspelt_variable_is_an_error(render: Render) -> None:
    with pytest.raises(UndefinedError, match="'statsu' is undefined"):
        render("{{ statsu }}")


def test_a_component_that_does_not_exist_is_an_error(render: Render) -> None:
    with pytest.raises(UndefinedError, match="sparkle"):
        render("{{ ui.sparkle() }}")


def test_the_same_page_speaks_english(render: Render) -> None:
    assert words(render("{{ ui.time_left(-1) }} {{ day|long_date }}", language="en", day=date(2026, 4, 2))) == (
        "1 day late 2 April 2026"
    )
