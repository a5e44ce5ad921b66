"""Who is away and who left in the region: in one trajectory a colleague stands in, and a case manager hands over today."""

from datetime import timedelta

from django.utils import timezone

from vlechtwerk.demo.cast import Cast
from vlechtwerk.people.models import Person
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.handing_over import HandOver, hand_over
from vlechtwerk.sharing.models import File, Involvement
from vlechtwerk.sharing.standing_in import StandIn, let_stand_in

NUMBER = 40
"""The trajectory in which this happens: of Wout and Koen, whose client signs in too."""
TWO_WEEKS, ONE_DAY, READING_DAYS = timedelta(days=14), timedelta(days=1), 30


def change_staff(person: Person, cast: Cast) -> None:
    """Let Sofie stand in for Wout for two weeks, and Koen hand over to Zeynep; the access of Zeynep waits for Wout."""
    today, file = timezone.localdate(), File.objects.get(person=person)
    away = StandIn(cast.positions["sofie"], today, today + TWO_WEEKS - ONE_DAY, "Jaarlijks verlof")
    let_stand_in(file=file, asked=away, by=cast.positions["wout"])
    koen = cast.positions["koen"]
    place = Involvement.objects.get(file=file, position=koen, capacity=Role.CARE_CASE_MANAGER)
    asked = HandOver(place, cast.positions["zeynep"], today - ONE_DAY, today, "Gaat ander werk doen", READING_DAYS)
    hand_over(asked, by=koen)
