"""The first tables of the audit line, with the function that keeps rows from being changed."""

import django.contrib.postgres.fields
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
import uuid_utils.compat
from django.db import migrations, models

from vlechtwerk.audit import append_only


class Migration(migrations.Migration):
    """Made by Django from the models."""

    initial = True

    dependencies = []

    operations = [
        migrations.RunSQL(append_only.CREATE, append_only.DROP),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ("account_id", models.UUIDField(null=True)),
                ("position_id", models.UUIDField(null=True)),
                ("verb", models.CharField(max_length=32)),
                ("file_id", models.UUIDField(null=True)),
                (
                    "rules",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=16), default=list, size=None
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["file_id", "-id"], name="audit_of_file")],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entry",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="refuse_change()",
                    func="RETURN NULL;",
                    hash="ab3b2ab5b7e0e8e81c3a298cc6ad34b895963a84",
                    level="STATEMENT",
                    operation="UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_append_only_a6b88",
                    table="audit_entry",
                    when="BEFORE",
                ),
            ),
        ),
    ]
