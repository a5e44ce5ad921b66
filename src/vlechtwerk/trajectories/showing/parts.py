"""The way from a trajectory to everything in its file, for who may open it; each word explained from the glossary."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.policy import Kind, Verb
from vlechtwerk.trajectories.queries import Trajectory
from vlechtwerk.ui.environment import address, meaning


@dataclass(frozen=True)
class PartLink:
    """A page of the file: what it is, where it stands, and what the word means where that needs telling."""

    label: str
    url: str
    meaning: str = ""


IN_SHARED: tuple[tuple[str, Promise, str], ...] = (
    ("plan", gettext_lazy("Trajectory plan"), "trajectory_plan"),
    ("dossier", gettext_lazy("Contacts (notes)"), ""),
    ("reports", gettext_lazy("Reports"), ""),
    ("dossier_documents", gettext_lazy("Documents"), ""),
    ("dossier_goals", gettext_lazy("Goals"), ""),
)
"""The pages for who reads the shared part, with the word of the glossary that explains each."""
IN_COURSE: tuple[tuple[str, Promise, str], ...] = (
    ("extension", gettext_lazy("Extension"), "extension"),
    ("early_stop", gettext_lazy("Early stop"), "early_stop"),
)
"""The pages for who works with the shared notes."""
WITH_TALKS = CASE_MANAGERS | {Role.TRUSTED_ADVISOR, Role.CLIENT}
WITH_NOTES = CASE_MANAGERS | {Role.PROJECT_FOLLOWER}


def parts(found: Trajectory) -> list[PartLink]:
    """The pages that the visitor may open, in their order."""
    return [
        PartLink(str(name), address(page, found.case.pk), meaning(word) if word else "")
        for page, name, word in _pages(found)
    ]


def _pages(found: Trajectory) -> Iterator[tuple[str, Promise, str]]:
    read = {one.compartment.kind for one in found.opened if Verb.READ in one.verbs}
    if Kind.SHARED in read:
        yield from IN_SHARED
    if Kind.ICF in read:
        yield ("icf", gettext_lazy("Functioning (ICF)"), "ICF")
    if Kind.ADMINISTRATIVE in read:
        yield ("shared_notes", gettext_lazy("Shared notes"), "")
    if WITH_NOTES & found.capacities and Kind.ADMINISTRATIVE in read:
        yield from IN_COURSE
    if WITH_TALKS & found.capacities and Kind.ADMINISTRATIVE in read:
        yield ("cooperation", gettext_lazy("Cooperation and talks at VDAB"), "")
    if CASE_MANAGERS & found.capacities:
        yield ("closing", gettext_lazy("Close the trajectory"), "final_advice")
