"""Our own errors: told once in plain words, with a text to pass on that holds no client's words."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.error_hooks import ErrorHooks
from mspseat_desktop.ui.files import open_log
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import PlainLabel, PrimaryButton, QuietButton

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mspseat_desktop.ui.theme import Theme

QUIET_SECONDS = 3.0
"""A fault that comes again so soon after it was told, as from every repaint, is only logged."""


class ErrorDialog(QDialog):
    """Tells of one fault; Continue and Esc go on with the work."""

    def __init__(self, theme: Theme, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Something went wrong"))
        self.setModal(True)
        self.resize(560, 400)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(10)
        heading = _("Something in the program went wrong")
        column.addWidget(PlainLabel(heading, pixels=17, weight=Weight.DemiBold, wrap=True))
        words = _(
            "The fault is the program's. Every edit up to here is on the disk. Go on; if it comes "
            "again, close the program and start it anew."
        )
        column.addWidget(PlainLabel(words, wrap=True))
        words = _("This text helps to find it. It holds no names and none of your words:")
        column.addWidget(PlainLabel(words, tone="muted", wrap=True))
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setAccessibleName(_("What to pass on"))
        column.addWidget(self.report, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.copy_button = QuietButton(theme, _("Copy"), icon="copy")
        self.copy_button.clicked.connect(self._copy)
        self.log_button = QuietButton(theme, _("Open the log"))
        self.log_button.clicked.connect(open_log)
        self.go_on = PrimaryButton(theme, _("Continue"))
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.accept)
        row.addWidget(self.copy_button)
        row.addWidget(self.log_button)
        row.addStretch(1)
        row.addWidget(self.go_on)
        column.addLayout(row)
        self.go_on.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy_button.set_caption(_("Copied"))


class FaultTeller(QObject):
    """Shows at most one ErrorDialog at a time over a window, whichever thread a fault is from."""

    _heard = Signal(str)

    def __init__(
        self, window: QWidget, theme: Theme, *, versions: Callable[[], Mapping[str, str]]
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._versions = window, theme, versions
        self._dialog: ErrorDialog | None = None
        self._told: dict[str, float] = {}
        # Queued: a fault in the middle of painting must not open a window there and then.
        self._heard.connect(self._show, Qt.ConnectionType.QueuedConnection)

    @property
    def dialog(self) -> ErrorDialog | None:
        """The dialog on show."""
        return self._dialog

    def tell(self, description: str) -> None:
        """Tell of a fault as soon as the window is at rest."""
        self._heard.emit(description)

    def _show(self, description: str) -> None:
        before = self._told.get(description)
        recently = before is not None and time.monotonic() - before < QUIET_SECONDS
        if self._dialog is not None or recently:
            return
        lines = [f"{name} {version}" for name, version in self._versions().items()]
        report = "\n".join([*lines, "", description])
        self._dialog = ErrorDialog(self._theme, report, self._window)
        self._dialog.finished.connect(lambda _result: self._forget(description))
        self._dialog.open()

    def _forget(self, description: str) -> None:
        self._dialog = None
        self._told[description] = time.monotonic()


def install_error_hooks(
    window: QWidget, theme: Theme, *, versions: Callable[[], Mapping[str, str]]
) -> ErrorHooks:
    """Log every fault of ours from now on and tell it over the window.

    The hooks end with the window, or when `remove()` is called on what is returned.
    """
    teller = FaultTeller(window, theme, versions=versions)
    hooks = ErrorHooks(teller.tell)
    hooks.install()
    window.destroyed.connect(hooks.remove)
    return hooks
