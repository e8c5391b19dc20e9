"""Files dropped on the window: each is handed to what opens its kind or takes it in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget


class FileDrops(QObject):
    """Hands each dropped file to what takes files of its ending; other drops are not accepted."""

    def __init__(self, window: QWidget, takers: Mapping[str, Callable[[Path], object]]) -> None:
        """Listen to the window; `takers` by ending in small letters with its dot."""
        super().__init__(window)
        self._takers = takers
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept what can be taken, and take it when it is dropped."""
        if isinstance(event, QDropEvent):
            paths = [p for p in _paths(event) if p.suffix.lower() in self._takers]
            if not paths:
                return False
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                for path in paths:
                    self._takers[path.suffix.lower()](path)
            return True
        return super().eventFilter(watched, event)


def _paths(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
