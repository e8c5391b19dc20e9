"""Moments at which the work goes into its file although nobody asks: going away, logging off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.ui.open_client import OpenClient

LOGGING_OFF = 2.0
"""Seconds that a system which shuts down gives its programs without complaint."""


class Moments(QObject):
    """Watches the application for the client that is open at that moment."""

    def __init__(self, client: Callable[[], OpenClient | None], parent: QObject) -> None:
        super().__init__(parent)
        self._client = client
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self.hear_state)
            application.commitDataRequest.connect(self.log_off)

    def hear_state(self, state: Qt.ApplicationState) -> None:
        """Publish in the background when the user turns to another program."""
        client = self._client()
        if client is not None and state != Qt.ApplicationState.ApplicationActive:
            client.publish_soon()

    def log_off(self, _manager: object = None) -> None:
        """Publish before the session ends; what does not make it is there at the next start."""
        client = self._client()
        if client is not None:
            client.publish_now(seconds=LOGGING_OFF)
