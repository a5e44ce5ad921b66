"""A number for every case, from a sequence, so that a case can be named without naming anybody."""

import django.db.models.expressions
from django.db import migrations, models


class Migration(migrations.Migration):
    """The sequence first: the database numbers the cases that are there when the column is added."""

    dependencies = [("history", "0002_owned_from")]

    operations = [
        migrations.RunSQL("CREATE SEQUENCE history_case_number", "DROP SEQUENCE history_case_number"),
        migrations.AddField(
            model_name="case",
            name="number",
            field=models.PositiveBigIntegerField(
                db_default=django.db.models.expressions.Func(
                    django.db.models.expressions.Value("history_case_number"), function="nextval"
                ),
                editable=False,
                unique=True,
            ),
        ),
    ]
