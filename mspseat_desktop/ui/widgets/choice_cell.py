"""One of a few answers in the room of a chip, for tables: the answer shows, a menu has the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets.paint import Mark, chip_size, paint_chip, paint_focus_ring
from mspseat_desktop.ui.widgets.plain import amp, tip

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.ui.theme import Theme
    from mspseat_desktop.ui.widgets.choice import Choice

HEIGHT = 26


class ChoiceCell(QPushButton):
    """A chip that is a control.

    A click, Space, Enter or Down opens the menu; a choice's own keys choose at once; Delete clears.
    `chosen(object)` is sent for what the user does, with None for a cleared cell.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Sequence[Choice],
        parent: QWidget | None = None,
        *,
        empty: str = "",
        clearable: bool = True,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._choices = tuple(choices)
        self._empty = empty
        self._clearable = clearable
        self._value: Hashable | None = None
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)
        self._tell()
        theme.changed.connect(self.update)

    @property
    def value(self) -> Hashable | None:
        """Return the value chosen, None if there is none."""
        return self._value

    def set_value(self, value: Hashable | None) -> None:
        """Show a choice without sending anything; None clears."""
        self._value = value
        self._tell()
        self.update()

    def set_name(self, name: str) -> None:
        """Change what a screen reader says before the answer."""
        self._name = name
        self._tell()

    def open_menu(self) -> QMenu:
        """Open the menu of choices below the cell and return it."""
        menu = QMenu(self)
        for choice in self._choices:
            keys = f"\t{choice.keys[0].upper()}" if choice.keys else ""
            action = menu.addAction(amp(choice.label) + keys)
            action.triggered.connect(lambda _on=False, value=choice.value: self._choose(value))
            if choice.value == self._value:
                action.setIcon(self._theme.icon("check", "accent_text"))
                menu.setActiveAction(action)
        if self._clearable and self._value is not None:
            menu.addSeparator()
            menu.addAction(_("Clear")).triggered.connect(lambda _on=False: self._choose(None))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
        return menu

    def sizeHint(self) -> QSize:
        """Return the room for the longest answer."""
        labels = [(choice.label, choice.shown_mark) for choice in self._choices]
        widths = [chip_size(label, self._theme, mark=mark).width() for label, mark in labels]
        widths.append(chip_size(self._empty, self._theme).width())
        return QSize(int(max(widths)) + 4, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never cut an answer."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by letter, clear on Delete, open on Down and Enter."""
        blocked = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        sign = "" if event.modifiers() & blocked else event.text().casefold()
        for choice in self._choices:
            if sign and sign in choice.keys.casefold():
                self._choose(choice.value)
                return
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._choose(None)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the answer as a chip, or an empty one with a dash."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        choice = self._current()
        if choice is None:
            mark: Mark = "" if self._empty else "dash"
            paint_chip(painter, rect, self._empty, "unanswered", theme=self._theme, mark=mark)
        else:
            paint_chip(
                painter,
                rect,
                choice.label,
                choice.role,
                theme=self._theme,
                mark=choice.shown_mark,
            )
        if self.hasFocus():
            paint_focus_ring(painter, rect, self._theme, radius=5)
        elif self.underMouse() and self.isEnabled():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._theme.color("link"))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    def _choose(self, value: Hashable | None) -> None:
        if value == self._value or (value is None and not self._clearable):
            return
        self.set_value(value)
        self.chosen.emit(value)

    def _current(self) -> Choice | None:
        return next((choice for choice in self._choices if choice.value == self._value), None)

    def _tell(self) -> None:
        choice = self._current()
        label = choice.label if choice else self._empty or _("Not answered")
        self.setAccessibleName(f"{self._name}: {label}")
        tip(self, choice.hint if choice else "")
