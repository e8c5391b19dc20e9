"""What the menus do with the clipboard, and with several chosen seats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from mspseat_desktop.content.seat_pieces import piece_of, piece_text
from mspseat_desktop.content.template_files import read_template, template_bytes
from mspseat_desktop.content.templates import branch_from_templates
from mspseat_desktop.domain.edits.branches import move_seats, tops
from mspseat_desktop.domain.edits.copying import copy_seats
from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.exchange.chart_edit import paste_edit
from mspseat_desktop.exchange.pasted import read_pasted
from mspseat_desktop.exchange.problems import ImportProblem
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.wording.imports import problem_text
from mspseat_desktop.wording.seats import seat_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.main_window import MainWindow

ON_CHART = (
    *("cut", "paste", "duplicate", "duplicate-alone", "select-all", "select-branch"),
    "delete-alone",
)
"""Actions whose keys chart and outline hear."""
SEATS = "application/x-mspseat-seats"
"""Seats of this program, in the form of a template file."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """Seats of a client that move there where they are pasted."""

    bridge: Bridge
    seats: tuple[SeatId, ...]
    content: bytes


class ClipboardFlows:
    """Cuts, copies, pastes and duplicates the chosen seats of the chart."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._cut: _Cut | None = None
        table = window.actions_table
        table.on("cut", self.cut)
        table.on("copy", self.copy)
        table.on("paste", self.paste)
        table.on("duplicate", lambda: self.duplicate(with_branch=True))
        table.on("duplicate-alone", lambda: self.duplicate(with_branch=False))
        table.on("select-all", self.choose_all)
        table.on("select-branch", self.choose_branch)

    def connect_view(self, view: ClientView) -> None:
        """Let chart and outline hear the keys; in a field they belong to its words."""
        for doing in ON_CHART:
            run = self._window.actions_table[doing].trigger
            view.chart.bind(doing, run)
            view.outline.tree.bind(doing, run)

    @property
    def _bridge(self) -> Bridge | None:
        client = self._window.open_client
        return client.bridge if client is not None else None

    def copy(self) -> None:
        """Put the chosen seats and all that hangs on them on the clipboard."""
        if self._put_on_clipboard() and self._bridge is not None:
            count = len(tops(self._bridge.client, self._bridge.chosen))
            words = ngettext(
                "The seat is on the clipboard, with all that hangs on it.",
                "{n} seats are on the clipboard, with all that hangs on them.",
                count,
            )
            self._window.tell(words.replace("{n}", str(count)))

    def cut(self) -> None:
        """Mark the chosen seats: they stay until they are pasted somewhere else."""
        bridge, content = self._bridge, self._put_on_clipboard()
        if bridge is not None and content:
            self._cut = _Cut(bridge, bridge.chosen, content)
            self._window.tell(_("Paste moves it there. Until then everything stays where it is."))

    def paste(self) -> None:
        """Put what is on the clipboard under the selected seat, at the top without one."""
        bridge = self._bridge
        if bridge is None:
            return
        bridge.pending.flush_all()
        clipboard = QGuiApplication.clipboard().mimeData()
        content = bytes(clipboard.data(SEATS).data())
        cut, self._cut = self._cut, None
        try:
            if cut is not None and cut.bridge is bridge and content == cut.content:
                self._move(bridge, cut.seats)
            elif content:
                piece = read_template(content, file=_("the clipboard"))
                edit, seats = branch_from_templates(
                    piece.seats, under=bridge.selection, new_id=bridge.new_id
                )
                count = {"count": str(len(seats))}
                self._done(bridge, Edit("paste-seats", edit.run, count), seats)
            else:
                self._paste_text(bridge, clipboard.text(), is_picture=clipboard.hasImage())
        except ImportProblem as problem:
            self._window.tell(problem_text(problem.code, problem.params))
        except FileProblem as problem:
            bridge.trouble.emit(problem)

    def duplicate(self, *, with_branch: bool) -> None:
        """Put a copy of the chosen seats right after them, with or without what hangs on them."""
        bridge = self._bridge
        if bridge is None or not bridge.chosen:
            return
        bridge.pending.flush_all()
        client = bridge.client
        seats = tops(client, bridge.chosen) if with_branch else bridge.chosen
        last = client.seat(seats[-1])
        before = client.children(last.parent)
        edit = copy_seats(
            seats,
            parent=last.parent,
            index=before.index(seats[-1]) + 1,
            with_branch=with_branch,
            new_id=bridge.new_id,
            title=client.seat(seats[0]).title,
        )
        if bridge.do(edit):
            bridge.choose([s for s in bridge.client.children(last.parent) if s not in before])
            count = bridge.client.count(Seat) - client.count(Seat)
            words = ngettext(
                "{n} copy is there, without people.", "{n} copies are there, without people.", count
            )
            self._window.doing.tell_what_was_done(words.replace("{n}", str(count)))

    def choose_all(self) -> None:
        """Choose every seat; the selected one stays the one that the panel shows."""
        bridge = self._bridge
        if bridge is not None:
            first = () if bridge.selection is None else (bridge.selection,)
            bridge.choose([*first, *bridge.client.chart()])

    def choose_branch(self) -> None:
        """Choose the selected seat with all that hangs on it."""
        bridge = self._bridge
        if bridge is not None and bridge.selection is not None:
            bridge.choose(bridge.client.branch(bridge.selection))

    def _put_on_clipboard(self) -> bytes:
        """Put the chosen seats there in our form and as text; return our form of them."""
        bridge = self._bridge
        if bridge is None or not bridge.chosen:
            return b""
        bridge.pending.flush_all()
        try:
            piece = piece_of(bridge.client, bridge.chosen)
        except FileProblem as problem:
            bridge.trouble.emit(problem)
            return b""
        content = template_bytes(piece)
        alone = len(piece.seats) == 1
        data = QMimeData()
        data.setData(SEATS, content)
        data.setText(seat_text(bridge.client, bridge.chosen[0]) if alone else piece_text(piece))
        QGuiApplication.clipboard().setMimeData(data)
        return content

    def _move(self, bridge: Bridge, seats: Sequence[SeatId]) -> None:
        client = bridge.client
        title = client.seat(seats[0]).title if client.has(Seat, seats[0]) else ""
        if bridge.do(move_seats(seats, parent=bridge.selection, title=title)):
            bridge.choose(seats)

    def _paste_text(self, bridge: Bridge, text: str, *, is_picture: bool) -> None:
        if is_picture and not text:
            raise ImportProblem("paste_picture")
        chart = read_pasted(text)
        ids = [SeatId(bridge.new_id()) for _seat in chart.seats]
        edit = paste_edit(
            chart, under=bridge.selection, ids=ids, new_id=bridge.new_id, on=bridge.on
        )
        self._done(bridge, edit, ids)

    def _done(self, bridge: Bridge, edit: Edit, seats: Sequence[SeatId]) -> None:
        if bridge.do(edit):
            bridge.select(seats[0])
            words = ngettext("{n} seat is pasted.", "{n} seats are pasted.", len(seats))
            self._window.doing.tell_what_was_done(words.replace("{n}", str(len(seats))))
