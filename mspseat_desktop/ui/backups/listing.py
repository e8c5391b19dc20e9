"""A list to read in sections: what differs from a backup, or what a damaged file did not give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.formats import number_text
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import PlainLabel, PrimaryButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.ui.theme import Theme

MOST = 1_000
"""Lines of a section that are listed; the rest is counted."""


class ListingDialog(QDialog):
    """Shows sections of lines as text that can be read through and copied."""

    def __init__(
        self,
        theme: Theme,
        sections: Sequence[tuple[str, Sequence[str]]],
        *,
        title: str,
        intro: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setModal(True)
        self.resize(620, 480)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(8)
        column.addWidget(PlainLabel(title, pixels=17, weight=Weight.DemiBold, wrap=True))
        column.addWidget(PlainLabel(intro, tone="muted", wrap=True))
        self.text = QPlainTextEdit("\n\n".join(_section(*section) for section in sections))
        self.text.setReadOnly(True)
        self.text.setAccessibleName(title)
        self.text.setTabChangesFocus(True)
        self.text.setVisible(bool(sections))
        column.addWidget(self.text, 100)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        self.close_button = PrimaryButton(theme, _("Close"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        row.addWidget(self.close_button)
        column.addSpacing(4)
        column.addLayout(row)
        self.close_button.setFocus()


def _section(heading: str, lines: Sequence[str]) -> str:
    shown = [f"{heading} ({number_text(len(lines))})", *lines[:MOST]]
    more = len(lines) - MOST
    if more > 0:
        words = ngettext("and {n} more", "and {n} more", more)
        shown.append(words.replace("{n}", number_text(more)))
    return "\n".join(shown)
