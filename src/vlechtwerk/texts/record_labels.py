"""The English label of every code of the record and of involvement, by kind: what a client reads about who looked."""

from __future__ import annotations

from typing import Final

LOOKS: Final = {
    "file_read": "the file",
    "file_exported": "a report of the file, taken along",
    "files_listed": "a list with the name",
    "numbers_listed": "a list with the number of the trajectory, without the name",
    "numbers_exported": "a table with the number of the trajectory, without the name",
    "record_read": "this overview of who looked",
    "document_read": "a document",
}

PARTS: Final = {"administrative": "course of the trajectory", "confidential": "the confidential file"}

PURPOSES: Final = {
    "guidance": "to guide the client",
    "coordination": "to coordinate the providers",
    "mediation": "to mediate towards work",
    "follow_up": "to follow up the project",
    "own_file": "to see the own file",
    "payment": "to pay the care partnership",
    "support": "to help somebody with the program",
}

INVOLVEMENTS: Final = {
    "referral": "the referral",
    "assignment": "an assignment to the trajectory",
    "own_access": "own access as case manager",
    "team": "a part in the team",
    "plan_uploaded": "the plan that was uploaded",
    "action_assigned": "an action of the plan",
    "project": "the follow-up of the project",
    "referral_line": "a referral line",
    "handover": "a hand-over",
    "absence": "the absence of a colleague",
    "self": "the own trajectory",
}

SIGNALS: Final = {
    "consent_refused": "the client did not agree to share something: talk about it together",
    "consent_withdrawn": "the client took back a consent: talk about it together",
}
