"""Joins posts to a forest: one seat for the rows that agree, parents found, cycles cut."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.exchange.cells import folded, means_root
from mspseat_desktop.exchange.imported import ImportedSeat, ImportNote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mspseat_desktop.exchange.imported import ImportedOccupant
    from mspseat_desktop.exchange.posts import Post

_WHOLE_NUMBER = re.compile(r"0*(\d+)(?:\.0+)?")


def joined_posts(posts: Sequence[Post]) -> tuple[list[Post], list[ImportNote]]:
    """Return one post for each seat, and what was done with repeated ids.

    Rows with one id that agree on title and parent are one seat with all their occupants; rows
    that differ stay seats of their own, under the same source id.
    """
    seats: list[Post] = []
    notes: list[ImportNote] = []
    by_key: dict[str, list[int]] = {}
    for post in posts:
        places = by_key.setdefault(post.key, []) if post.key else []
        same = next((at for at in places if seats[at].alike == post.alike), None)
        if same is None:
            if places:
                first = str(seats[places[0]].row)
                notes.append(
                    ImportNote("id_used_again", post.row, post.key, more=first, seat=len(seats))
                )
            places.append(len(seats))
            seats.append(post)
        else:
            before = seats[same]
            seats[same] = _with_row(before, post)
            changed = replace(seats[same], row=before.row) != before
            code = "id_shared" if changed else "row_repeated"
            notes.append(ImportNote(code, post.row, post.key, more=str(before.row), seat=same))
    return seats, notes


def _with_row(seat: Post, row: Post) -> Post:
    """Return the seat with what a further row adds to it."""
    names = {folded(one.name) for one in seat.occupants}
    return replace(
        seat,
        occupants=(
            *seat.occupants,
            *(one for one in row.occupants if folded(one.name) not in names),
        ),
        responsibilities=tuple(dict.fromkeys((*seat.responsibilities, *row.responsibilities))),
        purpose=_joined_text(seat.purpose, row.purpose),
        notes=_joined_text(seat.notes, row.notes),
        assistant=seat.assistant or row.assistant,
        second_managers=tuple(dict.fromkeys((*seat.second_managers, *row.second_managers))),
        second_lines=tuple(dict.fromkeys((*seat.second_lines, *row.second_lines))),
    )


def _joined_text(first: str, second: str) -> str:
    known = first.split("\n")
    new = [line for line in second.split("\n") if line and line not in known]
    return "\n".join([*([first] if first else []), *new])


class Forest:
    """The seats of a file by all that their reports may call them."""

    def __init__(self, seats: Sequence[Post]) -> None:
        self._seats = seats
        self._ids = _index((at, [seat.key]) for at, seat in enumerate(seats))
        self._loose_ids = _index((at, [_loosely(seat.key)]) for at, seat in enumerate(seats))
        self._names = _index(
            (at, [n for one in seat.occupants for n in _called(one)])
            for at, seat in enumerate(seats)
        )
        self._titles = _index((at, [folded(seat.title)]) for at, seat in enumerate(seats))
        self._order = self._surest_first()

    def _surest_first(self) -> list[dict[str, list[int]]]:
        """Return the indexes, the one first that knows most of the values."""
        values = {value for seat in self._seats for value in seat.parents}
        by_text = [self._names, self._titles]
        hits = {id(index): sum(folded(v) in index for v in values) for index in by_text}
        by_text.sort(key=lambda index: -hits[id(index)])
        ids = sum(value in self._ids for value in values)
        surest = max(hits.values())
        return [*by_text, self._ids] if surest > ids else [self._ids, *by_text]

    def named(self, value: str, *, by: int | None = None) -> tuple[list[int], bool]:
        """Return the seats that the value names, and whether it names them only loosely.

        A seat never names another one when it can name itself (`by`) only.
        """
        for index in self._order:
            key = value if index is self._ids else folded(value)
            if found := index.get(key, []):
                others = [at for at in found if at != by]
                return others if others and index is not self._ids else found, False
        found = self._loose_ids.get(_loosely(value), [])
        return (found, True) if len(found) == 1 else ([], False)

    def parents(self) -> tuple[list[int | None], list[ImportNote]]:
        """Return the parent of each seat, cycles cut, and what had to be decided for that."""
        notes: list[ImportNote] = []
        taken = [self._parent(at, notes) for at in range(len(self._seats))]
        parents = [parent for parent, _value in taken]
        _cut_cycles(self._seats, parents, [value for _parent, value in taken], notes)
        return parents, notes

    def _parent(self, at: int, notes: list[ImportNote]) -> tuple[int | None, str]:
        """Return the parent, None for a root, and the value that names it."""
        seat = self._seats[at]
        missing = ""
        for value in seat.parents:
            found, is_loose = self.named(value, by=at)
            if not found:
                missing = missing or ("" if means_root(value) else value)
                continue
            parent = found[0]
            if missing:
                notes.append(ImportNote("parent_instead", seat.row, missing, more=value, seat=at))
            notes += self._otherwise(at, value, parent)
            if parent == at or (seat.key and self._seats[parent].key == seat.key):
                notes.append(ImportNote("self_parent", seat.row, value, seat=at))
                return None, value
            if is_loose:
                more = self._seats[parent].key
                notes.append(ImportNote("parent_read_as", seat.row, value, more=more, seat=at))
            if len(found) > 1:
                more = str(self._seats[parent].row)
                notes.append(ImportNote("parent_of_several", seat.row, value, more=more, seat=at))
            return parent, value
        if missing:
            notes.append(ImportNote("missing_parent", seat.row, missing, seat=at))
        return None, missing

    def _otherwise(self, at: int, taken: str, parent: int) -> Iterator[ImportNote]:
        """Yield a note for each further value that names other seats than the parent taken."""
        seat = self._seats[at]
        for value in seat.parents[seat.parents.index(taken) + 1 :]:
            found, _loose = self.named(value, by=at)
            if found and parent not in found:
                yield ImportNote("parent_not_taken", seat.row, value, more=taken, seat=at)

    def second_lines(self, at: int, parent: int | None) -> tuple[tuple[tuple[int, str], ...], str]:
        """Return to which other seats one reports, with what about, and its notes.

        What names no seat, more than one, or the seat itself stays in the notes.
        """
        seat = self._seats[at]
        lines: dict[int, str] = {}
        said = []
        for header, value in seat.second_managers:
            left = []
            for part in re.split(r"[;|\n]", value):
                for to, about, words in self._named_in(part.strip(), at):
                    if to is None or to == at:
                        left.append(words)
                    elif to != parent or about:
                        lines.setdefault(to, about)
            if left:
                said.append(f"{header}: {', '.join(left)}")
        for name, about in seat.second_lines:
            found = [to for to in self._ids.get(name, []) if to != at]
            if found:
                lines[found[0]] = about
            else:
                said.append(f"{name}: {about}" if about else name)
        return tuple(lines.items()), "\n".join(filter(None, [seat.notes, *said]))

    def _named_in(self, part: str, at: int) -> Iterator[tuple[int | None, str, str]]:
        """Yield the seat that each name in a part of a cell means, what about, and the words.

        A part is a name, a name with what it is about after a colon, or several names.
        """
        name, colon, about = part.partition(":")
        whole, first = self._only(part, at), self._only(name.strip(), at)
        if whole is not None or not part:
            yield from [(whole, "", part)] if part else []
        elif first is not None and colon and self._only(about.strip(), at) is None:
            yield first, about.strip(), part
        else:
            for each in filter(None, map(str.strip, re.split(r"[,:]", part))):
                yield self._only(each, at), "", each

    def _only(self, name: str, at: int) -> int | None:
        """Return the one seat that a name means for the seat at a place."""
        found, _loose = self.named(name, by=at) if name else ([], False)
        return found[0] if len(found) == 1 else None


def _cut_cycles(
    seats: Sequence[Post],
    parents: list[int | None],
    named: Sequence[str],
    notes: list[ImportNote],
) -> None:
    """Make the first row of each cycle a root; mark every member with the parent that it named."""
    seen: dict[int, int] = {}
    for start in range(len(seats)):
        path: list[int] = []
        at: int | None = start
        while at is not None and at not in seen:
            seen[at] = start
            path.append(at)
            at = parents[at]
        if at is None or seen[at] != start or at not in path:
            continue
        members = sorted(path[path.index(at) :])
        rows = ", ".join(str(seats[member].row) for member in members)
        for member in members:
            code = "cycle_cut" if member == members[0] else "in_cycle"
            row, value = seats[member].row, named[member]
            notes.append(ImportNote(code, row, value, more=rows, seat=member))
        parents[members[0]] = None


def _index(called: Iterable[tuple[int, Sequence[str]]]) -> dict[str, list[int]]:
    """Return for each name the places that are called so, in order."""
    index: dict[str, list[int]] = {}
    for at, names in called:
        for name in dict.fromkeys(names):
            if name:
                index.setdefault(name, []).append(at)
    return index


def _called(occupant: ImportedOccupant) -> list[str]:
    """Return what somebody may be called as a manager: "Ann Lee", "Lee, Ann", an e-mail."""
    name = folded(occupant.name)
    names = [name, folded(occupant.email)]
    first, _space, last = name.rpartition(" ")
    if first:
        names.append(f"{last}, {first}")
    last, comma, first = name.partition(", ")
    if comma:
        names.append(f"{first} {last}")
    return names


def _loosely(key: str) -> str:
    """Return an id as a spreadsheet may have damaged it: 007 and 7.0 as 7, K8S as k8s."""
    number = _WHOLE_NUMBER.fullmatch(key.strip())
    return number[1] if number else folded(key)


def imported_seats(
    seats: Sequence[Post], parents: Sequence[int | None], forest: Forest
) -> tuple[ImportedSeat, ...]:
    """Return the seats with their parents and second lines."""
    second = [forest.second_lines(at, parent) for at, parent in enumerate(parents)]
    return tuple(
        ImportedSeat(
            row=seat.row,
            source_id=seat.source_id,
            title=seat.title,
            parent=parent,
            occupants=seat.occupants,
            responsibilities=seat.responsibilities,
            purpose=seat.purpose,
            notes=notes,
            assistant=seat.assistant,
            second_lines=lines,
        )
        for seat, parent, (lines, notes) in zip(seats, parents, second, strict=True)
    )
