"""The words of the field that a page explains where it uses them, with their meaning from the glossary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vlechtwerk.rules.glossary import GLOSSARY

EXPLAINED = (
    *("work_case_manager", "care_case_manager", "network_coordinator", "project_follower", "trusted_advisor"),
    *("initiated", "accepted", "in_progress", "closing", "ended", "cancelled", "mediation_started"),
    *("trajectory_plan", "evaluation", "internship", "interruption", "extension", "early_stop", "contingent_removal"),
    *("final_report", "final_advice", "compensation", "confidential_file", "consent", "ICF", "BTOM", "signal", "flag"),
)
"""Identifiers of the glossary. What is not here is plain enough, or stands on no page."""

MEANINGS: Mapping[str, str] = {one.identifier: one.meaning for one in GLOSSARY if one.identifier in EXPLAINED}


def meaning(identifier: str) -> str:
    """What a word means (the message id); empty for one that is not explained."""
    return MEANINGS.get(identifier, "")


def message_ids() -> Iterator[str]:
    """Yield every meaning, for the check that all of them have a Dutch translation."""
    yield from MEANINGS.values()
