"""Whoever handed over reads notes and goals on that were meant for the capacity of before."""

from django.db import migrations

from vlechtwerk.consent.walls import HearAsBefore


class Migration(migrations.Migration):
    """Only the second wall changes."""

    dependencies = [
        ("dossier", "0003_sealed_notes"),
        ("sharing", "0006_places"),
    ]

    operations = [HearAsBefore("Note"), HearAsBefore("Goal")]
