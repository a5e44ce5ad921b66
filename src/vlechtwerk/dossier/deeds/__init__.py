"""What can be done about who takes part: each deed with its form, who may do it, and what it does."""

from collections.abc import Mapping

from vlechtwerk.dossier.deeds.access import End, Give, MakeLine
from vlechtwerk.dossier.deeds.base import Deed
from vlechtwerk.dossier.deeds.places import HandOverPlace, LetStandIn, TakePlace

DEEDS: Mapping[str, type[Deed]] = {one.slug: one for one in (Give, TakePlace, MakeLine, HandOverPlace, LetStandIn, End)}
"""Every deed by the last part of its address."""
