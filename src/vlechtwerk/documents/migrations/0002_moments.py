"""Documents are judged as notes are: whoever handed over reads on, and emergency access opens them until its moment."""

from django.db import migrations

from vlechtwerk.consent.walls import HearAsBefore, JudgeMoments


class Migration(migrations.Migration):
    """Only the second wall changes."""

    dependencies = [
        ("documents", "0001_documents"),
        ("sharing", "0007_emergency"),
    ]

    operations = [wall(model) for wall in (HearAsBefore, JudgeMoments) for model in ("Document", "Content", "Checking")]
