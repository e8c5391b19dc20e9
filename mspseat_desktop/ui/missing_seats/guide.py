"""Runs the missing-seat guide: asks, edits one step for each answer, and goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mspseat_desktop.content.missing import (
    ask_again,
    have_none,
    have_one,
    missing_kinds,
    name_firm,
    possible_parents,
    still_missing,
    to_ask,
)
from mspseat_desktop.content.recognising import seats_of_kinds
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.language import _
from mspseat_desktop.ui.missing_seats.dialog import Answered, MissingSeatsDialog
from mspseat_desktop.ui.missing_seats.end_page import Told
from mspseat_desktop.ui.missing_seats.question_page import Asked

if TYPE_CHECKING:
    from mspseat_desktop.content.missing import MissingKind
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.main_window import MainWindow


class MissingSeats(QObject):
    """Connects the action, and offers the guide once to a new client."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: MissingSeatsDialog | None = None
        self._asked: list[MissingKind] = []
        self._count = 0
        window.actions_table.on("missing-seats", self.open)

    def offer(self) -> None:
        """Say that the guide is there, for a new client with a chart to put seats into."""
        bridge = self._bridge()
        view = self._window.view
        if bridge is None or view is None:
            return
        if bridge.client.children(None) and still_missing(bridge.client):
            view.notices.show(
                _("Accountant, payroll, lawyer, insurance: who else works for this company?"),
                action=_("Missing seats…"),
                then=self.open,
                stays=True,
            )

    def open(self) -> None:
        """Ask about every firm that has no seat yet; show how it stands when there is none."""
        bridge = self._bridge()
        if bridge is None or self._dialog is not None:
            return
        bridge.pending.flush_all()
        if self._window.view is not None:
            self._window.view.notices.clear()  # what it offers is under way
        self._asked = list(to_ask(bridge.client))
        self._count = len(self._asked)
        dialog = MissingSeatsDialog(self._window.theme, self._window)
        dialog.answered.connect(self._take)
        dialog.finished.connect(lambda _result: self._forget())
        self._dialog = dialog
        self._go_on()
        dialog.open()

    def _bridge(self) -> Bridge | None:
        client = self._window.open_client
        return client.bridge if client is not None else None

    def _take(self, answered: Answered) -> None:
        bridge = self._bridge()
        if bridge is None:
            return
        client, template = bridge.client, answered.template
        done = True
        open_seat = self._asked[0].seat if self._asked else None
        if answered.what == "one" and open_seat is not None:
            edit = name_firm(client, open_seat, answered.firm, new_id=bridge.new_id, on=bridge.on)
            if done := bridge.do(edit):
                bridge.select(open_seat)
        elif answered.what == "one":
            edit, seat = have_one(
                client,
                template,
                parent=SeatId(answered.parent) if answered.parent else None,
                firm=answered.firm,
                new_id=bridge.new_id,
                on=bridge.on,
            )
            if done := bridge.do(edit):
                bridge.select(seat)
        elif answered.what == "none":
            done = bridge.do(have_none(client, template))
        elif answered.what == "again":
            if bridge.do(ask_again(client, template)):
                kinds = missing_kinds(bridge.client)
                self._asked = [k for k in kinds if k.template == template]
                self._count = 1
                self._go_on()
            return
        if done:
            self._asked = self._asked[1:]
            self._go_on()

    def _go_on(self) -> None:
        bridge, dialog = self._bridge(), self._dialog
        if bridge is None or dialog is None:
            return
        if not self._asked:
            dialog.show_end(_told(bridge))
            return
        kind = self._asked[0]
        client = bridge.client
        dialog.ask(
            Asked(
                template=kind.template,
                title=client.seat(kind.seat).title if kind.seat is not None else kind.title,
                question=kind.question,
                about=kind.about,
                number=self._count - len(self._asked) + 1,
                count=self._count,
                places=tuple(
                    (seat, client.seat(seat).title)
                    for seat in possible_parents(client, kind.template)
                ),
                names_only=kind.seat is not None,
            )
        )

    def _forget(self) -> None:
        self._dialog = None
        view, bridge = self._window.view, self._bridge()
        if view is None or bridge is None:
            return
        view.chart.sight.start()
        view.chart.setFocus()


def _told(bridge: Bridge) -> list[Told]:
    client = bridge.client
    told, kinds = [], missing_kinds(client)
    seated = seats_of_kinds(client, [kind.template for kind in kinds])
    for kind in kinds:
        seat = seated.get(kind.template)
        if seat is not None:
            holder = client.accountable(seat)
            if holder is None:
                told.append(Told(kind.template, kind.title, "vacant"))
            else:
                told.append(Told(kind.template, kind.title, "seated", holder.name))
        else:
            is_none = kind.template in client.profile.has_none
            told.append(Told(kind.template, kind.title, "none" if is_none else "open"))
    return told
