"""The page "People"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import Ground

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme


class PeoplePage(Ground):
    """Built on first show; `seat_wanted` carries a SeatId to show in the chart.

    `preview_wanted` carries a Printable, `notice` a sentence. The page looks at the client only
    while it is shown.
    """

    seat_wanted = Signal(object)
    preview_wanted = Signal(object)
    notice = Signal(object)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("canvas", parent)
        self._bridge = bridge
        self._theme = theme
        self.setAccessibleName(_("People"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def preview_current(self) -> None:
        """Offer this page for printing."""
