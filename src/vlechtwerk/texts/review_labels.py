"""The English label of every code of reviewing the record: why something stands out, and what came of looking."""

from __future__ import annotations

from typing import Final

REASONS: Final = {
    "break_glass": "emergency access",
    "no_task": "read the confidential file without a task in the trajectory",
    "same_name": "the same family name as the client",
    "many_files": "many more files on one day than is usual for this function",
    "many_refused": "many attempts that were refused",
    "sign_in_failed": "many failed attempts to sign in",
    "unusual_hour": "outside the usual hours of the region",
    "sample": "drawn by lot from the week",
}

OUTCOMES: Final = {
    "in_order": "in order",
    "asked": "asked for an explanation",
    "incident": "incident",
}
