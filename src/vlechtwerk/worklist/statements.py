"""The statements of the list: one page of it with how many cases there are, and numbers over many cases.

They are written out because the home screen is opened more often than everything else together: made from querysets the same
rows cost several times as much, and the counters ask for the same dates again for every number. The files that somebody may
see come from `sharing` as a part of the statement, so that its policy decides here too.

Named values: `today`, `soon` (the last day that counts as soon), `mine` (the capacities for which the position acts), `over`
(the statuses of cases that are over), `hidden` (what the position may not hear of), `maximum` (months after which an extension
is no longer asked), `quiet_since` and `heard` (after which day, and in which files, there was contact), `status`, `limit`,
`offset`, those of a name, those of the policy, those of what waits (`statements_waiting`), and those of the room of a
team (`arrangements.queries`).
"""

OPEN = """
    o.case_id = {case}.id AND o.done_on IS NULL AND o.opens_on <= %(today)s AND (o.lapses_on IS NULL OR o.lapses_on > %(today)s)
"""

# What is asked of somebody by a date. The yearly review of an advice Welfare is a signal, for no term of the trajectory depends
# on it, and yet it is all that is left to do then: as a number beside a case that is over nobody would find it (AT-217).
IS_OWED = "(NOT o.signal OR o.what = 'welfare_review')"

VISIBLE = "SELECT part.file_id FROM ({parts}) part"

# What `status_code_on` and `open_on` of `history` say, in SQL; a test compares them.
OWN = """
WITH own AS MATERIALIZED (
    SELECT c.id, c.file_id, c.started_on, c.maximum_on, due.*,
           CASE WHEN c.ends_on <= %(today)s THEN 'ended' WHEN c.closing_on <= %(today)s THEN 'closing' ELSE c.status
           END AS status
    FROM history_case c CROSS JOIN LATERAL (
        SELECT min(o.due_on) FILTER (WHERE IS_OWED) AS next_on,
               min(o.due_on) FILTER (WHERE IS_OWED AND o.owner = ANY(%(mine)s)) AS mine_on,
               count(*) FILTER (WHERE IS_OWED) AS owed,
               count(*) FILTER (WHERE IS_OWED AND o.owner = ANY(%(mine)s)) AS owed_by_me,
               count(*) FILTER (WHERE NOT IS_OWED AND NOT o.what = ANY(%(hidden)s)) AS signals,
               min(o.due_on) FILTER (WHERE o.what = 'plan_upload') AS plan_on,
               min(o.due_on) FILTER (WHERE o.what = 'evaluation') AS evaluation_on,
               coalesce(bool_or(o.what = 'maximum_approaching'), false) AS near_maximum
        FROM history_obligation o WHERE {open}
    ) due
    WHERE c.file_id IN ({visible})
)
""".replace("IS_OWED", IS_OWED)

ALIVE = "(next_on IS NOT NULL OR NOT status = ANY(%(over)s))"
WAITS_FOR_ME = "coalesce(mine_on <= next_on OR mine_on <= %(soon)s, false)"
LATE = "coalesce(next_on < %(today)s, false)"
SOON = "coalesce(next_on BETWEEN %(today)s AND %(soon)s, false)"
WAITS_FOR_OTHERS = f"(next_on IS NOT NULL AND NOT {WAITS_FOR_ME})"
HAS_STATUS = "status = %(status)s"
PLAN_LATE = "coalesce(plan_on < %(today)s, false)"
EVALUATION = "coalesce(evaluation_on <= %(soon)s, false)"
NEAR_MAXIMUM = "near_maximum"
CLOSING = "status = 'closing'"
# What `extension_window_closes` of the rules says, in SQL; a test compares them. Who asked already is not asked to.
EXTENSION = """
    CASE WHEN status = 'in_progress' AND (started_on + make_interval(months => %(maximum)s))::date - 1
              BETWEEN %(today)s AND %(soon)s
         THEN NOT EXISTS (SELECT FROM history_event e WHERE e.case_id = own.id AND e.name = 'extension_requested'
                          AND e.data IS NOT NULL AND NOT EXISTS (SELECT FROM history_event w WHERE w.corrects_id = e.id))
         ELSE false END
"""
SILENT = """
    (NOT status = ANY(%(over)s) AND NOT file_id = ANY(%(heard)s)
     AND NOT EXISTS (SELECT FROM history_event e WHERE e.case_id = own.id AND e."on" > %(quiet_since)s))
"""

NAMED = """
    JOIN LATERAL (
        SELECT {strict} AS exact FROM sharing_file f JOIN people_person p ON p.id = f.person_id
        WHERE f.id = own.file_id AND ({strict} OR {loose})
    ) named ON true
"""
STRICT_WORD = "strpos(' ' || p.search_key, ' ' || %({word})s) > 0"
# Only a name that holds a piece of the word is worth the work of the expression.
LOOSE_WORD = """
    (strpos(p.loose_key, %(first_{word})s) > 0 OR strpos(p.loose_key, %(last_{word})s) > 0
     OR strpos(p.loose_key, %(turned_{word})s) > 0) AND p.loose_key ~ %(form_{word})s
"""

