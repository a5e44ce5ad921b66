"""Whoever works here may give an address for the doorbell too; the mail says nothing of a trajectory."""

from uuid import uuid4

import pytest

from tests.scene import Scene, text_of
from vlechtwerk.doorbell.models import Address
from vlechtwerk.rules.roles import Role

COORDINATOR = Role.NETWORK_COORDINATOR
URL = "/berichten/"


def given(scene: Scene, **told: str) -> int:
    """What the coordinator gets who sends the form."""
    answers = {"email": "netwerk@voorbeeld.be", "idempotency_key": str(uuid4()), **told}
    return int(scene.as_(COORDINATOR).post(URL, answers).status_code)


@pytest.mark.rule("AT-113")
def test_the_coordinator_gives_an_address_and_takes_it_back(scene: Scene) -> None:
    assert given(scene) == 302
    assert Address.objects.get(account=scene.cast[COORDINATOR].account).email == "netwerk@voorbeeld.be"
    assert "netwerk@voorbeeld.be" in text_of(scene.as_(COORDINATOR).get(URL))
    assert given(scene, do="stop") == 302
    assert not Address.objects.exists()


def test_a_wrong_address_is_asked_again(scene: Scene) -> None:
    assert given(scene, email="netwerk") == 422
    assert not Address.objects.exists()


def test_the_page_tells_when_it_rings(scene: Scene) -> None:
    assert "opgeladen voor de netwerkcoördinator" in text_of(scene.as_(COORDINATOR).get(URL))
    assert "opgeladen voor de netwerkcoördinator" not in text_of(scene.as_(Role.CLIENT).get(URL))
