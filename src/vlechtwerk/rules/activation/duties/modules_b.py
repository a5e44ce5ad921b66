"""The modules with the duties of carrying out, closing and privacy; naming them here is what registers their rules."""

from types import ModuleType

from vlechtwerk.rules.activation.duties import (
    advice,
    budget,
    care_providers,
    closing_duties,
    confidentiality,
    consent,
    cooperation,
    dossier,
    evaluation_duties,
    execution_duties,
    extension_evidence,
    icf,
    internship,
    mobility,
    rights,
    stop_duties,
    welfare,
    work_providers,
    working_notes,
    writing,
)

MODULES_B: tuple[ModuleType, ...] = (
    advice,
    budget,
    care_providers,
    closing_duties,
    confidentiality,
    consent,
    cooperation,
    dossier,
    evaluation_duties,
    execution_duties,
    extension_evidence,
    icf,
    internship,
    mobility,
    rights,
    stop_duties,
    welfare,
    work_providers,
    working_notes,
    writing,
)
