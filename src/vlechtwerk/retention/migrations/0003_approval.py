"""The document of VDAB's approval of this installation."""

import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import uuid_utils.compat
from django.db import migrations, models


class Migration(migrations.Migration):
    """Made by Django from the models."""

    dependencies = [
        ("organisations", "0003_approval"),
        ("retention", "0002_requests"),
    ]

    operations = [
        migrations.CreateModel(
            name="ApprovalPaper",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("media_type", models.CharField(max_length=100)),
                ("sha256", models.CharField(max_length=64)),
                ("content", models.BinaryField()),
                ("idempotency_key", models.UUIDField(default=uuid.uuid4, unique=True)),
                (
                    "approval",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="paper",
                        to="organisations.databaseapproval",
                    ),
                ),
            ],
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="approvalpaper",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="refuse_change()",
                    func="RETURN NULL;",
                    hash="dd88b58e5a2686c1c0d1f17a35c7c466ede6f6d7",
                    level="STATEMENT",
                    operation="UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_append_only_fcea3",
                    table="retention_approvalpaper",
                    when="BEFORE",
                ),
            ),
        ),
    ]
