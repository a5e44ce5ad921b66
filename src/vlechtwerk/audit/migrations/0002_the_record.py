"""Looking is recorded too, lines form chains, and only a function of the database adds one."""

from typing import Any

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from vlechtwerk.audit import appending

NULLABLE: dict[str, Any] = {
    "capacity": models.CharField(max_length=32, null=True),
    "grant_id": models.UUIDField(null=True),
    "organisation_id": models.UUIDField(null=True),
    "part": models.CharField(max_length=32, null=True),
    "purpose": models.CharField(max_length=32, null=True),
    "shown": django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), null=True, size=None),
}
LINKS: dict[str, Any] = {
    "shard": models.SmallIntegerField,
    "pos": models.BigIntegerField,
    "prev": models.BinaryField,
    "hash": models.BinaryField,
}
APPEND_ONLY = pgtrigger.compiler.Trigger(
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
)
NEVER_REMOVED = pgtrigger.compiler.Trigger(
    name="never_removed",
    sql=pgtrigger.compiler.UpsertTriggerSql(
        execute="refuse_change()",
        func="RETURN NULL;",
        hash="a8da6bacc22b7c17f40dcbb5927ca747fef0a67c",
        level="STATEMENT",
        operation="DELETE OR TRUNCATE",
        pgid="pgtrigger_never_removed_cc941",
        table="audit_head",
        when="BEFORE",
    ),
)


class Migration(migrations.Migration):
    """The lines that are there are linked too; the trigger that keeps them is away for that moment only."""

    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Head",
            fields=[
                ("shard", models.SmallIntegerField(primary_key=True, serialize=False)),
                ("pos", models.BigIntegerField()),
                ("hash", models.BinaryField()),
            ],
        ),
        migrations.AddField("entry", "allowed", models.BooleanField(default=True)),
        *(migrations.AddField("entry", name, field) for name, field in NULLABLE.items()),
        *(migrations.AddField("entry", name, field(null=True)) for name, field in LINKS.items()),
        *(migrations.RunSQL(function, migrations.RunSQL.noop) for function in appending.FUNCTIONS),
        pgtrigger.migrations.RemoveTrigger("entry", "append_only"),
        migrations.RunSQL(appending.CHAIN_EARLIER, appending.DROP),
        *(migrations.AlterField("entry", name, field()) for name, field in LINKS.items()),
        pgtrigger.migrations.AddTrigger("entry", APPEND_ONLY),
        pgtrigger.migrations.AddTrigger("head", NEVER_REMOVED),
        migrations.AddIndex(
            "entry",
            django.contrib.postgres.indexes.GinIndex(
                fields=["shown"], condition=models.Q(shown__isnull=False), name="audit_of_shown"
            ),
        ),
        migrations.AddConstraint(
            "entry", models.UniqueConstraint(fields=("shard", "pos"), name="audit_one_line_a_place")
        ),
        migrations.RunSQL(appending.ONLY_APPEND, appending.WRITE_AGAIN),
    ]
