"""The goals of the confidential file to which a report may be linked, as far as the visitor sees them."""

from collections.abc import Mapping

from vlechtwerk.dossier.models import Goal
from vlechtwerk.execution.forms import About


def standing_goals(about: About) -> list[Goal]:
    """The goals that stand and that are open to the visitor."""
    found = about.reports
    return list(Goal.objects.visible_to(found.position, found.today).in_file(found.case.file))


def goals_by_id(about: About) -> Mapping[str, Goal]:
    """The goals by their identifier, also by that of the wording that they came in the place of."""
    goals = standing_goals(about)
    return {str(one.replaces_id): one for one in goals if one.replaces_id} | {str(one.pk): one for one in goals}
