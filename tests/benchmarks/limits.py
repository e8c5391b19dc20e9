"""What this machine can do at best: the ground that the other figures stand on."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from figures import tell
from hands import milliseconds, settle
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

TIMES = 200
STARTS = 5
SIZE = 1600, 900

BARE_WINDOW = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QMainWindow
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("ready"))
window.addToolBar("bar").addAction("act")
dock = QDockWidget("dock")
window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
window.resize(1600, 900)
window.show()
application.processEvents()
sys.stdout.write("ready\\n")
sys.stdout.flush()
"""
OUR_WINDOW = """
import sys
from pathlib import Path
from mspseat_desktop import app
application = app.make_application()
window = app.make_window(application, app.make_desk(Path(sys.argv[1])))
window.resize(1600, 900)
window.show()
application.processEvents()
sys.stdout.write("ready\\n")
sys.stdout.flush()
"""


class Picture(QWidget):
    """A window that copies one picture of its own size."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._picture = QPixmap(*SIZE)
        self._picture.fill(Qt.GlobalColor.white)
        self.resize(*SIZE)

    def paintEvent(self, _event) -> None:  # noqa: N802 - Qt's own name
        """Copy it."""
        QPainter(self).drawPixmap(0, 0, self._picture)


def blits() -> list[float]:
    """Return how long it takes to copy a picture into a window of 1600 x 900."""
    application = QApplication.instance() or QApplication([])
    window = Picture()
    window.show()
    settle()

    def copy() -> None:
        window.update()
        settle()

    spent = [milliseconds(copy) for _ in range(TIMES)]
    window.close()
    del application
    return spent


def syncs(folder: Path, *, pause: float = 0.0) -> list[float]:
    """Return how long it takes to write 4 KiB and have the disk confirm it.

    `pause` is how many seconds the disk has nothing to do before each, as before an edit.
    """
    handle = os.open(folder / "sync", os.O_RDWR | os.O_CREAT, 0o600)
    sync = getattr(os, "fdatasync", os.fsync)
    page = b"x" * 4096

    def write() -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, page)
        sync(handle)

    spent = []
    for _ in range(TIMES):
        until = time.perf_counter() + pause
        while time.perf_counter() < until:
            pass
        spent.append(milliseconds(write))
    os.close(handle)
    return spent


def starts(program: str, folder: Path) -> list[float]:
    """Return how long a process takes from its start until its window is painted."""
    spent = []
    for _ in range(STARTS + 1):
        start = time.perf_counter()
        command = [sys.executable, "-c", program, str(folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            child.stdout.readline()
            spent.append((time.perf_counter() - start) * 1000)
    return spent[1:]


def main() -> None:
    """Print what this machine can do."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("MSPSEAT_HOME")) as folder:
        tell("full_window_blit_ms", blits())
        tell("raw_fdatasync_ms", syncs(Path(folder)))
        tell("fdatasync_after_a_pause_ms", syncs(Path(folder), pause=0.05))
        tell("bare_main_window_ms", starts(BARE_WINDOW, Path(folder)))
        tell("start_to_usable_ms", starts(OUR_WINDOW, Path(folder)))


if __name__ == "__main__":
    main()
