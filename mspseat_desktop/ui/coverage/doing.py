"""What one can do in the coverage map: every edit of the window goes through here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.content.functions import function_templates
from mspseat_desktop.domain.coverage import cover_of
from mspseat_desktop.domain.edits.coverage import (
    add_column,
    add_function,
    belong_to,
    make_responsibility,
    mark,
    move_function,
    remove_column,
    remove_function,
)
from mspseat_desktop.domain.records import Function
from mspseat_desktop.domain.vocabulary import (
    FunctionId,
    ResponsibilityId,
    SeatId,
)
from mspseat_desktop.language import _
from mspseat_desktop.ui.shortcuts.telling import with_keys
from mspseat_desktop.wording.coverage import function_name, seat_name

if TYPE_CHECKING:
    from mspseat_desktop.domain.vocabulary import CoverPart
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.coverage.table import CoverageTable

_NEXT: dict[CoverPart | None, CoverPart | None] = {None: "accountable", "accountable": "helps"}


class CoverageDoing:
    """The edits, each asked for by ids; a refusal is told by the window."""

    def __init__(self, bridge: Bridge, table: CoverageTable) -> None:
        self._bridge = bridge
        self._table = table

    def mark(self, function: FunctionId, seat: SeatId, part: CoverPart | None) -> None:
        """Say what the seat has to do with the function."""
        client = self._bridge.client
        edit = mark(
            function,
            seat,
            part,
            name=function_name(client, function),
            title=seat_name(client, seat),
        )
        if self._bridge.do(edit):
            self._table.announce(function, seat)

    def step(self, function: FunctionId, seat: SeatId) -> None:
        """Go on from nothing to accountable, to helps, and back to nothing."""
        cover = cover_of(self._bridge.client, function, seat)
        self.mark(function, seat, _NEXT.get(cover.part if cover is not None else None))

    def belong(
        self, function: FunctionId, seat: SeatId, responsibility: ResponsibilityId | None
    ) -> None:
        """Let the function belong to a responsibility of the seat, or to none."""
        name = function_name(self._bridge.client, function)
        self._bridge.do(belong_to(function, seat, responsibility, name=name))

    def make(self, function: FunctionId, seat: SeatId) -> None:
        """Make a responsibility of the seat out of the function, and let it belong there."""
        client = self._bridge.client
        record = client.get(Function, function)
        shipped = function_templates().get(record.code)
        edit = make_responsibility(
            ResponsibilityId(self._bridge.new_id()),
            function,
            seat,
            level=shipped.level if shipped else "",
            protects=shipped.protects if shipped else False,
            name=record.name,
        )
        if self._bridge.do(edit):
            words = _("“{name}” is a responsibility of “{seat}” now.")
            words = words.replace("{seat}", _cut(seat_name(client, seat)))
            self._tell(words, record.name)

    def rename(self, function: FunctionId) -> None:
        """Open a function's name for typing."""
        self._table.go_to(function, None)
        self._table.naming.start(function)

    def write_term(self, function: FunctionId) -> None:
        """Open a function's technical name for typing."""
        self._table.go_to(function, None)
        self._table.naming.start(function, "term")

    def add_function(self, *, after: FunctionId | None = None) -> None:
        """Add a function below another, at the end for None, and open its name."""
        function = FunctionId(self._bridge.new_id())
        ids = self._ids()
        index = ids.index(after) + 1 if after in ids else None
        key = f"function:{function}"
        record = Function(function, name=_("New function"))
        if self._bridge.do(add_function(record, index=index, merge_key=key)):
            self._table.go_to(function, None)
            self._table.naming.start(function, new_key=key)

    def move_by(self, function: FunctionId, by: int) -> None:
        """Move a function past its neighbour on show."""
        rows = [line.function.id for line in self._table.map.grid.lines]
        to = rows.index(function) + by
        if 0 <= to < len(rows):
            self._bridge.do(move_function(function, self._ids().index(rows[to])))
            self._table.scrollTo(self._table.currentIndex())

    def delete(self, function: FunctionId) -> None:
        """Delete a function with its marks and say so."""
        name = function_name(self._bridge.client, function)
        if self._bridge.do(remove_function(function, name=name)):
            self._tell(_("“{name}” is deleted. {keys} brings it back."), name)

    def add_column(self, seat: SeatId) -> None:
        """Give the seat a column and go there."""
        if self._bridge.do(add_column(seat, title=seat_name(self._bridge.client, seat))):
            self._table.go_to(self._table.function, seat)

    def remove_column(self, seat: SeatId) -> None:
        """Take the seat out of the map with its marks and say so."""
        title = seat_name(self._bridge.client, seat)
        if self._bridge.do(remove_column(seat, title=title)):
            self._tell(_("“{name}” is out of the map. {keys} brings it back."), title)

    def _tell(self, words: str, name: str) -> None:
        self._table.notice.emit(with_keys(words, "undo").replace("{name}", _cut(name)))

    def _ids(self) -> list[FunctionId]:
        return [function.id for function in self._bridge.client.functions()]


def _cut(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
