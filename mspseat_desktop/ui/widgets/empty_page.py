"""What stands on a page that has nothing to show yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets.frames import Card, Ground
from mspseat_desktop.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton, QWidget

WIDTH = 440


class EmptyPage(Ground):
    """A card in the middle: what is missing, what belongs here, and buttons to begin with."""

    def __init__(
        self, role: Literal["canvas", "surface"], title: str, words: str, parent: QWidget
    ) -> None:
        """`role` is the colour of the page."""
        super().__init__(role, parent)
        card = Card(self)
        card.setFixedWidth(WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(8)
        column.addWidget(PlainLabel(title, card, pixels=17, weight=Weight.DemiBold))
        column.addWidget(PlainLabel(words, card, tone="muted", wrap=True))
        column.addSpacing(8)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addStretch(1)
        column.addLayout(self._row)
        whole = QVBoxLayout(self)
        whole.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)

    def add_button(self, button: QAbstractButton) -> None:
        """Put a button behind those that stand there."""
        self._row.insertWidget(self._row.count() - 1, button)
