"""Cases, events and obligations."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
import uuid_utils.compat
from django.db import migrations, models


class Migration(migrations.Migration):
    """Made by Django from the models."""

    initial = True

    dependencies = [
        ("audit", "0001_initial"),
        ("organisations", "0001_initial"),
        ("sharing", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Case",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("procedure", models.CharField(max_length=32)),
                ("settings", models.JSONField(default=dict)),
                ("status", models.CharField(max_length=32)),
                ("status_since", models.DateField()),
                ("status_reason", models.CharField(blank=True, max_length=32)),
                ("started_on", models.DateField(null=True)),
                ("minimum_on", models.DateField(null=True)),
                ("maximum_on", models.DateField(null=True)),
                ("closing_on", models.DateField(null=True)),
                ("ends_on", models.DateField(null=True)),
                ("version", models.PositiveIntegerField()),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="cases", to="sharing.file"
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="cases", to="organisations.region"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Obligation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("rule", models.CharField(max_length=16)),
                ("what", models.CharField(max_length=64)),
                ("number", models.PositiveSmallIntegerField()),
                ("owner", models.CharField(max_length=32)),
                ("due_on", models.DateField()),
                ("done_on", models.DateField(null=True)),
                ("opens_on", models.DateField()),
                ("lapses_on", models.DateField(null=True)),
                ("signal", models.BooleanField()),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="obligations",
                        to="history.case",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("sequence", models.PositiveIntegerField()),
                ("name", models.CharField(max_length=64)),
                ("on", models.DateField()),
                ("data", models.JSONField(null=True)),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                ("correction_reason", models.CharField(blank=True, max_length=32)),
                ("idempotency_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="history.case",
                    ),
                ),
                (
                    "corrects",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrected_by",
                        to="history.event",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recorded",
                        to="organisations.position",
                    ),
                ),
            ],
            options={
                "ordering": ["case_id", "sequence"],
                "constraints": [
                    models.UniqueConstraint(fields=("case", "sequence"), name="event_sequence"),
                    models.UniqueConstraint(fields=("case", "idempotency_key"), name="event_recorded_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("correction_reason", ""), ("corrects__isnull", True), ("data__isnull", False)),
                            models.Q(("corrects__isnull", False), models.Q(("correction_reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="event_or_correction",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="refuse_change()",
                    func="RETURN NULL;",
                    hash="6f033484cac88804e6f51b8580ac9966e170bb7b",
                    level="STATEMENT",
                    operation="UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_append_only_6cbeb",
                    table="history_event",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="obligation",
            index=models.Index(
                condition=models.Q(("done_on__isnull", True)),
                fields=["case", "due_on"],
                include=("opens_on", "lapses_on", "signal", "owner"),
                name="obligation_to_do",
            ),
        ),
        migrations.AddConstraint(
            model_name="obligation",
            constraint=models.UniqueConstraint(fields=("case", "rule", "what", "number"), name="one_obligation"),
        ),
    ]
