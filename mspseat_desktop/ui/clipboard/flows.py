"""What the menus do with the clipboard, and with several chosen seats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from mspseat_desktop.content.seat_pieces import (
    people_of,
    piece_bytes,
    piece_of,
    piece_text,
    read_people,
    seat_people,
)
from mspseat_desktop.content.template_files import MOST_SEATS, read_template
from mspseat_desktop.content.templates import branch_from_templates
from mspseat_desktop.domain.edits.branches import move_seats, tops
from mspseat_desktop.domain.edits.copying import copy_seats
from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.revision import Edit, both
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.exchange.chart_edit import paste_edit
from mspseat_desktop.exchange.pasted import read_pasted
from mspseat_desktop.exchange.problems import ImportProblem
from mspseat_desktop.exchange.summary import pasted_chart_text
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.clipboard.copied import copied_text
from mspseat_desktop.ui.clipboard.cut import SEATS, Cut, copied_seats
from mspseat_desktop.wording.imports import problem_text
from mspseat_desktop.wording.pasting import pasted_text
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


class ClipboardFlows:
    """Cuts, copies, pastes and duplicates the chosen seats of the chart."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        table = window.actions_table
        table.on("cut", self.cut)
        table.on("copy", self.copy)
        table.on("copy-with-people", lambda: self.copy(with_people=True))
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

    def copy(self, *, with_people: bool = False) -> None:
        """Put the chosen seats and all that hangs on them on the clipboard."""
        bridge = self._bridge
        if bridge is None or not self._put_on_clipboard(bridge, with_people=with_people):
            return
        Cut.of(bridge).forget()
        count = len(tops(bridge.client, bridge.chosen))
        if with_people:
            words = ngettext(
                "The seat is on the clipboard, with all that hangs on it and the names of who sits"
                " there.",
                "{n} seats are on the clipboard, with all that hangs on them and the names of who"
                " sits there.",
                count,
            )
        else:
            words = ngettext(
                "The seat is on the clipboard, with all that hangs on it.",
                "{n} seats are on the clipboard, with all that hangs on them.",
                count,
            )
        self._window.tell(words.replace("{n}", str(count)))

    def cut(self) -> None:
        """Mark the chosen seats: they stay until they are pasted somewhere else."""
        bridge = self._bridge
        if bridge is None or bridge.is_kept_as_it_is():
            return
        content = self._put_on_clipboard(bridge)
        if content:
            Cut.of(bridge).mark(bridge.chosen, content)
            self._window.tell(
                _("Paste moves it there. Until then everything stays where it is; Esc ends that.")
            )

    def paste(self) -> None:
        """Put what is on the clipboard under the selected seat, at the top without one."""
        bridge = self._bridge
        if bridge is None:
            return
        bridge.pending.flush_all()
        content, cut = copied_seats(), Cut.of(bridge)
        try:
            if seats := cut.waiting(content):
                if self._move(bridge, seats):
                    cut.forget()
            elif content:
                self._paste_piece(bridge, content)
            else:
                self._paste_text(bridge, copied_text())
        except ImportProblem as problem:
            self._window.tell(problem_text(problem.code, problem.params))

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

    def _put_on_clipboard(self, bridge: Bridge, *, with_people: bool = False) -> bytes:
        """Put the chosen seats there in our form and as text; return our form of them."""
        if not bridge.chosen:
            return b""
        bridge.pending.flush_all()
        client, chosen = bridge.client, bridge.chosen
        try:
            piece = piece_of(client, chosen)
        except FileProblem:
            self._window.tell(problem_text("copy_large", {"most": str(MOST_SEATS)}))
            return b""
        people = people_of(client, chosen) if with_people else ()
        content = piece_bytes(piece, people)
        alone = len(piece.seats) == 1
        data = QMimeData()
        data.setData(SEATS, content)
        data.setText(
            seat_text(client, chosen[0], with_people=with_people)
            if alone
            else piece_text(piece, people)
        )
        QGuiApplication.clipboard().setMimeData(data)
        return content

    def _move(self, bridge: Bridge, seats: Sequence[SeatId]) -> bool:
        client = bridge.client
        title = client.seat(seats[0]).title if client.has(Seat, seats[0]) else ""
        if not bridge.do(move_seats(seats, parent=bridge.selection, title=title)):
            return False
        bridge.choose(seats)
        return True

    def _paste_piece(self, bridge: Bridge, content: bytes) -> None:
        try:
            piece = read_template(content, file="")
        except FileProblem as problem:
            code = "paste_newer" if problem.code == "newer" else "paste_damaged"
            raise ImportProblem(code) from problem
        people = read_people(content)
        edit, seats = branch_from_templates(
            piece.seats, under=bridge.selection, new_id=bridge.new_id
        )
        known = dict(zip((seat.id for seat in piece.seats), seats, strict=True))
        if people:
            name = "paste-seat-people" if len(seats) == 1 else "paste-seats-people"
        else:
            name = "paste-seat" if len(seats) == 1 else "paste-seats"
        count = {"count": str(len(seats))}
        both_edits = both(
            name, edit, seat_people(people, known, new_id=bridge.new_id), params=count
        )
        kinds = [kind for _name, kind in {one.key for one in people}]
        words = pasted_text(
            len(seats), people=kinds.count("person"), providers=kinds.count("provider")
        )
        self._done(bridge, both_edits, seats, words)

    def _paste_text(self, bridge: Bridge, text: str) -> None:
        chart = read_pasted(text)
        ids = [SeatId(bridge.new_id()) for _seat in chart.seats]
        edit = paste_edit(
            chart, under=bridge.selection, ids=ids, new_id=bridge.new_id, on=bridge.on
        )
        self._done(bridge, edit, ids, pasted_chart_text(chart))

    def _done(self, bridge: Bridge, edit: Edit, seats: Sequence[SeatId], words: str) -> None:
        if bridge.do(edit):
            bridge.choose(tops(bridge.client, seats))
            self._window.doing.tell_what_was_done(words)
