"""A case tells whether the client put the own side beside anything in it."""

from typing import Any

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from vlechtwerk.sharing.guard import reshaping

ANSWERED = (
    "ALTER TABLE history_reply NO FORCE ROW LEVEL SECURITY",
    "UPDATE history_case SET is_answered = true WHERE id IN (SELECT case_id FROM history_reply)",
    "ALTER TABLE history_reply FORCE ROW LEVEL SECURITY",
)


def tell_of_those_that_are(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Tell it of the cases in which she did."""
    with reshaping(schema_editor.connection):
        for statement in ANSWERED:
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """Made by Django from the models, with what is there already."""

    dependencies = [
        ("history", "0006_erased"),
    ]

    operations = [
        migrations.AddField(
            model_name="case",
            name="is_answered",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.RunPython(tell_of_those_that_are, migrations.RunPython.noop),
    ]
