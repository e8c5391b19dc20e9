"""What the one-line and the many-line field share: pasting, Ctrl+Z, the menu, the red edge."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QWidget

from mspseat_desktop.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QContextMenuEvent


def plain(text: str) -> str:
    """Return a text without control characters and half letters, its lines parted by line feeds."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    for end in ("\x0b", "\x0c", "\x85", "\u2028", "\u2029"):
        lines = lines.replace(end, "\n")
    return "".join(
        sign for sign in lines if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs")
    )


def one_line_of(text: str) -> str:
    """Return a pasted text as one line."""
    return " ".join(plain(text).replace("\t", " ").split("\n"))


def clipboard_text() -> str:
    """Return the words on the clipboard, "" if there are none."""
    return QGuiApplication.clipboard().text()


def keeps_shortcut(event: QKeyEvent, *, pending: bool) -> bool | None:
    """Say whether a field keeps this key from the window's shortcuts; None: as Qt does."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return pending
    if event.matches(QKeySequence.StandardKey.Redo):
        return False
    return None


def mark_wrong(field: QWidget, *, wrong: bool) -> None:
    """Give a field the red edge of something not understood, or take it away."""
    if bool(field.property("wrong")) != wrong:
        field.setProperty("wrong", wrong)
        field.style().unpolish(field)
        field.style().polish(field)


def show_edit_menu(
    field: QLineEdit | QPlainTextEdit,
    event: QContextMenuEvent,
    *,
    take_back: Callable[[], None] | None,
) -> None:
    """Open the menu of a text field; Qt's own has an undo that knows nothing of ours."""
    cursor = field.hasSelectedText() if isinstance(field, QLineEdit) else _has_selection(field)
    writable = not field.isReadOnly()
    menu = QMenu(field)
    entries: tuple[tuple[str, Callable[[], None] | None, bool], ...] = (
        (_("Take back typing"), take_back, take_back is not None),
        (_("Cut"), field.cut, cursor and writable),
        (_("Copy"), field.copy, cursor),
        (_("Paste"), field.paste, writable and bool(clipboard_text())),
        (_("Select all"), field.selectAll, True),
    )
    for words, step, possible in entries:
        action = menu.addAction(words)
        action.setEnabled(possible)
        if step is not None:
            action.triggered.connect(lambda _checked=False, step=step: step())
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(event.globalPos())
    event.accept()


def _has_selection(field: QPlainTextEdit) -> bool:
    return field.textCursor().hasSelection()
