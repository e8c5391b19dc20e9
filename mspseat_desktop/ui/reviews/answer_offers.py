"""The answers that something can be made of, each with its button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.reviews.row import EDGE
from mspseat_desktop.ui.widgets import LinkButton, PlainLabel, SectionLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.ui.reviews.suggestions import FromAnswer
    from mspseat_desktop.ui.theme import Theme

FEW = 4
"""So many answers are shown until more are asked for."""


class AnswerOffers(QWidget):
    """Sends `wanted(Offer)`; hidden while no answer asks for anything."""

    wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[FromAnswer, ...] = ()
        self._whole = False
        self.buttons: list[LinkButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.hide()

    def show_offers(self, offers: Sequence[FromAnswer]) -> None:
        """Show these, the first few of them while nobody asked for more."""
        if tuple(offers) == self._shown:
            return
        self._shown = tuple(offers)
        self._fill()

    def _fill(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        self.setVisible(bool(self._shown))
        if not self._shown:
            return
        heading = SectionLabel(_("From the answers"))
        heading.setContentsMargins(EDGE, 10, EDGE, 2)
        self._column.addWidget(heading)
        count = len(self._shown) if self._whole else FEW
        for each in self._shown[:count]:
            self._column.addWidget(self._line(each))
        rest = len(self._shown) - count
        if rest > 0:
            words = ngettext("Show {n} more answer", "Show {n} more answers", rest)
            more = LinkButton(self._theme, words.replace("{n}", str(rest)), icon="chevron-down")
            more.clicked.connect(self._show_all)
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _line(self, each: FromAnswer) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(EDGE, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(PlainLabel(each.words, line, tone="muted", wrap=True), 1)
        button = LinkButton(self._theme, _("Make an action of it"), icon="plus")
        name = _("Make an action of it: {what}").replace("{what}", each.words)
        button.setAccessibleName(name)
        button.clicked.connect(lambda _on=False, offer=each.offer: self.wanted.emit(offer))
        self.buttons.append(button)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _show_all(self) -> None:
        self._whole = True
        self._fill()
        if len(self.buttons) > FEW:
            self.buttons[FEW].setFocus(Qt.FocusReason.TabFocusReason)
