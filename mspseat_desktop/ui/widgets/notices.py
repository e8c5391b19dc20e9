"""Short news at the foot of a window, with at most one thing to do about it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QEnterEvent,
    QFont,
    QHideEvent,
    QMoveEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget
from shiboken6 import isValid

from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets.buttons import IconButton, LinkButton
from mspseat_desktop.ui.widgets.free_place import free_place
from mspseat_desktop.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.ui.theme import Theme

STAYS_MS = 8000
LONG = 60
"""Letters from which on a sentence goes over several lines."""
USUAL_WORDS, LEAST_WORDS = 380, 120
"""How wide a long sentence is in pixels: as a rule, and where there is hardly any room."""
SAID_BY_ROLE = sys.platform == "linux"
"""Readers there say a notification as it appears, so an announcement would say it twice."""
ASIDE = 16
"""Pixels between a notice and the edges of its place."""
_LID_MOVES = QShowEvent, QHideEvent, QMoveEvent, QResizeEvent


class NoticeHost(QObject):
    """Shows one notice at a time over the foot of a widget; a new one takes the old one's place.

    It goes with its `owner`, the place's window when none is given.
    `at_head` shows it over the head, for a dialog with its buttons at the foot.
    Give the chart as the place while it is shown: a notice beside the chart and over it would make
    the chart repaint as a whole at every scroll.
    """

    def __init__(
        self,
        theme: Theme,
        place: QWidget,
        *,
        owner: QWidget | None = None,
        stays_ms: int = STAYS_MS,
        at_head: bool = False,
    ) -> None:
        super().__init__(owner or place.window())
        self._at_head = at_head
        self._theme = theme
        self._place = place
        self._stays_ms = stays_ms
        self._notice: Notice | None = None
        self._foot = 0
        self._lids: tuple[QWidget, ...] = ()
        self._standing: tuple[str, str, Callable[[], object] | None] | None = None

    @property
    def notice(self) -> Notice | None:
        """Return the notice on show."""
        return self._notice

    @property
    def is_in_view(self) -> bool:
        """Whether a notice would be seen now."""
        return self._place.isVisible()

    def show(
        self,
        text: str,
        *,
        action: str = "",
        then: Callable[[], object] | None = None,
        stays: bool = False,
        until_edit: bool = False,
    ) -> Notice:
        """Show a text, with a button that calls `then` and closes. The keyboard stays put.

        One that `stays` leaves only when it is used or closed; it makes room for others and comes
        back after them. What offers nothing is over with the next edit, and so is an offer that
        holds `until_edit`.
        """
        self._take_away()
        if stays:
            self._standing = text, action, then
        notice = Notice(
            self._theme,
            self._place,
            text=text,
            action=action,
            then=then,
            stays_ms=0 if stays else self._stays_ms,
        )
        notice.is_over_by_edit = not stays and (until_edit or not action)
        notice.gone.connect(self._forget)
        self._notice = notice
        self._place.installEventFilter(self)
        self._put()
        notice.show()
        notice.raise_()
        return notice

    def keep_free(self, foot: int) -> None:
        """Keep so many pixels free below notices, for something that lies there."""
        self._foot = foot
        self._put()

    def keep_clear_of(self, *lids: QWidget) -> None:
        """Let notices cover none of these that lie over the place while they are shown."""
        self._lids = lids
        for lid in lids:
            lid.installEventFilter(self)

    def hear_edit(self) -> None:
        """Take a notice away that is about something before an edit, unless the keyboard is in it.

        To be called before the edit's own notice is shown.
        """
        notice = self._notice
        if notice is not None and notice.is_over_by_edit and not notice.has_keyboard:
            notice.go()

    def put_by(self) -> None:
        """Take the notice away; one that stays can be brought back."""
        self._take_away()

    def bring_back(self) -> None:
        """Show the notice that stays again, unless another one is on show."""
        if self._standing is not None and self._notice is None:
            text, action, then = self._standing
            self.show(text, action=action, then=then, stays=True)

    def step_aside(self, aside: bool) -> None:  # noqa: FBT001 - a signal gives it so
        """Let what lies below the notice be seen for a while."""
        if self._notice is not None and isValid(self._notice):
            self._notice.setHidden(aside)

    def clear(self) -> None:
        """Take the notice away, for good."""
        self._standing = None
        self._take_away()

    def _take_away(self) -> None:
        notice, self._notice = self._notice, None
        if notice is not None and isValid(notice):
            notice.go()

    def move_to(self, place: QWidget) -> None:
        """Show notices over another widget from now on."""
        if place is self._place:
            return
        self._place.removeEventFilter(self)
        self._place = place
        if self._notice is not None:
            place.installEventFilter(self)
            self._notice.setParent(place)
            self._put()
            self._notice.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the notice in its place when that changes its size, and what lies there its own."""
        if watched is self._place and self._notice is None:
            watched.removeEventFilter(self)  # the next notice listens again
            return False
        moved = QResizeEvent if watched is self._place else _LID_MOVES
        if isinstance(event, moved):
            self._put()
        return False

    def _put(self) -> None:
        if self._notice is None or not isValid(self._notice):
            return
        notice, place = self._notice, self._place
        widest = max(200, place.width() - 2 * ASIDE)
        notice.fit(widest)
        width = min(notice.sizeHint().width(), widest)
        height = notice.heightForWidth(width)
        size = QSize(width, height if height > 0 else notice.sizeHint().height())
        if self._at_head:
            notice.setGeometry((place.width() - width) // 2, 12, width, size.height())
            return
        over = [lid for lid in self._lids if lid.parentWidget() is place and lid.isVisible()]
        room = place.rect().adjusted(ASIDE, ASIDE, -ASIDE, -ASIDE - self._foot)
        at = free_place(size, room, [lid.geometry() for lid in over])
        notice.setGeometry(QRect(at, size))

    def _forget(self, notice: Notice) -> None:
        if self._notice is not notice:
            return
        self._notice = None
        if notice.stays:
            self._standing = None
        else:
            self.bring_back()


class Notice(QFrame):
    """A dark bar with a sentence. It leaves after a while, but not under pointer or keyboard."""

    spoken_role = QAccessible.Role.Notification

    gone = Signal(object)

    def __init__(
        self,
        theme: Theme,
        place: QWidget,
        *,
        text: str,
        action: str,
        then: Callable[[], object] | None,
        stays_ms: int,
    ) -> None:
        """Stay for so many milliseconds, 0 until it is used or closed."""
        super().__init__(place)
        self.stays = stays_ms == 0
        self.is_over_by_edit = False
        """Whether it is about something that is over once anything is edited."""
        self._theme = theme
        self._then = then
        self.setAccessibleName(text)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 6, 6, 6)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self.label = PlainLabel(text, self, weight=QFont.Weight.Medium)
        self.label.setProperty("tone", "notice")
        self.label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        if len(text) > LONG:
            self._wrap()
        self._grid.addWidget(self.label, 0, 0)
        self.button: LinkButton | None = None
        if action:
            self.button = _NoticeButton(theme, action, self)
            self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.button.clicked.connect(self._act)
            self._grid.addWidget(self.button, 0, 1)
        self.cross = _NoticeCross(theme, "x", _("Close this notice"), self, side=26)
        self.cross.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.cross.clicked.connect(self.go)
        self._grid.addWidget(self.cross, 0, 2)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(stays_ms)
        self._timer.timeout.connect(self._go_if_left_alone)
        self._wait()
        if not SAID_BY_ROLE:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    @property
    def has_keyboard(self) -> bool:
        """Whether one of its buttons has the keyboard."""
        return self.cross.hasFocus() or (self.button is not None and self.button.hasFocus())

    def fit(self, width: int) -> None:
        """Be no wider than there is room, in pixels.

        Where words and button have no room side by side, the button is below the words.
        """
        room = width - 80
        words = self.label.sizeHint().width()
        if not self.label.wordWrap() and words > room:
            self._wrap()
        if self.button is not None:
            beside = room - self.button.sizeHint().width()
            is_below = beside < (LEAST_WORDS if self.label.wordWrap() else words)
            room = room if is_below else beside
            self._grid.removeWidget(self.button)
            at = (1, 0) if is_below else (0, 1)
            self._grid.addWidget(self.button, *at, Qt.AlignmentFlag.AlignLeft)
        if self.label.wordWrap():
            self.label.setMinimumWidth(max(LEAST_WORDS, min(USUAL_WORDS, room)))

    def _wrap(self) -> None:
        """Let the sentence go over several lines."""
        self.label.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.label.setSizePolicy(policy)

    def go(self) -> None:
        """Leave."""
        self._timer.stop()
        self.hide()
        self.gone.emit(self)
        self.deleteLater()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is here."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Start the wait anew."""
        self._wait()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("tip"))
        painter.drawRoundedRect(QRectF(self.rect()), 10, 10)

    def _wait(self) -> None:
        if not self.stays:
            self._timer.start()

    def _act(self) -> None:
        then = self._then
        self.go()
        if then is not None:
            then()

    def _go_if_left_alone(self) -> None:
        if self.has_keyboard:
            self._timer.start()
        else:
            self.go()


class _NoticeButton(LinkButton):
    ink_role = "tip_link"
    ring_role = "tip_link"

    def _fill(self) -> QColor | None:
        return None


class _NoticeCross(IconButton):
    ring_role = "tip_link"

    def _fill(self) -> QColor | None:
        return None

    def _ink(self) -> QColor:
        return self._theme.color("on_tip")
