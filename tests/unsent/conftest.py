"""The trajectory of the confidential file, with a note in every part."""

from tests.dossier.conftest import _asks_several_pages, scene, today, world

__all__ = ["_asks_several_pages", "scene", "today", "world"]
