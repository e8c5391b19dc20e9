"""The foot of the panel: review the seat, and ask the provider that holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import PrimaryButton, QuietButton

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from mspseat_desktop.ui.theme import Theme

EDGE = (18, 12)
GAP = 8


class Foot(QWidget):
    """Two buttons side by side, one under the other where there is no room."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.review = PrimaryButton(theme, "", self, icon="clipboard-check")
        self.ask = QuietButton(theme, _("Ask the provider"), self, icon="send")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(EDGE[0], EDGE[1], EDGE[0], EDGE[1])
        self._row.setSpacing(GAP)
        self._row.addWidget(self.review, 1)
        self._row.addWidget(self.ask)

    def show_for(self, *, has_draft: bool, is_provider: bool) -> None:
        """Say what the buttons do for this seat."""
        self.review.set_caption(_("Continue the review") if has_draft else _("Review"))
        self.ask.setVisible(is_provider)
        self._turn(self.width())

    def minimumSizeHint(self) -> QSize:
        """Let the panel be as narrow as one button."""
        widest = max(self.review.sizeHint().width(), self.ask.sizeHint().width())
        return QSize(widest + 2 * EDGE[0], super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under each other where there is no room."""
        super().resizeEvent(event)
        self._turn(event.size().width())

    def _turn(self, width: int) -> None:
        both = self.review.sizeHint().width() + self.ask.sizeHint().width() + GAP + 2 * EDGE[0]
        fits = self.ask.isHidden() or both <= width
        ways = QBoxLayout.Direction
        wanted = ways.LeftToRight if fits else ways.TopToBottom
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
