"""Where a sentence is told: over whatever the user is in, a dialog, a sheet or the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from mspseat_desktop.ui.widgets import NoticeHost

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.ui.theme import Theme


def tell_on_top(
    window: QWidget,
    theme: Theme,
    text: str,
    *,
    action: str = "",
    then: Callable[[], object] | None = None,
    until_edit: bool = False,
    behind: Callable[[], NoticeHost],
) -> None:
    """Tell it in the modal dialog on top, else in the sheet over the window, else in the window.

    A dialog that has no notices of its own gets them over its head, where they hide no button.
    What offers an action and is still there when its dialog closes goes on in the window;
    `behind` gives the window's own notices. `until_edit` is an offer that the next edit ends.
    """
    dialog = _dialog_on_top()
    if dialog is None:
        host = _sheets_own(window) or behind()
        host.show(text, action=action, then=then, until_edit=until_edit)
        return
    host = _own_of(dialog) or NoticeHost(theme, dialog, at_head=True)
    notice = host.show(text, action=action, then=then, until_edit=until_edit)

    def go_on() -> None:
        if host.notice is notice:
            behind().show(text, action=action, then=then, until_edit=until_edit)

    if action:
        dialog.finished.connect(go_on)


def _dialog_on_top() -> QDialog | None:
    """Return the modal dialog that can show a sentence; one of the system for files can not."""
    over: QWidget | None = QApplication.activeModalWidget()
    while isinstance(over, QFileDialog) or (over is not None and not over.isVisible()):
        above = over.parentWidget()
        over = above.window() if above is not None else None
    return over if isinstance(over, QDialog) else None


def _sheets_own(window: QWidget) -> NoticeHost | None:
    sheets = [w for w in window.children() if isinstance(w, QWidget) and w.isVisible()]
    own = [found for sheet in sheets if (found := _own_of(sheet)) is not None]
    return own[-1] if own else None


def _own_of(surface: QWidget) -> NoticeHost | None:
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    found = surface.findChildren(NoticeHost, options=direct)
    return next((host for host in found if host.is_in_view), None)
