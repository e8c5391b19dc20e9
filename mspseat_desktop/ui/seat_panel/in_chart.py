"""How the seat and those below it are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mspseat_desktop.domain.edits.layouts import lay_out_branch, set_assistant
from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import CheckBox, DropDown, SectionLabel

if TYPE_CHECKING:
    from mspseat_desktop.domain.vocabulary import SeatId, SeatLayout
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme


class InChart(QWidget):
    """The layout of what is below the seat, and whether it is drawn as an assistant."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._seat: SeatId | None = None
        self.layout_below = DropDown(
            theme,
            _("How the seats below stand"),
            [
                ("", _("Seats below: as above it")),
                ("down", _("Seats below: from top to bottom")),
                ("right", _("Seats below: from left to right")),
                ("stacked", _("Seats below: stacked")),
            ],
            self,
        )
        self.layout_below.activated.connect(self._choose)
        self.assistant = CheckBox(theme, _("Assistant, drawn beside the line"), self)
        self.assistant.clicked.connect(self._assist)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(SectionLabel(_("In the chart"), self))
        column.addWidget(self.layout_below)
        column.addWidget(self.assistant)

    def show_seat(self, seat: SeatId) -> None:
        """Show how the seat is drawn; one at the top assists nobody."""
        self._seat = seat
        record = self._bridge.client.seat(seat)
        if self.layout_below.value != record.layout:
            self.layout_below.set_value(record.layout)
        self.assistant.setChecked(record.assistant)
        if self.assistant.isHidden() != (record.parent is None):
            self.assistant.setVisible(record.parent is not None)

    def _choose(self, _place: int) -> None:
        if self._seat is None:
            return
        record = self._bridge.client.seat(self._seat)
        layout = cast("SeatLayout", self.layout_below.value)
        if layout != record.layout:
            self._bridge.do(lay_out_branch(self._seat, layout, title=record.title))
        self.show_seat(self._seat)

    def _assist(self, on: bool) -> None:  # noqa: FBT001 - the signal gives it so
        if self._seat is not None:
            title = self._bridge.client.seat(self._seat).title
            self._bridge.do(set_assistant(self._seat, assistant=on, title=title))
            self.show_seat(self._seat)
