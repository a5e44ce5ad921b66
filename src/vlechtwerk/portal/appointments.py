"""The client's appointment: where it is, the way there, and a file for her own calendar that tells nothing more."""

from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from vlechtwerk.intake.models import Appointment
from vlechtwerk.intake.reminding import chosen_channel, chosen_support
from vlechtwerk.intake.words import SUPPORT, WAYS_TO_REMIND
from vlechtwerk.portal.models import SettingKey
from vlechtwerk.portal.queries import setting_on
from vlechtwerk.trajectories.queries import Trajectory
from vlechtwerk.ui.shapes import Fact

PLACE = "{place}"
"""What stands in the address of a map service where the place comes."""
BRUSSELS = ZoneInfo("Europe/Brussels")
MOST_OF_A_LINE = 74
"""How many bytes a line of a calendar file has at most before it goes on (RFC 5545 asks 75)."""


@dataclass(frozen=True, slots=True)
class Route:
    """A link to another site that shows the way, and the name of that site. The place goes there only when it is followed."""

    url: str
    site: str


def reminder_facts(booked: Appointment) -> tuple[Fact, ...]:
    """How she chose to be reminded, and what helps her to come, as far as she told it at the referral."""
    ticks = list(booked.case.ticks.all())
    channel = chosen_channel(ticks)
    support = ", ".join(str(SUPPORT[one]) for one in chosen_support(ticks))
    told = ((_("reminder"), str(WAYS_TO_REMIND[channel]) if channel else ""), (_("help to come"), support))
    return tuple(Fact(name, value) for name, value in told if value)


def is_map_service(value: str) -> bool:
    """Whether a text is the address of a map service: over a safe connection, with one place for the place."""
    parts = urlsplit(value)
    return parts.scheme == "https" and bool(parts.hostname) and value.count(PLACE) == 1 and PLACE not in parts.netloc


def route_to(found: Trajectory, place: str) -> Route | None:
    """The way to a place with the map service that the region chose; None when it chose none."""
    chosen = setting_on(found.case.region, SettingKey.MAP_SERVICE, found.today)
    if chosen is None or not place.strip():
        return None
    return Route(chosen.value.replace(PLACE, quote(place.strip(), safe="")), urlsplit(chosen.value).hostname or "")


def calendar_file(booked: Appointment, title: str, *, number: int, with_place: bool) -> str:
    """The appointment as an iCalendar file (RFC 5545) with a title that tells nothing.

    `number` is how many appointments were made before it: a moved one takes the place of the earlier one in the calendar. No
    source tells how long it takes, so it has no end.
    """
    starts = booked.moment.replace(tzinfo=BRUSSELS).astimezone(UTC)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//calendar//NL",
        "BEGIN:VEVENT",
        f"UID:{uuid5(NAMESPACE_URL, f'appointment:{booked.case_id}')}",
        f"SEQUENCE:{number}",
        f"DTSTAMP:{_moment(booked.made_at.astimezone(UTC))}",
        f"DTSTART:{_moment(starts)}",
        f"SUMMARY:{_text(title)}",
        *([f"LOCATION:{_text(booked.place)}"] if with_place else []),
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _moment(at: datetime) -> str:
    return at.strftime("%Y%m%dT%H%M%SZ")


def _text(value: str) -> str:
    """A text in which nothing begins another line or field."""
    for sign, safe in (("\\", "\\\\"), (";", "\\;"), (",", "\\,")):
        value = value.replace(sign, safe)
    return " ".join(value.split())


def _folded(line: str) -> str:
    """A line in pieces of at most so many bytes, never within a letter; each next piece begins with a space."""
    pieces, now = list[str](), ""
    for letter in line:
        if len((now + letter).encode()) > MOST_OF_A_LINE:
            pieces.append(now)
            now = " "
        now += letter
    return "\r\n".join([*pieces, now])
