"""Everybody's answers side by side: where they differ first, the rest on request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mspseat_desktop.domain.voices import Line, side_by_side
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.reviews.row import EDGE
from mspseat_desktop.ui.widgets import Chip, LinkButton, PlainLabel, SectionLabel
from mspseat_desktop.wording.voices import said_text, side_by_side_text, subject_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mspseat_desktop.ui.reviews.look import Look
    from mspseat_desktop.ui.theme import Theme

_ROLES = {
    "yes": "yes",
    "wants": "yes",
    "accepted": "yes",
    "+": "yes",
    "unsure": "partly",
    "condition": "partly",
    "+/-": "partly",
    "no": "no",
    "declined": "no",
    "-": "no",
}


class SideBySide(QWidget):
    """Lines of what at least two answered; each names who said what."""

    def __init__(self, theme: Theme, look: Look) -> None:
        super().__init__()
        self._theme = theme
        self.lines = side_by_side(look.sheet.answers, look.sheet.voices)
        self._names = [_("You"), *(voice.name for voice in look.sheet.voices)]
        self._words = _subjects(look)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        differing = [line for line in self.lines if line.differs]
        agreed = [line for line in self.lines if not line.differs]
        heading = SectionLabel(side_by_side_text(len(differing), len(self.lines)))
        heading.setContentsMargins(0, 8, 0, 0)
        self._column.addWidget(heading)
        self._add(differing)
        self.agreed: LinkButton | None = None
        if agreed:
            words = ngettext("{count} answer agrees", "{count} answers agree", len(agreed))
            self.agreed = LinkButton(
                theme, words.replace("{count}", str(len(agreed))), self, icon="chevron-down"
            )
            self.agreed.clicked.connect(lambda: self._show_agreed(agreed))
            self._column.addWidget(self.agreed, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_agreed(self, lines: Sequence[Line]) -> None:
        if self.agreed is not None:
            self.agreed.hide()
        self._add(lines)

    def _add(self, lines: Sequence[Line]) -> None:
        for line in lines:
            self._column.addWidget(self._line(line))

    def _line(self, line: Line) -> QWidget:
        words = subject_text(line, self._words)
        part = QWidget()
        grid = QGridLayout(part)
        grid.setContentsMargins(EDGE, 0, 0, 4)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        grid.addWidget(PlainLabel(words, part, wrap=True), 0, 0, 1, 2)
        said = [(n, v) for n, v in zip(self._names, line.values, strict=True) if v]
        for row, (name, value) in enumerate(said, 1):
            grid.addWidget(PlainLabel(name, part, pixels=12, tone="muted", elide=True), row, 0)
            text = said_text(line, value)
            chip = Chip(self._theme, text, _ROLES.get(value, "unanswered"))
            chip.setAccessibleName(f"{words} {name}: {text}")
            grid.addWidget(chip, row, 1, Qt.AlignmentFlag.AlignRight)
        return part


def _subjects(look: Look) -> Mapping[str, str]:
    words = {q.id: q.words for q in look.bank.questions}
    words |= {r.id: r.text for r in look.scene.responsibilities}
    words |= {v.id: v.name for v in look.scene.values}
    return words
