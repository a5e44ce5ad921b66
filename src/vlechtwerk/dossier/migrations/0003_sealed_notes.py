"""The words of own notes of care are sealed, those of before too."""

from typing import Any
from uuid import UUID

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from vlechtwerk.dossier.sealing import TABLE
from vlechtwerk.sharing.identity import keeping
from vlechtwerk.sharing.sealed_texts import wording
from vlechtwerk.sharing.sealing import Place, seal_all

BATCH = 1000
EARLIER = """
SELECT n.id, n.compartment_id, n.text, n.client_absence
FROM dossier_note n JOIN sharing_compartment c ON c.id = n.compartment_id
WHERE c.kind = 'care_own' AND n.sealed IS NULL LIMIT %s
"""
SEALED = "UPDATE dossier_note SET sealed = %s, text = '', client_absence = '' WHERE id = %s"
# Nobody else sees the table meanwhile: changing it holds everybody else until this migration is there as a whole.
OPEN = ("ALTER TABLE dossier_note NO FORCE ROW LEVEL SECURITY", "ALTER TABLE dossier_note DISABLE TRIGGER USER")
SHUT = ("ALTER TABLE dossier_note ENABLE TRIGGER USER", "ALTER TABLE dossier_note FORCE ROW LEVEL SECURITY")


def seal_earlier_notes(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    """Seal the own notes that were written before there were keys."""
    with editor.connection.cursor() as cursor, keeping():
        for statement in OPEN:
            cursor.execute(statement)
        while rows := _earlier(cursor):
            things = [(Place(TABLE, note, part), wording(text, absence)) for note, part, text, absence in rows]
            cursor.executemany(
                SEALED, [(sealed, place.row_id) for (place, _), sealed in zip(things, seal_all(things), strict=True)]
            )
        for statement in SHUT:
            cursor.execute(statement)


def _earlier(cursor: Any) -> list[tuple[UUID, UUID, str, str]]:
    cursor.execute(EARLIER, [BATCH])
    return list(cursor.fetchall())


class Migration(migrations.Migration):
    """Made by Django from the models, with the notes that there are."""

    dependencies = [
        ("dossier", "0002_items"),
        ("organisations", "0001_initial"),
        ("sharing", "0004_keys"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="note",
            name="note_says_something",
        ),
        migrations.AddField(
            model_name="note",
            name="sealed",
            field=models.BinaryField(null=True),
        ),
        migrations.RunPython(seal_earlier_notes, migrations.RunPython.noop),
        pgtrigger.migrations.AddTrigger(
            model_name="note",
            trigger=pgtrigger.compiler.Trigger(
                name="own_rows_are_sealed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="own_rows_are_sealed()",
                    func="RETURN NULL;",
                    hash="03d231e1afd3a75759916b3bdd3a3b07a9a21adf",
                    operation="INSERT",
                    pgid="pgtrigger_own_rows_are_sealed_597bd",
                    table="dossier_note",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="note",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sealed__isnull", True), models.Q(("text", ""), _negated=True)),
                    models.Q(("client_absence", ""), ("sealed__isnull", False), ("text", "")),
                    _connector="OR",
                ),
                name="note_says_something",
            ),
        ),
    ]
