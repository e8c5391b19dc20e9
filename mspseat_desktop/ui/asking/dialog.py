"""The dialog that makes a form for a provider: what it asks, where to save it, the e-mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import (
    PlainLabel,
    PrimaryButton,
    QuietButton,
    ScrollArea,
    SectionLabel,
    TextArea,
    fit_on_screen,
    title_text,
)
from mspseat_desktop.wording.forms import missing_text

if TYPE_CHECKING:
    from mspseat_desktop.ui.asking.asked import Asked
    from mspseat_desktop.ui.theme import Theme

SIZE = QSize(560, 560)
EDGE = 24


class AskDialog(QDialog):
    """Sends `save_wanted` and `blank_wanted`; stays open, so that the e-mail can be copied."""

    save_wanted = Signal()
    blank_wanted = Signal()

    def __init__(self, theme: Theme, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        fit_on_screen(self, SIZE)
        self._asked = asked
        self._is_made = False
        title = _("Ask {name}").replace("{name}", asked.occupant)
        self.setWindowTitle(title_text(title))
        self.setAccessibleName(title)
        head = PlainLabel(title, self, pixels=17, weight=Weight.DemiBold, wrap=True)
        about = _("Its own answers about the seat “{seat}”, beside yours and never over them.")
        lead = PlainLabel(about.replace("{seat}", asked.seat), self, tone="muted", wrap=True)
        self.state = PlainLabel(asked.before, self, tone="muted", wrap=True)
        self.state.setVisible(bool(asked.before))
        self.email = TextArea(_("E-mail to send with it"), self, lines=5, most_lines=None)
        self.email.load(self._email_text())
        self.email.setReadOnly(True)
        self.copy = QuietButton(theme, _("Copy"), self, icon="copy")
        self.copy.setAccessibleName(_("Copy the e-mail"))
        self.copy.clicked.connect(self._copy)
        self.blank = QuietButton(theme, _("Print it for a pen…"), self, icon="printer")
        self.blank.clicked.connect(self.blank_wanted)
        self.leave = QuietButton(theme, _("Cancel"), self)
        self.leave.clicked.connect(self.reject)
        self.go = PrimaryButton(theme, _("Save the form…"), self, icon="save")
        self.go.setDefault(True)
        self.go.clicked.connect(self._go)
        self._lay_out(head, lead)
        self.go.setFocus()

    @property
    def is_made(self) -> bool:
        """Whether the form has been saved."""
        return self._is_made

    def show_making(self) -> None:
        """Say that the form is being made; it is not asked for twice."""
        self.go.setEnabled(False)
        self._say(_("Making the form…"), tone="muted")

    def show_made(self, file: str, *, missing: int = 0) -> None:
        """Say where the form is; the main button closes from here on.

        `missing` counts the characters that are printed as marks.
        """
        self._is_made = True
        self.email.load(self._email_text(file))
        self.go.setEnabled(True)
        self.go.set_icon_name("check")
        self.go.set_caption(_("Close"))
        self.leave.hide()
        words = _("The form is in {file}. Drop the PDF that comes back on the window.")
        said = f"{words.replace('{file}', file)} {missing_text(missing)}".strip()
        self._say(said, tone="yes")
        self.go.setFocus()

    def show_trouble(self, words: str) -> None:
        """Say why there is no form."""
        self.go.setEnabled(True)
        self._say(words, tone="no")
        self.go.setFocus()

    def _lay_out(self, head: PlainLabel, lead: PlainLabel) -> None:
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(EDGE, 4, EDGE, 8)
        inner.setSpacing(6)
        inner.addWidget(SectionLabel(_("What the form asks")))
        for line in self._asked.lines:
            inner.addWidget(PlainLabel("\u2022  " + line, inside, wrap=True))
        if self._asked.warning:
            inner.addWidget(PlainLabel(self._asked.warning, inside, tone="partly", wrap=True))
        inner.addSpacing(8)
        row = QHBoxLayout()
        row.addWidget(SectionLabel(_("E-mail to send with it")), 1)
        row.addWidget(self.copy)
        inner.addLayout(row)
        self.email.setMinimumHeight(150)
        inner.addWidget(self.email, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 18)
        column.setSpacing(6)
        for label in (head, lead, self.state):
            inset = QHBoxLayout()
            inset.setContentsMargins(EDGE, 0, EDGE, 0)
            inset.addWidget(label)
            column.addLayout(inset)
        column.addSpacing(4)
        column.addWidget(ScrollArea(inside), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(EDGE, 8, EDGE, 0)
        foot.setSpacing(8)
        foot.addWidget(self.blank)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.go)
        column.addLayout(foot)

    def _email_text(self, file: str = "") -> str:
        """Return the e-mail, which names the form by the `file` that it was saved to."""
        to = _("To: {address}").replace("{address}", self._asked.address)
        subject = _("Subject: {subject}").replace("{subject}", self._asked.subject)
        head = [to] if self._asked.address else []
        words = self._asked.email
        if file:
            words = words.replace(self._asked.file_name, file)
        return "\n".join([*head, subject, "", words])

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.email.toPlainText())
        self._say(_("The e-mail is on the clipboard."), tone="muted")

    def _go(self) -> None:
        if self._is_made:
            self.accept()
        else:
            self.save_wanted.emit()

    def _say(self, words: str, *, tone: str) -> None:
        self.state.set_tone(tone)
        self.state.setText(words)
        self.state.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
