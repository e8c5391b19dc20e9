"""Typing a seat's title where it stands, at a readable size whatever the zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent

from mspseat_desktop.domain.edits.chart import LONGEST_TITLE, rename_seat, title_new_seat
from mspseat_desktop.domain.records import Seat
from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import TextField

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.chart.scene import ChartScene
    from mspseat_desktop.ui.chart.sight import Sight
    from mspseat_desktop.ui.theme import Theme

NARROWEST = 224
HEIGHT = 34
LARGEST_TYPE = 27
TYPE = 14


class TitlePlace(Protocol):
    """Where a view shows the titles of its seats; `moved` is sent when they stand elsewhere."""

    @property
    def moved(self) -> SignalInstance:
        """The signal that titles stand elsewhere."""

    def holds(self, seat: SeatId) -> bool:
        """Whether the view shows the seat."""

    def reveal(self, seat: SeatId) -> None:
        """Bring the seat into view."""

    def spot(self, seat: SeatId) -> tuple[QRect, int]:
        """Return the pixels of the widget for the field, and how large its type is."""


class CardPlace:
    """The titles of the chart's cards."""

    def __init__(self, scene: ChartScene, sight: Sight) -> None:
        self._scene, self._sight = scene, sight

    @property
    def moved(self) -> SignalInstance:
        """The signal that the view moved."""
        return self._sight.moved

    def holds(self, seat: SeatId) -> bool:
        """Whether the seat stands in the chart."""
        return seat in self._scene.tree

    def reveal(self, seat: SeatId) -> None:
        """Bring the seat's card into view."""
        self._sight.reveal(self._scene.tree.rect(seat))

    def spot(self, seat: SeatId) -> tuple[QRect, int]:
        """Return the place over the card, at a readable size whatever the zoom."""
        camera = self._sight.camera
        left, top, right, __ = self._scene.tree.rect(seat)
        x, y = camera.to_canvas(left, top)
        size = round(min(LARGEST_TYPE, max(TYPE, TYPE * camera.zoom)))
        width = round(max(NARROWEST, (right - left) * camera.zoom))
        height = round(HEIGHT * size / TYPE)
        middle = x + (right - left) * camera.zoom / 2
        at = round(min(max(0.0, middle - width / 2), max(0, camera.width - width)))
        down = round(min(max(0.0, y), max(0, camera.height - height)))
        return QRect(at, down, width, height), size


class Renaming(QObject):
    """The one title that may be open for typing.

    What is typed is handed over like in every field of the program; Enter, Tab and leaving the
    field keep it, Esc brings the title back that stood there before. `given_up` is sent with the
    seat and the seat selected before it when a new one was left without a title by Esc.
    """

    given_up = Signal(object, object)

    def __init__(
        self, widget: QWidget, bridge: Bridge, *, theme: Theme, titles: TitlePlace
    ) -> None:
        super().__init__(widget)
        self._widget, self._bridge, self._theme = widget, bridge, theme
        self._titles = titles
        self._seat: SeatId | None = None
        self._origin: SeatId | None = None
        self._is_new = False
        self._before = ""
        self._key = ""
        self._field: TextField | None = None
        titles.moved.connect(self._place)

    @property
    def seat(self) -> SeatId | None:
        """The seat whose title is open for typing."""
        return self._seat

    @property
    def field(self) -> TextField | None:
        """The field in use."""
        return self._field

    def start(self, seat: SeatId, *, origin: SeatId | None = None, new_key: str = "") -> None:
        """Open the seat's title.

        For a new seat tell which one was selected before, and the merge key of its adding: the
        title it gets is part of that step.
        """
        self.finish()
        self._bridge.select(seat)
        if self._bridge.is_kept_as_it_is():
            return
        self._titles.reveal(seat)
        self._seat, self._origin, self._is_new = seat, origin, bool(new_key)
        self._before = self._bridge.client.seat(seat).title
        # One typing is one step of the history, the next one another.
        self._key = new_key or f"title:{seat}:{self._bridge.new_id()}"
        self._field = self._make_field()
        self._place()
        self._field.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.selectAll()

    def finish(self) -> None:
        """Keep what is typed and close the field."""
        field = self._field
        if field is None:
            return
        if not field.flush():
            return
        self._close()

    def cancel(self) -> None:
        """Bring back the title that stood there before; a new seat without one is taken out."""
        seat, field = self._seat, self._field
        if seat is None or field is None:
            return
        field.load(self._before)
        self._hand_over(self._before)
        origin, is_new = self._origin, self._is_new
        self._close()
        if is_new:
            self.given_up.emit(seat, origin)

    def follow(self) -> None:
        """Stay with the seat after an edit; close when the seat is gone."""
        if self._seat is None or self._field is None:
            return
        seat = self._bridge.client.find(Seat, self._seat)
        if seat is None or not self._titles.holds(self._seat):
            self._field.load(self._before)
            self._close()
        else:
            self._field.set_text(seat.title)
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End the typing on Enter, Tab, Esc and on leaving the field."""
        if watched is not self._field:
            return False
        if isinstance(event, QKeyEvent) and event.key() in _ENDS:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._end(event.key())
                return True
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            stays = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
            if event.reason() not in stays:
                self.finish()
        return False

    def _end(self, key: int) -> None:
        if key == Qt.Key.Key_Escape:
            self.cancel()
        else:
            self.finish()

    def _make_field(self) -> TextField:
        field = TextField(
            _("Title of the seat"),
            self._widget,
            pending=self._bridge.pending,
            hint=_("Title"),
            longest=LONGEST_TITLE,
        )
        field.load(self._before)
        field.handed_over.connect(self._hand_over)
        field.installEventFilter(self)
        return field

    def _hand_over(self, text: str) -> None:
        """Give the seat the typed title; an emptied one counts only for a new seat."""
        title = text.strip()
        if self._seat is None or not self._bridge.client.has(Seat, self._seat):
            return
        if title == self._bridge.client.seat(self._seat).title or not (title or self._is_new):
            return
        name = title_new_seat if self._is_new else rename_seat
        self._bridge.do(name(self._seat, title, merge_key=self._key), source=self._field)

    def _close(self) -> None:
        field, self._field, self._seat = self._field, None, None
        if field is None:
            return
        had_focus = field.hasFocus()
        field.removeEventFilter(self)
        if had_focus:  # before the field goes, or Qt leads the keyboard through the window first
            self._widget.setFocus(Qt.FocusReason.OtherFocusReason)
        field.hide()
        field.deleteLater()

    def _place(self) -> None:
        if self._field is None or self._seat is None or not self._titles.holds(self._seat):
            return  # a seat that undo took out has no place; `follow` closes the field
        spot, size = self._titles.spot(self._seat)
        self._field.setFont(self._theme.font(size, QFont.Weight.DemiBold))
        self._field.setGeometry(spot)


_ENDS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
