"""The command: quick, and lazy about what it does not need."""

import subprocess
import sys
from io import StringIO

import pytest
from django.core.management import call_command

from vlechtwerk.cli import COMMANDS, main


def test_checking_a_file_loads_neither_django_nor_a_database() -> None:
    code = "import sys, vlechtwerk.cli as c; c._parser(['check']); print({'django', 'psycopg', 'gunicorn'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--help"])
    assert end.value.code == 0
    shown = capsys.readouterr().out
    assert [name for name in COMMANDS if name not in shown] == []


@pytest.mark.parametrize("arguments", [[], ["demoo"], ["--port", "1"]])
def test_an_unknown_command_is_refused_with_the_list(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    assert "check" in capsys.readouterr().err


@pytest.mark.django_db
def test_every_change_of_a_table_has_its_migration() -> None:
    call_command("makemigrations", check=True, dry_run=True, stdout=StringIO())


@pytest.mark.django_db
def test_migrations_stand_in_one_line() -> None:
    call_command("check", stdout=StringIO())
