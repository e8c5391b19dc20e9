"""Files dropped on the window: each is handed to what opens its kind or takes it in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDropEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class FileDrops(QObject):
    """Hands each dropped file to what takes files of its ending; other drops are not accepted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._takers: dict[str, Callable[[Path], object]] = {}
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @classmethod
    def of(cls, window: QWidget) -> FileDrops:
        """Return what listens to the window."""
        known = window.findChild(cls, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return known if isinstance(known, cls) else cls(window)

    def hand(self, ending: str, taker: Callable[[Path], object]) -> None:
        """Hand files of an ending, in small letters with its dot, to what takes them."""
        self._takers[ending] = taker

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Accept what can be taken, and take it when it is dropped."""
        if not isinstance(event, QDropEvent):
            return False
        paths = [p for p in _paths(event) if p.suffix.lower() in self._takers]
        if not paths:
            return False
        accept_copy(event)
        if event.type() == QEvent.Type.Drop:
            for path in paths:
                self._takers[path.suffix.lower()](path)
        return True


def accept_copy(event: QDropEvent) -> None:
    """Accept what is dropped as a copy: where it comes from may delete what it believes moved."""
    if event.possibleActions() & Qt.DropAction.CopyAction:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
    else:
        event.acceptProposedAction()


def _paths(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
