"""Sets of categories from the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.icf.sets import HEADING, csv_of
from vlechtwerk.icf.models import IcfSet

pytestmark = pytest.mark.django_db
ABOUT = ("--name", "Set van de regio", "--source", "kreeg de beheerder", "--from", "2026-01-01")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with 43 categories."""
    made = tmp_path / "set.csv"
    made.write_bytes(csv_of(43))
    return made


def test_a_set_is_loaded_and_listed(file: Path, vlechtwerk: Command) -> None:
    done = vlechtwerk("icf", "load", file, *ABOUT)
    assert (done.status, done.out, done.err) == (0, "43 categories are loaded, in force from 2026-01-01.\n", "")
    assert vlechtwerk("icf", "show").out == "* 2026-01-01  Set van de regio (43 categories)\n"


@pytest.mark.parametrize("number", [42, 44])
def test_a_set_with_another_number_is_loaded_with_a_warning(file: Path, vlechtwerk: Command, number: int) -> None:
    file.write_bytes(csv_of(number))
    done = vlechtwerk("icf", "load", file, *ABOUT, "--example")
    assert done.status == 0
    assert f"this set has {number} categories" in done.err
    assert "an example" in vlechtwerk("icf", "show").out


def test_a_file_with_faults_is_refused_with_a_line_for_each(file: Path, vlechtwerk: Command) -> None:
    file.write_text(f"{HEADING}\nx1;;b;;\nb130;Energie;b;;\nb130;Energie;b;;")
    done = vlechtwerk("icf", "load", file, *ABOUT)
    assert done.status == 1
    assert [line.removeprefix(f"{file}: ") for line in done.err.splitlines()] == [
        "line 2: 'x1' is no ICF code; it is a letter b, s, d or e with up to six digits, as b130",
        "line 2: the title is empty",
        "line 4: 'b130' stands on line 3 already",
    ]
    assert not IcfSet.objects.exists()


def test_a_file_that_is_not_there_is_told(file: Path, vlechtwerk: Command) -> None:
    assert vlechtwerk("icf", "load", file.with_name("weg.csv"), *ABOUT).status == 1


def test_without_a_set_that_is_told(vlechtwerk: Command) -> None:
    assert vlechtwerk("icf", "show").out == "No set is loaded.\n"
