"""Who acts is proven to the database; see docs/decisions/0010."""

from django.db import migrations

from vlechtwerk.sharing.walls import MakeFunctions


class Migration(migrations.Migration):
    """Make the functions of the second wall again, with the keys."""

    dependencies = [("sharing", "0004_keys")]

    operations = [MakeFunctions(again=True)]
