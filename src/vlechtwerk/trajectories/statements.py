"""The statements with which every page about a trajectory reads it: the case with its person, and who is or was in the file.

They are written out because every page waits for them: made from querysets the same rows take several times as long. Who takes
part in a file comes from `sharing` as a part of the statement, so that its policy decides here too.

Named values: `case`, `procedure` and those of the policy; `file`. `columns` are those of the models in the order of their
fields: case, file and person, or involvement, position, account and organisation.
"""

CASE = """
SELECT {columns} FROM history_case
JOIN sharing_file ON sharing_file.id = history_case.file_id
JOIN people_person ON people_person.id = sharing_file.person_id
WHERE history_case.id = %(case)s AND history_case.procedure = %(procedure)s
    AND history_case.file_id = ANY (ARRAY(SELECT part.file_id FROM ({parts}) part))
"""
EVER_INVOLVED = """
SELECT {columns} FROM sharing_involvement
JOIN organisations_position ON organisations_position.id = sharing_involvement.position_id
JOIN accounts_account ON accounts_account.id = organisations_position.account_id
JOIN organisations_organisation ON organisations_organisation.id = organisations_position.organisation_id
WHERE sharing_involvement.file_id = %(file)s ORDER BY sharing_involvement.from_on, sharing_involvement.id
"""
