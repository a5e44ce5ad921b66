"""The undertaking of confidentiality, and the table in which all processes together count attempts."""

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
import uuid_utils.compat
from django.conf import settings
from django.db import migrations, models

# The columns are those that Django's cache in the database asks for.
CACHE = """
CREATE TABLE shared_cache (
    cache_key varchar(255) PRIMARY KEY,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE INDEX shared_cache_expires ON shared_cache (expires);
"""


class Migration(migrations.Migration):
    """The table of the undertaking is made by Django from the model."""

    dependencies = [("accounts", "0001_initial"), ("audit", "0001_initial")]

    operations = [
        migrations.RunSQL(CACHE, "DROP TABLE shared_cache"),
        migrations.CreateModel(
            name="UndertakingAccepted",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                ("language", models.CharField(max_length=2)),
                ("digest", models.CharField(max_length=64)),
                (
                    "accepted_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undertakings",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("account", "version"), name="undertaken_once")],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="undertakingaccepted",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="refuse_change()",
                    func="RETURN NULL;",
                    hash="ab32d6e4011621e124f0866c19d5441f28bb4c80",
                    level="STATEMENT",
                    operation="UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_append_only_f7266",
                    table="accounts_undertakingaccepted",
                    when="BEFORE",
                ),
            ),
        ),
    ]
