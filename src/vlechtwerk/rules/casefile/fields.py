"""The keys of an event or of the regional settings, read from the type hints of their dataclass."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from vlechtwerk.rules.attributes import Key, NotBefore, Range


@dataclass(frozen=True, slots=True)
class Field:
    """One key: the field it fills, the type of its value (or of each value of a list) and its bounds.

    `kind` is a StrEnum, date, bool or int. `nullable` means that null says the same as leaving the key out.
    """

    name: str
    key: str
    kind: type[Any]
    many: bool = False
    nullable: bool = False
    required: bool = False
    default: Any = None
    range: Range | None = None
    not_before: str | None = None


@dataclass(frozen=True, slots=True)
class Fields:
    """The keys of a dataclass: all of them in order, those that cannot be left out, and the dates that follow another one."""

    of_key: Mapping[str, Field]
    required: tuple[str, ...]
    bounded: tuple[Field, ...]


_KNOWN: dict[type[Any], Fields] = {}


def keys_of(kind: type[Any]) -> Fields:
    """The keys of a dataclass in a case file; looked up once for each type."""
    known = _KNOWN.get(kind)
    if known is None:
        hints = get_type_hints(kind, include_extras=True)
        found = [_field(one.name, hints[one.name], one.default) for one in fields(kind)]
        known = _KNOWN[kind] = Fields(
            of_key={field.key: field for field in found},
            required=tuple(field.key for field in found if field.required),
            bounded=tuple(field for field in found if field.not_before is not None),
        )
    return known


def fields_of(kind: type[Any]) -> Mapping[str, Field]:
    """The fields of a dataclass by their key in a case file, in order."""
    return keys_of(kind).of_key


def _field(name: str, hint: Any, default: Any) -> Field:
    bare, notes = _taken_apart(hint)
    nullable = get_origin(bare) in (Union, UnionType)
    if nullable:
        bare, inner = _taken_apart(next(one for one in get_args(bare) if one is not NoneType))
        notes += inner
    many = get_origin(bare) is tuple
    return Field(
        name,
        key=next((note.name for note in notes if isinstance(note, Key)), name),
        kind=get_args(bare)[0] if many else bare,
        many=many,
        nullable=nullable,
        required=default is MISSING,
        default=None if default is MISSING else default,
        range=next((note for note in notes if isinstance(note, Range)), None),
        not_before=next((note.field for note in notes if isinstance(note, NotBefore)), None),
    )


def _taken_apart(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """A type hint without its annotations, and the annotations."""
    if get_origin(hint) is Annotated:
        bare, *notes = get_args(hint)
        return bare, tuple(notes)
    return hint, ()
