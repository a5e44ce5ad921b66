"""What waits for a case manager about who takes part, as a part of the statement that counts the own cases.

It says what `sharing.waiting` says, in SQL and for all own files at once; a test compares them. It stands apart from the numbers
because it starts from the places of the position, and looks up only names that are shown.

Named values: `position`, `today`, `work` and `care` (the capacities of the case managers), `gets_access` (the capacities that are
given access), `procedure` (of the cases) and `most` (how many are named).
"""

# Everybody in these files is read once. What is looked for in them again stands behind IN and not behind EXISTS: the database
# then looks it up in a table in memory instead of in the index for each place. IS TRUE keeps it from joining them row by row.
WAITING = """
WITH mine AS (
    SELECT DISTINCT m.file_id, m.capacity, f.owned_from,
           CASE m.capacity WHEN %(work)s THEN %(care)s ELSE %(work)s END AS other
    FROM sharing_involvement m JOIN sharing_file f ON f.id = m.file_id
    WHERE m.position_id = %(position)s AND m.capacity IN (%(work)s, %(care)s)
      AND m.from_on <= %(today)s AND (m.until_on IS NULL OR m.until_on > %(today)s)
      AND (f.blocked_on IS NULL OR f.blocked_on > %(today)s)
), here AS MATERIALIZED (
    SELECT i.id, i.file_id, i.capacity, i.follows_id,
           i.from_on <= %(today)s AND (i.until_on IS NULL OR i.until_on > %(today)s) AS takes_part,
           q.from_on <= %(today)s AND (q.until_on IS NULL OR q.until_on > %(today)s) AS is_held
    FROM sharing_involvement i JOIN organisations_position q ON q.id = i.position_id
    WHERE i.file_id = ANY(ARRAY(SELECT file_id FROM mine))
), others AS MATERIALIZED (
    SELECT id, file_id, capacity,
           (file_id, id, capacity) IN (SELECT file_id, follows_id, capacity FROM here
                                       WHERE takes_part AND follows_id IS NOT NULL) AS is_replaced,
           NOT EXISTS (SELECT FROM sharing_grant g WHERE g.involvement_id = here.id) AS never
    FROM here
    WHERE takes_part AND is_held AND capacity = ANY(%(gets_access)s)
      AND (file_id IN (SELECT file_id FROM mine WHERE capacity = %(work)s AND owned_from <= %(today)s)) IS TRUE
), found AS (
    SELECT CASE WHEN is_replaced THEN 'end' ELSE 'give' END AS asked, capacity, file_id, id
    FROM others WHERE is_replaced OR never
    UNION ALL
    SELECT 'fill', other, file_id, NULL FROM mine
    WHERE ((file_id, other) IN (SELECT file_id, capacity FROM here)) IS TRUE
      AND (file_id, other) NOT IN (SELECT file_id, capacity FROM here WHERE takes_part AND is_held)
), placed AS (
    SELECT found.*, count(*) OVER () AS total, row_number() OVER (ORDER BY asked = 'fill', file_id, id) AS place FROM found
)
SELECT jsonb_agg(jsonb_build_array(placed.asked, placed.capacity, placed.file_id, c.id,
                                   p.given_name || ' ' || p.family_name, placed.total) ORDER BY placed.place)
FROM placed JOIN sharing_file f ON f.id = placed.file_id JOIN people_person p ON p.id = f.person_id
JOIN history_case c ON c.file_id = f.id AND c.procedure = %(procedure)s
WHERE placed.place <= %(most)s
"""
NOTHING = "NULL::jsonb"
"""In its place for whom nothing of this waits."""
