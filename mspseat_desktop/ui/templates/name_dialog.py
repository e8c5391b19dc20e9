"""Asks the name of a template, and whether it is the seat alone or all below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.content.my_templates import LONGEST_NAME
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import (
    Choice,
    ChoiceRow,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    SectionLabel,
    TextField,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.ui.theme import Theme


class NameDialog(QDialog):
    """Sends `chosen(str, bool)`, the name and whether all below the seat comes along."""

    chosen = Signal(str, bool)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        title: str,
        verb: str,
        name: str,
        is_taken: Callable[[str], bool],
        below: int = 0,
        about: str = "",
    ) -> None:
        """Ask; `below` is how many seats hang on the one that is kept."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setFixedWidth(440)
        self._is_taken = is_taken
        self.name = TextField(_("Name of the template"))
        self.name.setMaxLength(LONGEST_NAME)
        self.name.load(" ".join(name.split())[:LONGEST_NAME])
        self.trouble = PlainLabel("", tone="no", wrap=True)
        self.reach = ChoiceRow(theme, _("What is kept"), _reaches(below), clearable=False)
        self.reach.set_value("seat")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(8)
        column.addWidget(PlainLabel(title, pixels=17, weight=Weight.DemiBold))
        if about:
            column.addWidget(PlainLabel(about, tone="muted", wrap=True))
        column.addSpacing(4)
        column.addWidget(SectionLabel(_("Name of the template")))
        column.addWidget(self.name)
        column.addWidget(self.trouble)
        self.trouble.hide()
        if below:
            column.addSpacing(4)
            column.addWidget(SectionLabel(_("What is kept")))
            column.addWidget(self.reach)
        else:
            self.reach.setParent(self)
            self.reach.hide()
        column.addSpacing(8)
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = QuietButton(theme, _("Cancel"))
        cancel.clicked.connect(self.reject)
        self.go = PrimaryButton(theme, verb)
        self.go.setDefault(True)
        self.go.clicked.connect(self._choose)
        row.addWidget(cancel)
        row.addWidget(self.go)
        column.addLayout(row)
        self.name.setFocus()
        self.name.selectAll()

    def _choose(self) -> None:
        name = " ".join(self.name.text().split())
        if not name:
            self._say(_("Write a name first."))
        elif self._is_taken(name):
            self._say(_("You have a template of this name already. Write another one."))
        else:
            self.accept()
            self.chosen.emit(name, self.reach.value == "branch")

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.show()
        self.name.set_wrong(wrong=True)
        self.name.setAccessibleDescription(words)
        self.name.setFocus()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.adjustSize()


def _reaches(below: int) -> list[Choice]:
    words = ngettext("With the seat below", "With the {n} seats below", below)
    return [
        Choice("seat", _("The seat alone")),
        Choice("branch", words.replace("{n}", str(below))),
    ]
