"""The second wall around replies: whoever takes part in the file reads them as the events, and the client alone writes them."""

from vlechtwerk.consent.walls import meant
from vlechtwerk.sharing.walls import Protect

READS = """EXISTS (
    SELECT 1 FROM history_case k
    JOIN sharing_involvement m ON m.file_id = k.file_id AND m.position_id = ACTING
        AND m.from_on <= TODAY AND (m.until_on IS NULL OR m.until_on > TODAY)
    JOIN organisations_position p ON p.id = m.position_id
        AND p.from_on <= TODAY AND (p.until_on IS NULL OR p.until_on > TODAY)
    WHERE k.id = {table}.case_id
)"""
WRITES = READS.replace(
    "{table}.case_id", "{table}.case_id AND m.capacity = CLIENT AND {table}.author_id = m.position_id"
)


class ProtectReplies(Protect):
    """Put the table with replies behind the second wall."""

    making = (
        "ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY {{table}}_read ON {{table}} FOR SELECT USING ({meant(READS)})",
        f"CREATE POLICY {{table}}_write ON {{table}} FOR INSERT WITH CHECK ({meant(WRITES)})",
    )
