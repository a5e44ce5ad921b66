"""After the final advice a next step follows quickly, and the file at VDAB is found by its reference."""

import pytest

from tests.dossier.world import CARE, WORK, World
from tests.execution.test_closing import ADVICE, REPORT, ready, sent
from tests.scene import text_of
from vlechtwerk.people.models import Person
from vlechtwerk.rules.roles import Role

__all__ = ["ready"]
ADVISOR, FOLLOWER = Role.TRUSTED_ADVISOR, Role.PROJECT_FOLLOWER


@pytest.mark.rule("AT-010")
def test_after_an_advice_towards_work_the_trusted_advisor_arranges_the_next_step(ready: World) -> None:
    sent(ready, "final_report", REPORT)
    assert sent(ready, "final_advice", ADVICE) == ""
    told = {role: "regel de volgende stap" in text_of(ready.visitor(role).get("/")) for role in (ADVISOR, CARE)}
    assert told == {ADVISOR: True, CARE: False}
    assert "tegen 13 juli 2027" in text_of(ready.visitor(ADVISOR).get("/"))


@pytest.mark.rule("AT-131")
def test_the_case_names_the_file_at_vdab_for_who_works_in_it(ready: World) -> None:
    Person.objects.filter(files=ready.file).update(mlp_reference="MLP 4711")
    told = {role: "MLP 4711" in text_of(ready.visitor(role).get(ready.scene.url)) for role in (WORK, ADVISOR, FOLLOWER)}
    assert told == {WORK: True, ADVISOR: True, FOLLOWER: False}
