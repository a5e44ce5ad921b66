"""The rulebook of the activation trajectory; its modules register their rules here."""

from vlechtwerk.rules.kernel import Rulebook

BOOK = Rulebook("activation")
