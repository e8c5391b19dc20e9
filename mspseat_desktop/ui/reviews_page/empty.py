"""What the page says while there is no seat to review: what belongs here, and where to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from mspseat_desktop.language import _
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import Card, Ground, PlainLabel, PrimaryButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.theme import Theme

WIDTH = 440


class EmptyReviews(Ground):
    """A card in the middle; its button `draw` leads to the chart."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("surface", parent)
        card = Card(self)
        card.setFixedWidth(WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(8)
        title = _("There is no seat yet")
        column.addWidget(PlainLabel(title, card, pixels=17, weight=Weight.DemiBold))
        words = _(
            "Here stand all seats with who sits there, the ratings of the latest review, and when"
            " the next one is due. Draw the chart first, then review its seats here."
        )
        column.addWidget(PlainLabel(words, card, tone="muted", wrap=True))
        column.addSpacing(8)
        self.draw = PrimaryButton(theme, _("Draw the chart"), card, icon="network")
        column.addWidget(self.draw, 0, Qt.AlignmentFlag.AlignLeft)
        whole = QVBoxLayout(self)
        whole.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
