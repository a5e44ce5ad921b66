"""Emergency access reads every item in the parts that it opens."""

from django.db import migrations

from vlechtwerk.consent.walls import JudgeItemsAnew


class Migration(migrations.Migration):
    """The policies of before, with one capacity more."""

    dependencies = [
        ("consent", "0002_sealed_remarks"),
        ("sharing", "0006_emergency"),
    ]

    operations = [JudgeItemsAnew("Remark")]
