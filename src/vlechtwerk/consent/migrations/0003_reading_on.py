"""Whoever handed over reads the client's remarks on, beside the items of before."""

from django.db import migrations

from vlechtwerk.consent.walls import HearAsBefore


class Migration(migrations.Migration):
    """Only the second wall changes."""

    dependencies = [
        ("consent", "0002_sealed_remarks"),
        ("sharing", "0006_places"),
    ]

    operations = [HearAsBefore("Remark")]
