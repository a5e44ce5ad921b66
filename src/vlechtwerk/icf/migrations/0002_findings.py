"""Findings and explanations behind both walls."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
import uuid_utils.compat
from django.db import migrations, models

from vlechtwerk.consent.walls import HearAsBefore, JudgeItems, JudgeMoments
from vlechtwerk.sharing.walls import Protect

# What comes in the place of something stands in the same part, so that an identifier tells nothing about another part.
IN_ITS_PART = (
    "ALTER TABLE icf_finding ADD CONSTRAINT finding_in_its_part UNIQUE (id, compartment_id)",
    (
        "ALTER TABLE icf_finding ADD CONSTRAINT finding_corrected_in_its_part FOREIGN KEY (corrects_id, compartment_id)"
        " REFERENCES icf_finding (id, compartment_id)"
    ),
    "ALTER TABLE icf_explanation ADD CONSTRAINT explanation_in_its_part UNIQUE (id, compartment_id)",
    (
        "ALTER TABLE icf_explanation ADD CONSTRAINT explanation_replaced_in_its_part"
        " FOREIGN KEY (replaces_id, compartment_id) REFERENCES icf_explanation (id, compartment_id)"
    ),
)
ANYWHERE = (
    "ALTER TABLE icf_explanation DROP CONSTRAINT explanation_replaced_in_its_part",
    "ALTER TABLE icf_explanation DROP CONSTRAINT explanation_in_its_part",
    "ALTER TABLE icf_finding DROP CONSTRAINT finding_corrected_in_its_part",
    "ALTER TABLE icf_finding DROP CONSTRAINT finding_in_its_part",
)


def append_only(model: str, digest: str, name: str) -> pgtrigger.migrations.AddTrigger:
    """The trigger of a table of which rows are never changed or removed."""
    made = pgtrigger.compiler.UpsertTriggerSql(
        execute="refuse_change()",
        func="RETURN NULL;",
        hash=digest,
        level="STATEMENT",
        operation="UPDATE OR DELETE OR TRUNCATE",
        pgid=name,
        table=f"icf_{model}",
        when="BEFORE",
    )
    return pgtrigger.migrations.AddTrigger(
        model_name=model, trigger=pgtrigger.compiler.Trigger(name="append_only", sql=made)
    )


class Migration(migrations.Migration):
    """Made by Django from the models, with the second wall."""

    dependencies = [
        ("consent", "0003_reading_on"),
        ("icf", "0001_sets"),
        ("organisations", "0001_initial"),
        ("sharing", "0007_emergency"),
    ]

    operations = [
        migrations.CreateModel(
            name="Explanation",
            fields=[
                ("why", models.CharField(blank=True, max_length=300)),
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("about", models.CharField(max_length=16)),
                ("action", models.CharField(blank=True, max_length=200)),
                ("text", models.TextField(max_length=2000)),
                (
                    "written_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                ("idempotency_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "author",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.position",
                    ),
                ),
                (
                    "compartment",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sharing.compartment",
                    ),
                ),
                (
                    "item",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="consent.item",
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="icf.explanation",
                    ),
                ),
            ],
            options={
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                ("why", models.CharField(blank=True, max_length=300)),
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("domain", models.CharField(max_length=8)),
                ("qualifier", models.CharField(max_length=2)),
                ("source", models.CharField(max_length=16)),
                ("found_on", models.DateField()),
                ("remark", models.CharField(blank=True, max_length=500)),
                (
                    "written_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                ("idempotency_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "author",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.position",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="icf.category"
                    ),
                ),
                (
                    "compartment",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sharing.compartment",
                    ),
                ),
                (
                    "corrects",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrected_by",
                        to="icf.finding",
                    ),
                ),
                (
                    "item",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="consent.item",
                    ),
                ),
            ],
            options={
                "base_manager_name": "objects",
            },
        ),
        migrations.AddIndex(
            model_name="explanation",
            index=models.Index(fields=["compartment"], name="explanation_of_compartment"),
        ),
        migrations.AddConstraint(
            model_name="explanation",
            constraint=models.UniqueConstraint(fields=("author", "idempotency_key"), name="explanation_written_once"),
        ),
        migrations.AddConstraint(
            model_name="explanation",
            constraint=models.UniqueConstraint(fields=("replaces", "compartment"), name="explanation_replaced_once"),
        ),
        migrations.AddConstraint(
            model_name="explanation",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="explanation_says_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="explanation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("about", "conclusion"), ("action", "")),
                    models.Q(("about", "action"), models.Q(("action", ""), _negated=True)),
                    _connector="OR",
                ),
                name="explanation_names_its_action",
            ),
        ),
        append_only("explanation", "969b187f2b8b75f8bbc8b2cba55eff306eb93d51", "pgtrigger_append_only_372b3"),
        migrations.AddIndex(
            model_name="finding",
            index=models.Index(fields=["compartment", "-found_on"], name="finding_of_compartment"),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.UniqueConstraint(fields=("author", "idempotency_key"), name="finding_written_once"),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.UniqueConstraint(fields=("corrects", "compartment"), name="finding_corrected_once"),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.CheckConstraint(
                condition=models.Q(("qualifier", ""), _negated=True), name="finding_says_something"
            ),
        ),
        append_only("finding", "136ffb949037788ff337f8999a35db9e41511d64", "pgtrigger_append_only_b9f73"),
        migrations.RunSQL(list(IN_ITS_PART), list(ANYWHERE)),
        *(
            wall(model)
            for model in ("Finding", "Explanation")
            for wall in (Protect, JudgeItems, HearAsBefore, JudgeMoments)
        ),
    ]
