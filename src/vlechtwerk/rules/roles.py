"""The capacities in which people act in the procedures of the work-and-care world."""

from enum import StrEnum


class Role(StrEnum):
    """Who owes, may do or may see something. The Dutch terms stand in the generated glossary.

    `CASE_MANAGEMENT_TEAM` is the tandem of the work and the care case manager: what the team owes, both owe.
    `EARLIER_CASE_MANAGER` handed over to a colleague and reads on for a while.
    The bare abbreviation CMW is never used: it has two meanings in the handbook.
    """

    CLIENT = "client"
    WORK_CASE_MANAGER = "work_case_manager"
    CARE_CASE_MANAGER = "care_case_manager"
    EARLIER_CASE_MANAGER = "earlier_case_manager"
    CASE_MANAGEMENT_TEAM = "case_management_team"
    NETWORK_COORDINATOR = "network_coordinator"
    CARE_PROVIDER = "care_provider"
    WORK_PROVIDER = "work_provider"
    VDAB_MEDIATOR = "vdab_mediator"
    TRUSTED_ADVISOR = "trusted_advisor"
    PROJECT_FOLLOWER = "project_follower"
    TOM_TEAM = "tom_team"
    DGS = "dgs"
    CARE_PARTNERSHIP_CONTACT = "care_partnership_contact"
    CARE_DEPARTMENT = "care_department"
    SYSTEM = "system"
    APPLICANT_ORGANISATION = "applicant_organisation"
    ORGANISATION_RESPONSIBLE = "organisation_responsible"
    REVIEWER = "reviewer"
    MINISTER = "minister"
    DATA_PROTECTION_OFFICER = "data_protection_officer"


CASE_MANAGERS = frozenset({Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER})
"""The two case managers whose joint agreement the handbook asks for again and again."""

PROVIDERS = frozenset({Role.CARE_PROVIDER, Role.WORK_PROVIDER})
"""Who carries out the actions of a plan."""

OF_VDAB = frozenset({Role.VDAB_MEDIATOR, Role.TRUSTED_ADVISOR, Role.PROJECT_FOLLOWER, Role.TOM_TEAM, Role.DGS})
"""The capacities in which people of VDAB see something of a trajectory."""


def acts_as(role: Role) -> frozenset[Role]:
    """The capacities a role covers: a case manager also acts for the team; everybody else only as themselves."""
    if role in CASE_MANAGERS:
        return frozenset({role, Role.CASE_MANAGEMENT_TEAM})
    return frozenset({role})
