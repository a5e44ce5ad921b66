"""The second wall around assignments: the team and the client read those of a file, a provider the own ones.

Only a network coordinator who takes part in the file adds any. Nobody changes or removes one.
"""

from collections.abc import Iterable

from vlechtwerk.consent.walls import meant
from vlechtwerk.network.models import SEE_ALL
from vlechtwerk.rules.roles import PROVIDERS, Role
from vlechtwerk.sharing.walls import Protect


def _named(capacities: Iterable[Role]) -> str:
    return ", ".join(f"'{one}'" for one in capacities)


TAKES_PART = """EXISTS (
    SELECT 1 FROM history_case k
    JOIN sharing_involvement m ON m.file_id = k.file_id AND m.position_id = ACTING
        AND m.from_on <= TODAY AND (m.until_on IS NULL OR m.until_on > TODAY)
        AND (m.until_at IS NULL OR m.until_at > statement_timestamp())
    JOIN organisations_position p ON p.id = m.position_id
        AND p.from_on <= TODAY AND (p.until_on IS NULL OR p.until_on > TODAY)
    WHERE k.id = {table}.case_id AND"""
IS_OWN = "EXISTS (SELECT 1 FROM network_provider o WHERE o.id = {table}.provider_id AND o.organisation_id = p.organisation_id)"
READS = f"{TAKES_PART} (m.capacity IN ({_named(SEE_ALL)}) OR m.capacity IN ({_named(sorted(PROVIDERS))}) AND {IS_OWN}))"
WRITES = f"""{TAKES_PART} m.capacity = '{Role.NETWORK_COORDINATOR}' AND {{table}}.made_by_id = m.position_id
)"""


class ProtectAssignments(Protect):
    """Put the table with assignments behind the second wall."""

    making = (
        "ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY {{table}}_read ON {{table}} FOR SELECT USING ({meant(READS)})",
        f"CREATE POLICY {{table}}_write ON {{table}} FOR INSERT WITH CHECK ({meant(WRITES)})",
    )
