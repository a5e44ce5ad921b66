"""The categories of persons with access to what is written about the health of somebody, from the table of the policy.

Belgian law (article 9 of the law of 30 July 2018 on the protection of persons with regard to the processing of personal
data) asks the controller for a list of these categories with a description of what they do, and that all of them are bound to
confidentiality. The list follows from `policy.csv`, so that it says what the program does.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from vlechtwerk.rules.activation.duties.confidentiality import Duty, duty_of
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.policy import CONFIDENTIAL, POLICY, Basis, Kind, Stage, Verb


@dataclass(frozen=True, slots=True)
class Opened:
    """A part of the confidential file that is open to a category: for what, on which basis, by which entry."""

    kind: Kind
    verbs: tuple[Verb, ...]
    basis: Basis
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Category:
    """A capacity with the parts that are open to it while a file is, and what binds whoever has it.

    `duties` has one duty, or that of each capacity that somebody may have had before: who handed over stays bound by it.
    """

    capacity: Role
    opened: tuple[Opened, ...]
    duties: Mapping[Role, Duty]


def categories() -> list[Category]:
    """Every professional capacity to which a part of the confidential file can be open, in the order of the policy."""
    capacities = dict.fromkeys(row.capacity for row in POLICY if row.capacity is not Role.CLIENT)
    found = [Category(one, tuple(_opened(one)), _duties(one)) for one in capacities]
    return [one for one in found if one.opened]


def _duties(capacity: Role) -> Mapping[Role, Duty]:
    """What binds a capacity, by the capacity from which that follows."""
    if capacity is Role.EARLIER_CASE_MANAGER:
        return {before: duty_of(capacity, before=before) for before in sorted(CASE_MANAGERS)}
    return {capacity: duty_of(capacity)}


def _opened(capacity: Role) -> list[Opened]:
    """What is open to a capacity for reading; to give others access without reading opens nothing by itself."""
    mine = [row for row in POLICY if row.capacity is capacity and row.stage is Stage.OPEN]
    found = []
    for kind in CONFIDENTIAL:
        rows = [row for row in mine if row.compartment is kind]
        reading = next((row for row in rows if row.verb is Verb.READ), None)
        if reading:
            verbs = tuple(verb for verb in Verb if any(row.verb is verb for row in rows))
            found.append(Opened(kind, verbs, reading.basis, tuple(dict.fromkeys(row.source for row in rows))))
    return found
