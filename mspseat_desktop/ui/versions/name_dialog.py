"""Asks what a what-if copy or a version is called, and for a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.versions.words import LONGEST_NAME, LONGEST_NOTE
from mspseat_desktop.ui.widgets import (
    PlainLabel,
    PrimaryButton,
    QuietButton,
    SectionLabel,
    TextField,
)

if TYPE_CHECKING:
    from mspseat_desktop.ui.theme import Theme


class ChartNameDialog(QDialog):
    """Sends `chosen(str, str)`, name and note."""

    chosen = Signal(str, str)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        title: str,
        about: str,
        verb: str,
        name: str = "",
        note: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setFixedWidth(440)
        self.name = TextField(_("Name of the chart"), longest=LONGEST_NAME)
        self.name.load(name)
        self.note = TextField(_("Note"), longest=LONGEST_NOTE)
        self.note.load(note)
        self.name_is_full, self.note_is_full = _Full(self.name), _Full(self.note)
        self.trouble = PlainLabel("", tone="no", wrap=True)
        self.trouble.hide()
        cancel = QuietButton(theme, _("Cancel"))
        cancel.clicked.connect(self.reject)
        self.go = PrimaryButton(theme, verb)
        self.go.setDefault(True)
        self.go.clicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(8)
        column.addWidget(PlainLabel(title, pixels=17, weight=Weight.DemiBold, wrap=True))
        if about:
            column.addWidget(PlainLabel(about, tone="muted", wrap=True))
        column.addSpacing(4)
        column.addWidget(SectionLabel(_("Name")))
        column.addWidget(self.name)
        column.addWidget(self.name_is_full)
        column.addWidget(self.trouble)
        column.addWidget(SectionLabel(_("Note, if you like")))
        column.addWidget(self.note)
        column.addWidget(self.note_is_full)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.go)
        column.addLayout(row)
        self.name.setFocus()
        self.name.selectAll()

    def _choose(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            self.accept()
            self.chosen.emit(name, " ".join(self.note.text().split()))
            return
        words = _("Write a name first.")
        self.trouble.setText(words)
        self.trouble.show()
        self.name.set_wrong(wrong=True)
        self.name.setAccessibleDescription(words)
        self.name.setFocus()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.adjustSize()


class _Full(PlainLabel):
    """Says under a field that it takes no more letters, once it is full."""

    def __init__(self, field: TextField) -> None:
        super().__init__("", tone="partly", wrap=True)
        self._field = field
        self.hide()
        field.textChanged.connect(self._look)

    def _look(self) -> None:
        most = self._field.maxLength()
        is_full = self._field.is_full
        if is_full == (not self.isHidden()):
            return
        words = _("No more than {count} letters are kept.").replace("{count}", str(most))
        self.setText(words)
        self.setVisible(is_full)
        self.window().adjustSize()
        if is_full:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
