"""Values and records as JSON and back, read strictly: what does not fit exactly is damaged."""

from __future__ import annotations

import json
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Literal, NewType, TypeAlias, Union, get_args, get_origin
from typing import get_type_hints as hints_of

from mspseat_desktop.storage.problems import FileProblem

if TYPE_CHECKING:
    from collections.abc import Callable

Decode: TypeAlias = "Callable[[object], object]"
_NOTHING = object()


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record: how it is named, what it is when left out, how it is read."""

    name: str
    hint: object
    default: object
    decode: Decode


_known_fields: dict[type[object], tuple[Field, ...]] = {}
_known_records: dict[type[object], Decode] = {}


def damaged(because: str) -> FileProblem:
    """Return the problem; `because` is for us, free of the client's words."""
    return FileProblem("damaged", because=because)


def fields_of(kind: type[object]) -> tuple[Field, ...]:
    """Return the fields of a record type in their order."""
    known = _known_fields.get(kind)
    if known is None:
        known = _known_fields[kind] = _fields_of(kind)
    return known


def _fields_of(kind: type[object]) -> tuple[Field, ...]:
    if not is_dataclass(kind):
        raise TypeError(kind)
    hints = hints_of(kind)
    return tuple(
        Field(
            f.name,
            hints[f.name],
            _NOTHING if f.default is MISSING else f.default,
            decoder(hints[f.name]),
        )
        for f in fields(kind)
    )


def to_text(value: object) -> str:
    """Return plain values as compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def from_text(text: object) -> object:
    """Return the plain values of JSON text."""
    if not isinstance(text, str):
        raise damaged("no text where JSON belongs")
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise damaged("not JSON") from error


_PLAIN = frozenset({str, int, float, bool, type(None)})


def to_plain(value: object) -> object:
    """Return records as objects without what is at its default, tuples as lists."""
    if type(value) in _PLAIN:  # most values are, and asking for anything else takes longer
        return value
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if is_dataclass(value):
        plain: dict[str, object] = {}
        for field in fields_of(type(value)):
            item = getattr(value, field.name)
            if item != field.default:
                plain[field.name] = to_plain(item)
        return plain
    return value


def to_record(kind: type[object], plain: object) -> object:
    """Return the record of the kind that the object describes."""
    known = _known_records.get(kind)
    if known is None:
        known = _known_records[kind] = _record_decoder(kind)
    return known(plain)


def _record_decoder(kind: type[object]) -> Decode:
    """Return what reads an object as a record: it looks only at the fields that are there."""
    decode_of = {field.name: field.decode for field in fields_of(kind)}
    needed = {field.name for field in fields_of(kind) if field.default is _NOTHING}

    def decode(plain: object) -> object:
        if not isinstance(plain, dict):
            raise damaged("no object where a record belongs")
        values: dict[str, object] = {}
        for name, value in plain.items():
            decode_value = decode_of.get(name)
            if decode_value is None:
                raise damaged("a record with a field that is not known")
            values[name] = decode_value(value)
        if not needed <= values.keys():
            raise damaged("a record without a field that it needs")
        return kind(**values)

    return decode


def allowed(hint: object) -> frozenset[str] | None:
    """Return the words that a Literal or a union of them allows; None for other types."""
    if get_origin(hint) is Literal:
        return frozenset(get_args(hint))
    if get_origin(hint) in {Union, UnionType}:
        parts = [allowed(part) for part in get_args(hint)]
        known = [part for part in parts if part is not None]
        return frozenset().union(*known) if len(known) == len(parts) else None
    return None


@cache
def decoder(hint: object) -> Decode:
    """Return what reads a plain value of the type that the hint names."""
    words = allowed(hint)
    if words is not None:
        return _one_of(words)
    if get_origin(hint) in {Union, UnionType}:
        (inner,) = (part for part in get_args(hint) if part is not NoneType)
        return _or_none(decoder(inner))
    if get_origin(hint) is tuple:
        return _each(decoder(get_args(hint)[0]))
    if isinstance(hint, NewType):
        return decoder(hint.__supertype__)
    if isinstance(hint, type):
        return _of_type(hint)
    raise TypeError(hint)


def _of_type(kind: type[object]) -> Decode:
    if is_dataclass(kind):
        return _record_decoder(kind)
    if kind is float:
        return _float
    if kind in {str, int, bool}:
        return _exactly(kind)
    raise TypeError(kind)


def _exactly(kind: type[object]) -> Decode:
    def decode(value: object) -> object:
        if type(value) is not kind:  # True is no number here
            raise damaged(f"no {kind.__name__}")
        return value

    return decode


def _float(value: object) -> object:
    if type(value) is float:
        return value
    if type(value) is int:
        return float(value)
    raise damaged("no number")


def _one_of(words: frozenset[str]) -> Decode:
    def decode(value: object) -> object:
        if not isinstance(value, str) or value not in words:
            raise damaged("a word that is not known here")
        return value

    return decode


def _or_none(inner: Decode) -> Decode:
    return lambda value: None if value is None else inner(value)


def _each(inner: Decode) -> Decode:
    def decode(value: object) -> object:
        if not isinstance(value, list):
            raise damaged("no list")
        return tuple(inner(item) for item in value)

    return decode
