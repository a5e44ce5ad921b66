"""Notes, behind both walls."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
import uuid_utils.compat
from django.db import migrations, models

from vlechtwerk.sharing.walls import Protect

# A note is corrected in its own part of the file. A reference to the identifier alone would tell whether a note exists
# in a part that is not open to whoever asks.
CORRECTED_IN_ITS_PART = (
    "ALTER TABLE dossier_note ADD CONSTRAINT note_in_its_part UNIQUE (id, compartment_id)",
    (
        "ALTER TABLE dossier_note ADD CONSTRAINT note_corrected_in_its_part FOREIGN KEY (corrects_id, compartment_id)"
        " REFERENCES dossier_note (id, compartment_id)"
    ),
)
ANYWHERE = (
    "ALTER TABLE dossier_note DROP CONSTRAINT note_corrected_in_its_part",
    "ALTER TABLE dossier_note DROP CONSTRAINT note_in_its_part",
)


class Migration(migrations.Migration):
    """Made by Django from the models, with the second wall."""

    initial = True

    dependencies = [
        ("audit", "0001_initial"),
        ("organisations", "0001_initial"),
        ("sharing", "0002_confidential_file"),
    ]

    operations = [
        migrations.CreateModel(
            name="Note",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("happened_on", models.DateField()),
                (
                    "written_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                ("kind", models.CharField(max_length=16)),
                ("entry_class", models.CharField(max_length=16)),
                ("text", models.TextField(max_length=10000)),
                (
                    "attendees",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=32), default=list, size=None
                    ),
                ),
                ("client_absence", models.CharField(blank=True, max_length=300)),
                ("idempotency_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "author",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
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
                    "corrects",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrected_by",
                        to="dossier.note",
                    ),
                ),
            ],
            options={
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["compartment", "-happened_on"], name="note_of_compartment")],
                "constraints": [
                    models.UniqueConstraint(fields=("author", "idempotency_key"), name="note_written_once"),
                    models.UniqueConstraint(fields=("corrects", "compartment"), name="note_corrected_once"),
                    models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="note_says_something"),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="note",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="refuse_change()",
                    func="RETURN NULL;",
                    hash="70bfdee9235cbcae98390cf50e30bf038cd78196",
                    level="STATEMENT",
                    operation="UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_append_only_6aa93",
                    table="dossier_note",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(list(CORRECTED_IN_ITS_PART), list(ANYWHERE)),
        Protect("Note"),
    ]
