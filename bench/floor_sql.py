"""The least that the database has to do for the same rows: hand-written SQL over the tables of the program.

The statements take named parameters: `position`, `today`, `soon` (the last day that counts as soon), `mine` (the capacities
for which the position acts), `case`, `name` (the beginning of a name) and `maximum` (months).
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from vlechtwerk.rules.activation.milestones import MAXIMUM
from vlechtwerk.rules.roles import Role, acts_as
from vlechtwerk.worklist.queries import PAGE, SOON

_STATUS = """
    CASE WHEN c.ends_on <= %(today)s THEN 'ended' WHEN c.closing_on <= %(today)s THEN 'closing' ELSE c.status END
"""
_OPEN = """
    o.case_id = c.id AND o.done_on IS NULL AND o.opens_on <= %(today)s AND (o.lapses_on IS NULL OR o.lapses_on > %(today)s)
"""
_MINE = """
    c.file_id IN (SELECT file_id FROM sharing_involvement WHERE position_id = %(position)s AND from_on <= %(today)s
                  AND (until_on IS NULL OR until_on > %(today)s))
"""

_ROWS = """
WITH page AS (
    SELECT c.id, c.file_id, {status} AS status, c.started_on, c.maximum_on, due.next_on, due.owed, due.signals
    FROM history_case c CROSS JOIN LATERAL (
        SELECT min(o.due_on) FILTER (WHERE NOT o.signal) AS next_on, count(*) FILTER (WHERE NOT o.signal) AS owed,
               count(*) FILTER (WHERE o.signal) AS signals
        FROM history_obligation o WHERE {open}
    ) due
    WHERE {mine} AND {which}
    ORDER BY due.next_on NULLS LAST, c.id LIMIT {limit}
)
SELECT c.id, p.given_name || ' ' || p.family_name AS name, c.status, c.started_on, c.maximum_on, c.next_on,
       first.what, first.number, first.owner, c.owed, c.signals, c.file_id
FROM page c JOIN sharing_file f ON f.id = c.file_id JOIN people_person p ON p.id = f.person_id
LEFT JOIN LATERAL (
    SELECT o.what, o.number, o.owner FROM history_obligation o WHERE {open} AND NOT o.signal
    ORDER BY o.due_on, o.number LIMIT 1
) first ON true
ORDER BY c.next_on NULLS LAST, c.id
"""

_ALIVE = f"(due.next_on IS NOT NULL OR {_STATUS} NOT IN ('ended', 'cancelled'))"
_NAMED = """
    EXISTS (SELECT FROM sharing_file f JOIN people_person p ON p.id = f.person_id WHERE f.id = c.file_id
            AND strpos(' ' || p.search_key, ' ' || %(name)s) > 0)
"""
_FILLED = {"status": _STATUS, "open": _OPEN, "mine": _MINE, "limit": PAGE + 1}
ROWS = _ROWS.format(which=_ALIVE, **_FILLED)
FOUND = _ROWS.format(which=_NAMED, **_FILLED)

COUNTERS = f"""
SELECT status, count(*) AS whole, count(*) FILTER (WHERE next_on IS NOT NULL OR status NOT IN ('ended', 'cancelled')),
       count(*) FILTER (WHERE mine_on <= next_on OR mine_on <= %(soon)s), count(*) FILTER (WHERE next_on < %(today)s),
       count(*) FILTER (WHERE next_on BETWEEN %(today)s AND %(soon)s),
       count(*) FILTER (WHERE next_on < coalesce(mine_on, 'infinity') AND coalesce(mine_on > %(soon)s, true)),
       count(*) FILTER (WHERE plan_on < %(today)s), count(*) FILTER (WHERE evaluation_on <= %(soon)s),
       count(*) FILTER (WHERE near),
       count(*) FILTER (WHERE status = 'in_progress' AND last_day BETWEEN %(today)s AND %(soon)s AND NOT EXISTS (
           SELECT FROM history_event e WHERE e.case_id = own.id AND e.name = 'extension_requested')),
       count(*) FILTER (WHERE status = 'closing')
