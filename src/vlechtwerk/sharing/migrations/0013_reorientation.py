"""The care case manager writes a shared note to the trusted advisor, to look for another offer together (AT-038)."""

from django.db import migrations

from vlechtwerk.sharing.walls import LoadPolicy


class Migration(migrations.Migration):
    """The policy with this line."""

    dependencies = [
        ("sharing", "0012_tasks"),
    ]

    operations = [LoadPolicy("3ad28025cf0ab9ff")]
