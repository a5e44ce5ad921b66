"""An item is only ever closed, and the rows of items carry whom they are open to."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

from vlechtwerk.consent.judging import JudgeByRow, NameFilesOfConsents

COLUMNS = (
    "audience", "author_id", "capacity", "compartment_id", "entry_class", "file_id", "id", "kind", "made_at",
)  # fmt: skip
CHANGED = "WHEN (" + " OR ".join(f'OLD."{one}" IS DISTINCT FROM (NEW."{one}")' for one in COLUMNS) + ")"


class Migration(migrations.Migration):
    """Made by Django from the models, with the second wall."""

    dependencies = [
        ("consent", "0005_informed"),
        ("sharing", "0008_reshaped"),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name="item",
            trigger=pgtrigger.compiler.Trigger(
                name="only_ends",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition=CHANGED,
                    execute="refuse_change()",
                    func="RETURN NULL;",
                    hash="2529b1ba8fa53aa09fe9ce94dc813d1ff6dcbe46",
                    operation="UPDATE",
                    pgid="pgtrigger_only_ends_378a3",
                    table="consent_item",
                    when="BEFORE",
                ),
            ),
        ),
        NameFilesOfConsents(),
        JudgeByRow("Remark"),
    ]
