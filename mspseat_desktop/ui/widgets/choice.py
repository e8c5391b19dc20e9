"""One of a few answers, side by side: a click, a letter or the arrow keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from mspseat_desktop.ui.widgets.paint import (
    MARK_GAP,
    MARK_SIZE,
    ROLE_MARKS,
    Mark,
    one_line,
    paint_focus_ring,
    paint_mark,
)
from mspseat_desktop.ui.widgets.plain import amp, tip

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.ui.theme import Theme

Size = Literal["compact", "normal", "large"]
_HEIGHTS: dict[Size, int] = {"compact": 24, "normal": 28, "large": 32}
_PADDINGS: dict[Size, int] = {"compact": 8, "normal": 11, "large": 14}


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer to choose: what it is, what it is called, its tone, and the keys that choose it.

    The mark defaults to that of the tone; where the words are a sign already, give "".
    """

    value: Hashable
    label: str
    role: str = "accent"
    keys: str = ""
    mark: Mark | None = None
    hint: str = ""

    @property
    def shown_mark(self) -> Mark:
        """Return the mark beside the words when chosen."""
        return ROLE_MARKS.get(self.role, "check") if self.mark is None else self.mark


class ChoiceRow(QWidget):
    """Answers of which at most one is chosen. The row is one stop for the Tab key.

    Left and Right move, Space or Enter chooses, a choice's own keys choose at once, Delete clears.
    `chosen(object)` is sent for what the user does, with None for a cleared row.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Sequence[Choice],
        parent: QWidget | None = None,
        *,
        size: Size = "normal",
        stretch: bool = False,
        clearable: bool = True,
    ) -> None:
        super().__init__(parent)
        self._choices = tuple(choices)
        self._clearable = clearable
        self._value: Hashable | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4 if size == "compact" else 6)
        self._buttons: list[ChoiceButton] = []
        for choice in self._choices:
            button = ChoiceButton(theme, choice, size=size, on_key=self.take_key, parent=self)
            button.clicked.connect(lambda _on=False, button=button: self._clicked(button))
            layout.addWidget(button, 1 if stretch else 0)
            self._buttons.append(button)
        if stretch:
            for button in self._buttons:
                button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        else:
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_name(name)
        self._show_tab_stop()

    @property
    def value(self) -> Hashable | None:
        """Return the value chosen, None if there is none."""
        return self._value

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Return what there is to choose, in order."""
        return self._choices

    @property
    def buttons(self) -> tuple[ChoiceButton, ...]:
        """Return the buttons in order, for tests and pointers."""
        return tuple(self._buttons)

    def set_name(self, name: str) -> None:
        """Change the question that a screen reader says before each answer."""
        self.setAccessibleName(name)
        for button in self._buttons:
            button.setAccessibleName(f"{name}: {button.choice.label}")

    def set_value(self, value: Hashable | None) -> None:
        """Show a choice without sending anything; None clears."""
        self._value = value
        for button in self._buttons:
            button.show_checked(checked=value is not None and button.choice.value == value)
        self._show_tab_stop()

    def focus(self) -> None:
        """Put the keyboard on the chosen answer, or on the first."""
        self._tab_stop().setFocus(Qt.FocusReason.TabFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """Act on a key. False if it means nothing here, so that a page may forward its keys."""
        blocked = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if not self.isEnabled() or event.modifiers() & blocked:
            return False
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._move(1 if (key == Qt.Key.Key_Right) == self.isLeftToRight() else -1)
            return True
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._choose(None)
            return True
        focused = next((button for button in self._buttons if button.hasFocus()), None)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and focused is not None:
            self._choose(focused)
            return True
        sign = event.text().casefold()
        for button in self._buttons:
            if sign and sign in button.choice.keys.casefold():
                self._choose(button)
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def _clicked(self, button: ChoiceButton) -> None:
        again = button.choice.value == self._value
        self._choose(None if again and self._clearable else button)

    def _choose(self, button: ChoiceButton | None) -> None:
        if button is None and not self._clearable:
            return
        value = None if button is None else button.choice.value
        changed = value != self._value
        self.set_value(value)
        if changed:
            self.chosen.emit(value)

    def _move(self, step: int) -> None:
        focused = [place for place, button in enumerate(self._buttons) if button.hasFocus()]
        place = (focused[0] + step) if focused else 0
        place = max(0, min(len(self._buttons) - 1, place))
        self._buttons[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _tab_stop(self) -> ChoiceButton:
        return next((button for button in self._buttons if button.isChecked()), self._buttons[0])

    def _show_tab_stop(self) -> None:
        stop = self._tab_stop()
        for button in self._buttons:
            policy = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)


class ChoiceButton(QRadioButton):
    """One answer of a row; a screen reader hears a radio button."""

    def __init__(
        self,
        theme: Theme,
        choice: Choice,
        *,
        size: Size,
        on_key: Callable[[QKeyEvent], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.choice = choice
        self._theme, self._size, self._on_key = theme, size, on_key
        self.setText(amp(choice.label))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if choice.hint:
            tip(self, choice.hint)
        theme.changed.connect(self.update)

    def show_checked(self, *, checked: bool) -> None:
        """Check or uncheck; Qt alone would not let the last radio button be unchecked."""
        self.setAutoExclusive(False)
        self.setChecked(checked)
        self.setAutoExclusive(True)

    def hitButton(self, position: QPoint) -> bool:
        """Take a click anywhere on the button."""
        return self.rect().contains(position)

    def sizeHint(self) -> QSize:
        """Return the room for words and mark, so that choosing moves nothing."""
        words = QFontMetricsF(self._font()).horizontalAdvance(self.choice.label)
        mark = MARK_SIZE + MARK_GAP if self.choice.shown_mark else 0
        width = int(words) + 1 + mark + 2 * _PADDINGS[self._size]
        return QSize(max(width, 32), _HEIGHTS[self._size])

    def minimumSizeHint(self) -> QSize:
        """Never shrink: half an answer is no answer."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the row act on the key first."""
        if not self._on_key(event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw an outline, or the tone with its mark when chosen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        theme, role = self._theme, self.choice.role
        chosen = self.isChecked()
        hovered = self.isEnabled() and self.underMouse()
        if chosen:
            painter.setPen(QPen(theme.color(role), 1))
            painter.setBrush(theme.color(f"{role}_soft"))
            ink = theme.color(f"{role}_text")
        else:
            painter.setPen(QPen(theme.color("line_strong"), 1))
            painter.setBrush(theme.color("hover" if hovered else "surface"))
            ink = theme.color("ink" if self.isEnabled() else "muted")
        painter.drawRoundedRect(rect, 7, 7)
        font = self._font()
        metrics = QFontMetricsF(font)
        mark = self.choice.shown_mark if chosen else ""
        extra = MARK_SIZE + MARK_GAP if mark else 0
        shown = one_line(metrics, self.choice.label, self.width() - 8 - extra)
        words = metrics.horizontalAdvance(shown)
        left = (self.width() - words - extra) / 2
        if mark:
            at = QRectF(left, (self.height() - MARK_SIZE) / 2, MARK_SIZE, MARK_SIZE)
            paint_mark(painter, at, mark, ink)
        painter.setFont(font)
        painter.setPen(ink)
        box = QRectF(left + extra, 0, words + 1, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), theme, radius=6)

    def _font(self) -> QFont:
        return self._theme.font(13 if self._size == "large" else 12, QFont.Weight.DemiBold)
