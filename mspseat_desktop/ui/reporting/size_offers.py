"""What the preview offers for a chart that can not be read on the page it is on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.formats import number_text
from mspseat_desktop.ui.widgets import PlainLabel, QuietButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.domain.vocabulary import SheetPaper
    from mspseat_desktop.ui.reporting.printable import Prepared, Ways
    from mspseat_desktop.ui.theme import Theme

HOPELESS = 2
"""Type under so many points needs no decimals."""


class SizeOffers(QWidget):
    """One sentence, and a button for each way out: `way_wanted(str)` and `paper_wanted(str)`."""

    way_wanted = Signal(str)
    paper_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sentence = PlainLabel("", tone="partly", wrap=True)
        self.buttons: list[QuietButton] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 0, 20, 12)
        column.setSpacing(8)
        column.addWidget(self._sentence)
        column.addLayout(self._row)
        self.hide()

    @property
    def words(self) -> str:
        """The sentence."""
        return self._sentence.text()

    def offer(self, prepared: Prepared, paper: SheetPaper, ways: Ways | None) -> None:
        """Show what helps these pages, nothing when their letters can be read."""
        for button in self.buttons:
            button.deleteLater()
        self.buttons.clear()
        self.setVisible(prepared.smallest_type is not None)
        if prepared.smallest_type is None:
            return
        self._sentence.setText(_sentence(prepared.smallest_type, paper))
        useless = {*prepared.useless_ways, ways.now} if ways is not None else set()
        for way, words in ways.words if ways is not None else ():
            if way not in useless:
                self._add(words, partial(self.way_wanted.emit, way))
        if prepared.larger_paper is not None:
            words = _("One page of {paper}").replace("{paper}", prepared.larger_paper)
            self._add(words, partial(self.paper_wanted.emit, prepared.larger_paper))

    def _add(self, words: str, act: Callable[[], None]) -> None:
        button = QuietButton(self._theme, words, self)
        button.setAccessibleDescription(self.words)
        button.clicked.connect(lambda _on: act())
        self._row.insertWidget(len(self.buttons), button)
        button.show()
        self.buttons.append(button)


def _sentence(points: float, paper: SheetPaper) -> str:
    if points < HOPELESS:
        words = _(
            "Too many seats for one page of {paper}: the type would be smaller than {points} "
            "points, and nothing under 6 points is printed."
        )
        points = HOPELESS
    else:
        words = _(
            "Too many seats for one page of {paper}: the smallest type would be {points} points, "
            "and nothing under 6 points is printed."
        )
    return words.replace("{points}", number_text(round(points, 1))).replace("{paper}", paper)
