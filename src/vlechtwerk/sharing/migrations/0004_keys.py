"""The keys with which own notes of care are sealed, behind the second wall."""

import django.db.models.deletion
import django.db.models.functions.datetime
import uuid_utils.compat
from django.db import migrations, models

from vlechtwerk.sharing.sealed_rows import CREATE, DROP
from vlechtwerk.sharing.walls import ProtectKeys


class Migration(migrations.Migration):
    """Made by Django from the models, with the second wall."""

    dependencies = [
        ("sharing", "0003_signals"),
    ]

    operations = [
        migrations.CreateModel(
            name="CompartmentKey",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("wrapped", models.BinaryField(null=True)),
                ("wrapped_by", models.CharField(max_length=16)),
                ("made_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ("destroyed_at", models.DateTimeField(null=True)),
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
                "indexes": [
                    models.Index(fields=["compartment"], name="key_of_compartment"),
                    models.Index(fields=["wrapped_by", "id"], name="key_of_deployment_key"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("destroyed_at__isnull", True)),
                        fields=("compartment",),
                        name="one_key_in_use",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("destroyed_at__isnull", False), ("wrapped__isnull", True)),
                            models.Q(("destroyed_at__isnull", True), ("wrapped__isnull", False)),
                            _connector="OR",
                        ),
                        name="key_is_there_or_destroyed",
                    ),
                ],
            },
        ),
        ProtectKeys("CompartmentKey"),
        migrations.RunSQL(CREATE, DROP),
    ]
