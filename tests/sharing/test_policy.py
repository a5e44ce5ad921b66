"""The table of who may do what: what it opens, and how a table that cannot be meant is refused."""

import pytest

from vlechtwerk.rules.roles import OF_VDAB, Role
from vlechtwerk.sharing.policy import (
    CARE,
    DIGEST,
    FIELDS,
    LET_IN,
    POLICY,
    Basis,
    Kind,
    PolicyFault,
    Stage,
    Verb,
    basis_of,
    read_policy,
)

HEAD = ",".join(FIELDS)
OF_WORK = {Role.WORK_CASE_MANAGER, Role.WORK_PROVIDER, Role.NETWORK_COORDINATOR}


def faults_of(*lines: str) -> str:
    """What is wrong with a table of these lines."""
    with pytest.raises(PolicyFault) as fault:
        read_policy("\n".join((HEAD, *lines)))
    return str(fault.value)


@pytest.mark.rule("AT-243")
def test_w1_own_notes_of_care_are_never_for_work_vdab_or_the_coordinator() -> None:
    opened = {row.capacity for row in POLICY if row.compartment is Kind.CARE_OWN}
    assert opened == {Role.CLIENT, Role.CARE_CASE_MANAGER, Role.CARE_PROVIDER}
    assert not opened & (OF_WORK | OF_VDAB)
    assert {row.basis for row in POLICY if row.compartment is Kind.CARE_OWN and row.capacity is not Role.CLIENT} == {
        Basis.ORGANISATION
    }


@pytest.mark.rule("AT-078")
def test_w3_no_professional_reads_the_shared_part_without_a_grant() -> None:
    shared = [row for row in POLICY if row.compartment in {Kind.SHARED, Kind.ICF} and row.verb is not Verb.GRANT]
    professionals = {row for row in shared if row.capacity not in {Role.CLIENT, Role.DATA_PROTECTION_OFFICER}}
    assert {row.basis for row in professionals} == {Basis.GRANT}
    giving = {row.capacity for row in POLICY if row.verb is Verb.GRANT}
    assert giving == {Role.WORK_CASE_MANAGER}


@pytest.mark.rule("AT-241")
def test_w4_a_blocked_file_is_for_the_client_alone() -> None:
    blocked = [row for row in POLICY if row.stage is Stage.BLOCKED and row.basis is not Basis.EMERGENCY]
    assert {row.capacity for row in blocked} == {Role.CLIENT}
    assert not LET_IN & OF_VDAB


@pytest.mark.rule("AT-132")
def test_only_the_data_protection_officer_opens_a_file_in_an_emergency_and_only_to_read_and_never_the_own_notes() -> (
    None
):
    emergency = [row for row in POLICY if row.basis is Basis.EMERGENCY]
    assert {(row.capacity, row.verb) for row in emergency} == {(Role.DATA_PROTECTION_OFFICER, Verb.READ)}
    assert {row.basis for row in POLICY if row.capacity is Role.DATA_PROTECTION_OFFICER} == {Basis.EMERGENCY}
    assert {row.compartment for row in emergency} == {Kind.ADMINISTRATIVE, Kind.COST, Kind.ICF, Kind.SHARED}


def test_nothing_is_written_in_an_emergency() -> None:
    rows = [f"data_protection_officer,shared,{verb},open,emergency,AT-132" for verb in ("read", "write")]
    assert "more than reading" in faults_of(*rows)


def test_w7_the_coordinator_writes_about_money_and_reads_what_was_granted() -> None:
    mine = {(row.compartment, row.verb, row.basis) for row in POLICY if row.capacity is Role.NETWORK_COORDINATOR}
    assert mine == {
        (Kind.COST, Verb.READ, Basis.INVOLVEMENT),
        (Kind.COST, Verb.WRITE, Basis.INVOLVEMENT),
        (Kind.SHARED, Verb.READ, Basis.GRANT),
    }


@pytest.mark.rule("AT-255")
def test_w9_the_client_reads_every_part_and_writes_in_none() -> None:
    assert all(basis_of(Role.CLIENT, kind, Verb.READ, stage) for kind in Kind for stage in Stage)
    assert not any(basis_of(Role.CLIENT, kind, verb) for kind in Kind for verb in (Verb.WRITE, Verb.GRANT))


def test_what_no_line_opens_stays_shut() -> None:
    assert basis_of(Role.MINISTER, Kind.ADMINISTRATIVE, Verb.READ) is None
    assert read_policy(HEAD) == ()


@pytest.mark.parametrize("line", ["cmw,shared,read,open,grant,AT-078", "client,shared,look,open,grant,x", "client"])
def test_an_unknown_word_is_refused_with_its_line(line: str) -> None:
    assert faults_of(line).startswith("line 2: ")


def test_what_is_opened_twice_is_refused() -> None:
    line = "client,shared,read,open,involvement,AT-255"
    assert faults_of(line, line) == "something is opened more than once"


def test_what_may_be_written_but_not_read_is_refused() -> None:
    written = "work_provider,shared,write,open,grant,AT-140"
    assert "without reading it" in faults_of(written)
    assert "without reading it" in faults_of(written, "work_provider,shared,read,open,involvement,AT-138")


def test_a_part_without_an_organisation_is_not_opened_by_one() -> None:
    assert "belongs to no organisation" in faults_of("care_provider,shared,read,open,organisation,AT-138")


def test_other_columns_are_refused() -> None:
    with pytest.raises(PolicyFault, match="the columns are not"):
        read_policy("capacity,verb")


def test_every_line_names_an_entry_of_the_register() -> None:
    assert [row for row in POLICY if not row.source.startswith("AT-")] == []
    assert {Role.CARE_CASE_MANAGER, Role.CARE_PROVIDER} == CARE
    assert len(DIGEST) == 16
