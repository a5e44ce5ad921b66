"""What stands around every page: navigation, who is acting, and how to leave.

This package knows no accounts. A context processor of a package above it fills in ``frame``; without one a page has the
bare frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class NavigationLink:
    """One entry of the main navigation."""

    url: str
    label: str
    current: bool = False


@dataclass(frozen=True)
class Alert:
    """Something that is told on top of the page. ``ends_url`` is where the visitor can end it; otherwise it is empty."""

    text: str
    url: str = ""
    ends_url: str = ""


@dataclass(frozen=True)
class Frame:
    """What the header of a page shows. Empty texts and addresses are left out.

    ``acting_position`` is the role at an organisation in a region in which the person acts now; every action is logged
    with it, so it is always in sight. ``positions_url`` leads to the choice of another one, ``account_url`` to the own account.
    ``discreet`` pages have a title and an icon that tell nothing; ``display_url`` is where that and ``large_print`` are switched
    on and off, ``quick_exit_url`` where somebody signs out in a hurry and leaves nothing behind.
    ``manual_url`` is where the manual begins for this visitor. ``warning`` is what everybody has to know about this installation.
    """

    home_url: str = "/"
    navigation: Sequence[NavigationLink] = ()
    alerts: Sequence[Alert] = ()
    account_name: str = ""
    acting_position: str = ""
    positions_url: str = ""
    account_url: str = ""
    sign_in_url: str = ""
    sign_out_url: str = ""
    demo: bool = False
    language_switch: bool = True
    discreet: bool = False
    large_print: bool = False
    display_url: str = ""
    quick_exit_url: str = ""
    manual_url: str = ""
    warning: str | Promise = ""
