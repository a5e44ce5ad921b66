"""How often a property is tried: modestly, unless VLECHTWERK_EXAMPLES asks for more."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "rules",
    max_examples=int(os.environ.get("VLECHTWERK_EXAMPLES", "50")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("rules")
