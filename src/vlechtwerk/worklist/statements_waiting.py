"""What waits for a case manager about who takes part, as a part of the statement that counts the own cases.

It says what `sharing.waiting` says, in SQL and for all own files at once; a test compares them. It stands apart from the numbers
because it starts from the places of the position, and looks up only names that are shown.

Named values: `position`, `today`, `work` and `care` (the capacities of the case managers), `gets_access` (the capacities that are
given access), `procedure` (of the cases) and `most` (how many are named).
"""

# Whoever follows takes part in the same file, and files have an index. Materialised, so that each place is looked at once.
WAITING = """
WITH mine AS (
    SELECT DISTINCT m.file_id, m.capacity, f.owned_from,
           CASE m.capacity WHEN %(work)s THEN %(care)s ELSE %(work)s END AS other
    FROM sharing_involvement m JOIN sharing_file f ON f.id = m.file_id
    WHERE m.position_id = %(position)s AND m.capacity IN (%(work)s, %(care)s)
      AND m.from_on <= %(today)s AND (m.until_on IS NULL OR m.until_on > %(today)s)
      AND (f.blocked_on IS NULL OR f.blocked_on > %(today)s)
), others AS MATERIALIZED (
    SELECT i.id, i.file_id, i.capacity,
           EXISTS (SELECT FROM sharing_involvement n
                   WHERE n.file_id = i.file_id AND n.follows_id = i.id AND n.capacity = i.capacity
                     AND n.from_on <= %(today)s AND (n.until_on IS NULL OR n.until_on > %(today)s)) AS is_replaced,
           NOT EXISTS (SELECT FROM sharing_grant g WHERE g.involvement_id = i.id) AS never
    FROM mine JOIN sharing_involvement i ON i.file_id = mine.file_id AND i.capacity = ANY(%(gets_access)s)
     AND i.from_on <= %(today)s AND (i.until_on IS NULL OR i.until_on > %(today)s)
    JOIN organisations_position q ON q.id = i.position_id
     AND q.from_on <= %(today)s AND (q.until_on IS NULL OR q.until_on > %(today)s)
    WHERE mine.capacity = %(work)s AND mine.owned_from <= %(today)s
), found AS (
    SELECT CASE WHEN is_replaced THEN 'end' ELSE 'give' END AS asked, capacity, file_id, id
    FROM others WHERE is_replaced OR never
    UNION ALL
    SELECT 'fill', mine.other, mine.file_id, NULL FROM mine
    WHERE EXISTS (SELECT FROM sharing_involvement i WHERE i.file_id = mine.file_id AND i.capacity = mine.other)
      AND NOT EXISTS (SELECT FROM sharing_involvement i JOIN organisations_position q ON q.id = i.position_id
                      WHERE i.file_id = mine.file_id AND i.capacity = mine.other
                        AND i.from_on <= %(today)s AND (i.until_on IS NULL OR i.until_on > %(today)s)
                        AND q.from_on <= %(today)s AND (q.until_on IS NULL OR q.until_on > %(today)s))
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