# The own cases by who manages them. What comes after OWN belongs to one statement, so its rows are counted once for each manager.
SHARES = """
SELECT q.id, a.name, g.name, i.capacity, {numbers}
FROM own JOIN sharing_involvement i ON i.file_id = own.file_id AND i.capacity = ANY(%(managers)s)
     AND i.from_on <= %(today)s AND (i.until_on IS NULL OR i.until_on > %(today)s)
JOIN organisations_position q ON q.id = i.position_id JOIN accounts_account a ON a.id = q.account_id
JOIN organisations_organisation g ON g.id = q.organisation_id
GROUP BY q.id, a.name, g.name, i.capacity ORDER BY count(*) DESC, a.name, q.id
"""

# Numbers over all cases of a region, for who coordinates it: no row of it concerns one case.
REGION = """
SELECT status, count(*), {numbers}
FROM (
    SELECT c.id, due.*, CASE WHEN c.ends_on <= %(today)s THEN 'ended' WHEN c.closing_on <= %(today)s THEN 'closing'
                        ELSE c.status END AS status
    FROM history_case c CROSS JOIN LATERAL (
        SELECT min(o.due_on) FILTER (WHERE IS_OWED) AS next_on,
               min(o.due_on) FILTER (WHERE o.what = 'plan_upload') AS plan_on,
               min(o.due_on) FILTER (WHERE o.what = 'evaluation') AS evaluation_on,
               coalesce(bool_or(o.what = 'maximum_approaching'), false) AS near_maximum
        FROM history_obligation o WHERE {open}
    ) due
    WHERE c.region_id = %(region)s AND c.procedure = 'activation'
) counted GROUP BY status ORDER BY status
""".replace("IS_OWED", IS_OWED)

# How the trajectories of a region ended, by year. An event that was corrected does not count; what took its place does.
OUTCOMES = """
SELECT year, code, count(*) FROM (
    SELECT extract(year FROM coalesce(c.ends_on, c.status_since))::int AS year,
           CASE WHEN c.ends_on IS NOT NULL THEN 'automatic'
                WHEN c.status_reason = 'final_advice' THEN (
                    SELECT e.data ->> 'advice' FROM history_event e
                    WHERE e.case_id = c.id AND e.name = 'final_advice_registered' AND e.data IS NOT NULL
                      AND NOT EXISTS (SELECT FROM history_event w WHERE w.corrects_id = e.id)
                    ORDER BY e.sequence DESC LIMIT 1)
                ELSE c.status_reason END AS code
    FROM history_case c
    WHERE c.region_id = %(region)s AND c.procedure = 'activation' AND c.erased_on IS NULL
      AND (c.ends_on <= %(today)s OR c.ends_on IS NULL AND c.status IN ('ended', 'cancelled'))
) over WHERE year BETWEEN %(first)s AND %(last)s GROUP BY year, code
"""

# The page and the numbers are told by one statement, so that the own cases are looked through once. Its first row holds the
# numbers by status; it also tells whether anything at all waits for a talk, so that this is asked further only when it does.
LIST = """
, page AS (
    SELECT own.*, {exact} AS exact FROM own {named} WHERE {conditions} ORDER BY exact DESC, own.{due} NULLS LAST, own.id
    LIMIT %(limit)s OFFSET %(offset)s
)
SELECT 0 AS place, (SELECT jsonb_agg(told) FROM (
           SELECT jsonb_build_array(status, count(*), bool_or(EXISTS (
                      SELECT FROM sharing_signal s WHERE s.file_id = own.file_id AND s.handled_at IS NULL)), {numbers}) AS told
           FROM own GROUP BY status ORDER BY status) by_status),
       ({waiting}), ({room}), NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
UNION ALL
SELECT row_number() OVER (ORDER BY page.exact DESC, page.{due} NULLS LAST, page.id), NULL, NULL, NULL,
       page.id, page.file_id, p.given_name || ' ' || p.family_name, page.status, page.started_on, page.maximum_on,
       first.due_on, first.what, first.number, first.owner, page.{owed}, page.signals
FROM page
JOIN sharing_file f ON f.id = page.file_id
JOIN people_person p ON p.id = f.person_id
LEFT JOIN LATERAL (
    SELECT o.due_on, o.what, o.number, o.owner FROM history_obligation o
    WHERE {open} AND IS_OWED AND {whose} ORDER BY o.due_on, o.number LIMIT 1
) first ON true
ORDER BY place
""".replace("IS_OWED", IS_OWED)
EVERYBODY, ONLY_ME = "true", "o.owner = ANY(%(mine)s)"
