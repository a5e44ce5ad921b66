"""The parts of a file, access to them, and the functions of the second wall."""

import django.contrib.postgres.fields
import django.db.models.deletion
import uuid_utils.compat
from django.db import migrations, models

from vlechtwerk.sharing.walls import KeepPolicy, LoadPolicy, MakeFunctions

# Every file of before gets its parts, and one for the own notes of each organisation that takes part as a carer.
PARTS = """
INSERT INTO sharing_compartment (id, file_id, kind, organisation_id)
SELECT gen_random_uuid(), f.id, k.kind, NULL
FROM sharing_file f CROSS JOIN unnest(ARRAY['administrative', 'shared', 'icf', 'cost', 'partnership']) AS k (kind)
UNION ALL
SELECT gen_random_uuid(), own.file_id, 'care_own', own.organisation_id
FROM (
    SELECT DISTINCT i.file_id, p.organisation_id
    FROM sharing_involvement i JOIN organisations_position p ON p.id = i.position_id
    WHERE i.capacity IN ('care_case_manager', 'care_provider')
) AS own
"""


class Migration(migrations.Migration):
    """Made by Django from the models, with the second wall."""

    dependencies = [
        ("organisations", "0001_initial"),
        ("sharing", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="file",
            name="blocked_on",
            field=models.DateField(null=True),
        ),
        migrations.CreateModel(
            name="Compartment",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=32)),
                (
                    "file",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="compartments",
                        to="sharing.file",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Grant",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "verbs",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=8), size=None),
                ),
                ("from_on", models.DateField()),
                ("until_on", models.DateField(null=True)),
                ("reason", models.CharField(max_length=300)),
                (
                    "compartment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="grants", to="sharing.compartment"
                    ),
                ),
                (
                    "granted_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.position",
                    ),
                ),
                (
                    "involvement",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grants",
                        to="sharing.involvement",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PolicyRow",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("capacity", models.CharField(max_length=32)),
                ("compartment", models.CharField(max_length=32)),
                ("verb", models.CharField(max_length=8)),
                ("stage", models.CharField(max_length=8)),
                ("basis", models.CharField(max_length=16)),
            ],
            options={"managed": False},
        ),
        migrations.AddConstraint(
            model_name="compartment",
            constraint=models.UniqueConstraint(
                fields=("file", "kind", "organisation"), name="one_compartment", nulls_distinct=False
            ),
        ),
        migrations.AddConstraint(
            model_name="compartment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "care_own"), ("organisation__isnull", False)),
                    models.Q(
                        models.Q(("kind", "care_own"), _negated=True),
                        ("organisation__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="own_notes_have_an_organisation",
            ),
        ),
        migrations.AddIndex(
            model_name="grant",
            index=models.Index(fields=["involvement", "compartment"], name="grant_of_involvement"),
        ),
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.CheckConstraint(
                condition=models.Q(("until_on__isnull", True), ("until_on__gte", models.F("from_on")), _connector="OR"),
                name="grant_period",
            ),
        ),
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until_on__isnull", True)),
                fields=("involvement", "compartment"),
                name="one_open_grant",
            ),
        ),
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.CheckConstraint(condition=models.Q(("verbs__contains", ["read"])), name="grant_reads"),
        ),
        migrations.RunSQL(PARTS, migrations.RunSQL.noop),
        KeepPolicy(),
        LoadPolicy("cfde9f33c017a5ba"),
        MakeFunctions(),
    ]
