"""Reads the TOML of resources/content and hands out values of known types."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from mspseat_desktop.assets import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

Table: TypeAlias = "Mapping[str, object]"


@cache
def read_content(name: str) -> Table:
    """Return the tables of one content file; the files are small and read once."""
    return tomllib.loads(resource("content", f"{name}.toml").read_text(encoding="utf-8"))


def tables(table: Table, key: str) -> tuple[Table, ...]:
    """Return the list of tables under the key, none when it is not there."""
    rows = table.get(key, [])
    return tuple(row for row in rows if isinstance(row, dict)) if isinstance(rows, list) else ()


def text(table: Table, key: str) -> str:
    """Return the text under the key, empty when it is not there."""
    value = table.get(key, "")
    return value if isinstance(value, str) else ""


def texts(table: Table, key: str) -> tuple[str, ...]:
    """Return the texts under the key, none when it is not there."""
    values = table.get(key, [])
    return tuple(v for v in values if isinstance(v, str)) if isinstance(values, list) else ()


def number(table: Table, key: str) -> float | None:
    """Return the number under the key, None when it is not there."""
    value = table.get(key)
    return float(value) if isinstance(value, int | float) else None


def numbers(table: Table, key: str) -> tuple[float, ...]:
    """Return the numbers under the key, none when it is not there."""
    values = table.get(key, [])
    if not isinstance(values, list):
        return ()
    return tuple(float(v) for v in values if isinstance(v, int | float))


def whole(table: Table, key: str) -> int:
    """Return the whole number under the key, 0 when it is not there."""
    value = table.get(key, 0)
    return value if isinstance(value, int) else 0


def flag(table: Table, key: str) -> bool:
    """Whether the key is there and true."""
    return table.get(key) is True


def pairs(table: Table, key: str) -> dict[str, str]:
    """Return the texts of the table under the key, by their keys."""
    inner = table.get(key, {})
    if not isinstance(inner, dict):
        return {}
    return {str(k): v for k, v in inner.items() if isinstance(v, str)}


def counts(table: Table, key: str) -> dict[str, int]:
    """Return the whole numbers of the table under the key, by their keys."""
    inner = table.get(key, {})
    if not isinstance(inner, dict):
        return {}
    return {str(k): v for k, v in inner.items() if isinstance(v, int)}
