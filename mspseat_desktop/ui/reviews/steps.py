"""The list of steps at the left: where one is, and how far each has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mspseat_desktop.ui.reviews.look import STEPS
from mspseat_desktop.ui.reviews.words import step_mark, step_name, step_role, step_state
from mspseat_desktop.ui.widgets import amp, one_line, paint_badge, paint_focus_ring

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QShowEvent

    from mspseat_desktop.ui.reviews.look import Look, Step
    from mspseat_desktop.ui.theme import Theme

HEIGHT = 54
BADGE = 26
_ICONS: dict[Step, str] = {"values": "heart", "result": "check"}


class StepList(QWidget):
    """The five steps; one stop for the Tab key, Up and Down walk. Sends `wanted(Step)`."""

    wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 16)
        column.setSpacing(2)
        self.buttons: dict[Step, StepButton] = {}
        for step in STEPS:
            button = StepButton(theme, step, self)
            button.clicked.connect(lambda _on=False, step=step: self.wanted.emit(step))
            self.buttons[step] = button
            column.addWidget(button)
        column.addStretch()

    def show_look(self, look: Look, current: Step) -> None:
        """Show states, and which step is on show."""
        for step, button in self.buttons.items():
            button.show_state(step_state(look, step), step_role(look, step))
            button.show_current(current=step == current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with Up and Down."""
        focused = [at for at, step in enumerate(STEPS) if self.buttons[step].hasFocus()]
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if event.modifiers() or not way or not focused:
            event.ignore()
            return
        place = max(0, min(len(STEPS) - 1, focused[0] + way))
        self.wanted.emit(STEPS[place])
        self.buttons[STEPS[place]].setFocus(Qt.FocusReason.TabFocusReason)


class StepButton(QPushButton):
    """A step: its badge, its name and how far it has come."""

    def __init__(self, theme: Theme, step: Step, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._step = step
        self._name = step_name(step)
        self._state = ""
        self._role = "unanswered"
        self._is_current = False
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(amp(self._name))
        theme.changed.connect(self.update)

    @property
    def state(self) -> str:
        """Return how far the step has come, in words."""
        return self._state

    def show_state(self, state: str, role: str) -> None:
        """Show how far the step has come; paints only when it changed."""
        if (state, role) != (self._state, self._role) or not self.accessibleName():
            self._state, self._role = state, role
            self.setAccessibleName(f"{self._name}, {state}" if state else self._name)
            self.update()

    def show_current(self, *, current: bool) -> None:
        """Mark the step on show, which alone takes the Tab key."""
        policy = Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)
        if current != self._is_current:
            self._is_current = current
            self.update()

    def sizeHint(self) -> QSize:
        """Return a line for the name and one for the state."""
        return QSize(180, HEIGHT)

    def showEvent(self, event: QShowEvent) -> None:
        """Be opaque, as the rows are."""
        super().showEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the list; Qt's button would move the focus by itself."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the badge and the two lines, on the accent's soft fill for the current step."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        painter.fillRect(rect, theme.color("rail"))
        if self._is_current or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if self._is_current else "hover"))
            painter.drawRoundedRect(rect, 8, 8)
        badge = QRectF(12, (rect.height() - BADGE) / 2, BADGE, BADGE)
        paint_badge(painter, badge, step_mark(self._step), self._role, square=True, theme=theme)
        icon = _ICONS.get(self._step)
        if icon:
            inner = badge.adjusted(5, 5, -5, -5)
            theme.icons.paint(painter, inner, icon, theme.color(f"{self._role}_text"))
        room = QRectF(badge.right() + 11, 0, rect.width() - badge.right() - 19, rect.height())
        align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        if self._state:
            self._line(painter, room.adjusted(0, 8, 0, -27), self._name, align=align)
            self._line(
                painter, room.adjusted(0, 27, 0, -8), self._state, align=align, is_state=True
            )
        else:
            self._line(painter, room, self._name, align=align)
        if self.hasFocus():
            paint_focus_ring(painter, rect, theme, radius=8)

    def _line(
        self, painter: QPainter, room: QRectF, text: str, *, align: int, is_state: bool = False
    ) -> None:
        weight = QFont.Weight.Normal if is_state else QFont.Weight.DemiBold
        font = self._theme.font(12 if is_state else 13, weight)
        painter.setFont(font)
        painter.setPen(self._theme.color("muted" if is_state else "ink"))
        painter.drawText(room, align, one_line(QFontMetricsF(font), text, room.width()))
