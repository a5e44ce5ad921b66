"""A request for an advice Welfare in the fictional region, which waits for the screening service."""

from uuid import uuid4

from django.utils import timezone

from vlechtwerk.history.models import Case
from vlechtwerk.people.models import Person
from vlechtwerk.reports.actions import Draft, write_report
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.rules.activation.terms import Advice
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Involvement

NUMBER = 55
"""The trajectory that is being closed and in which the team thinks of Welfare; see `demo.stories`."""


def ask_screening(people: dict[int, Person]) -> None:
    """The work case manager asks the screening service today for an advice Welfare."""
    today = timezone.localdate()
    case = Case.objects.select_related("file__person").get(file__person=people[NUMBER])
    asks = Involvement.objects.select_related("position").get(
        file=case.file, capacity=Role.WORK_CASE_MANAGER, until_on=None
    )
    told = {"advice": str(Advice.WELFARE), "asked_of": str(Role.DGS)}
    with acting(asks.position, today):
        write_report(case=case, draft=Draft(ReportKind.ADVICE_REQUEST, today, told), by=asks.position, key=uuid4())
