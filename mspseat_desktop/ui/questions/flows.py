"""The way from the menu to the questions of reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mspseat_desktop.ui.questions.dialog import QuestionsDialog

if TYPE_CHECKING:
    from mspseat_desktop.ui.main_window import MainWindow


class QuestionFlows(QObject):
    """Opens the dialog, for every seat and for the one that is selected."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.actions_table.on("questions", self.choose)

    def choose(self) -> None:
        """Open the questions of the open client."""
        client = self._window.open_client
        bridge = client.bridge if client is not None else None
        if bridge is not None:
            bridge.pending.flush_all()
            theme, seat = self._window.theme, bridge.selection
            QuestionsDialog(bridge, theme, seat=seat, parent=self._window).open()
