"""The statements with which somebody writes in the history of a case: lock it, read what it holds, and store what changed.

They are written out because recording is what people wait for most: made from querysets the same rows take several times as
long. Who takes part in a file comes from `sharing` as a part of the statement, so that its policy decides here too.

Named values: `case`, `file`, those of the policy, and in `STORE` the fields of the new row and of the case, with `owed`:
everything that is or will be owed, as a list in JSON. `columns` are those of the model in the order of its fields.
"""

# Only who takes part in the file may hold up others with a lock. The part is read again under the lock: it may have ended
# while somebody else had the case.
LOCK = """
SELECT {columns} FROM history_case
WHERE id = %(case)s AND file_id = ANY (ARRAY(SELECT part.file_id FROM ({parts}) part))
FOR NO KEY UPDATE OF history_case
"""
EVENTS = "SELECT {columns} FROM history_event WHERE case_id = %(case)s ORDER BY sequence"

# What is owed no longer goes, and of the rest only what is new or different is written. A change and a removal never concern
# the same row, so their order does not matter.
STORE = """
WITH wanted AS (
    SELECT * FROM jsonb_to_recordset(%(owed)s::jsonb) AS w(
        id uuid, rule varchar, what varchar, number smallint, owner varchar, due_on date, done_on date, opens_on date,
        lapses_on date, signal boolean
    )
), gone AS (
    DELETE FROM history_obligation o WHERE o.case_id = %(case)s
        AND NOT EXISTS (SELECT FROM wanted w WHERE (w.rule, w.what, w.number) = (o.rule, o.what, o.number))
), changed AS (
    INSERT INTO history_obligation (id, case_id, rule, what, number, owner, due_on, done_on, opens_on, lapses_on, signal)
    SELECT w.id, %(case)s, w.rule, w.what, w.number, w.owner, w.due_on, w.done_on, w.opens_on, w.lapses_on, w.signal
    FROM wanted w LEFT JOIN history_obligation o
        ON o.case_id = %(case)s AND (o.rule, o.what, o.number) = (w.rule, w.what, w.number)
    WHERE (w.owner, w.due_on, w.done_on, w.opens_on, w.lapses_on, w.signal)
        IS DISTINCT FROM (o.owner, o.due_on, o.done_on, o.opens_on, o.lapses_on, o.signal)
    ON CONFLICT (case_id, rule, what, number) DO UPDATE SET owner = excluded.owner, due_on = excluded.due_on,
        done_on = excluded.done_on, opens_on = excluded.opens_on, lapses_on = excluded.lapses_on, signal = excluded.signal
), moved AS (
    UPDATE history_case SET status = %(status)s, status_since = %(status_since)s, status_reason = %(status_reason)s,
        started_on = %(started_on)s, minimum_on = %(minimum_on)s, maximum_on = %(maximum_on)s,
        closing_on = %(closing_on)s, ends_on = %(ends_on)s, version = %(version)s
    WHERE id = %(case)s
)
INSERT INTO history_event (id, case_id, sequence, name, "on", data, recorded_by_id, corrects_id, correction_reason,
                           idempotency_key)
VALUES (%(id)s, %(case)s, %(version)s, %(name)s, %(on)s, %(data)s::jsonb, %(recorded_by)s, %(corrects)s,
        %(correction_reason)s, %(idempotency_key)s)
RETURNING recorded_at
"""
