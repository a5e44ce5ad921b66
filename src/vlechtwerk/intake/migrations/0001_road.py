"""Proposals and drafts: what is in no file yet."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
import uuid_utils.compat
from django.db import migrations, models

from vlechtwerk.intake.walls import OwnRows, ProposedRows


class Migration(migrations.Migration):
    """Made by Django from the models, with the second wall around what is confidential."""

    initial = True

    dependencies = [
        ("consent", "0003_reading_on"),
        ("history", "0004_signals_of_lists"),
        ("organisations", "0002_claims"),
        ("sharing", "0006_places"),
    ]

    operations = [
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("answers", models.JSONField(default=dict)),
                ("proposal", models.UUIDField(null=True)),
                ("saved_at", models.DateTimeField(auto_now=True)),
                ("idempotency_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "mediator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.position"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("given_name", models.CharField(max_length=100)),
                ("family_name", models.CharField(max_length=100)),
                ("birth_year", models.PositiveSmallIntegerField()),
                ("reason", models.TextField(max_length=4000)),
                ("consent_on", models.DateField()),
                ("made_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ("state", models.CharField(default="waiting", max_length=16)),
                ("outcome", models.CharField(blank=True, max_length=500)),
                ("decided_on", models.DateField(null=True)),
                ("idempotency_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.position",
                    ),
                ),
                (
                    "proposer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.position"
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.region"
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.UniqueConstraint(fields=("mediator", "idempotency_key"), name="draft_begun_once"),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.UniqueConstraint(fields=("proposer", "idempotency_key"), name="candidate_proposed_once"),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_by__isnull", True), ("decided_on__isnull", True), ("state", "waiting")),
                    models.Q(
                        models.Q(("state", "waiting"), _negated=True),
                        ("decided_by__isnull", False),
                        ("decided_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="proposal_is_decided_by_somebody",
            ),
        ),
        OwnRows("Draft"),
        ProposedRows("Proposal"),
    ]
