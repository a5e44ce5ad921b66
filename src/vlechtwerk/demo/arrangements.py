"""What is arranged in the fictional region: room at GTB, a care partnership that is complete, a guideline, a bottleneck."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from vlechtwerk.arrangements.actions import New, arrange, partner_named
from vlechtwerk.arrangements.models import Arrangement, Sort
from vlechtwerk.demo.cast import Cast
from vlechtwerk.organisations.models import Organisation, Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting

Kind = Organisation.Kind
SINCE = date(2023, 7, 1)
PARTNERS = (
    ("CAW De Veerman", Kind.CAW),
    ("OCMW Wisselburg", Kind.OCMW),
    ("GGZ Het Rustpunt", Kind.GGZ),
    ("VAPH-dienst De Steiger", Kind.VAPH),
)
EXAMPLE = "Fictief, voor deze demonstratie"
GUIDE = {
    "kind": "guideline",
    "title_of": "Alles over Mijn Loopbaan voor Partners",
    "version": "fictieve versie 2026",
    "address": "Op het extranet van VDAB",
    "more": "Voor wie in de dossiers werkt",
}
LEARNING = {
    "kind": "learning",
    "title_of": "Korte kennismaking met activeringstrajecten",
    "version": "",
    "address": "Op het extranet van VDAB",
    "more": "Voor nieuwe collega's, 15 minuten, Nederlands",
}
AMBASSADOR = {
    "kind": "icf_ambassador",
    "title_of": "Ada Voorbeeld, ICF-ambassadeur",
    "version": "",
    "address": "ada@voorbeeld.test",
    "more": "Fictief, voor deze demonstratie",
}
BOTTLENECK = {
    "subject": "Bewaren na het traject",
    "level": "macro",
    "text": "Het is niet overal duidelijk hoelang partners een dossier bewaren nadat een traject voorbij is.",
}


def make_arrangements(cast: Cast, today: date) -> None:
    """Note what there is to see on the page about the region."""
    contact, department = cast.of(Role.CARE_PARTNERSHIP_CONTACT), cast.of(Role.CARE_DEPARTMENT)
    partners = [partner_named(name, kind) for name, kind in PARTNERS]
    _note(department, today, Sort.MANDATE, organisation=contact.organisation, told={"source": EXAMPLE})
    for partner in partners:
        _note(contact, today, Sort.PARTNER, organisation=partner)
    reach = {"name": contact.account.name, "reach": "contact@voorbeeld.test"}
    _note(contact, today, Sort.CONTACT, organisation=partners[0], told=reach)
    review = (today + timedelta(days=120)).isoformat()
    agreed = {"text": "Nieuwe intakes bekijken we elke maandag samen.", "review_on": review}
    agreement = _note(contact, today, Sort.AGREEMENT, told=agreed)
    for partner in partners[:-1]:
        _note(contact, today, Sort.AGREED, organisation=partner, about=agreement)
    work = cast.of(Role.WORK_CASE_MANAGER)
    free = {"first_free_on": (today + timedelta(days=9)).isoformat()}
    _note(work, today, Sort.FREE_SLOT, on=today, organisation=work.organisation, told=free)
    for guide in (GUIDE, LEARNING, AMBASSADOR):
        _note(cast.of(Role.PROJECT_FOLLOWER), today, Sort.GUIDE, on=today, told=guide)
    care = cast.of(Role.CARE_CASE_MANAGER)
    _note(care, today, Sort.BOTTLENECK, on=today, told=BOTTLENECK)
    trained = {"account": str(care.account_id)}
    _note(care, today, Sort.ICF_TRAINING, organisation=care.organisation, told=trained)


def _note(by: Position, today: date, sort: Sort, **more: Any) -> Arrangement:
    with acting(by, today):
        return arrange(new=New(sort, more.pop("on", SINCE), **more), by=by, key=uuid4())
