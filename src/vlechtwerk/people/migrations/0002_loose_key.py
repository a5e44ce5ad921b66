"""The key with which a name is found that is not written quite right."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from vlechtwerk.people.names import loose_key

BATCH = 1000


def fill(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the key of everybody who is stored already."""
    people = apps.get_model("people", "Person").objects
    for person in people.filter(loose_key="").iterator(BATCH):
        key = loose_key(person.given_name, person.family_name)
        people.filter(pk=person.pk).update(loose_key=key)


class Migration(migrations.Migration):
    """A column, filled from the names."""

    dependencies = [("people", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="person",
            name="loose_key",
            field=models.CharField(default="", editable=False, max_length=900),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]
