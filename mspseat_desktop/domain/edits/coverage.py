"""Edits of the coverage map: its functions, its columns, and who has to do with what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.domain.edits.seat import add_responsibility
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.order import GAP, order_at
from mspseat_desktop.domain.records import (
    Cover,
    Function,
    cover_id,
)
from mspseat_desktop.domain.revision import Edit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.revision import Revision
    from mspseat_desktop.domain.vocabulary import (
        CoverPart,
        FunctionId,
        Level,
        ResponsibilityId,
        SeatId,
    )


def start_map(functions: Sequence[Function]) -> Edit:
    """Put the functions into the client in this order; their own `order` is not used.

    Nothing is marked. Raises Refused("map-started") when there are functions already.
    """

    def run(work: Revision) -> None:
        if work.client.functions():
            raise Refused("map-started")
        for number, function in enumerate(functions, start=1):
            work.put(replace(function, order=number * GAP))

    return Edit("start-coverage", run)


def add_function(function: Function, *, index: int | None = None, merge_key: str = "") -> Edit:
    """Add a function before the one at `index`; its own `order` is not used."""

    def run(work: Revision) -> None:
        _refuse_nameless(function.name)
        ids = tuple(f.id for f in work.client.functions())
        work.put(replace(function, order=order_at(work, Function, ids, index)))

    return Edit("add-function", run, {"function": function.name}, merge_key)


def change_function(
    function: FunctionId, *, name: str | None = None, term: str | None = None, merge_key: str = ""
) -> Edit:
    """Change the function's plain name or its technical one; None leaves it as it is."""

    def run(work: Revision) -> None:
        old = work.client.get(Function, function)
        new = old.name if name is None else name
        _refuse_nameless(new)
        work.put(replace(old, name=new, term=old.term if term is None else term))

    return Edit("change-function", run, merge_key=merge_key)


def move_function(function: FunctionId, index: int) -> Edit:
    """Move the function within the map; `index` counts the others."""

    def run(work: Revision) -> None:
        work.client.get(Function, function)
        ids = tuple(f.id for f in work.client.functions())
        if ids.index(function) == index:
            return
        others = tuple(i for i in ids if i != function)
        order = order_at(work, Function, others, index)
        work.put(replace(work.client.get(Function, function), order=order))

    return Edit("move-function", run)


def remove_function(function: FunctionId, *, name: str = "", merge_key: str = "") -> Edit:
    """Delete the function with what the seats have to do with it; `name` is for the edit's name."""

    def run(work: Revision) -> None:
        for cover in work.client.covers(function):
            work.remove(cover)
        work.remove(work.client.get(Function, function))

    return Edit("delete-function", run, {"function": name}, merge_key)


def mark(
    function: FunctionId, seat: SeatId, part: CoverPart | None, *, name: str = "", title: str = ""
) -> Edit:
    """Say what the seat has to do with the function; None for nothing.

    The responsibility that the function belongs to stays as long as there is a mark. `name` of
    the function and `title` of the seat are for the edit's name.
    """

    def run(work: Revision) -> None:
        old = work.client.find(Cover, cover_id(function, seat))
        if part is not None:
            belongs = old.responsibility if old else None
            work.put(Cover(cover_id(function, seat), function, seat, part, belongs))
        elif old is not None:
            work.remove(old)

    return Edit("mark-coverage", run, {"function": name, "seat": title})


def add_column(seat: SeatId, *, title: str = "") -> Edit:
    """Give the seat a column in the map, also before anything is marked there."""

    def run(work: Revision) -> None:
        work.put(replace(work.client.seat(seat), holds_it=True))

    return Edit("add-coverage-seat", run, {"seat": title})


def remove_column(seat: SeatId, *, title: str = "") -> Edit:
    """Take the seat out of the map with all that is marked there.

    The column of an IT provider's seat stays, empty: see `coverage.stays_a_column`.
    """

    def run(work: Revision) -> None:
        for cover in work.client.owned(Cover, "seat", seat):
            work.remove(cover)
        work.put(replace(work.client.seat(seat), holds_it=False))

    return Edit("remove-coverage-seat", run, {"seat": title})


def belong_to(
    function: FunctionId,
    seat: SeatId,
    responsibility: ResponsibilityId | None,
    *,
    name: str = "",
) -> Edit:
    """Let the function belong to a responsibility of the seat, None for none.

    Raises Refused("gone") when nothing is marked there.
    """

    def run(work: Revision) -> None:
        cover = work.client.get(Cover, cover_id(function, seat))
        work.put(replace(cover, responsibility=responsibility))

    return Edit("link-function", run, {"function": name})


def make_responsibility(
    responsibility: ResponsibilityId,
    function: FunctionId,
    seat: SeatId,
    *,
    level: Level = "",
    protects: bool = False,
    name: str = "",
) -> Edit:
    """Add a responsibility with the function's name to the seat and let the function belong to it.

    Raises Refused("gone") when nothing is marked there.
    """

    def run(work: Revision) -> None:
        work.client.get(Cover, cover_id(function, seat))
        text = work.client.get(Function, function).name
        add_responsibility(responsibility, seat, text, level=level, protects=protects).run(work)
        belong_to(function, seat, responsibility).run(work)

    return Edit("make-responsibility", run, {"function": name})


def _refuse_nameless(name: str) -> None:
    if not name.strip():
        raise Refused("function-without-name")
