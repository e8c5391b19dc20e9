"""What stands over the table: the round, the summary, what is shown, how, and against which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.domain.rounds import quarter_of
from mspseat_desktop.language import _
from mspseat_desktop.ui.reviews_page.rows import RATED_SHOWINGS, Wanted
from mspseat_desktop.ui.reviews_page.words import showing_words, sorting_words
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import DropDown, PlainLabel, QuietButton
from mspseat_desktop.wording.rounds import quarter_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.rounds import Quarter
    from mspseat_desktop.ui.theme import Theme


class Head(QWidget):
    """Two lines of choices; `changed` says that another was made, `print_wanted` asks for paper."""

    changed = Signal()
    print_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.round = DropDown(theme, _("Round"), [])
        self.showing = DropDown(theme, _("Show"), [])
        self.sorting = DropDown(theme, _("Sort"), [])
        self.against = DropDown(theme, _("Compare with"), [])
        self._quarters: dict[str, Quarter] = {}
        self.summary = PlainLabel("", tone="muted", elide=True)
        self.report = QuietButton(theme, _("Report"), icon="file-text")
        self.report.clicked.connect(lambda _on=False: self.print_wanted.emit())
        self._lay_out()
        for choice in (self.round, self.showing, self.sorting, self.against):
            choice.currentIndexChanged.connect(lambda _at: self.changed.emit())

    def _lay_out(self) -> None:
        self._first = QHBoxLayout()
        self._first.setSpacing(10)
        self._first.addWidget(PlainLabel(_("Reviews"), pixels=20, weight=Weight.DemiBold))
        self._first.addWidget(self.round)
        self._first.addWidget(self.summary, 1)
        self._first.addWidget(self.report)
        second = QHBoxLayout()
        second.setSpacing(10)
        for choice in (self.showing, self.sorting, self.against):
            second.addWidget(choice)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._first)
        column.addLayout(second)

    def add_button(self, button: QWidget) -> None:
        """Put another page's button before the report's."""
        self._first.insertWidget(self._first.count() - 1, button)

    @property
    def wanted(self) -> Wanted:
        """What was chosen."""
        return Wanted(
            quarter=self._quarters.get(str(self.round.value)),
            against=self._quarters.get(str(self.against.value)),
            showing=next((s for s in showing_words() if s == self.showing.value), "all"),
            by=next((s for s in sorting_words() if s == self.sorting.value), "chart"),
        )

    def offer(self, quarters: Sequence[Quarter], *, on: str, hidden: bool) -> None:
        """Offer the rounds that there are; while ratings are hidden nothing that tells one.

        What was chosen stays chosen as long as it is offered. Sends nothing.
        """
        self._quarters = {_key(quarter): quarter for quarter in quarters}
        _fill(self.round, [("", _("Now")), *((_key(q), quarter_text(q)) for q in quarters)])
        left_out = {*RATED_SHOWINGS, "outcome"} if hidden else set()
        _fill(self.showing, [s for s in showing_words().items() if s[0] not in left_out])
        _fill(self.sorting, [s for s in sorting_words().items() if s[0] not in left_out])
        shown = self.wanted.quarter or quarter_of(on)
        earlier = [quarter for quarter in quarters if shown is None or quarter < shown]
        words = _("Compare with {quarter}")
        against = [(_key(q), words.replace("{quarter}", quarter_text(q))) for q in earlier]
        _fill(self.against, [("", _("Compare with nothing")), *against] if not hidden else [])
        self.against.setVisible(bool(against) and not hidden)


def _key(quarter: Quarter) -> str:
    return f"{quarter.year}-{quarter.number}"


def _fill(choice: DropDown, items: Sequence[tuple[str, str]]) -> None:
    """Offer these; the one chosen stays, else the first is."""
    before = choice.value
    if [choice.itemText(at) for at in range(choice.count())] == [words for _v, words in items]:
        return
    choice.blockSignals(True)  # noqa: FBT003  # Qt's own call
    choice.clear()
    for value, words in items:
        choice.addItem(words, value)
    values = [value for value, _words in items]
    choice.setCurrentIndex(values.index(before) if before in values else 0)
    choice.blockSignals(False)  # noqa: FBT003  # Qt's own call
    choice.updateGeometry()
