"""The way from a trajectory to everything in its file, for who may open it: in three groups, each page under one name."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.dossier.queries import page_of
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.policy import Kind, Verb
from vlechtwerk.trajectories.queries import Trajectory
from vlechtwerk.ui.environment import address

Page = tuple[str, Promise]


@dataclass(frozen=True)
class PartLink:
    """A page of the file: what it is, and where it stands."""

    label: str
    url: str


@dataclass(frozen=True)
class PartGroup:
    """Pages that belong together. `code` marks the group in the page; `url` is the page of the group itself, if it has one."""

    code: str
    label: str
    links: tuple[PartLink, ...]
    url: str = ""


IN_SHARED: tuple[Page, ...] = (
    ("plan", gettext_lazy("Trajectory plan")),
    ("reports", gettext_lazy("Reports")),
    ("dossier_documents", gettext_lazy("Documents")),
    ("dossier_goals", gettext_lazy("Goals")),
)
"""The pages for who reads the shared part."""
IN_COURSE: tuple[Page, ...] = (
    ("extension", gettext_lazy("Extension")),
    ("early_stop", gettext_lazy("Early stop")),
)
"""The pages for who works with the shared notes."""
WITH_TALKS = CASE_MANAGERS | {Role.TRUSTED_ADVISOR, Role.CLIENT}
"""Who sees the page about cooperation: it holds nothing of the confidential file."""
WITH_NOTES = CASE_MANAGERS | {Role.PROJECT_FOLLOWER}
ON_THE_ROAD = CASE_MANAGERS | {Role.CLIENT, Role.VDAB_MEDIATOR, Role.TRUSTED_ADVISOR, Role.PROJECT_FOLLOWER}
"""The capacities that take part in the road to the first meeting, and see its page."""


def parts(found: Trajectory) -> list[PartGroup]:
    """The pages that the visitor may open, in their groups; a group without pages is left out."""
    file_page = page_of(found.opened)
    groups = (
        PartGroup("file", _("Confidential file"), _links(found, _in_file(found)), _address(found, file_page)),
        PartGroup("course", _("Course"), _links(found, _in_course(found))),
        PartGroup("vdab", _("With VDAB"), _links(found, _with_vdab(found))),
    )
    return [one for one in groups if one.links or one.url]


def road_is_open(found: Trajectory) -> bool:
    """Whether the visitor sees the page of the road to the first meeting."""
    return not ON_THE_ROAD.isdisjoint(found.capacities)


def _links(found: Trajectory, pages: Iterator[Page]) -> tuple[PartLink, ...]:
    return tuple(PartLink(str(name), _address(found, page)) for page, name in pages)


def _address(found: Trajectory, page: str) -> str:
    return address(page, found.case.pk) if page else ""


def _in_file(found: Trajectory) -> Iterator[Page]:
    read = _read(found)
    if page_of(found.opened) == "dossier_access":
        yield ("dossier_access", gettext_lazy("Take access first"))
    if Kind.SHARED in read:
        yield from IN_SHARED
    if Kind.ICF in read:
        yield ("icf", gettext_lazy("Functioning (ICF)"))


def _in_course(found: Trajectory) -> Iterator[Page]:
    if road_is_open(found):
        yield ("intake_road", gettext_lazy("Referral and first meeting"))
    if WITH_NOTES & found.capacities and Kind.ADMINISTRATIVE in _read(found):
        yield from IN_COURSE
    if CASE_MANAGERS & found.capacities:
        yield ("closing", gettext_lazy("Close the trajectory"))


def _with_vdab(found: Trajectory) -> Iterator[Page]:
    if Kind.ADMINISTRATIVE not in _read(found):
        return
    yield ("shared_notes", gettext_lazy("Shared notes"))
    if WITH_TALKS & found.capacities:
        yield ("cooperation", gettext_lazy("Cooperation and talks at VDAB"))


def _read(found: Trajectory) -> set[str]:
    return {one.compartment.kind for one in found.opened if Verb.READ in one.verbs}
