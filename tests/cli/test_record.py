"""Anchoring and checking the record from the command line."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from tests.audit.tampering import FIRST, LIE, REWRITE, as_superuser, look
from tests.cast import Cast, make_cast
from tests.cli.conftest import Command

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """Six lines about one file."""
    made = make_cast()
    look(made, FIRST, 6)
    return made


@pytest.fixture
def anchors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The anchor file of a machine that has both keys."""
    key = Ed25519PrivateKey.generate()
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    for variable, content in (("VLECHTWERK_RECORD_KEY", private), ("VLECHTWERK_RECORD_PUBLIC_KEY", public)):
        (tmp_path / variable).write_bytes(content)
        monkeypatch.setenv(variable, str(tmp_path / variable))
    file = tmp_path / "sent" / "anchors"
    monkeypatch.setenv("VLECHTWERK_RECORD_ANCHORS", str(file))
    return file


def test_an_anchor_is_added_to_the_file_and_printed(cast: Cast, anchors: Path, vlechtwerk: Command) -> None:
    first, second = vlechtwerk("record", "anchor"), vlechtwerk("record", "anchor")
    assert (first.status, second.status) == (0, 0)
    assert anchors.read_text() == first.out + second.out


def test_a_record_that_nobody_touched_is_verified(cast: Cast, anchors: Path, vlechtwerk: Command) -> None:
    vlechtwerk("record", "anchor")
    verified = vlechtwerk("verify")
    assert verified.status == 0
    assert "0 fault(s) in the record: 6 line(s) and 1 anchor(s) checked." in verified.out


def test_a_record_that_was_written_anew_is_not_verified_and_not_anchored(
    cast: Cast, anchors: Path, vlechtwerk: Command
) -> None:
    vlechtwerk("record", "anchor")
    as_superuser([LIE, REWRITE])
    verified, anchored = vlechtwerk("verify"), vlechtwerk("record", "anchor")
    assert (verified.status, anchored.status) == (1, 1)
    assert "line 6 of chain 1 is another line than the one that was anchored" in verified.out
    assert len(anchors.read_text().splitlines()) == 1


def test_without_anchors_verify_says_what_it_cannot_see(cast: Cast, vlechtwerk: Command) -> None:
    verified = vlechtwerk("verify")
    assert verified.status == 0
    assert "Without anchors a cut-off end or a record written anew is not seen" in verified.out


def test_an_anchor_file_that_is_gone_is_no_reason_to_be_content(cast: Cast, anchors: Path, vlechtwerk: Command) -> None:
    verified = vlechtwerk("verify")
    assert (verified.status, "not there" in verified.err) == (1, True)


@pytest.mark.parametrize("content", [None, b"nothing"])
def test_without_a_fit_key_nothing_is_anchored(
    cast: Cast, anchors: Path, vlechtwerk: Command, tmp_path: Path, content: bytes | None
) -> None:
    key = tmp_path / "VLECHTWERK_RECORD_KEY"
    key.unlink() if content is None else key.write_bytes(content)
    anchored = vlechtwerk("record", "anchor")
    assert (anchored.status, anchors.exists()) == (1, False)
    assert "VLECHTWERK_RECORD_KEY" in anchored.err


def test_what_is_to_be_reviewed_is_made_once(cast: Cast, vlechtwerk: Command) -> None:
    as_superuser(["UPDATE audit_entry SET at = at - interval '2 days'"])
    first, second = vlechtwerk("record", "review"), vlechtwerk("record", "review")
    assert (first.status, second.out) == (0, "0 new task(s) for the data-protection officer.\n")
