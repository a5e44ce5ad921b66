"""Sets of ICF categories, and what is found about the functioning of a client in each of them."""

from typing import ClassVar, Self
from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

from vlechtwerk.audit.append_only import AppendOnly
from vlechtwerk.consent.access import ShareableQuerySet
from vlechtwerk.consent.models import ItemKind, Shareable
from vlechtwerk.icf.scale import QUALIFIERS
from vlechtwerk.organisations.models import Position
from vlechtwerk.sharing.models import File

LONGEST_REMARK = 500
"""The most characters of what is said beside a value."""
LONGEST_EXPLANATION = 2_000
"""The most characters of an explanation or of the conclusion."""


class IcfSet(models.Model):
    """A set of categories as an administrator loaded it, in force from a day until a later one begins.

    `source` tells where it comes from. `is_example` stands beside a set that is there to try the program with: it is not the
    one of VDAB. A set is never changed; a changed one is another set.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=200)
    source = models.CharField(max_length=300)
    from_on = models.DateField()
    is_example = models.BooleanField(default=False)
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        """A set of one name begins once on a day."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["name", "from_on"], name="icf_set_begins_once")]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return self.name


class Category(models.Model):
    """One category of a set, with the values that it may have. `number` is its place in the set, from 1."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    icf_set = models.ForeignKey(IcfSet, models.PROTECT, related_name="categories", db_index=False)
    number = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=8)
    title = models.CharField(max_length=200)
    component = models.CharField(max_length=1)
    qualifiers = ArrayField(models.CharField(max_length=2))
    explanation = models.CharField(max_length=500, blank=True)

    class Meta:
        """A code stands in a set once."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["icf_set", "code"], name="icf_code_once")]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class FindingQuerySet(ShareableQuerySet["Finding"]):
    """Findings as they are looked for. `visible_to` is the only way in."""

    def in_file(self, file: File) -> Self:
        """The findings of one file that stand, the latest first: without those that another one came in the place of."""
        return super().in_file(file).filter(corrected_by__isnull=True).order_by("-found_on", "-written_at", "-id")


class Finding(Shareable):
    """What a case manager found about one category on a day, on the side of work or of care.

    `qualifier` and `source` are codes (`icf.scale`). A finding is never changed: one that `corrects` another of the same
    author and day comes in its place. What somebody else found about the category stays beside it.
    """

    item_kind = ItemKind.FINDING

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    author = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    category = models.ForeignKey(Category, models.PROTECT, related_name="+", db_index=False)
    domain = models.CharField(max_length=8)
    qualifier = models.CharField(max_length=2)
    source = models.CharField(max_length=16)
    found_on = models.DateField()
    remark = models.CharField(max_length=LONGEST_REMARK, blank=True)
    written_at = models.DateTimeField(db_default=Now(), editable=False)
    # The database compares it together with the part (see the migration), so that it tells nothing about other parts.
    corrects = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="corrected_by", db_constraint=False, db_index=False
    )
    idempotency_key = models.UUIDField(default=uuid4, editable=False)

    objects = FindingQuerySet.as_manager()

    class Meta:
        """Found by part; each form once; it says something."""

        base_manager_name = "objects"
        indexes: ClassVar = [models.Index(fields=["compartment", "-found_on"], name="finding_of_compartment")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["author", "idempotency_key"], name="finding_written_once"),
            models.UniqueConstraint(fields=["corrects", "compartment"], name="finding_corrected_once"),
            models.CheckConstraint(condition=~Q(qualifier=""), name="finding_says_something"),
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"finding {self.pk}"

    @property
    def text(self) -> str:
        """The finding in one line, in the words that were agreed with the client."""
        return wording(self.category, self.qualifier, self.remark)


def wording(category: Category, qualifier: str, remark: str) -> str:
    """A category with its value and what is said beside it: "b130 Energie: 2, matig probleem. Lukt tot de middag."."""
    told = f"{category}: {qualifier}, {QUALIFIERS[qualifier]}"
    return f"{told}. {remark.strip()}" if remark.strip() else told


class About(models.TextChoices):
    """What an explanation is about: an action of the plan that was not carried out, or the profile as a whole."""

    ACTION = "action"
    CONCLUSION = "conclusion"


class ExplanationQuerySet(ShareableQuerySet["Explanation"]):
    """Explanations as they are looked for. `visible_to` is the only way in."""

    def in_file(self, file: File) -> Self:
        """The explanations of one file that stand, in the order in which they were written."""
        return super().in_file(file).filter(replaced_by__isnull=True).order_by("written_at", "id")


class Explanation(Shareable):
    """Why an action of the plan was not carried out, or the conclusion of the profile (AT-240).

    The conclusion tells why there was no internship when there was none. `action` names the action. It is never changed; one
    that `replaces` it comes in its place.
    """

    item_kind = ItemKind.EXPLANATION

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    author = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    about = models.CharField(max_length=16)
    action = models.CharField(max_length=200, blank=True)
    text = models.TextField(max_length=LONGEST_EXPLANATION)
    written_at = models.DateTimeField(db_default=Now(), editable=False)
    replaces = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="replaced_by", db_constraint=False, db_index=False
    )
    idempotency_key = models.UUIDField(default=uuid4, editable=False)

    objects = ExplanationQuerySet.as_manager()

    class Meta:
        """Found by part; each form once; it says something, and of which action."""

        base_manager_name = "objects"
        indexes: ClassVar = [models.Index(fields=["compartment"], name="explanation_of_compartment")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["author", "idempotency_key"], name="explanation_written_once"),
            models.UniqueConstraint(fields=["replaces", "compartment"], name="explanation_replaced_once"),
            models.CheckConstraint(condition=~Q(text=""), name="explanation_says_something"),
            models.CheckConstraint(
                condition=Q(about=About.CONCLUSION, action="") | Q(about=About.ACTION) & ~Q(action=""),
                name="explanation_names_its_action",
            ),
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"explanation {self.pk}"


class Talk(models.Model):
    """A day on which a case manager went through the profile together with the client. It tells that, and nothing of it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    talked_on = models.DateField()
    noted_by = models.ForeignKey(Position, models.PROTECT, related_name="+", db_index=False)
    noted_at = models.DateTimeField(db_default=Now(), editable=False)
    idempotency_key = models.UUIDField(default=uuid4, editable=False)

    class Meta:
        """Each form once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["noted_by", "idempotency_key"], name="icf_talk_noted_once")
        ]
        triggers: ClassVar = [AppendOnly()]

    def __str__(self) -> str:
        return f"talk on {self.talked_on}"
