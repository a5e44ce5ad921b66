"""The rows carry whom their items are open to, and are judged by that."""

from django.db import migrations

from vlechtwerk.consent.judging import JudgeByRow


class Migration(migrations.Migration):
    """Only the second wall changes."""

    dependencies = [
        ("consent", "0006_judged_by_row"),
        ("intake", "0002_first_meeting"),
    ]

    operations = [JudgeByRow("Sheet")]
