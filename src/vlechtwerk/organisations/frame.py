"""What the header of every page shows about who is signed in and acts."""

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from vlechtwerk.accounts.factors import is_demo
from vlechtwerk.accounts.models import Account
from vlechtwerk.organisations.acting import acting_position
from vlechtwerk.organisations.approval import missing_on
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import Role
from vlechtwerk.texts.labels import Kind, label, sentence
from vlechtwerk.ui.display import display_of
from vlechtwerk.ui.environment import address
from vlechtwerk.ui.frame import Frame

NOT_APPROVED = gettext_lazy(
    "VDAB has not approved yet that personal data are kept here: no person can be entered (AT-135)."
)


def frame_of(request: HttpRequest) -> Frame:
    """The header for this visitor, without navigation: that is for the packages that have pages to lead to."""
    demo = bool(settings.DEMO)
    user = getattr(request, "user", None)
    display = display_of(request)
    if not isinstance(user, Account):
        sign_in = address("demo" if demo else "account_login")
        return Frame(sign_in_url=sign_in, demo=demo, **display)
    position = acting_position(request)
    unapproved = position is not None and position.role != Role.CLIENT and missing_on(timezone.localdate())
    is_client = position is not None and position.role == Role.CLIENT
    return Frame(
        **display,
        display_url=address("display") if is_client else "",
        quick_exit_url=address("quick_exit") if is_client else "",
        warning=NOT_APPROVED if unapproved else "",
        account_name=user.name,
        acting_position=described(position) if position else gettext("no position chosen"),
        positions_url=address("positions"),
        account_url="" if is_demo(user) else address("mfa_index"),
        sign_out_url=address("sign_out"),
        demo=demo,
    )


def described(position: Position) -> str:
    """A position in words: the role, the organisation and the region; a participant works for no organisation."""
    role = sentence(gettext(label(Kind.ROLE, position.role)))
    if position.role == Role.CLIENT:
        return role
    return f"{role}, {position.organisation.name} ({position.region.name})"
