"""Turns the rows of a table into posts: what each row says, before the rows are joined."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mspseat_desktop.exchange.cells import (
    folded,
    items,
    lines,
    looks_like_a_company,
    means_nobody,
    means_root,
    means_yes,
    one_line,
    parts,
    read_kind,
    undefused,
)
from mspseat_desktop.exchange.columns import Field, chosen_columns, plain
from mspseat_desktop.exchange.imported import ColumnUse, ImportedOccupant, ImportNote

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mspseat_desktop.exchange.csv_table import Row, Table

OWN_COLUMNS = (
    "id",
    "reports_to",
    "title",
    "kind",
    "occupants",
    "purpose",
    "responsibilities",
    "metrics",
    "latest_outcome",
    "source_id",
)
"""The header that this program writes; a table with all of them is read word for word."""

LATER_COLUMNS = ("also_reports_to", "assistant")
"""What it writes as well since it knows of them."""

_KEPT: frozenset[Field] = frozenset(
    {"id", "parent", "title", "person", "purpose", "notes", "second_manager", "assistant"}
)
"""Fields whose columns say nothing about single occupants."""


@dataclass(frozen=True, slots=True)
class Post:
    """What one row says; `parents` are the values of its parent columns that name somebody.

    `second_managers` are columns and what stands there; `second_lines`, in a table of this program,
    ids and what each line is about.
    """

    row: int
    key: str
    source_id: str
    parents: tuple[str, ...]
    title: str
    occupants: tuple[ImportedOccupant, ...]
    responsibilities: tuple[str, ...]
    purpose: str
    notes: str
    second_managers: tuple[tuple[str, str], ...] = ()
    second_lines: tuple[tuple[str, str], ...] = ()
    assistant: bool = False

    @property
    def alike(self) -> tuple[str, ...]:
        """What two rows with one id must share to be the same seat."""
        return (folded(self.title), *map(folded, self.parents))


class Reader:
    """Reads the rows of one table, knowing what its columns are for."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.is_own = set(OWN_COLUMNS) <= {name.casefold() for name in table.header}
        self._columns = chosen_columns(table.header)
        self.notes: list[ImportNote] = []
        self._settle_kind()
        self._settle_parent()
        self._settle_id()
        self._settle_details()

    def posts(self) -> list[Post]:
        """Return one post for each row, in the order of the file."""
        return [self._post(row) for row in self._table.rows]

    def columns(self) -> tuple[ColumnUse, ...]:
        """Return what each column was taken for."""
        taken = {at: field for field, columns in self._columns.items() for at in columns}
        width = max(len(self._table.header), *(len(row.cells) for row in self._table.rows))
        header = (*self._table.header, *[""] * (width - len(self._table.header)))
        return tuple(
            ColumnUse(at + 1, name, taken.get(at, ""))
            for at, name in enumerate(header)
            if name or at in taken or any(self._cell(row, at) for row in self._table.rows)
        )

    def _cell(self, row: Row, at: int) -> str:
        return undefused(row.cells[at]) if at < len(row.cells) else ""

    def _values(self, row: Row, field: Field) -> Iterator[tuple[str, str]]:
        """Yield header and value of each column of the field that is filled in the row."""
        for at in self._columns.get(field, ()):
            if value := self._cell(row, at):
                yield self._table.header[at] if at < len(self._table.header) else "", value

    def _value(self, row: Row, field: Field) -> str:
        return next((value for _name, value in self._values(row, field)), "")

    def _column(self, at: int) -> list[str]:
        return [self._cell(row, at) for row in self._table.rows]

    def _settle_kind(self) -> None:
        """A column "type" that knows no kind of occupant says what kind of seat it is."""
        for at in self._columns.get("kind", ()):
            words = {plain(value) for value in self._column(at) if value}
            if words and not self.is_own and not any(read_kind(word) for word in words):
                del self._columns["kind"]
                self._columns["group"] = (at, *self._columns.get("group", ()))

    def _settle_parent(self) -> None:
        """Without a column named for it, the parent is the column whose values are all ids."""
        if "parent" in self._columns or "id" not in self._columns:
            return
        ids = self._column(self._columns["id"][0])
        known = set(ids)
        taken = {at for columns in self._columns.values() for at in columns}
        for at, name in enumerate(self._table.header):
            if at in taken:
                continue
            values = self._column(at)
            named = {value for value in values if not means_root(value)}
            if named and named <= known and _is_a_tree(dict(zip(ids, values, strict=True))):
                self._columns["parent"] = (at,)
                self.notes.append(ImportNote("parent_by_values", value=name, more=str(at + 1)))
                return

    def _settle_id(self) -> None:
        """Of several columns that could be the id, the one counts that the parents name."""
        candidates = self._columns.get("id", ())
        if not candidates:
            return
        parents = {v for at in self._columns.get("parent", ()) for v in self._column(at) if v}
        hits = {at: len(parents.intersection(self._column(at))) for at in candidates}
        best = max(candidates, key=lambda at: hits[at])
        self._columns["id"] = (best,)

    def _settle_details(self) -> None:
        """Columns whose lists are as long as the list of occupants say more about each of them."""
        if self.is_own or "person" not in self._columns:
            return
        counts = [(row, _count(self._value(row, "person"))) for row in self._table.rows]
        several = any(count > 1 for _row, count in counts)
        busy = {at for f, columns in self._columns.items() if f in _KEPT for at in columns}
        details = tuple(
            at
            for at in range(len(self._table.header))
            if several
            and at not in busy
            and all(_tells_of(self._cell(row, at), count) for row, count in counts)
        )
        if details:
            for field in ("responsibilities", "group", "kind"):
                left = tuple(at for at in self._columns.get(field, ()) if at not in details)
                self._columns[field] = left
            self._columns["detail"] = details

    def _post(self, row: Row) -> Post:
        key = self._value(row, "id")
        text = self._value(row, "responsibilities")
        return Post(
            row=row.number,
            key=key,
            source_id=self._value(row, "source_id") if self.is_own else key,
            parents=tuple(value for _name, value in self._values(row, "parent")),
            title=one_line(self._value(row, "title")),
            occupants=self._occupants(row),
            responsibilities=lines(text) if self.is_own else items(text),
            purpose=self._value(row, "purpose"),
            notes=self._notes(row),
            second_managers=() if self.is_own else tuple(self._values(row, "second_manager")),
            second_lines=self._second_lines(row) if self.is_own else (),
            assistant=means_yes(self._value(row, "assistant")),
        )

    def _second_lines(self, row: Row) -> tuple[tuple[str, str], ...]:
        """Return id and subject of each line as `csv_out` writes them."""
        parted = (line.partition(": ") for line in lines(self._value(row, "second_manager")))
        return tuple((seat, about) for seat, _colon, about in parted)

    def _occupants(self, row: Row) -> tuple[ImportedOccupant, ...]:
        names = self._names(row)
        kinds = [read_kind(word) for word in parts(self._value(row, "kind"))]
        if len(kinds) != len(names):
            kinds = [kinds[0]] * len(names)
        found: dict[str, ImportedOccupant] = {}
        for name, kind in zip(names, kinds, strict=True):
            if not self.is_own and kind in {"", "open"} and means_nobody(name):
                self.notes.append(ImportNote("open_word", row.number, name))
                continue
            is_guess = not kind and looks_like_a_company(name)
            if is_guess:
                self.notes.append(ImportNote("taken_as_provider", row.number, name))
            one = ImportedOccupant(name, "provider" if is_guess or kind == "provider" else "person")
            found.setdefault(folded(name), one)
        if len(found) == 1 and not self.is_own:
            only = next(iter(found.values()))
            email, phone = self._value(row, "email"), self._value(row, "phone")
            return (replace(only, email=one_line(email), phone=one_line(phone)),)
        return tuple(found.values())

    def _names(self, row: Row) -> Sequence[str]:
        if "person" in self._columns:
            text = self._value(row, "person")
            if self.is_own:
                return lines(text)
            return [name for part in parts(text) if (name := " ".join(part.split()))]
        whole = f"{self._value(row, 'first_name')} {self._value(row, 'last_name')}"
        name = " ".join(whole.split())
        return [name] if name else []

    def _notes(self, row: Row) -> str:
        """Return what the row says beside: its notes, where it belongs, more on its people."""
        said = [value for _name, value in self._values(row, "notes")]
        said += [f"{name}: {value}" for name, value in self._values(row, "group")]
        about: dict[str, list[str]] = {}
        names = parts(self._value(row, "person"))
        for at in self._columns.get("detail", ()):
            for name, value in zip(names, parts(self._cell(row, at)), strict=False):
                if name and value and value not in about.setdefault(name, []):
                    about[name].append(value)
        said += [f"{name}: {', '.join(values)}" for name, values in about.items() if values]
        return "\n".join(said)


def _count(names: str) -> int:
    return len(parts(names)) if names else 0


def _tells_of(cell: str, people: int) -> bool:
    """Return whether a cell can say one thing about each of so many people."""
    return _count(cell) == people or (people <= 1 and not cell)


def _is_a_tree(parents: dict[str, str]) -> bool:
    """Return whether going up from each id ends, which it hardly does by chance."""
    ended: set[str] = set()
    for start in parents:
        path: dict[str, None] = {}
        at = start
        while at in parents and at not in ended:
            if at in path:
                return False
            path[at] = None
            at = parents[at]
        ended.update(path)
    return True
