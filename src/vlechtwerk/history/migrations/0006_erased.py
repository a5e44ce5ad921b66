"""A case of which everything was erased keeps the day on which that was done."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Made by Django from the models."""

    dependencies = [
        ("history", "0005_replies"),
    ]

    operations = [
        migrations.AddField(
            model_name="case",
            name="erased_on",
            field=models.DateField(null=True),
        ),
    ]
