"""Wordings of plans and the signatures under them, behind both walls."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
import uuid_utils.compat
from django.db import migrations, models

from vlechtwerk.consent.walls import ClientWrites, JudgeItems, JudgeMoments
from vlechtwerk.sharing.walls import Protect


class Migration(migrations.Migration):
    """Made by Django from the models, with the second wall, which judges the part and the item."""

    initial = True

    dependencies = [
        ("consent", "0003_reading_on"),
        ("organisations", "0002_claims"),
        ("sharing", "0007_emergency"),
    ]

    operations = [
        migrations.CreateModel(
            name="Plan",
            fields=[
                ("why", models.CharField(blank=True, max_length=300)),
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("revision", models.PositiveSmallIntegerField()),
                ("since", models.PositiveSmallIntegerField()),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("content", models.JSONField()),
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
            name="Signature",
            fields=[
                ("number", models.PositiveSmallIntegerField()),
                ("revision", models.PositiveSmallIntegerField()),
                ("capacity", models.CharField(max_length=32)),
                ("signed_on", models.DateField()),
                ("manner", models.CharField(max_length=16)),
                (
                    "written_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
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
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
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
            name="OwnSignature",
            fields=[
                ("number", models.PositiveSmallIntegerField()),
                ("revision", models.PositiveSmallIntegerField()),
                ("capacity", models.CharField(max_length=32)),
                ("signed_on", models.DateField()),
                ("manner", models.CharField(max_length=16)),
                (
                    "written_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
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
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="consent.item",
                    ),
                ),
            ],
            options={
                "base_manager_name": "objects",
                "constraints": [models.UniqueConstraint(fields=("item",), name="own_signature_once")],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ownsignature",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="refuse_change()",
                    func="RETURN NULL;",
                    hash="f37f9c89dc32af169c0ff8f3c1237150fc26a4e1",
                    level="STATEMENT",
                    operation="UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_append_only_8da67",
                    table="plans_ownsignature",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.UniqueConstraint(fields=("compartment", "number", "revision"), name="plan_one_wording"),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.UniqueConstraint(fields=("author", "idempotency_key"), name="plan_written_once"),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(("since__lte", models.F("revision"))), name="plan_signed_since"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="refuse_change()",
                    func="RETURN NULL;",
                    hash="5f6d7000884f89861e59bef9174b2cdbbad13d37",
                    level="STATEMENT",
                    operation="UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_append_only_25bc5",
                    table="plans_plan",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="signature",
            constraint=models.UniqueConstraint(fields=("item", "capacity"), name="signature_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="signature",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="refuse_change()",
                    func="RETURN NULL;",
                    hash="e01e4b01556deeec2372f6e646a85dbd030a52ce",
                    level="STATEMENT",
                    operation="UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_append_only_7cff6",
                    table="plans_signature",
                    when="BEFORE",
                ),
            ),
        ),
        *(
            wall(model)
            for model in ("Plan", "Signature", "OwnSignature")
            for wall in (Protect, JudgeItems, JudgeMoments)
        ),
        ClientWrites("OwnSignature"),
    ]
