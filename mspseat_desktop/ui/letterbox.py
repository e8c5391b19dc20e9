"""Letters of programs that were started while this one runs: come to the front, open a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from mspseat_desktop.storage.hand_over import fetch, letter_folder
from mspseat_desktop.storage.locks import is_same_file

if TYPE_CHECKING:
    from pathlib import Path

    from mspseat_desktop.ui.main_window import MainWindow

POLL_MS = 1_000
"""Between two looks where the system does not tell of new files."""
AGAIN_MS = 300
"""Between two tries while a question waits for its answer."""


class Letterbox(QObject):
    """Fetches letters for the window; those that came while a question was open wait for it."""

    def __init__(self, window: MainWindow, home: Path) -> None:
        super().__init__(window)
        self._window = window
        self._home = home
        self._waiting: list[Path] = []
        folder = letter_folder(home)
        self._watcher = QFileSystemWatcher([str(folder)], self)
        self._watcher.directoryChanged.connect(self.look)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._open_waiting)
        if not self._watcher.directories():
            poll = QTimer(self)
            poll.timeout.connect(self.look)
            poll.start(POLL_MS)

    def look(self) -> None:
        """Fetch the letters that are there."""
        letters = fetch(self._home)
        if not letters:
            return
        self._come_to_the_front()
        self._waiting += [path for path in letters if path is not None]
        self._open_waiting()

    def _open_waiting(self) -> None:
        """Open the last of the files asked for, once nothing else is asked."""
        if not self._waiting:
            return
        if QApplication.activeModalWidget() is not None:
            self._again.start()
            return
        path = self._waiting[-1]
        self._waiting.clear()
        client = self._window.open_client
        is_open = client is not None and client.target is not None
        if not (is_open and client is not None and _is_one(client.target, path)):
            self._window.files.open_path(path)

    def _come_to_the_front(self) -> None:
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()


def _is_one(one: Path | None, other: Path) -> bool:
    return one is not None and is_same_file(one, other)
