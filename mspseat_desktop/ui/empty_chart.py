"""What an empty chart offers: the five starting seats with the MSP seat, or a first seat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.content.templates import start_edit
from mspseat_desktop.domain.edits.chart import add_seat
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.language import _
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import Card, PlainLabel, PrimaryButton, QuietButton

if TYPE_CHECKING:
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme


class EmptyChart(Card):
    """Two ways to begin, each one click or key."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
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
        words.setFixedWidth(380)
        row = QHBoxLayout()
        row.setSpacing(8)
        template = PrimaryButton(theme, _("Add the starting seats"), icon="network")
        template.clicked.connect(self._add_template)
        single = QuietButton(theme, _("Add one seat"), icon="plus")
        single.clicked.connect(self._add_one)
        row.addWidget(template)
        row.addWidget(single)
        row.addStretch(1)
        for part in (title, words):
            column.addWidget(part, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addLayout(row)

    def _add_template(self) -> None:
        profile = self._bridge.client.profile
        self._bridge.do(
            start_edit("five-seats-msp", wording=profile.wording, new_id=self._bridge.new_id)
        )

    def _add_one(self) -> None:
        seat = SeatId(self._bridge.new_id())
        if self._bridge.do(add_seat(seat, parent=None, title=_("New seat"))):
            self._bridge.select(seat)
