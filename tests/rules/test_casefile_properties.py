"""Laws of reading and writing case files: what can be written is read back, and no data whatever makes the reader fail."""

import json
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.assessment import Procedure
from vlechtwerk.rules.casefile import CaseFile, Fault, read_case, read_event, write_event
from vlechtwerk.rules.casefile.fields import Field, fields_of
from vlechtwerk.rules.catalogue import PROCEDURES
from vlechtwerk.rules.kernel import Event


def values_of(field: Field, on: date) -> st.SearchStrategy[Any]:
    """Any value that can stand under a key of an event on a day."""
    words: Any = field.kind
    if field.many:
        return st.lists(st.sampled_from(list(words)), unique=True)
    if field.kind is date:
        return st.dates(on, date(2199, 12, 31)).map(str)
    if field.kind is int and field.range is not None:
        return st.integers(field.range.lowest, field.range.highest)
    return st.booleans() if field.kind is bool else st.sampled_from(list(words))


@st.composite
def any_event(draw: st.DrawFn) -> tuple[Procedure[Any], dict[str, Any]]:
    """Any event of any procedure as it can stand in a case file."""
    procedure = draw(st.sampled_from(list(PROCEDURES.values())))
    name = draw(st.sampled_from(sorted(procedure.events)))
    on = draw(st.dates(date(2000, 1, 1), date(2199, 12, 31)))
    told: dict[str, Any] = {"event": name, "on": str(on)}
    for key, field in fields_of(procedure.events[name]).items():
        if key != "on" and (field.required or draw(st.booleans())):
            told[key] = draw(values_of(field, on))
    return procedure, told


@given(any_event())
def test_any_event_that_is_read_and_written_is_read_back_equal(drawn: tuple[Procedure[Any], dict[str, Any]]) -> None:
    procedure, told = drawn
    read = read_event(procedure, told)
    assert isinstance(read, Event), read
    assert read_event(procedure, json.loads(json.dumps(write_event(procedure, read)))) == read


ANY_DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.dates() | st.datetimes(),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10) | st.integers(), inner, max_size=4)
    ),
    max_leaves=12,
)
ANY_EVENT = st.fixed_dictionaries(
    {"event": st.sampled_from(sorted(ACTIVATION.events)) | ANY_DATA},
    optional=dict.fromkeys(("on", "with", "by", "until", "reason", "months", "granted", "version", "advice"), ANY_DATA),
)


@given(
    ANY_DATA
    | st.fixed_dictionaries(
        {"format": st.just(1), "procedure": st.just("activation")},
        optional={"region": ANY_DATA, "events": ANY_DATA | st.lists(ANY_EVENT, max_size=5)},
    )
)
def test_whatever_the_data_is_it_becomes_a_case_or_faults(data: object) -> None:
    read = read_case(data)
    assert isinstance(read, CaseFile) or (read and all(isinstance(one, Fault) for one in read))
    if isinstance(read, tuple):
        assert all(one.message.format(**one.parameters).isprintable() and one.where.isprintable() for one in read)
