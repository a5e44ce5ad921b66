"""Whoever reads a part of a file may make its data key, for what she keeps there for herself."""

from django.db import migrations

from vlechtwerk.sharing.authored_walls import KEYS_OF_READERS, KEYS_OF_WRITERS


class Migration(migrations.Migration):
    """The policy of before, with the parts that are read in the place of those that are written."""

    dependencies = [
        ("sharing", "0010_restricted"),
    ]

    operations = [
        migrations.RunSQL(sql=list(KEYS_OF_READERS), reverse_sql=list(KEYS_OF_WRITERS)),
    ]
