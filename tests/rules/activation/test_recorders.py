"""Who may record what: each event by those whom the handbook names, and nobody else."""

from datetime import date

import pytest

from tests.rules.histories import ALL_THREE, BOTH
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.recorders import RECORDERS, reason_against, rule_of
from vlechtwerk.rules.activation.terms import Advice, Attendance, Domain, InterruptionReason, StopGround, StopManner
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role

DAY = date(2026, 4, 7)
WORK, CARE = Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER
COORDINATOR, FOLLOWER = Role.NETWORK_COORDINATOR, Role.PROJECT_FOLLOWER
MEDIATOR, ADVISOR, DGS = Role.VDAB_MEDIATOR, Role.TRUSTED_ADVISOR, Role.DGS
WORK_PROVIDER, CARE_PROVIDER = Role.WORK_PROVIDER, Role.CARE_PROVIDER
TEAM, PROVIDERS = {WORK, CARE}, {WORK_PROVIDER, CARE_PROVIDER}


def recorders_of(event: Event) -> set[Role]:
    """The capacities that may record an event."""
    return {role for role in Role if reason_against(event, [role]) is None}


@pytest.mark.rule("AT-031")
def test_only_the_mediator_of_vdab_refers() -> None:
    assert recorders_of(e.Referred(DAY)) == {MEDIATOR}


@pytest.mark.rule("AT-052")
def test_the_work_case_manager_tells_the_care_partnership_about_the_intake() -> None:
    assert recorders_of(e.IntakeNotified(DAY)) == {WORK}


@pytest.mark.rule("AT-060")
def test_the_work_case_manager_completes_the_first_appointment() -> None:
    assert recorders_of(e.FirstMeeting(DAY, Attendance.PRESENT, ALL_THREE)) == {WORK}


@pytest.mark.rule("AT-067")
def test_the_answer_to_the_start_is_recorded_at_the_work_side() -> None:
    assert recorders_of(e.StartConfirmed(DAY)) == recorders_of(e.StartRefused(DAY)) == {WORK}


@pytest.mark.rule("AT-070")
def test_the_work_case_manager_asks_for_mediation() -> None:
    assert recorders_of(e.MediationRequested(DAY)) == {WORK}


@pytest.mark.rule("AT-087")
def test_both_case_managers_may_explain_a_delay() -> None:
    assert recorders_of(e.DelayNoted(DAY)) == TEAM


@pytest.mark.rule("AT-092")
def test_both_case_managers_may_record_the_signatures() -> None:
    assert recorders_of(e.PlanSigned(DAY, ALL_THREE)) == TEAM


@pytest.mark.rule("AT-139")
@pytest.mark.parametrize(
    "event",
    [
        e.ThreeWayMeeting(DAY),
        e.PlanUploaded(DAY),
        e.Interrupted(DAY, DAY, InterruptionReason.ILLNESS),
        e.IcfCompleted(DAY, 43),
    ],
)
def test_both_case_managers_keep_the_file(event: Event) -> None:
    assert recorders_of(event) == TEAM


@pytest.mark.rule("AT-120")
def test_only_the_network_coordinator_judges_the_plan() -> None:
    assert recorders_of(e.PlanApproved(DAY)) == recorders_of(e.PlanReturned(DAY)) == {COORDINATOR}


@pytest.mark.rule("AT-106")
def test_only_the_work_case_manager_starts_the_mediation() -> None:
    assert recorders_of(e.MediationStarted(DAY)) == {WORK}


@pytest.mark.rule("AT-119")
def test_the_start_of_an_action_is_recorded_by_provider_case_manager_or_coordinator() -> None:
    assert recorders_of(e.ActionStarted(DAY, Domain.CARE)) == {*PROVIDERS, *TEAM, COORDINATOR}


@pytest.mark.rule("AT-153")
def test_both_case_managers_may_record_an_evaluation() -> None:
    assert recorders_of(e.EvaluationHeld(DAY, ALL_THREE)) == TEAM


