"""Addresses for the doorbell, and the mails that wait."""

import uuid

import django.db.models.deletion
import uuid_utils.compat
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Made by Django from the models."""

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Address",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("email", models.EmailField(max_length=254)),
                ("key", models.UUIDField(default=uuid.uuid4)),
                ("confirmed_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="doorbell",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Mail",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=8)),
                ("send_on", models.DateField()),
                ("sent_at", models.DateTimeField(null=True)),
                ("sent_on", models.DateField(null=True)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(condition=models.Q(("sent_at", None)), fields=["send_on"], name="mail_that_waits")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "ring")), fields=("account", "send_on"), name="one_ring_a_day"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "confirm"), ("sent_on", None)),
                        fields=("account",),
                        name="one_confirmation_waits",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sent_at", None), ("sent_on", None)),
                            models.Q(("sent_at__isnull", False), ("sent_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="mail_sent_on_a_day",
                    ),
                ],
            },
        ),
    ]
