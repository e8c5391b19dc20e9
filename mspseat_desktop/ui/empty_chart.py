"""What an empty chart offers: the five starting seats with the MSP seat, or a first seat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from mspseat_desktop.content.templates import start_edit
from mspseat_desktop.language import _
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import Card, PlainLabel, PrimaryButton, QuietButton

if TYPE_CHECKING:
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.chart.view import ChartView
    from mspseat_desktop.ui.theme import Theme

EDGE = 28
WIDE, LEAST = 380, 180
"""How wide the words are in pixels: as a rule, and where the canvas is very narrow."""


class EmptyChart(Card):
    """Two ways to begin, each one click or key."""

    def __init__(self, bridge: Bridge, theme: Theme, chart: ChartView) -> None:
        """`chart` is where it stands; the keyboard goes there when it has been used."""
        super().__init__(chart)
        self._bridge = bridge
        self._chart = chart
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 24, EDGE, 24)
        column.setSpacing(8)
        title = PlainLabel(_("An empty chart"), pixels=17, weight=Weight.DemiBold)
        words = PlainLabel(
            _(
                "Begin with the five seats that most companies have, and a seat for the IT "
                "provider. Every seat can be renamed, moved or deleted."
            ),
            tone="muted",
            wrap=True,
        )
        self._words = words
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(8)
        self.template = template = PrimaryButton(theme, _("Add the starting seats"), icon="network")
        template.clicked.connect(self._add_template)
        self.single = single = QuietButton(theme, _("Add one seat"), icon="plus")
        single.clicked.connect(self._add_one)
        row.addWidget(template)
        row.addWidget(single)
        row.addStretch(1)
        for part in (title, words):
            column.addWidget(part, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addLayout(row)

    def sizeHint(self) -> QSize:
        """Return the room for it in its canvas, one button above the other in a narrow one."""
        parent = self.parentWidget()
        room = (parent.width() if parent is not None else WIDE) - 2 * (EDGE + 8)
        self._words.setFixedWidth(max(LEAST, min(WIDE, room)))
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if room >= WIDE else ways.TopToBottom)
        return super().sizeHint()

    def _add_template(self) -> None:
        bridge = self._bridge
        edit = start_edit(
            "five-seats-msp", wording=bridge.client.profile.wording, new_id=bridge.new_id
        )
        if bridge.do(edit):
            bridge.select(next(iter(bridge.client.chart())))
            self._chart.setFocus()

    def _add_one(self) -> None:
        self._chart.commands.add_root()
