"""The internship: its start, that it cannot be carried out as planned, and the motivation when there was none."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.execution.asking import day, number, one_of, several_of, tick, words
from vlechtwerk.execution.forms import ReportForm
from vlechtwerk.reports.kinds import HEAR_OF_A_DELAY, ReportKind
from vlechtwerk.reports.words import value_of
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.asking import Asked, ask
from vlechtwerk.rules.activation.duties import internship
from vlechtwerk.rules.activation.duties.internship import Aim, Place
from vlechtwerk.rules.activation.duties.periods import Period
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role
from vlechtwerk.ui.forms import refuse_reversed


class PlaceSoughtForm(ReportForm):
    """Asks about one place for an internship that was sought, and what came of it."""

    kind = ReportKind.PLACE_SOUGHT
    optional: ClassVar = frozenset({"reaction"})
    hint = gettext_lazy(
        "One employer for each report. When no internship is found, these stand ready in the motivation."
    )

    employer = words("employer", short=True, required=True)
    occupation = words("occupation", short=True, required=True)
    fit = words("fit")
    place_result = one_of("place_result")
    reaction = words("reaction")

    def asked(self) -> Iterator[Asked]:
        """It fits the wishes and possibilities (AT-181)."""
        told = self.words("place_result")
        place = Place(self.words("employer"), self.on, self.words("occupation"), told, self.words("fit"))
        yield ask(internship.placement_follows_a_search, [place])


class InternshipForm(ReportForm):
    """Asks about an internship that starts."""

    kind = ReportKind.INTERNSHIP
    optional: ClassVar = frozenset({"until", "growth", "reason"})
    hint = gettext_lazy("Several internships are possible, one after the other or at once, with hours that grow.")

    employer = words("employer", short=True, required=True)
    occupation = words("occupation", short=True, required=True)
    fit = words("fit")
    aims = several_of("aims")
    reason = words("reason")
    until = day("until")
    hours = number("hours", 1, 40)
    growth = words("growth", short=True)
    employed = tick("employed")

    def __init__(self, *given: Any, **named: Any) -> None:
        """Say when the motivation is needed."""
        super().__init__(*given, **named)
        self.fields["reason"].label = _("why only technical skills?")
        self.fields["reason"].help_text = _("Only when the internship is about technical skills alone.")

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        answers = super().clean()
        refuse_reversed(self, "happened_on", "until")
        return answers

    def asked(self) -> Iterator[Asked]:
        """A place that fits, an aim beside technique, and never beside a job (AT-181, AT-191, AT-192)."""
        told = self.cleaned_data
        place = Place(self.words("employer"), self.on, self.words("occupation"), fit=self.words("fit"))
        yield ask(internship.placement_follows_a_search, [place])
        aims = [Aim(one) for one in told["aims"]]
        yield ask(internship.internship_is_not_about_technique, aims, motivation=self.words("reason"))
        period = Period(self.on, told["until"])
        yield ask(internship.internship_is_not_beside_a_job, period, [period] if told["employed"] else [])

    def event(self) -> Event:
        """The start of the internship."""
        return e.ActionStarted(self.on, Domain.WORK, internship=True)


class NoInternshipForm(ReportForm):
    """Asks the motivation when no internship was found, on its four points."""

    kind = ReportKind.NO_INTERNSHIP
    optional: ClassVar = frozenset({"occupations", "in_name_of"})
    hint = gettext_lazy("The work provider writes it; the work case manager may record it in their name.")

    employers = words("employers")
    feedback = words("feedback")
    reorientation = words("reorientation")
    other_actions = words("other_actions")
    occupations = words("occupations")
    in_name_of = words("in_name_of", short=True)

    def started_with(self) -> dict[str, Any]:
        """It starts with the places that were sought, the first one on top."""
        sought = self.about.reports.of_kind(ReportKind.PLACE_SOUGHT)[::-1]
        employers = "\n".join(_line(one.told) for one in sought)
        occupations = "\n".join(dict.fromkeys(one.told.get("occupation", "") for one in sought))
        return {"employers": employers, "occupations": occupations, **super().started_with()}

    def __init__(self, *given: Any, **named: Any) -> None:
        """Say how many occupations are expected, and when the name is needed."""
        super().__init__(*given, **named)
        text = _("The name of the work provider, when the work case manager records it; else leave it empty.")
        self.fields["in_name_of"].help_text = text
        self.fields["occupations"].help_text = _("One on each line; at least two are expected.")

    def asked(self) -> Iterator[Asked]:
        """The work provider explains it, and all four points are shown (AT-193, AT-194)."""
        told = internship.NoInternshipMotivation(
            author=Role.WORK_PROVIDER if self.words("in_name_of") else self.writer(),
            employers=self.words("employers"),
            feedback=self.words("feedback"),
            reorientation=self.words("reorientation"),
            other_actions=self.words("other_actions"),
        )
        yield ask(internship.work_provider_motivates, told)
        yield ask(internship.four_points_are_shown, told)

    def event(self) -> Event:
        """That the motivation is there."""
        return e.NoInternshipMotivated(self.on)


class InternshipOffForm(ReportForm):
    """Asks why the internship cannot be carried out as it stands in the plan, or not in time."""

    kind = ReportKind.INTERNSHIP_OFF
    hint = gettext_lazy(
        "The work case manager gets a signal and the network coordinator looks for another provider. The plan is not signed"
        " again for that."
    )

    facts = words("facts", required=True)

    def started_with(self) -> dict[str, Any]:
        """It starts with everybody who hears of it."""
        return {"audience": sorted(str(role) for role in HEAR_OF_A_DELAY), **super().started_with()}

    def asked(self) -> Iterator[Asked]:
        """It is told to the work case manager and to the network coordinator (AT-190)."""
        yield ask(internship.infeasible_internship_is_told, self.agreed.audience)


def _line(told: Mapping[str, str]) -> str:
    """A place that was sought on one line: the employer, what came of it, and how the employer reacted."""
    reaction = f" {told['reaction']}" if told.get("reaction") else ""
    return f"{told.get('employer', '')}: {value_of('place_result', told.get('place_result', ''))}.{reaction}"
