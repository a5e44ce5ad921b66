"""The statement with which every page about a trajectory reads who is or was in the file.

It is written out because every page waits for it: made from a queryset the same rows take several times as long.

Named value: `file`. `columns` are those of involvement, position, account and organisation, in the order of their fields.
"""

EVER_INVOLVED = """
SELECT {columns} FROM sharing_involvement
JOIN organisations_position ON organisations_position.id = sharing_involvement.position_id
JOIN accounts_account ON accounts_account.id = organisations_position.account_id
JOIN organisations_organisation ON organisations_organisation.id = organisations_position.organisation_id
WHERE sharing_involvement.file_id = %(file)s ORDER BY sharing_involvement.from_on, sharing_involvement.id
"""
