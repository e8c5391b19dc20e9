"""A field for a passphrase: dots instead of letters, until somebody wants to see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

LONGEST = 1_000


class PhraseField(QLineEdit):
    """Shows dots, gives nothing to the clipboard, and forgets what was typed when it is hidden."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMaxLength(LONGEST)
        self.show_letters(shown=False)

    def show_letters(self, *, shown: bool) -> None:
        """Show what is typed, or dots."""
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let nothing stay behind in a field that nobody sees."""
        super().hideEvent(event)
        self.clear()
