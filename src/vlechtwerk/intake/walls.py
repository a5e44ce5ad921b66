"""The second wall around what is in no file yet: drafts are for who writes them, proposals for the proposer and VDAB there."""

from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.walls import Protect

ACTING = "(SELECT position_id FROM acting_identity())"
TODAY = "(SELECT day FROM acting_identity())"
MINE = f"mediator_id = {ACTING}"
DECIDES = (
    """EXISTS (
    SELECT 1 FROM organisations_position p WHERE p.id = ACTING AND p.role = 'MEDIATOR'
        AND p.region_id = {table}.region_id AND p.from_on <= TODAY AND (p.until_on IS NULL OR p.until_on > TODAY)
)""".replace("ACTING", ACTING)
    .replace("TODAY", TODAY)
    .replace("MEDIATOR", Role.VDAB_MEDIATOR)
)
PROPOSED = f"(proposer_id = {ACTING} OR {DECIDES})"
FORCED = ("ALTER TABLE {table} ENABLE ROW LEVEL SECURITY", "ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
NOT_FORCED = ("ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY", "ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")


class OwnRows(Protect):
    """Let the second wall open a table of drafts to the mediator of each row, and to nobody else."""

    making = (*FORCED, f"CREATE POLICY {{table}}_own ON {{table}} USING ({MINE}) WITH CHECK ({MINE})")
    removing = ("DROP POLICY {table}_own ON {table}", *NOT_FORCED)


class ProposedRows(Protect):
    """Let the second wall open a proposal to its proposer and to the mediators of its region."""

    making = (
        *FORCED,
        f"CREATE POLICY {{table}}_seen ON {{table}} USING ({PROPOSED}) WITH CHECK ({PROPOSED})",
    )
    removing = ("DROP POLICY {table}_seen ON {table}", *NOT_FORCED)
