"""What is open to whoever acts is looked up in fewer steps; the answers are the same."""

from django.db import migrations

from vlechtwerk.sharing.walls import MakeFunctions


class Migration(migrations.Migration):
    """Only the functions of the second wall change."""

    dependencies = [
        ("sharing", "0007_emergency"),
    ]

    operations = [MakeFunctions(again=True, moments=True, reshaped=True)]
