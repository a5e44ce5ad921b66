"""The project follower reads and answers the shared notes about an extension and an early stop."""

from django.db import migrations

from vlechtwerk.sharing.walls import LoadPolicy


class Migration(migrations.Migration):
    """The policy with these two lines."""

    dependencies = [
        ("sharing", "0007_emergency"),
    ]

    operations = [LoadPolicy("8f3530419be234a6")]