FROM (
    SELECT c.id, {_STATUS} AS status, due.*, (c.started_on + make_interval(months => %(maximum)s))::date - 1 AS last_day
    FROM history_case c CROSS JOIN LATERAL (
        SELECT min(o.due_on) FILTER (WHERE NOT o.signal) AS next_on,
               min(o.due_on) FILTER (WHERE NOT o.signal AND o.owner = ANY(%(mine)s)) AS mine_on,
               min(o.due_on) FILTER (WHERE o.what = 'plan_upload') AS plan_on,
               min(o.due_on) FILTER (WHERE o.what = 'evaluation') AS evaluation_on,
               bool_or(o.what = 'maximum_approaching') AS near
        FROM history_obligation o WHERE {_OPEN}
    ) due
    WHERE {_MINE}
) own GROUP BY status ORDER BY status
"""

CASE = f"""
SELECT c.id, p.given_name || ' ' || p.family_name AS name, {_STATUS} AS status, c.status_since, c.started_on, c.minimum_on,
       c.maximum_on, r.name AS region, c.settings, c.file_id
FROM history_case c JOIN sharing_file f ON f.id = c.file_id JOIN people_person p ON p.id = f.person_id
JOIN organisations_region r ON r.id = c.region_id
WHERE c.id = %(case)s AND {_MINE}
"""
EVENTS = """
SELECT e.name, e."on", e.data, e.recorded_at, g.name AS organisation
FROM history_event e JOIN organisations_position q ON q.id = e.recorded_by_id
JOIN organisations_organisation g ON g.id = q.organisation_id
WHERE e.case_id = %(case)s ORDER BY e.sequence
"""
OBLIGATIONS = """
SELECT o.rule, o.what, o.number, o.owner, o.due_on, o.done_on FROM history_obligation o
WHERE o.case_id = %(case)s AND o.opens_on <= %(today)s ORDER BY o.due_on
"""
INVOLVED = """
SELECT i.capacity, a.name, g.name AS organisation, i.from_on
FROM history_case c JOIN sharing_involvement i ON i.file_id = c.file_id JOIN organisations_position q ON q.id = i.position_id
JOIN accounts_account a ON a.id = q.account_id JOIN organisations_organisation g ON g.id = q.organisation_id
WHERE c.id = %(case)s AND i.from_on <= %(today)s AND (i.until_on IS NULL OR i.until_on > %(today)s) ORDER BY i.from_on
"""
OWN_FILE = """
SELECT file_id FROM sharing_involvement WHERE position_id = %(position)s AND capacity = 'client' AND from_on <= %(today)s
    AND (until_on IS NULL OR until_on > %(today)s)
"""
LOOKS = f"""
WITH own AS ({OWN_FILE})
SELECT (at AT TIME ZONE 'Europe/Brussels')::date AS day, capacity, g.name, verb, part, purpose, grant_id, allowed, emergency,
       count(*)
FROM audit_entry LEFT JOIN organisations_organisation g ON g.id = organisation_id
WHERE file_id = ANY (ARRAY(SELECT file_id FROM own)) OR shown && ARRAY(SELECT file_id FROM own)
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 ORDER BY 1 DESC, 2, 3, 4, 5, 6, 7, 8, 9 LIMIT {PAGE + 1}
"""
LIST_PAGE = (ROWS, COUNTERS)
SEARCH_PAGE = (FOUND, COUNTERS)
CASE_PAGE = (CASE, EVENTS, OBLIGATIONS, INVOLVED)
LOOKS_PAGE = (OWN_FILE, LOOKS)


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose page it is, on which day, of which case, and which name is looked for."""

    position: UUID
    role: Role
    today: date
    case: UUID | None = None
    name: str = ""

    def parameters(self) -> dict[str, Any]:
        """The parameters of the statements."""
        return {
            "position": self.position,
            "today": self.today,
            "soon": self.today + SOON,
            "mine": sorted(acts_as(self.role)),
            "case": self.case,
            "name": self.name,
            "maximum": MAXIMUM,
        }
