"""The settings of the program, with the pages of the floor added."""

from vlechtwerk.config.settings import *  # noqa: F403 - everything else is as in the program itself

ROOT_URLCONF = "bench.urls"
