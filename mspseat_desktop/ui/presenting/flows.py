"""What the menu does about presenting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shiboken6 import isValid

from mspseat_desktop.ui.presenting.presenting import Presenting

if TYPE_CHECKING:
    from mspseat_desktop.ui.main_window import MainWindow


class PresentFlows:
    """Begins and ends the one presentation of the window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._now: Presenting | None = None
        window.actions_table.on("present", self.toggle)

    @property
    def now(self) -> Presenting | None:
        """The presentation under way."""
        return self._now if self._now is not None and isValid(self._now) else None

    def toggle(self) -> None:
        """Begin to present the chart, or end that."""
        view = self._window.view
        if self.now is not None:
            self.end()
        elif view is not None and view.chart.bridge.client.children(None):
            self._now = Presenting(self._window, view)
            self._now.over.connect(self.end)

    def end(self) -> None:
        """Bring the window back; nothing happens while nothing is presented."""
        now, self._now = self.now, None
        if now is not None:
            now.end()
