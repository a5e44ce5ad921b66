"""The reference of a person in the career file of VDAB."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Made by Django from the models."""

    dependencies = [
        ("people", "0002_loose_key"),
    ]

    operations = [
        migrations.AddField(
            model_name="person",
            name="mlp_reference",
            field=models.CharField(max_length=40, null=True, unique=True),
        ),
    ]
