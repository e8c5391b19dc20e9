"""The head of the panel: the seat's title, what holds it, and the seat that it reports to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionFrame,
    QVBoxLayout,
    QWidget,
)

from mspseat_desktop.domain.edits.chart import move_seat, rename_seat
from mspseat_desktop.domain.records import Seat, SeatId
from mspseat_desktop.language import _
from mspseat_desktop.ui.seat_panel.entries import pending_of, text_entry
from mspseat_desktop.ui.widgets import (
    Chip,
    Picker,
    PickerItem,
    TextField,
    one_line,
    paint_focus_ring,
    tip_text,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

TOP = "top"
"""The id in the list that makes the seat a root."""
MANY = 20_000
"""From so many seats on the list leaves out who sits there: looking it up would be felt."""


class TitleField(TextField):
    """A heading that can be written in; one that is too long ends in dots until it is entered."""

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(
            _("Title of the seat"),
            parent,
            pending=pending_of(bridge),
            hint=_("Title of the seat"),
            bare=True,
        )
        self._theme = theme
        self._heading = QFont(theme.font(17, QFont.Weight.DemiBold))
        self.setFont(self._heading)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cut a long title with dots while it is only read."""
        metrics = QFontMetricsF(self._heading)
        room = self.rect().adjusted(9, 0, -9, 0)
        words = self.text()
        shown = one_line(metrics, words, room.width())
        self.setToolTip("" if shown == words else tip_text(words))
        if self.hasFocus() or shown == words:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setFont(self._heading)
        painter.setPen(self._theme.color("ink"))
        align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(room, align, shown)


class ReportsTo(Picker):
    """The words "Reports to Technology" as one line of text that opens a list of seats."""

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(120, 28)

    def minimumSizeHint(self) -> QSize:
        """Let a long title be cut."""
        return QSize(80, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words, the title in a heavier type, and a small arrow."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(rect, 6, 6)
        title = self._item.title if self._item else ""
        is_root = self._item is not None and self._item.id == TOP
        words = "" if is_root else _("Reports to")
        plain, heavy = theme.font(13), theme.font(13, QFont.Weight.DemiBold)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        room = rect.adjusted(6, 0, -24, 0)
        painter.setFont(plain)
        painter.setPen(theme.color("muted"))
        painter.drawText(room, align, words)
        room.setLeft(
            room.left() + (QFontMetricsF(plain).horizontalAdvance(f"{words} ") if words else 0)
        )
        painter.setFont(heavy)
        painter.setPen(theme.color("ink"))
        metrics = QFontMetricsF(heavy)
        shown = one_line(metrics, title, room.width())
        painter.drawText(room, align, shown)
        left = room.left() + metrics.horizontalAdvance(shown) + 5
        at = QRectF(left, rect.center().y() - 7, 14, 14)
        theme.icons.paint(painter, at, "chevron-down", theme.color("muted"))
        if self.hasFocus():
            paint_focus_ring(painter, rect, theme, radius=6)


class Header(QWidget):
    """Title, tag and "Reports to" of the seat."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._seat: SeatId | None = None
        self.title = TitleField(theme, bridge, self)
        self._entry = text_entry(bridge, self.title, _rename)
        self.tag = Chip(theme, "", "person", self)
        self.reports_to = ReportsTo(theme, _("Reports to"), self, items=self._items)
        self.reports_to.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.reports_to.chosen.connect(self._move)
        line = QHBoxLayout()
        line.setContentsMargins(11, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.tag)
        line.addWidget(self.reports_to, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addLayout(line)

    def show_seat(self, record: Seat) -> None:
        """Show title and parent of the seat."""
        self._seat = record.id
        self._entry.show(record.id, record.title)
        self.show_parent(record)

    def show_parent(self, record: Seat) -> None:
        """Show what the seat reports to."""
        if record.parent is None:
            item = PickerItem(TOP, _("Top of the chart"))
        else:
            title = self._bridge.client.seat(record.parent).title
            item = PickerItem(record.parent, title or _("unnamed"))
        if item != self.reports_to.item:
            self.reports_to.show_item(item)

    def show_kind(self, seat: SeatId) -> None:
        """Show whether a person or a provider holds the seat, or shall hold it."""
        client = self._bridge.client
        held = client.accountable(seat)
        meant_for = client.seat(seat).meant_for
        if held is None:
            words = {
                "": _("Open seat"),
                "person": _("Open, for a person"),
                "provider": _("Open, for a provider"),
            }[meant_for]
            self.tag.show_text(words, "provider" if meant_for == "provider" else "unanswered")
        elif held.kind == "provider":
            self.tag.show_text(_("Service provider"), "provider", icon="building-2")
        else:
            self.tag.show_text(_("Person"), "person", icon="user")

    def _items(self) -> list[PickerItem]:
        client = self._bridge.client
        names = client.count(Seat) < MANY
        found = [PickerItem(TOP, _("Top of the chart"), "", "arrow-up")]
        for seat in client.chart():
            if seat != self._seat:
                title = client.seat(seat).title or _("unnamed")
                found.append(
                    PickerItem(seat, title, _holder(client, seat) if names else "", "armchair")
                )
        return found

    def _move(self, picked: object) -> None:
        if self._seat is None:
            return
        record = self._bridge.client.seat(self._seat)
        parent = None if picked == TOP else SeatId(str(picked))
        if parent != record.parent:
            self._bridge.do(move_seat(self._seat, parent=parent, title=record.title))
        # A refusal has left the picker as it was; so has a field that was handed over meanwhile.
        self.show_parent(self._bridge.client.seat(self._seat))


def _rename(key: str, title: str, merge_key: str, /) -> Edit:
    return rename_seat(SeatId(key), title, merge_key=merge_key)


def _holder(client: Client, seat: SeatId) -> str:
    held = client.accountable(seat)
    return held.name if held else _("Open seat")
