"""What the coordinator judges, behind both walls, and the maximum cost of a trajectory."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
import uuid_utils.compat
from django.db import migrations, models

from vlechtwerk.consent.walls import JudgeItems, JudgeMoments
from vlechtwerk.sharing.walls import Protect


class Migration(migrations.Migration):
    """Made by Django from the models, with the second wall, which judges the part and the item."""

    dependencies = [
        ("consent", "0003_reading_on"),
        ("organisations", "0002_claims"),
        ("plans", "0001_plans"),
        ("sharing", "0007_emergency"),
    ]

    operations = [
        migrations.CreateModel(
            name="Judgement",
            fields=[
                ("why", models.CharField(blank=True, max_length=300)),
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("verdict", models.CharField(max_length=16)),
                ("text", models.CharField(blank=True, max_length=1000)),
                ("realistic", models.BooleanField(default=False)),
                ("within_budget", models.BooleanField(default=False)),
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
            ],
            options={
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Ceiling",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("valid_from", models.DateField()),
                ("amount", models.DecimalField(decimal_places=2, max_digits=12, null=True)),
                ("legal_source", models.CharField(max_length=300)),
                (
                    "entered_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                ("idempotency_key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "entered_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.position",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.region"
                    ),
                ),
            ],
            options={
                "ordering": ["valid_from", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount__isnull", True), ("amount__gte", 0), _connector="OR"),
                        name="ceiling_not_negative",
                    )
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ceiling",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="refuse_change()",
                    func="RETURN NULL;",
                    hash="103bf9b23557f8c1616c9d34f2bbd28b9da104fe",
                    level="STATEMENT",
                    operation="UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_append_only_e63d4",
                    table="plans_ceiling",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="judgement",
            constraint=models.UniqueConstraint(fields=("author", "idempotency_key"), name="judgement_written_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="judgement",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="refuse_change()",
                    func="RETURN NULL;",
                    hash="240190cd9d2daea6dda6ed22a0a4b26b40c859b6",
                    level="STATEMENT",
                    operation="UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_append_only_a6b36",
                    table="plans_judgement",
                    when="BEFORE",
                ),
            ),
        ),
        *(wall("Judgement") for wall in (Protect, JudgeItems, JudgeMoments)),
    ]
