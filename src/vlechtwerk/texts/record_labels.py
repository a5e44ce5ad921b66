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
    "record_exported": "this overview, kept as a file",
    "glass_broken": "opened the file in an emergency",
    "glass_mended": "ended the emergency access",
    "case_opened": "began the trajectory",
    "event_recorded": "recorded something that happened",
    "event_corrected": "corrected something that was recorded",
    "note_written": "wrote a note",
    "document_added": "added a document",
    "access_granted": "gave somebody access",
    "access_ended": "ended the access of somebody",
    "involved": "let somebody take part",
    "involvement_ended": "ended the part of somebody",
    "reviewed": "checked who looked",
    "goal_set": "set down a goal",
    "report_written": "wrote a report",
    "remark_written": "wrote a remark beside it",
    "consent_asked": "asked for a consent",
    "consent_given": "wrote down a consent",
    "consent_refused": "wrote down that sharing was refused",
    "consent_withdrawn": "ended a consent",
    "consent_put_off": "put off asking for a consent",
    "signal_handled": "talked about something that asked for it",
    "document_read": "a document",
    "erasure_confirmed": "decided that the file is destroyed",
    "erasure_rejected": "decided that the file is not destroyed yet",
    "hold_set": "decided that the file may not be destroyed",
    "hold_lifted": "ended that the file may not be destroyed",
    "right_asked": "wrote down a question about the own data",
    "right_extended": "took longer to answer a question about the own data",
    "right_decided": "answered a question about the own data",
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
    "standing_in": "to stand in for a colleague",
    "hand_over": "to hand over or take over the guidance",
    "rounding_off": "to round off after the end",
    "asked_by_client": "because the client asked for it",
    "complaint": "to handle a complaint",
    "incident": "to look into a possible data leak or misuse",
    "authority": "to answer a supervisory authority",
    "reconstruction": "to reconstruct how the guidance went",
    "review": "to check who looked",
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
    "emergency": "emergency access of at most four hours",
}

SIGNALS: Final = {
    "situation_told": "a provider or colleague tells that something is going on: read the notice and decide together",
    "delay_told": "a work provider tells that a delay threatens: read the notice",
    "document_shared": "the client shares a document of her own with you: look in the documents of the file",
    "document_taken_back": "the client no longer shares a document of her own with you: do not use it any more",
    "consent_refused": "the client did not agree to share something: talk about it together",
    "consent_withdrawn": "the client took back a consent: talk about it together",
    "emergency": "the data-protection officer opened the file: talk about it together",
    "correction_asked": "the client asks to put something right that stands in the file: look at it together",
    "new_referral": "a new activation trajectory was requested, with a first appointment with you",
    "removal_asked": "the work case manager asks whether the participant should leave the contingent",
}
