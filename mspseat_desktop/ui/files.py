"""The one gate to files and folders outside: file dialogs, showing a folder, opening a file."""

from __future__ import annotations

import re
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from mspseat_desktop.diagnostics import log_folder
from mspseat_desktop.language import _
from mspseat_desktop.storage.marks import ENDING

if TYPE_CHECKING:
    from collections.abc import Callable

LOG_FILE = "mspseat.log"
_LAST_FOLDER = "last_folder"
_READABLE = frozenset({".csv", ".log", ".md", ".pdf", ".txt"})


def show_in_folder(path: Path) -> bool:
    """Show the folder of the file, or the folder itself; return whether that was possible."""
    folder = path if path.is_dir() else path.parent
    return folder.is_dir() and _show(folder)


def open_file(path: Path) -> bool:
    """Open a text, table or PDF in the system's own program; return whether that was possible.

    Anything else is refused: opening it could run it.
    """
    if path.suffix.lower() not in _READABLE or not path.is_file():
        return False
    return _show(path)


def open_log() -> bool:
    """Open the program's log, or its folder before there is one; return whether it was possible."""
    try:
        folder = log_folder()
    except OSError:
        return False
    log = folder / LOG_FILE
    return open_file(log) if log.is_file() else show_in_folder(folder)


def ask_save(
    parent: QWidget,
    *,
    title: str,
    suggested: str,
    pattern: str,
    then: Callable[[Path], None],
    otherwise: Callable[[], object] = lambda: None,
) -> QFileDialog:
    """Open a dialog that asks where to save; call `then` with the place, `otherwise` for none.

    `suggested` is a name or a whole path, `pattern` as "Client files (*.mspseat)", several with
    ";;" between: the first ending of the one chosen is added where none is typed. The dialog itself
    asks before it names an existing file; a mere name for a client is numbered where it is taken.
    """
    dialog = _dialog(parent, title, pattern=pattern, then=then)
    dialog.rejected.connect(otherwise)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)

    def add_ending(chosen: str) -> None:
        if ending := re.search(r"\*\.(\w+)", chosen):
            dialog.setDefaultSuffix(ending[1])

    add_ending(pattern)
    dialog.filterSelected.connect(add_ending)
    given = Path(suggested)
    if given.is_absolute() and given.parent.is_dir():
        dialog.setDirectory(str(given.parent))
    if not given.is_absolute():
        given = _free(Path(dialog.directory().absolutePath()) / given)
    dialog.selectFile(given.name)
    dialog.open()
    return dialog


def _free(path: Path) -> Path:
    """Return the place, with a number where a client is kept there: none is written over."""
    others = (path.with_stem(f"{path.stem} {number}") for number in count(2))
    is_for_client = path.suffix == ENDING
    return next(p for p in chain([path], others) if not (is_for_client and p.exists()))


def ask_open(
    parent: QWidget, *, title: str, pattern: str, then: Callable[[Path], None]
) -> QFileDialog:
    """Open a dialog that asks which file to open, and call `then` with it."""
    dialog = _dialog(parent, title, pattern=pattern, then=then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()
    return dialog


def _dialog(
    parent: QWidget, title: str, *, pattern: str, then: Callable[[Path], None]
) -> QFileDialog:
    top = _top(parent)
    dialog = QFileDialog(parent, title)
    dialog.setNameFilters([*pattern.split(";;"), _("All files") + " (*)"])
    dialog.setDirectory(str(_start_folder(top.property(_LAST_FOLDER))))

    def take(chosen: str) -> None:
        path = Path(QDir.toNativeSeparators(chosen))
        top.setProperty(_LAST_FOLDER, str(path.parent))
        then(path)

    dialog.fileSelected.connect(take)
    dialog.finished.connect(lambda _result: dialog.deleteLater())
    return dialog


def _top(widget: QWidget) -> QWidget:
    """Return the main window: what it remembers outlives the dialogs over it."""
    found = widget.window()
    while (above := found.parentWidget()) is not None:
        found = above.window()
    return found


def _start_folder(last: object) -> Path:
    """Return the folder used last, else the documents, else the home folder."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    documents = QStandardPaths.writableLocation(place)
    folders = (Path(str(folder)) for folder in (last, documents) if folder)
    return next((folder for folder in folders if folder.is_dir()), Path.home())


def _show(path: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.absolute())))
