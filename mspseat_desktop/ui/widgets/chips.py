"""Chips and the three letters G, W, C as widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets.paint import (
    CHIP_HEIGHT,
    ROLE_MARKS,
    Mark,
    chip_size,
    paint_badge,
    paint_chip,
)
from mspseat_desktop.ui.widgets.plain import tip_text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.ui.theme import Theme


class Chip(QWidget):
    """A tinted tag.

    `role` is "yes", "partly", "no", "unanswered", "provider", "person" or "accent". The words
    should say the meaning; where they do not, give the role's mark or an icon.
    """

    spoken_role = QAccessible.Role.StaticText

    def __init__(
        self,
        theme: Theme,
        text: str,
        role: str,
        parent: QWidget | None = None,
        *,
        mark: Mark = "",
        icon: str = "",
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text, self._role, self._mark, self._icon = text, role, mark, icon
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        theme.changed.connect(self.update)

    @property
    def text(self) -> str:
        """Return the words on the chip."""
        return self._text

    @property
    def role(self) -> str:
        """Return the tone of the chip."""
        return self._role

    def show_text(self, text: str, role: str, *, mark: Mark = "", icon: str = "") -> None:
        """Change words, tone and mark together."""
        self._text, self._role, self._mark, self._icon = text, role, mark, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the whole text, 280 pixels at most."""
        size = chip_size(self._text[:300], self._theme, mark=self._mark, icon=self._icon)
        return QSize(min(280, int(size.width())), CHIP_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Let a long chip be cut with dots."""
        return QSize(min(self.sizeHint().width(), 48), CHIP_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip; a tooltip tells the whole text where it is cut, and what it means."""
        whole = self._text if self.width() < self.sizeHint().width() else ""
        told = "\n".join(words for words in (whole, self.accessibleDescription()) if words)
        self.setToolTip(tip_text(told))
        paint_chip(
            QPainter(self),
            QRectF(self.rect()),
            self._text,
            self._role,
            theme=self._theme,
            mark=self._mark,
            icon=self._icon,
        )


class GwcMark(Chip):
    """One letter of G, W, C with its call: "yes", "no" or "unanswered"."""

    def __init__(self, theme: Theme, letter: str, call: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, letter, call, parent, mark=ROLE_MARKS[call])
        self._letter = letter
        self.show_call(call)

    def show_call(self, call: str) -> None:
        """Change the call."""
        self.show_text(self._letter, call, mark=ROLE_MARKS[call])
        self.setAccessibleName(f"{_gwc_word(self._letter)}: {_call_word(call)}")


class Badge(QWidget):
    """A letter on a tinted square, such as the W beside "Wants it"."""

    spoken_role = QAccessible.Role.StaticText

    def __init__(
        self,
        theme: Theme,
        letter: str,
        role: str,
        parent: QWidget | None = None,
        *,
        side: int = 26,
    ) -> None:
        super().__init__(parent)
        self._theme, self._letter, self._role = theme, letter, role
        self.setFixedSize(side, side)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(letter)
        theme.changed.connect(self.update)

    def set_role(self, role: str) -> None:
        """Change the tone."""
        self._role = role
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the letter on its square."""
        rect = QRectF(self.rect())
        paint_badge(QPainter(self), rect, self._letter, self._role, square=True, theme=self._theme)


def _gwc_word(letter: str) -> str:
    words = {"G": _("Gets it"), "W": _("Wants it"), "C": _("Capacity to do it")}
    return words.get(letter, letter)


def _call_word(call: str) -> str:
    words = {"yes": _("Yes"), "no": _("No"), "partly": _("Partly")}
    return words.get(call, _("Not answered"))
