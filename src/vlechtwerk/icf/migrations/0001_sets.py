"""Sets of categories, and the days of talks."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
import uuid_utils.compat
from django.db import migrations, models


def append_only(model: str, digest: str, name: str) -> pgtrigger.migrations.AddTrigger:
    """The trigger of a table of which rows are never changed or removed."""
    made = pgtrigger.compiler.UpsertTriggerSql(
        execute="refuse_change()",
        func="RETURN NULL;",
        hash=digest,
        level="STATEMENT",
        operation="UPDATE OR DELETE OR TRUNCATE",
        pgid=name,
        table=f"icf_{model}",
        when="BEFORE",
    )
    return pgtrigger.migrations.AddTrigger(
        model_name=model, trigger=pgtrigger.compiler.Trigger(name="append_only", sql=made)
    )


class Migration(migrations.Migration):
    """Made by Django from the models."""

    initial = True

    dependencies = [
        ("organisations", "0001_initial"),
        ("sharing", "0006_places"),
    ]

    operations = [
        migrations.CreateModel(
            name="Category",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("code", models.CharField(max_length=8)),
                ("title", models.CharField(max_length=200)),
                ("component", models.CharField(max_length=1)),
                (
                    "qualifiers",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=2), size=None),
                ),
                ("explanation", models.CharField(blank=True, max_length=500)),
            ],
        ),
        migrations.CreateModel(
            name="Talk",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("talked_on", models.DateField()),
                (
                    "noted_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                ("idempotency_key", models.UUIDField(default=uuid.uuid4, editable=False)),
            ],
        ),
        migrations.CreateModel(
            name="IcfSet",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("source", models.CharField(max_length=300)),
                ("from_on", models.DateField()),
                ("is_example", models.BooleanField(default=False)),
                (
                    "loaded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("name", "from_on"), name="icf_set_begins_once")],
            },
        ),
        migrations.AddField(
            model_name="category",
            name="icf_set",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="categories", to="icf.icfset"
            ),
        ),
        append_only("icfset", "a0200c0c838a420281ceb9cb65f1baedd159a876", "pgtrigger_append_only_f2abc"),
        migrations.AddField(
            model_name="talk",
            name="file",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sharing.file"),
        ),
        migrations.AddField(
            model_name="talk",
            name="noted_by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.position",
            ),
        ),
        migrations.AddConstraint(
            model_name="category",
            constraint=models.UniqueConstraint(fields=("icf_set", "code"), name="icf_code_once"),
        ),
        append_only("category", "3a7ae308df983248c5c5c814282b13a70866e324", "pgtrigger_append_only_001df"),
        migrations.AddConstraint(
            model_name="talk",
            constraint=models.UniqueConstraint(fields=("noted_by", "idempotency_key"), name="icf_talk_noted_once"),
        ),
        append_only("talk", "63b4aec4a590f714bbc30954e5b8eab25a7ca98d", "pgtrigger_append_only_44949"),
    ]
