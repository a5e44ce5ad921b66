"""What the pages of the own view need, in the words of the client."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from vlechtwerk.consent.informing import informed
from vlechtwerk.dossier.showing_items import title_of
from vlechtwerk.history.models import Event
from vlechtwerk.intake.queries import coming_appointment
from vlechtwerk.intake.showing import appointment
from vlechtwerk.portal import promises
from vlechtwerk.portal.models import SettingKey
from vlechtwerk.portal.queries import seldom_there, setting_on, waiting
from vlechtwerk.portal.words import ADVICES, MEANINGS, WHAT_THEY_DO
from vlechtwerk.retention.proposing import over_on
from vlechtwerk.retention.queries import hold_on, holds_of
from vlechtwerk.retention.showing import holds_told
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.dossier import file_is_discussed_on_request
from vlechtwerk.rules.activation.facts import ActivationFacts
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.emergency import told_about
from vlechtwerk.sharing.models import Involvement, Signal, SignalKind
from vlechtwerk.sharing.showing import emergencies
from vlechtwerk.sharing.signals import waiting_since
from vlechtwerk.texts.labels import Kind
from vlechtwerk.trajectories.queries import Trajectory
from vlechtwerk.trajectories.showing import summary
from vlechtwerk.trajectories.showing.duties import duties_of_client
from vlechtwerk.trajectories.showing.timeline import timeline
from vlechtwerk.trajectories.showing.words import event_label, role_label
from vlechtwerk.ui.environment import label, long_date
from vlechtwerk.ui.explain import why
from vlechtwerk.ui.shapes import Due, Fact, Moment

SHOWN = 3
"""How many of the latest and of the coming things stand on the first page."""


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody who helps the client: who it is, what he or she does, and an address to write to when it is known."""

    function: str
    name: str
    organisation: str
    does: str
    email: str


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the client is asked, with the page on which she answers."""

    text: str
    url: str


def home_page(found: Trajectory) -> dict[str, Any]:
    """The first page: where I am, what is asked of me, what happened, what comes, and who helps me."""
    assessment = found.assessed(found.today)
    mine, of_others = duties_of_client(assessment)
    moments = timeline(found, assessment, latest=SHOWN)
    seldom = seldom_there(found)
    return {
        **common(found),
        "restricted_on": found.case.file.restricted_on,
        "appointment": _appointment(found) if seldom.appointment else (),
        "held": _held(found) if seldom.hold else [],
        "assessment": assessment,
        "progress": summary.progress(assessment),
        "ended_because": summary.ended_because(assessment),
        "advice": final_advice(assessment.facts),
        "mine": mine,
        "questions": questions(found) if seldom.question else [],
        "happened": _latest(moments),
        "coming": _soonest(of_others),
        "ahead": [one for one in moments if one.kind == "future"][:SHOWN],
        "helpers": helpers(found.involved),
        "emergencies": emergencies(told_about([found.case.file_id])) if seldom.emergency else [],
    }


def _appointment(found: Trajectory) -> tuple[Fact, ...]:
    """The first appointment in words, while it still has to come."""
    booked = coming_appointment(found.case, found.today)
    return appointment(booked) if booked else ()


def _held(found: Trajectory) -> list[str]:
    """What holds the file back now, in words."""
    held = hold_on(found.case.file_id)
    return holds_told([held]) if held else []


@dataclass(frozen=True, slots=True)
class AdviceTold:
    """The final advice in plain words: what it is called, what it means for her, and of which day it is."""

    name: str
    meaning: str
    on: date


def final_advice(facts: ActivationFacts) -> AdviceTold | None:
    """The final advice with what it means; None before there is one."""
    if facts.final_advice is None or facts.final_advice_on is None:
        return None
    meaning = str(ADVICES[facts.final_advice])
    return AdviceTold(label(Kind.ADVICE, facts.final_advice), meaning, facts.final_advice_on)


def common(found: Trajectory) -> dict[str, Any]:
    """What every page of the own view needs."""
    return {"id": found.case.pk, "today": found.today}


def _latest(moments: Sequence[Moment]) -> list[Moment]:
    """What happened last, the newest in front."""
    return [one for one in moments if one.kind != "future"][: -SHOWN - 1 : -1]


def _soonest(dues: Sequence[Due]) -> list[Due]:
    return sorted(dues, key=lambda one: one.by)[:SHOWN]


def questions(found: Trajectory) -> list[Question]:
    """What the client is asked to agree to."""
    text = _("%(who)s asks if others may read something: %(what)s")
    return [
        Question(
            text % {"who": one.item.author.account.name, "what": title_of(one.item)},
            reverse("dossier_item", args=[found.case.pk, one.item_id]),
        )
        for one in waiting(found)
    ]


def helpers(involved: Sequence[Involvement]) -> list[Helper]:
    """Everybody who helps, both case managers in front."""
    order = list(WHAT_THEY_DO)
    helping = [one for one in involved if one.capacity in order]
    return [
        Helper(
            function=role_label(one.capacity),
            name=one.position.account.name,
            organisation=one.position.organisation.name,
            does=str(WHAT_THEY_DO[Role(one.capacity)]),
            email=one.position.account.email,
        )
        for one in sorted(helping, key=lambda one: order.index(Role(one.capacity)))
    ]


def kept_page(found: Trajectory) -> dict[str, Any]:
    """When and by whom the client was told that data are kept here."""
    told, over = informed(found.case.file_id), over_on(found.case, found.today)
    return {
        **common(found),
        "informed": told,
        "informed_by": told.by.account.name if told else "",
        "holds": holds_told(holds_of(found.case.file_id)),
        "ended": over.ended_on if over else None,
        "due": over.due_on if over else None,
    }


def words_page() -> dict[str, Any]:
    """The difficult words with their meaning."""
    return {"meanings": [(str(word), str(meaning)) for word, meaning in MEANINGS]}


def promises_page(found: Trajectory) -> dict[str, Any]:
    """Her rights and duties in the trajectory."""
    return {**common(found), "may": promises.said(promises.MAY), "asked": promises.said(promises.ASKED)}


def file_talk_page(found: Trajectory) -> dict[str, Any]:
    """Whether she asked to go through the confidential file, and when earlier questions were done."""
    asked = Signal.objects.filter(file=found.case.file_id, kind=SignalKind.FILE_TALK_ASKED, handled_at__isnull=False)
    done = [localtime(moment).date() for moment in asked.order_by("-handled_at").values_list("handled_at", flat=True)]
    return {
        **common(found),
        "asked_on": waiting_since(found.case.file_id, SignalKind.FILE_TALK_ASKED),
        "done": done,
        "why": why(BOOK.rule_of(file_is_discussed_on_request)),
    }


def complaint_page(found: Trajectory) -> dict[str, Any]:
    """How to complain; to whom, as far as the region said so."""
    contact = setting_on(found.case.region, SettingKey.COMPLAINT_CONTACT, found.today)
    return {**common(found), "contact": contact, "helpers": helpers(found.involved)[:2]}


def happened(row: Event) -> str:
    """What was recorded, with its day."""
    return f"{long_date(row.on)}: {event_label(row.name)}"
