"""The end of the guide: which firms have a seat now, and what was said about the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import LineLink, PlainLabel, PrimaryButton, ScrollArea

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.ui.theme import Theme

LINE = 30
State: TypeAlias = Literal["seated", "vacant", "none", "open"]


@dataclass(frozen=True, slots=True)
class Told:
    """How it stands with a firm: it holds a seat, the seat is open, there is none, or not asked."""

    template: str
    title: str
    state: State
    holder: str = ""


class EndPage(QWidget):
    """A line for each firm; `again(str)` is sent with the template that shall be asked again."""

    again = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.heading = PlainLabel("", self, pixels=17, weight=Weight.DemiBold, wrap=True)
        self.links: dict[str, LineLink] = {}
        self._inside = QWidget()
        self._lines = QGridLayout(self._inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setHorizontalSpacing(12)
        self._lines.setVerticalSpacing(2)
        for at, stretch in enumerate((3, 3, 0)):
            self._lines.setColumnStretch(at, stretch)
        self.close_button = PrimaryButton(theme, _("Close"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(self.heading)
        column.addWidget(ScrollArea(self._inside, self), 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)

    def show_lines(self, told: Sequence[Told]) -> None:
        """Show how it stands with each firm."""
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.links = {}
        waiting = any(one.state in ("open", "vacant") for one in told)
        self.heading.setText(
            _("The rest can wait. “Missing seats…” in the Seat menu asks again.")
            if waiting
            else _("Every firm has its seat, or there is none.")
        )
        for row, one in enumerate(told):
            self._add_line(row, one)
        self._lines.setRowStretch(len(told), 1)
        self.close_button.setDefault(True)
        self.close_button.setFocus()

    def _add_line(self, row: int, told: Told) -> None:
        self._lines.setRowMinimumHeight(row, LINE)
        self._lines.addWidget(PlainLabel(told.title, weight=Weight.Medium, elide=True), row, 0)
        words, tone = {
            "seated": (told.holder, "yes"),
            "vacant": (_("seat is open, nobody named yet"), "partly"),
            "none": (_("we have none"), "muted"),
            "open": (_("not answered yet"), "partly"),
        }[told.state]
        self._lines.addWidget(PlainLabel(words, tone=tone, elide=True), row, 1)
        if told.state == "none":
            link = LineLink(self._theme, _("Ask again"), self._inside)
            link.setAccessibleName(f"{_('Ask again')}: {told.title}")
            link.clicked.connect(lambda _on=False: self.again.emit(told.template))
            self.links[told.template] = link
            self._lines.addWidget(link, row, 2, Qt.AlignmentFlag.AlignRight)
