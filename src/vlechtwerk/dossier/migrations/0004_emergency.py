"""Emergency access reads every item in the parts that it opens."""

from django.db import migrations

from vlechtwerk.consent.walls import JudgeItemsAnew


class Migration(migrations.Migration):
    """The policies of before, with one capacity more."""

    dependencies = [
        ("dossier", "0003_sealed_notes"),
        ("sharing", "0006_emergency"),
    ]

    operations = [JudgeItemsAnew("Note"), JudgeItemsAnew("Goal")]
