"""Files and involvement."""

import django.db.models.deletion
import uuid_utils.compat
from django.db import migrations, models


class Migration(migrations.Migration):
    """Made by Django from the models."""

    initial = True

    dependencies = [
        ("organisations", "0001_initial"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="File",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="files", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Involvement",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("capacity", models.CharField(max_length=32)),
                ("from_on", models.DateField()),
                ("until_on", models.DateField(null=True)),
                ("reason", models.CharField(max_length=32)),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="involvements", to="sharing.file"
                    ),
                ),
                (
                    "granted_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="granted",
                        to="organisations.position",
                    ),
                ),
                (
                    "position",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="involvements",
                        to="organisations.position",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["position"],
                        include=("file", "from_on", "until_on", "capacity"),
                        name="involvement_of_position",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on__isnull", True), ("until_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="involvement_period",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("until_on__isnull", True)),
                        fields=("file", "position", "capacity"),
                        name="one_open_involvement",
                    ),
                ],
            },
        ),
    ]
