"""What is owed is told from the index too, so that the lists tell signals apart without touching the table."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One index, made again."""

    dependencies = [("history", "0003_number")]

    operations = [
        migrations.RemoveIndex(model_name="obligation", name="obligation_to_do"),
        migrations.AddIndex(
            model_name="obligation",
            index=models.Index(
                condition=models.Q(("done_on__isnull", True)),
                fields=["case", "due_on"],
                include=("opens_on", "lapses_on", "signal", "owner", "what"),
                name="obligation_to_do",
            ),
        ),
    ]
