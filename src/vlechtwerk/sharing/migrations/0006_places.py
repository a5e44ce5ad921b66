"""Who owns a file, whose place a part takes over, and for whom somebody stands in; with the table of who may do what."""

import django.db.models.deletion
from django.db import migrations, models

from vlechtwerk.sharing.walls import LoadPolicy


class Migration(migrations.Migration):
    """Made by Django from the models."""

    dependencies = [
        ("organisations", "0001_initial"),
        ("sharing", "0005_signed_identity"),
    ]

    operations = [
        migrations.AddField(
            model_name="file",
            name="owned_from",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="involvement",
            name="follows",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="followed_by",
                to="sharing.involvement",
            ),
        ),
        migrations.AddField(
            model_name="involvement",
            name="stands_in_for",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="stand_ins",
                to="sharing.involvement",
            ),
        ),
        migrations.AddConstraint(
            model_name="involvement",
            constraint=models.CheckConstraint(
                condition=models.Q(("stands_in_for__isnull", True), ("until_on__isnull", False), _connector="OR"),
                name="stand_in_ends",
            ),
        ),
        LoadPolicy("1f77979a0e1df420"),
    ]
