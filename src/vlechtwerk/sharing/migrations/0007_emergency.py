"""Emergency access of the data-protection officer, which ends at a moment that both walls judge."""

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
import uuid_utils.compat
from django.db import migrations, models

from vlechtwerk.sharing.walls import LoadPolicy, MakeFunctions


class Migration(migrations.Migration):
    """Made by Django from the models, with the policy and the functions of the second wall."""

    dependencies = [
        ("organisations", "0001_initial"),
        ("sharing", "0006_places"),
    ]

    operations = [
        migrations.CreateModel(
            name="EmergencyAccess",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("words", models.CharField(max_length=1000)),
                (
                    "opened_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                ("idempotency_key", models.UUIDField(unique=True)),
            ],
        ),
        migrations.RemoveIndex(
            model_name="involvement",
            name="involvement_of_position",
        ),
        migrations.AddField(
            model_name="involvement",
            name="emergency_for",
            field=models.CharField(blank=True, max_length=32),
        ),
        migrations.AddField(
            model_name="involvement",
            name="until_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddIndex(
            model_name="involvement",
            index=models.Index(
                fields=["position"],
                include=("file", "from_on", "until_on", "capacity", "until_at"),
                name="involvement_of_position",
            ),
        ),
        migrations.AddConstraint(
            model_name="involvement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("capacity", "data_protection_officer"),
                        ("emergency_for__in", ["complaint", "incident", "authority", "reconstruction"]),
                        ("until_at__isnull", False),
                        ("until_on__isnull", False),
                    ),
                    models.Q(
                        models.Q(("capacity", "data_protection_officer"), _negated=True),
                        ("emergency_for", ""),
                        ("until_at__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="emergency_ends",
            ),
        ),
        migrations.AddField(
            model_name="emergencyaccess",
            name="involvement",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="emergency", to="sharing.involvement"
            ),
        ),
        migrations.AddConstraint(
            model_name="emergencyaccess",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="emergency_says_why"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="emergencyaccess",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="refuse_change()",
                    func="RETURN NULL;",
                    hash="ba517eb79747a401c96b5d6a6e31564e9017ce11",
                    level="STATEMENT",
                    operation="UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_append_only_6eec1",
                    table="sharing_emergencyaccess",
                    when="BEFORE",
                ),
            ),
        ),
        LoadPolicy("690f5ff55c322013"),
        MakeFunctions(again=True, moments=True),
    ]
