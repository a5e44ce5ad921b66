"""Forms that are not finished, behind both walls."""

import django.db.models.deletion
import django.db.models.functions.datetime
import uuid_utils.compat
from django.db import migrations, models

from vlechtwerk.sharing.authored_walls import ProtectUnfinished


class Migration(migrations.Migration):
    """Made by Django from the models; the wall is ours."""

    initial = True

    dependencies = [
        ("organisations", "0003_approval"),
        ("sharing", "0011_keys_of_readers"),
    ]

    operations = [
        migrations.CreateModel(
            name="Unsent",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("sealed", models.BinaryField()),
                ("kept_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ("until_on", models.DateField(db_index=True)),
                ("address", models.CharField(max_length=64)),
                ("idempotency_key", models.UUIDField()),
                (
                    "author",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.position",
                    ),
                ),
                (
                    "compartment",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sharing.compartment",
                    ),
                ),
            ],
            options={
                "base_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("sealed", b""), _negated=True), name="unsent_is_sealed"),
                    models.UniqueConstraint(fields=("author", "address", "idempotency_key"), name="unsent_once"),
                ],
            },
        ),
        ProtectUnfinished("Unsent"),
    ]
