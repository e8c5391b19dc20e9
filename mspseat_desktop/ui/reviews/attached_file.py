"""Gives an attached file out: a copy where the user wants it; the program itself runs nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mspseat_desktop.language import _
from mspseat_desktop.storage.outputs import write_out
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.files import ask_save, open_file, show_in_folder
from mspseat_desktop.wording.file_names import longest_kept

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog, QWidget

    from mspseat_desktop.domain.vocabulary import BlobHash
    from mspseat_desktop.ui.bridge import Bridge


def save_a_copy(over: QWidget, bridge: Bridge, file: BlobHash, name: str) -> QFileDialog | None:
    """Ask for a place, write the file there, and open it if it is a text, table or PDF.

    Anything else is shown in its folder: opening it could run it. None when it is not there.
    """
    content = bridge.attached(file)
    if content is None:
        bridge.trouble.emit(FileProblem("attachment-gone", name=name))
        return None

    def go_on(path: Path) -> None:
        try:
            write_out(path, content)
        except FileProblem as problem:
            bridge.trouble.emit(problem)
            return
        if not open_file(path):
            show_in_folder(path)

    ending = Path(name).suffix
    kind = f" (*{ending})" if ending[1:].isalnum() else " (*)"
    return ask_save(
        over,
        title=_("Save a copy"),
        suggested=longest_kept(name),
        pattern=_("Files") + kind,
        then=go_on,
    )
