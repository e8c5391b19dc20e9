"""The foot of the page: the marked action in full, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from mspseat_desktop.domain.planning import origin_of
from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.language import _
from mspseat_desktop.ui.actions_page.words import origin_text
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import Ground, PlainLabel, QuietButton, ScrollArea, Separator, tip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.ui.actions_page.rows import Row
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

EDGE = 20
TALL = 74


class Foot(Ground):
    """Shows one row; its four buttons are connected by the page."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__("rail", parent)
        self._bridge = bridge
        words = Ground("rail")
        column = QVBoxLayout(words)
        column.setContentsMargins(EDGE, 8, EDGE, 4)
        column.setSpacing(2)
        self.what = PlainLabel("", words, weight=Weight.DemiBold, wrap=True)
        self.more = PlainLabel("", words, tone="muted", pixels=12, wrap=True)
        column.addWidget(self.what)
        column.addWidget(self.more)
        column.addStretch(1)
        self._words = ScrollArea(words)
        self._words.setFixedHeight(TALL)
        self.tick = QuietButton(theme, _("Mark as done"), self, icon="check")
        self.drop = QuietButton(theme, _("Drop…"), self, icon="minus")
        self.review = QuietButton(theme, _("Open the review"), self, icon="clipboard-check")
        self.seat = QuietButton(theme, _("Show the seat"), self, icon="network")
        for button, keys in (
            (self.tick, _("Space")),
            (self.drop, _("Del")),
            (self.review, _("Enter")),
            (self.seat, _("Ctrl+Enter")),
        ):
            tip(button, keys)
        row = QHBoxLayout()
        row.setContentsMargins(EDGE, 4, EDGE, 12)
        row.setSpacing(8)
        for button in (self.tick, self.drop, self.review, self.seat):
            row.addWidget(button)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Separator())
        whole.addWidget(self._words)
        whole.addLayout(row)

    def show_row(self, row: Row | None) -> None:
        """Show a row, or nothing to do without one."""
        self.setVisible(row is not None)
        if row is None:
            return
        client = self._bridge.client
        self.what.setText(row.action.what)
        self.more.setText("\n".join(self._about(client, row)))
        self.tick.set_caption(_("Mark as done") if row.state == "open" else _("Open it again"))
        self.tick.set_icon_name("check" if row.state == "open" else "refresh-cw")
        self.drop.setEnabled(row.state == "open")
        review = client.find(Review, row.action.review)
        seat = client.find(Seat, review.seat) if review is not None else None
        self.seat.setEnabled(seat is not None and not seat.closed_on)

    def _about(self, client: Client, row: Row) -> Iterator[str]:
        review = client.find(Review, row.action.review)
        if review is not None:
            words = _("Agreed in the review of {who} in {seat} on {date}")
            words = words.replace("{date}", date_text(review.on))
            yield words.replace("{who}", row.occupant).replace("{seat}", row.seat)
        if row.state == "dropped":
            yield _("Dropped: {why}").replace("{why}", row.action.dropped_because)
        answer = origin_of(client, row.action)
        if answer is None or self._bridge.ratings_hidden:
            return
        asked = origin_text(client, row.action)
        if asked:
            yield _("From the answer to: {what}").replace("{what}", asked)
        if answer.note.strip():
            yield answer.note.strip()
