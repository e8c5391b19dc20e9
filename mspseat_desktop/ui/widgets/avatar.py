"""The initials of who holds a seat: a disc for a person, a rounded square for a provider."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QWidget

from mspseat_desktop.layout.initials import initials
from mspseat_desktop.ui.widgets.paint import paint_avatar

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.ui.theme import Theme


class Avatar(QWidget):
    """Initials of a name; the name itself stands beside it, so a screen reader skips this."""

    spoken_role = QAccessible.Role.Graphic

    def __init__(
        self,
        theme: Theme,
        name: str,
        parent: QWidget | None = None,
        *,
        provider: bool = False,
        side: int = 28,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._letters = initials(name)
        self._provider = provider
        self.setFixedSize(side, side)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(name)
        theme.changed.connect(self.update)

    def show_name(self, name: str, *, provider: bool) -> None:
        """Change whose initials are shown."""
        self._letters, self._provider = initials(name), provider
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the initials on their shape."""
        rect = QRectF(self.rect())
        paint_avatar(
            QPainter(self), rect, self._letters, provider=self._provider, theme=self._theme
        )
