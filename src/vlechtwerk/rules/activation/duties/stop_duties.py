"""An early stop: grounds, disagreement, the message to the project follower, and the partners that are consulted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import done_by, told, unmet
from vlechtwerk.rules.activation.terms import StopGround
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Force, Points
from vlechtwerk.rules.roles import Role


@dataclass(frozen=True)
class StopGrounds:
    """The grounds that were chosen, the main one for the reports, and since when the client is at work."""

    chosen: frozenset[StopGround]
    main: StopGround | None = None
    at_work_from: date | None = None


@dataclass(frozen=True)
class StopMessage:
    """The message about an early stop: from whom to whom and when, with what in it."""

    by: Role
    to: Role
    sent_on: date
    ground: StopGround | None
    agreed_on: date | None
    facts: str
    confidential_text: bool = False


@BOOK.requirement(
    "AT-230",
    CARE_HANDBOOK.at("5.3"),
    concerns="early_stop",
    force=Force.MAY,
    points={
        "ground": "at least one of the four grounds",
        "main_ground": "the main one among the chosen grounds",
        "at_work_from": "the day on which the client started to work",
    },
)
def stop_has_a_ground(grounds: StopGrounds) -> Findings:
    """A trajectory may be stopped for work, an interruption that blocks it, a serious shortcoming, or a goal out of reach."""
    at_work = StopGround.AT_WORK in grounds.chosen
    return unmet(
        ground=bool(grounds.chosen),
        main_ground=grounds.main in grounds.chosen,
        at_work_from=not at_work or grounds.at_work_from is not None,
    )


@BOOK.requirement(
    "AT-231",
    CARE_HANDBOOK.at("5.3"),
    concerns="early_stop",
    points={
        "work_case_manager": "the view of the work case manager",
        "care_case_manager": "the view of the care case manager",
    },
)
def disagreement_is_on_record(views: Mapping[Role, str]) -> Findings:
    """When the case managers do not agree on a stop, the trajectory goes on and both views are recorded.

    The handbook tells no way out of a disagreement; the decision stays with people.
    """
    return unmet(
        work_case_manager=told(views.get(Role.WORK_CASE_MANAGER, "")),
        care_case_manager=told(views.get(Role.CARE_CASE_MANAGER, "")),
    )


@BOOK.requirement(
    "AT-232",
    CARE_HANDBOOK.at("5.3"),
    concerns="early_stop",
    points={
        "work_case_manager": "sent by the work case manager",
        "project_follower": "sent to the project follower",
        "ground": "the ground",
        "agreed": "the day on which both case managers agreed",
        "facts": "the facts in short",
        "no_confidential_text": "nothing from the confidential file",
    },
)
def project_follower_hears_of_the_stop(message: StopMessage) -> Findings:
    """After both agreed, the work case manager tells the project follower about the early stop."""
    return unmet(
        work_case_manager=message.by is Role.WORK_CASE_MANAGER,
        project_follower=message.to is Role.PROJECT_FOLLOWER,
        ground=message.ground is not None,
        agreed=done_by(message.agreed_on, message.sent_on),
        facts=told(message.facts),
        no_confidential_text=not message.confidential_text,
    )


@BOOK.requirement(
    "AT-234",
    CARE_HANDBOOK.at("5.3"),
    concerns="early_stop",
    force=Force.SHOULD,
    points={
        "network_coordinator": "a talk with the network coordinator",
        "providers": "a talk with each provider of a running action",
    },
)
def partners_are_consulted_on_the_stop(coordinator_on: date | None, providers: Mapping[str, date | None]) -> Findings:
    """The case managers best consult the coordinator and the providers before a stop, because it has financial consequences.

    `providers` names the providers of running actions with the day on which each was consulted.
    """
    return unmet(network_coordinator=coordinator_on is not None, providers=None not in providers.values())


@BOOK.requirement(
    "AT-237",
    CARE_HANDBOOK.at("5.3"),
    concerns="early_stop",
    points={"system": "closed by itself after the request of the project follower"},
)
def stopped_file_closes_by_itself(by: Role) -> Findings:
    """After a stop or removal the work case manager does not close the file: that happens by itself after VDAB's request."""
    return unmet(system=by is Role.SYSTEM)


@BOOK.checklist("AT-238", CARE_HANDBOOK.at("5.3"), concerns="closing_choice", force=Force.MAY)
def closing_choice() -> Points:
    """A few questions help the case managers to choose between an end with a final advice and an early stop."""
    return {
        "carried_out": "the plan was carried out, or its maximum duration is reached",
        "three_months": "three months have passed since the start",
        "motivated": "a final advice can be motivated",
    }
