"""What operators are told about secrets and weak packages: nothing is left to a guess."""

import re

from tests.house.source import CHECKOUT

KEYS = (CHECKOUT / "docs/security/keys.md").read_text(encoding="utf-8")
SETTINGS = (CHECKOUT / "docs/operate/settings.md").read_text(encoding="utf-8")
SECURITY = (CHECKOUT / "SECURITY.md").read_text(encoding="utf-8")


def rows() -> list[list[str]]:
    """The table of keys, without its head."""
    found = [line.strip("|").split("|") for line in KEYS.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in row] for row in found[1:]]


def test_of_every_key_it_is_told_how_it_is_replaced_and_after_how_long_at_the_latest() -> None:
    assert [row[0] for row in rows() if len(row) != 6 or not row[4] or not row[5]] == []
    assert len(rows()) >= 7


def test_every_setting_that_holds_or_names_a_key_is_among_them() -> None:
    named = set(re.findall(r"VLECHTWERK_\w*KEYS?\w*", SETTINGS))
    assert "VLECHTWERK_SECRET_KEY" in named
    assert [name for name in sorted(named) if name not in KEYS] == []


def test_it_is_told_within_how_many_days_a_weak_package_is_replaced() -> None:
    section = SECURITY.split("## How fast a weak package is replaced")[1].split("\n## ")[0]
    assert re.findall(r"(\d+) days", section) == ["7", "30", "90"]


def test_no_secret_stands_in_the_source() -> None:
    files = [path for path in (CHECKOUT / "src").rglob("*") if path.suffix in {".py", ".html", ".js", ".csv", ".po"}]
    marks = re.compile(r"BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|xox[bp]-")
    assert [str(path) for path in files if marks.search(path.read_text(encoding="utf-8"))] == []
