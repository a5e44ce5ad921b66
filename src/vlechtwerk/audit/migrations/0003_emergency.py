"""Lines tell emergency access, and are found by their moment."""

import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):
    """Made by Django from the models; what is null leaves no trace in a digest, so earlier lines keep theirs."""

    dependencies = [
        ("audit", "0002_the_record"),
    ]

    operations = [
        migrations.AddField(
            model_name="entry",
            name="emergency",
            field=models.BooleanField(null=True),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=django.contrib.postgres.indexes.BrinIndex(fields=["at"], name="audit_at"),
        ),
    ]
