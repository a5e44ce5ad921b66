"""Loading a set of categories, and which one is in force."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from vlechtwerk.icf.models import Category, IcfSet
from vlechtwerk.icf.reading import NotASet, SetFault, read_set
from vlechtwerk.rules.activation.closing import ALL_ICF_CATEGORIES


@dataclass(frozen=True, slots=True)
class About:
    """What is told about a set: its name, where it comes from, from which day it holds, and whether it is an example."""

    name: str
    source: str
    from_on: date
    is_example: bool = False


@dataclass(frozen=True)
class Loaded:
    """A set with its categories in their order."""

    icf_set: IcfSet
    categories: tuple[Category, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it has as many categories as the handbook says."""
        return len(self.categories) == ALL_ICF_CATEGORIES


@transaction.atomic
def load_set(content: bytes, about: About) -> Loaded:
    """Store a set from a CSV file. What was loaded before stays as it is, and holds until the day on which this one begins.

    Raises NotASet with every fault of the file, and when a set of this name begins on this day already.
    """
    rows = read_set(content)
    if not about.name.strip() or not about.source.strip():
        raise NotASet([SetFault(0, "tell the name of the set and where it comes from")])
    if IcfSet.objects.filter(name=about.name, from_on=about.from_on).exists():
        raise NotASet([SetFault(0, "a set of this name begins on this day already; a set is never changed")])
    made = IcfSet.objects.create(
        name=about.name.strip(), source=about.source.strip(), from_on=about.from_on, is_example=about.is_example
    )
    categories = [
        Category(
            icf_set=made,
            number=number,
            code=row.code,
            title=row.title,
            component=row.component,
            qualifiers=list(row.qualifiers),
            explanation=row.explanation,
        )
        for number, row in enumerate(rows, start=1)
    ]
    return Loaded(made, tuple(Category.objects.bulk_create(categories)))


def set_in_force(on: date) -> Loaded | None:
    """The set that holds on a day: the one that began last. None while nothing was loaded."""
    found = IcfSet.objects.filter(from_on__lte=on).order_by("-from_on", "-loaded_at").first()
    return Loaded(found, tuple(found.categories.order_by("number"))) if found else None


def all_sets() -> list[Loaded]:
    """Every set, the one that began last in front."""
    sets = IcfSet.objects.order_by("-from_on", "-loaded_at").prefetch_related("categories")
    return [Loaded(one, tuple(one.categories.all())) for one in sets]