@pytest.mark.rule("AT-165")
def test_both_case_managers_may_suspend_and_resume_care() -> None:
    assert recorders_of(e.CareSuspended(DAY)) == recorders_of(e.CareResumed(DAY)) == TEAM


@pytest.mark.rule("AT-228")
@pytest.mark.rule("AT-221")
def test_the_work_case_manager_asks_an_extension_and_the_project_follower_decides() -> None:
    assert recorders_of(e.ExtensionRequested(DAY, 3, BOTH, necessary_actions=True)) == {WORK}
    assert recorders_of(e.ExtensionDecided(DAY, granted=True)) == {FOLLOWER}


@pytest.mark.rule("AT-207")
def test_the_last_report_is_registered_by_a_provider_or_a_case_manager() -> None:
    assert recorders_of(e.LastReportRegistered(DAY)) == {*PROVIDERS, *TEAM}


@pytest.mark.rule("AT-193")
def test_the_lack_of_an_internship_is_explained_at_the_work_side() -> None:
    assert recorders_of(e.NoInternshipMotivated(DAY)) == {WORK_PROVIDER, WORK}


@pytest.mark.rule("AT-213")
@pytest.mark.rule("AT-214")
@pytest.mark.rule("AT-215")
@pytest.mark.rule("AT-216")
@pytest.mark.parametrize(
    ("advice", "who"), [(Advice.NEC, WORK), (Advice.SEC, WORK), (Advice.AMA, ADVISOR), (Advice.WELFARE, DGS)]
)
def test_who_registers_a_mediation_advice_depends_on_the_advice(advice: Advice, who: Role) -> None:
    assert recorders_of(e.MediationAdviceRegistered(DAY, advice)) == {who}


@pytest.mark.rule("AT-129")
def test_both_case_managers_may_warn_the_coordinator() -> None:
    assert recorders_of(e.CoordinatorWarned(DAY)) == TEAM


@pytest.mark.rule("AT-208")
def test_both_case_managers_may_register_the_final_report() -> None:
    assert recorders_of(e.FinalReportRegistered(DAY, joint=True)) == TEAM


@pytest.mark.rule("AT-200")
def test_only_the_work_case_manager_registers_the_final_advice() -> None:
    assert recorders_of(e.FinalAdviceRegistered(DAY, Advice.NEC, BOTH)) == {WORK}


@pytest.mark.rule("AT-232")
@pytest.mark.rule("AT-233")
def test_the_work_case_manager_asks_a_stop_and_the_project_follower_decides() -> None:
    assert recorders_of(e.StopRequested(DAY, StopGround.AT_WORK, BOTH)) == {WORK}
    assert recorders_of(e.StopDecided(DAY, StopManner.EARLY_STOP)) == {FOLLOWER}


@pytest.mark.rule("AT-241")
def test_only_the_work_case_manager_blocks_the_access() -> None:
    assert recorders_of(e.AccessBlocked(DAY)) == {WORK}


@pytest.mark.rule("AT-217")
def test_vdab_records_the_yearly_review() -> None:
    assert recorders_of(e.WelfareReviewed(DAY)) == {MEDIATOR, ADVISOR, DGS}


def test_every_event_has_its_recorders() -> None:
    assert set(RECORDERS) == set(e.EVENTS.values())
    assert all(RECORDERS[kind] for kind in e.EVENTS.values())


def test_a_refusal_names_who_may() -> None:
    reason = reason_against(e.PlanApproved(DAY), [WORK, CARE])
    assert reason is not None
    assert (reason.rule, reason.shortfall.missing) == (rule_of(e.PlanApproved(DAY)), ("network_coordinator",))


def test_one_of_several_capacities_is_enough() -> None:
    assert reason_against(e.WelfareReviewed(DAY), [WORK, ADVISOR]) is None
