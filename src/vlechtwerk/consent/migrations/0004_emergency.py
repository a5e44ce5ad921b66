"""Emergency access reads every item in the parts that it opens, until its moment."""

from django.db import migrations

from vlechtwerk.consent.walls import JudgeMoments


class Migration(migrations.Migration):
    """The policies of before, with one capacity more and the moment."""

    dependencies = [
        ("consent", "0003_reading_on"),
        ("sharing", "0007_emergency"),
    ]

    operations = [JudgeMoments("Remark")]
