"""Reports behind both walls."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
import uuid_utils.compat
from django.db import migrations, models

from vlechtwerk.consent.walls import HearAsBefore, JudgeItems, JudgeMoments
from vlechtwerk.sharing.walls import Protect

# What comes in the place of a report stands in the same part, so that an identifier tells nothing about another part.
IN_ITS_PART = (
    "ALTER TABLE reports_report ADD CONSTRAINT report_in_its_part UNIQUE (id, compartment_id)",
    (
        "ALTER TABLE reports_report ADD CONSTRAINT report_replaced_in_its_part FOREIGN KEY (replaces_id, compartment_id)"
        " REFERENCES reports_report (id, compartment_id)"
    ),
)
ANYWHERE = (
    "ALTER TABLE reports_report DROP CONSTRAINT report_replaced_in_its_part",
    "ALTER TABLE reports_report DROP CONSTRAINT report_in_its_part",
)


class Migration(migrations.Migration):
    """Made by Django from the models, with the second wall."""

    initial = True

    dependencies = [
        ("consent", "0005_informed"),
        ("organisations", "0003_approval"),
        ("sharing", "0007_emergency"),
    ]

    operations = [
        migrations.CreateModel(
            name="Report",
            fields=[
                ("why", models.CharField(blank=True, max_length=300)),
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=32)),
                ("happened_on", models.DateField()),
                ("told", models.JSONField()),
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
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["compartment", "-happened_on"], name="report_of_compartment")],
                "constraints": [
                    models.UniqueConstraint(fields=("author", "idempotency_key"), name="report_written_once"),
                    models.UniqueConstraint(fields=("replaces", "compartment"), name="report_replaced_once"),
                    models.CheckConstraint(
                        condition=models.Q(("told", {}), _negated=True), name="report_says_something"
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="report",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="refuse_change()",
                    func="RETURN NULL;",
                    hash="82bd5080c8b9ce7a29f80d4648a9d801a0d375d2",
                    level="STATEMENT",
                    operation="UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_append_only_f1b48",
                    table="reports_report",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(list(IN_ITS_PART), list(ANYWHERE)),
        *(wall("Report") for wall in (Protect, JudgeItems, HearAsBefore, JudgeMoments)),
    ]
