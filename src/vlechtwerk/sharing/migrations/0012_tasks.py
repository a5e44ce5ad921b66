"""Signals with a day by which something is asked; VDAB's advisor and screening service answer the shared notes."""

from django.db import migrations, models

from vlechtwerk.sharing.walls import LoadPolicy


class Migration(migrations.Migration):
    """The day of a signal, and the policy with these three lines."""

    dependencies = [
        ("sharing", "0011_keys_of_readers"),
    ]

    operations = [
        migrations.AddField(model_name="signal", name="due_on", field=models.DateField(null=True)),
        LoadPolicy("5eb9a62d05ddae54"),
    ]
