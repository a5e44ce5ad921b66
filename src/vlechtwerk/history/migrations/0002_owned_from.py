"""Files of before get the day from which the work case manager owns them: that of the first meeting that was attended."""

from django.db import migrations

OWNED = """
UPDATE sharing_file f SET owned_from = met.day
FROM (
    SELECT c.file_id, min(e."on") AS day
    FROM history_event e JOIN history_case c ON c.id = e.case_id
    WHERE e.name = 'first_meeting' AND e.data ->> 'attendance' = 'present'
        AND NOT EXISTS (SELECT FROM history_event later WHERE later.corrects_id = e.id)
    GROUP BY c.file_id
) met
WHERE met.file_id = f.id
"""


class Migration(migrations.Migration):
    """Fills a column of `sharing` from the events."""

    dependencies = [
        ("history", "0001_initial"),
        ("sharing", "0006_places"),
    ]

    operations = [migrations.RunSQL(OWNED, migrations.RunSQL.noop)]
