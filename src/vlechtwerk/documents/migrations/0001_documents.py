"""Documents, their bytes and what the scanner said, behind both walls."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
import uuid_utils.compat
from django.db import migrations, models

from vlechtwerk.consent.walls import JudgeItems
from vlechtwerk.sharing.walls import Protect


class Migration(migrations.Migration):
    """Made by Django from the models, with the second wall, which judges the part and the item."""

    initial = True

    dependencies = [
        ("consent", "0002_sealed_remarks"),
        ("organisations", "0001_initial"),
        ("sharing", "0004_keys"),
    ]

    operations = [
        migrations.CreateModel(
            name="Content",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("content", models.BinaryField(null=True)),
                ("sealed", models.BinaryField(null=True)),
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
            name="Document",
            fields=[
                ("why", models.CharField(blank=True, max_length=300)),
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=32)),
                ("text", models.CharField(max_length=500)),
                ("requested_by", models.CharField(blank=True, max_length=32)),
                ("support_right_asked", models.BooleanField(default=False)),
                ("signed_how", models.CharField(blank=True, max_length=8)),
                ("paper_place", models.CharField(blank=True, max_length=200)),
                ("paper_holder", models.CharField(blank=True, max_length=200)),
                ("name", models.CharField(max_length=120)),
                ("media_type", models.CharField(max_length=100)),
                ("size", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("scan", models.CharField(max_length=16)),
                ("sealed", models.BinaryField(null=True)),
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
                        related_name="documents",
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
            name="Checking",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("verdict", models.CharField(max_length=16)),
                (
                    "checked_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
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
                "indexes": [models.Index(fields=["item"], name="checking_of_item")],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="checking",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="refuse_change()",
                    func="RETURN NULL;",
                    hash="a93d16a449bdd13d4337b211885c5e853233569b",
                    level="STATEMENT",
                    operation="UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_append_only_04281",
                    table="documents_checking",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="content",
            constraint=models.UniqueConstraint(fields=("item",), name="content_of_one_item"),
        ),
        migrations.AddConstraint(
            model_name="content",
            constraint=models.CheckConstraint(
                condition=models.Q(("content__isnull", True), ("sealed__isnull", True), _connector="XOR"),
                name="content_stands_in_one_place",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="content",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="refuse_change()",
                    func="RETURN NULL;",
                    hash="be526233ae2b73f010cb3b90debb71118502a30e",
                    level="STATEMENT",
                    operation="UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_append_only_dfc76",
                    table="documents_content",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="content",
            trigger=pgtrigger.compiler.Trigger(
                name="own_rows_are_sealed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="own_rows_are_sealed()",
                    func="RETURN NULL;",
                    hash="916141d92e6fc42b8520fd90c6a3aeee189a2bcd",
                    operation="INSERT",
                    pgid="pgtrigger_own_rows_are_sealed_653d2",
                    table="documents_content",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(fields=["compartment", "-written_at"], name="document_of_compartment"),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.UniqueConstraint(fields=("author", "idempotency_key"), name="document_added_once"),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sealed__isnull", True), models.Q(("text", ""), _negated=True)),
                    models.Q(("name", ""), ("sealed__isnull", False), ("text", "")),
                    _connector="OR",
                ),
                name="document_says_something",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="refuse_change()",
                    func="RETURN NULL;",
                    hash="7fe0dd8ca56533b37a05a77e821c66868905c106",
                    level="STATEMENT",
                    operation="UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_append_only_655a8",
                    table="documents_document",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="own_rows_are_sealed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="own_rows_are_sealed()",
                    func="RETURN NULL;",
                    hash="36667392150661830735f78e31af4ddad5072281",
                    operation="INSERT",
                    pgid="pgtrigger_own_rows_are_sealed_be7b7",
                    table="documents_document",
                    when="AFTER",
                ),
            ),
        ),
        *(wall(model) for model in ("Document", "Content", "Checking") for wall in (Protect, JudgeItems)),
    ]
