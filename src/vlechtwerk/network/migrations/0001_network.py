"""Providers with what is known of them, and assignments behind the second wall."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
import uuid_utils.compat
from django.db import migrations, models

from vlechtwerk.network.walls import ProtectAssignments


def append_only(model: str, digest: str, name: str) -> pgtrigger.migrations.AddTrigger:
    """The trigger of a table of which rows are never changed or removed."""
    made = pgtrigger.compiler.UpsertTriggerSql(
        execute="refuse_change()",
        func="RETURN NULL;",
        hash=digest,
        level="STATEMENT",
        operation="UPDATE OR DELETE OR TRUNCATE",
        pgid=name,
        table=f"network_{model}",
        when="BEFORE",
    )
    return pgtrigger.migrations.AddTrigger(
        model_name=model, trigger=pgtrigger.compiler.Trigger(name="append_only", sql=made)
    )


class Migration(migrations.Migration):
    """Made by Django from the models; the wall is ours."""

    initial = True

    dependencies = [
        ("history", "0005_replies"),
        ("organisations", "0003_approval"),
        ("sharing", "0007_emergency"),
    ]

    operations = [
        migrations.CreateModel(
            name="Provider",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "entered_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                ("idempotency_key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("self_employed", models.BooleanField(default=False)),
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
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.organisation"
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.region"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Offer",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "entered_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                ("idempotency_key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("domain", models.CharField(max_length=8)),
                ("discipline", models.CharField(max_length=120)),
                ("places", models.PositiveSmallIntegerField(null=True)),
                ("waiting_weeks", models.PositiveSmallIntegerField(null=True)),
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
                    "provider",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="offers", to="network.provider"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Fact",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "entered_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                ("idempotency_key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("kind", models.CharField(max_length=16)),
                ("first", models.DateField()),
                ("last", models.DateField(null=True)),
                ("recogniser", models.CharField(blank=True, max_length=32)),
                (
                    "experience",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=32), default=list, size=None
                    ),
                ),
                ("evidence", models.CharField(max_length=300)),
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
                    "replaces",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="network.fact",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="facts", to="network.provider"
                    ),
                ),
            ],
            options={
                "ordering": ["first", "id"],
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("plan_version", models.PositiveSmallIntegerField()),
                ("action", models.UUIDField()),
                ("domain", models.CharField(max_length=8)),
                ("discipline", models.CharField(max_length=120)),
                ("first", models.DateField()),
                ("last", models.DateField(null=True)),
                ("amount", models.DecimalField(decimal_places=2, max_digits=9, null=True)),
                ("kept", models.DecimalField(decimal_places=2, default=0, max_digits=9)),
                ("already_involved", models.BooleanField(default=False)),
                ("searched_on", models.DateField(null=True)),
                ("search_result", models.CharField(blank=True, max_length=300)),
                ("made_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ("idempotency_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="history.case"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.position",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="network.provider"
                    ),
                ),
            ],
            options={
                "ordering": ["case", "number"],
                "base_manager_name": "objects",
            },
        ),
        migrations.AddConstraint(
            model_name="provider",
            constraint=models.UniqueConstraint(fields=("region", "organisation"), name="provider_once"),
        ),
        append_only("provider", "012ada561fbd7aa5e4e1ab425e9b5300cb1ab3f6", "pgtrigger_append_only_a5271"),
        append_only("offer", "dd7cff4bef00dca6e9d87aaa5e17ac015e6de0c4", "pgtrigger_append_only_bdde0"),
        migrations.AddConstraint(
            model_name="fact",
            constraint=models.CheckConstraint(
                condition=models.Q(("last__isnull", True), ("last__gte", models.F("first")), _connector="OR"),
                name="fact_period",
            ),
        ),
        migrations.AddConstraint(
            model_name="fact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "recognition"), _negated=True),
                    models.Q(("recogniser", ""), _negated=True),
                    _connector="OR",
                ),
                name="recognised_by_somebody",
            ),
        ),
        append_only("fact", "4fc7c9c9166523cd1c02e293636e7f5896dfe3ed", "pgtrigger_append_only_265ae"),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.UniqueConstraint(fields=("case", "number"), name="assignment_in_order"),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.UniqueConstraint(fields=("made_by", "idempotency_key"), name="assignment_made_once"),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(("last__isnull", True), ("last__gte", models.F("first")), _connector="OR"),
                name="assignment_period",
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("amount__isnull", True), ("amount__gte", 0), _connector="OR"), ("kept__gte", 0)
                ),
                name="assignment_not_negative",
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(("provider__isnull", False), ("amount__isnull", True), _connector="OR"),
                name="nobody_gets_nothing",
            ),
        ),
        append_only("assignment", "cbc6cfe8fa53ca63ffd5e6427f8d674ffd78c672", "pgtrigger_append_only_e9cff"),
        ProtectAssignments("Assignment"),
    ]
