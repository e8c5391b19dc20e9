"""One kind of report on the page: what it is, what to choose for it, and its Preview button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.reporting.state_note import IconSpot
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import Card, PlainLabel, QuietButton

if TYPE_CHECKING:
    from mspseat_desktop.ui.theme import Theme

CHOOSING = 360


class ReportCard(Card):
    """Icon, title, one line about it, the widgets to choose with, and Preview at the right."""

    def __init__(self, theme: Theme, icon: str, *, title: str, about: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(14)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(IconSpot(theme, icon, role="accent_text", box=36), 0, top)
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(PlainLabel(title, pixels=14, weight=Weight.DemiBold))
        self._about = PlainLabel(about, tone="muted", wrap=True)
        column.addWidget(self._about)
        self._choices = QHBoxLayout()
        self._choices.setSpacing(8)
        self._choices.addStretch(1)
        column.addLayout(self._choices)
        self._note = PlainLabel("", pixels=12, tone="muted", wrap=True)
        self._note.hide()
        column.addWidget(self._note)
        row.addLayout(column, 1)
        self.preview = QuietButton(theme, _("Preview"), icon="eye")
        self.preview.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.preview.setAccessibleName(_("Preview: {title}").replace("{title}", title))
        row.addWidget(self.preview, 0, top)
        self.setAccessibleName(title)

    def add_choice(self, widget: QWidget, *, width: int = CHOOSING) -> None:
        """Put a widget under the words."""
        self._choices.setContentsMargins(0, 7, 0, 0)
        widget.setMaximumWidth(width)
        if width == CHOOSING:
            widget.setMinimumWidth(200)
        # Choices take the room up to their width before the empty end does.
        self._choices.insertWidget(self._choices.count() - 1, widget, 100)

    def note(self, words: str) -> None:
        """Say something more in a small line, or nothing."""
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def enable(self, *, can: bool) -> None:
        """Offer the preview, or not."""
        self.preview.setEnabled(can)
