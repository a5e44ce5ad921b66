"""Every long form keeps what is typed in it, and all of them in the same way."""

from uuid import uuid4

import pytest

from tests.dossier.world import CARE, World
from tests.icf.sets import loaded
from tests.scene import text_of
from tests.unsent.filling import rows
from vlechtwerk.sharing.models import Compartment
from vlechtwerk.sharing.policy import Kind

TYPED = "Wat er al stond"
FORMS = {
    "luik/schrijven/": ("text", Kind.CARE_OWN),
    "luik/doelen/schrijven/": ("text", Kind.SHARED),
    "luik/icf/toelichting/": ("text", Kind.ICF),
    "luik/{item}/delen/": ("why", Kind.SHARED),
    "vastleggen/evaluation_held/": ("on", Kind.ADMINISTRATIVE),
    "rechtzetten/{event}/": ("on", Kind.ADMINISTRATIVE),
    "verslagen/final_report/": ("happened_on", Kind.SHARED),
    "verslagen/situation/": ("happened_on", Kind.SHARED),
    "luik/plan/afspraken/": ("aim", Kind.SHARED),
    "luik/plan/vertraging/": ("reason", Kind.SHARED),
    "toeleiding/agenda/": ("on", Kind.ADMINISTRATIVE),
}
"""Where a long form stands, one of its fields, and the part of the file beside which it is kept."""


@pytest.fixture
def ready(world: World) -> World:
    """Everybody has access, and there is a set of categories."""
    world.give_all()
    loaded()
    return world


def address(world: World, form: str) -> str:
    """Where a form stands, about a note of the care case manager or the upload of the plan."""
    note = world.write(world.part(Kind.SHARED), CARE, "een verslag")
    event = world.scene.case.events.get(name="plan_uploaded")
    return world.scene.url + form.format(item=note.item_id, event=event.pk)


@pytest.mark.parametrize("form", FORMS)
def test_what_is_typed_in_a_long_form_stands_there_when_it_is_opened_again(ready: World, form: str) -> None:
    field, kind = FORMS[form]
    url, browser = address(ready, form), ready.visitor(CARE)
    assert "Bewaar als concept" in text_of(browser.get(url))
    assert browser.post(url, {"idempotency_key": str(uuid4()), field: TYPED, "_keep": "script"}).status_code == 200
    page = browser.get(url)
    assert TYPED in page.content.decode()
    assert "Concept van 1 mei 2026" in text_of(page)
    assert [Compartment.objects.get(pk=one.compartment_id).kind for one in rows(ready)] == [kind]


@pytest.mark.parametrize("form", FORMS)
def test_what_is_drawn_leaves_room_for_it_and_changes_nothing(ready: World, form: str) -> None:
    ready.visitor(CARE).get(address(ready, form))
    assert rows(ready) == []
