"""No key of another program opens anything here: whatever it carries, it is somebody who is not signed in."""

from typing import Any

import pytest
from django.test import Client

from tests.access.test_access import NOBODY, TABLE, address
from tests.dossier.world import World

KEYS: tuple[dict[str, Any], ...] = (
    {"Authorization": "Bearer 0193a7d0-0000-7000-8000-000000000001"},
    {"Authorization": "Basic YWRtaW46YWRtaW4="},
    {"X-API-Key": "sleutel-van-een-partner"},
    {"Cookie": "token=sleutel; access_token=sleutel"},
)
"""What programs show to come in elsewhere."""


@pytest.mark.parametrize("key", KEYS, ids=["bearer", "basic", "key", "cookie"])
def test_every_address_answers_a_program_with_a_key_as_somebody_who_is_not_signed_in(
    world: World, key: dict[str, Any]
) -> None:
    program = Client(headers=key)
    found = {route: program.get(address(world.scene, route)).status_code for route in TABLE}
    assert found == {route: row[NOBODY] for route, row in TABLE.items()}


def test_a_key_in_the_address_opens_nothing_either(world: World) -> None:
    for name in ("key", "token", "api_key", "access_token"):
        assert Client().get(world.url, {name: "sleutel"}).status_code == 302
