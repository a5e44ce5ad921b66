"""The rules of the first half of the register that are no function and no list, each with the reason why."""

NOT_EXPRESSED: dict[str, str] = {
    "AT-002": "it is about the rules themselves: every rule can carry a validity, and a term keeps the edition of its start.",
    "AT-029": "it points to learning material outside the program, and nothing in a trajectory depends on it.",
    "AT-057": "it allows an extra talk of participant and care case manager, which needs nothing and moves no date.",
    "AT-109": "it allows several internships and growing hours, and there is nothing that could be refused or missing.",
}
