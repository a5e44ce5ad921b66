"""What a work provider tells about a delay that threatens."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy

from vlechtwerk.execution.asking import day, one_of, words
from vlechtwerk.execution.forms import ReportForm
from vlechtwerk.reports.kinds import HEAR_OF_A_DELAY, ReportKind
from vlechtwerk.reports.words import YES
from vlechtwerk.rules.activation.asking import Asked, ask
from vlechtwerk.rules.activation.duties import work_providers as providers

NO_REASON_TO_EXTEND = frozenset({"staff_shortage", "staff_absent"})
"""Why a delay lies with the provider, so that it never supports an extension (AT-226)."""


class DelayNoticeForm(ReportForm):
    """Asks why a delay threatens, and how long it will last."""

    kind = ReportKind.DELAY
    optional: ClassVar = frozenset({"expected_until"})
    hint = gettext_lazy("The network coordinator and both case managers each get a signal. Tell it in time.")

    delay_reason = one_of("delay_reason")
    facts = words("facts", required=True)
    expected_until = day("expected_until")

    def started_with(self) -> dict[str, Any]:
        """It starts with everybody who hears of a delay."""
        return {"audience": sorted(str(role) for role in HEAR_OF_A_DELAY), **super().started_with()}

    def told(self) -> dict[str, str]:
        """What was told; with a reason that lies with the provider, that it supports no extension."""
        is_no_reason = self.cleaned_data["delay_reason"] in NO_REASON_TO_EXTEND
        return {**super().told(), **({"no_extension": YES} if is_no_reason else {})}

    def asked(self) -> Iterator[Asked]:
        """It is told to the network coordinator and to both case managers (AT-187)."""
        yield ask(providers.delay_is_told, self.agreed.audience)
