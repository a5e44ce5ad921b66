"""The client's remarks beside own notes of care are sealed as the notes are."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    """Made by Django from the models."""

    dependencies = [
        ("consent", "0001_items"),
        ("organisations", "0001_initial"),
        ("sharing", "0004_keys"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="remark",
            name="remark_says_something",
        ),
        migrations.AddField(
            model_name="remark",
            name="sealed",
            field=models.BinaryField(null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="remark",
            trigger=pgtrigger.compiler.Trigger(
                name="own_rows_are_sealed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="own_rows_are_sealed()",
                    func="RETURN NULL;",
                    hash="bcee303e2878f2f2b15f22c9c5e9bfaac10cbd87",
                    operation="INSERT",
                    pgid="pgtrigger_own_rows_are_sealed_c5aaf",
                    table="consent_remark",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="remark",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sealed__isnull", True), models.Q(("text", ""), _negated=True)),
                    models.Q(("sealed__isnull", False), ("text", "")),
                    _connector="OR",
                ),
                name="remark_says_something",
            ),
        ),
    ]
