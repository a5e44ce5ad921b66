"""A file of which the use is restricted because the client asked for that."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Made by Django from the models."""

    dependencies = [
        ("sharing", "0009_project_follower"),
    ]

    operations = [
        migrations.AddField(
            model_name="file",
            name="restricted_on",
            field=models.DateField(null=True),
        ),
    ]
