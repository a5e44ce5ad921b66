"""Every note becomes an item, and goals are kept; both walls judge the item of a row."""

import uuid
from typing import Any

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
import uuid_utils.compat
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from vlechtwerk.consent.walls import JudgeItems
from vlechtwerk.sharing.guard import reshaping
from vlechtwerk.sharing.walls import Protect

# A note of before items was open to whoever might read its part, and stays so. Its item takes the identifier of the note.
ITEMS_OF_NOTES = (
    "ALTER TABLE dossier_note NO FORCE ROW LEVEL SECURITY",
    "ALTER TABLE dossier_note DISABLE TRIGGER USER",
    """
    INSERT INTO consent_item (id, file_id, compartment_id, author_id, capacity, kind, entry_class, audience, made_at)
    SELECT n.id, c.file_id, n.compartment_id, n.author_id, p.role, 'note', n.entry_class, ARRAY(
        SELECT DISTINCT r.capacity FROM sharing_policyrow r WHERE r.verb = 'read' AND r.compartment = c.kind
    ), n.written_at
    FROM dossier_note n
    JOIN sharing_compartment c ON c.id = n.compartment_id
    JOIN organisations_position p ON p.id = n.author_id
    """,
    "UPDATE dossier_note SET item_id = id",
    "SET CONSTRAINTS ALL IMMEDIATE",
    "ALTER TABLE dossier_note ENABLE TRIGGER USER",
    "ALTER TABLE dossier_note FORCE ROW LEVEL SECURITY",
)
REPLACED_IN_ITS_PART = (
    "ALTER TABLE dossier_goal ADD CONSTRAINT goal_in_its_part UNIQUE (id, compartment_id)",
    (
        "ALTER TABLE dossier_goal ADD CONSTRAINT goal_replaced_in_its_part FOREIGN KEY (replaces_id, compartment_id)"
        " REFERENCES dossier_goal (id, compartment_id)"
    ),
)
ANYWHERE = (
    "ALTER TABLE dossier_goal DROP CONSTRAINT goal_replaced_in_its_part",
    "ALTER TABLE dossier_goal DROP CONSTRAINT goal_in_its_part",
)


def give_items_to_notes(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make an item for each note that is there."""
    with reshaping(schema_editor.connection):
        for statement in ITEMS_OF_NOTES:
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """Made by Django from the models, with the second wall."""

    dependencies = [
        ("consent", "0001_items"),
        ("dossier", "0001_notes"),
        ("organisations", "0001_initial"),
        ("sharing", "0003_signals"),
    ]

    operations = [
        migrations.AddField(
            model_name="note",
            name="item",
            field=models.OneToOneField(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="consent.item",
            ),
        ),
        migrations.RunPython(give_items_to_notes, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="note",
            name="item",
            field=models.OneToOneField(
                db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="consent.item"
            ),
        ),
        JudgeItems("Note"),
        migrations.AddField(
            model_name="note",
            name="why",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                ("why", models.CharField(blank=True, max_length=300)),
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("domain", models.CharField(max_length=8)),
                ("text", models.CharField(max_length=500)),
                ("measure", models.CharField(max_length=300)),
                ("feasibility", models.CharField(max_length=300)),
                ("obstacle", models.CharField(blank=True, max_length=300)),
                ("reached_by", models.DateField()),
                ("agreed_on", models.DateField()),
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
                        related_name="goals",
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
                        to="dossier.goal",
                    ),
                ),
            ],
            options={
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["compartment"], name="goal_of_compartment")],
                "constraints": [
                    models.UniqueConstraint(fields=("author", "idempotency_key"), name="goal_written_once"),
                    models.UniqueConstraint(fields=("replaces", "compartment"), name="goal_replaced_once"),
                    models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="goal_says_something"),
                    models.CheckConstraint(
                        condition=models.Q(("reached_by__gte", models.F("agreed_on"))), name="goal_lies_ahead"
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goal",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="refuse_change()",
                    func="RETURN NULL;",
                    hash="8a99e2186370863af340911a37c97360d6f2205e",
                    level="STATEMENT",
                    operation="UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_append_only_158f4",
                    table="dossier_goal",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(list(REPLACED_IN_ITS_PART), list(ANYWHERE)),
        Protect("Goal"),
        JudgeItems("Goal"),
    ]
