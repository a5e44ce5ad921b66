"""Nothing is told by mail: one place sends mails, which say only that there is something, and working with a file sends none."""

import ast
from pathlib import Path

from django.core import mail
from django.test import Client

from tests.house.source import CHECKOUT, tree
from tests.scene import Scene, scene, today
from vlechtwerk.rules.roles import Role

__all__ = ["scene", "today"]
THE_DOORBELL = ["src/vlechtwerk/doorbell/sending.py"]
"""The one place that sends a mail; tests/retention/test_doorbell.py reads what it says."""
SENDING = {"send_mail", "send_mass_mail", "mail_admins", "mail_managers", "EmailMessage", "EmailMultiAlternatives"}


def names_in(path: Path) -> set[str]:
    """Every name that a file uses or imports."""
    nodes = list(ast.walk(tree(path)))
    used = {one.id for one in nodes if isinstance(one, ast.Name)} | {
        one.attr for one in nodes if isinstance(one, ast.Attribute)
    }
    return used | {alias.name for one in nodes if isinstance(one, ast.ImportFrom | ast.Import) for alias in one.names}


def test_only_the_doorbell_sends_a_mail() -> None:
    files = sorted((CHECKOUT / "src").rglob("*.py"))
    assert [str(path.relative_to(CHECKOUT)) for path in files if SENDING & names_in(path)] == THE_DOORBELL
    assert len(files) > 300


def test_there_is_no_template_of_a_mail() -> None:
    folders = {path.name for path in (CHECKOUT / "src").rglob("*") if path.is_dir()}
    assert not folders & {"email", "mail", "mails", "emails"}


def test_working_with_a_file_sends_no_mail(scene: Scene, several_requests: None) -> None:
    browser = scene.as_(Role.WORK_CASE_MANAGER)
    for path in ("/", scene.url, f"{scene.url}luik/toegang/", f"{scene.url}reconstructie/"):
        browser.get(path)
    Client().post("/aanmelden/", {"login": "an", "password": "fout"})
    assert getattr(mail, "outbox", []) == []
