"""What a care worker writes for herself alone, behind both walls."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
import uuid_utils.compat
from django.db import migrations, models

from vlechtwerk.sharing.authored_walls import ProtectAuthored


class Migration(migrations.Migration):
    """Made by Django from the models; the wall is ours."""

    dependencies = [
        ("dossier", "0005_emergency"),
        ("organisations", "0003_approval"),
        ("sharing", "0007_emergency"),
    ]

    operations = [
        migrations.CreateModel(
            name="Aside",
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
                ("idempotency_key", models.UUIDField(default=uuid.uuid4, editable=False)),
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
                "indexes": [models.Index(fields=["compartment", "author"], name="aside_of_compartment")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("sealed", b""), _negated=True), name="aside_is_sealed"),
                    models.UniqueConstraint(fields=("author", "idempotency_key"), name="aside_written_once"),
                ],
            },
        ),
        ProtectAuthored("Aside"),
    ]
