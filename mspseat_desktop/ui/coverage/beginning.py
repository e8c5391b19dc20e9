"""What the coverage page shows before the map is started: what it is for, and one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mspseat_desktop.content.functions import start_coverage
from mspseat_desktop.language import _
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import Card, PlainLabel, PrimaryButton

if TYPE_CHECKING:
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme


WIDTH = 440


class Beginning(QWidget):
    """A card in the middle; the button puts the shipped functions into the client."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        card = Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(10)
        heading = _("Who is accountable for each piece of IT?")
        column.addWidget(PlainLabel(heading, pixels=17, weight=Weight.DemiBold))
        for words in (
            _(
                "Where a provider and people of the company share the work, a piece of it is "
                "easily nobody's: then it shows in an outage. The coverage map lists the pieces, "
                "from help desk to budget, against the seats that hold IT work."
            ),
            _(
                "Each piece has exactly one seat that is accountable; others may help. The map "
                "starts with 28 pieces in plain words and nothing marked. Every piece can be "
                "renamed or deleted, and others added."
            ),
        ):
            label = PlainLabel(words, tone="muted", wrap=True)
            label.setFixedSize(WIDTH, label.heightForWidth(WIDTH))
            column.addWidget(label)
        column.addSpacing(8)
        self.start = PrimaryButton(theme, _("Start the coverage map"), icon="layout-grid")
        self.start.clicked.connect(self._start)
        column.addWidget(self.start, alignment=Qt.AlignmentFlag.AlignLeft)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addWidget(card, alignment=Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)

    def _start(self) -> None:
        self._bridge.do(start_coverage(self._bridge.new_id))
