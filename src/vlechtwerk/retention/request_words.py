"""The words of the rights about own data, for clients and for officers."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from vlechtwerk.retention.request_rows import Done, Right

RIGHTS: Mapping[str, Any] = {
    Right.ACCESS: _("I want to see everything that you keep about me (article 15)"),
    Right.RECTIFICATION: _("Something is wrong and must be put right (article 16)"),
    Right.ERASURE: _("I want you to destroy my data (article 17)"),
    Right.RESTRICTION: _("I want you to use my data no more for now, but to keep them (article 18)"),
    Right.PORTABILITY: _("I want to take my data along (article 20)"),
}
"""What a client can ask, in her own words."""
NAMES: Mapping[str, Any] = {
    Right.ACCESS: _("to see everything (article 15)"),
    Right.RECTIFICATION: _("to put something right (article 16)"),
    Right.ERASURE: _("to be erased (article 17)"),
    Right.RESTRICTION: _("to restrict the use (article 18)"),
    Right.PORTABILITY: _("to take data along (article 20)"),
}
DONE: Mapping[str, Any] = {
    Done.EXTENDED: _("take two months longer, and tell why"),
    Done.GRANTED: _("do what is asked"),
    Done.PARTLY: _("do a part of what is asked, and tell why not all"),
    Done.REFUSED: _("do not do what is asked, and tell why"),
    Done.LIFTED: _("end the restriction, and tell why"),
}
TOLD: Mapping[str, Any] = {
    Done.EXTENDED: _("We need two months more."),
    Done.GRANTED: _("We do what you ask."),
    Done.PARTLY: _("We do a part of what you ask."),
    Done.REFUSED: _("We do not do what you ask."),
    Done.LIFTED: _("Your data are used again."),
}
"""What the client reads above the answer."""
