"""The right column: your call, then where the answers point and the reviews before; the seat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mspseat_desktop.domain.gwc import LETTERS
from mspseat_desktop.domain.homework import off_target
from mspseat_desktop.language import _
from mspseat_desktop.ui.reviews.call_box import CallBox
from mspseat_desktop.ui.reviews.history_table import HistoryTable, table_key
from mspseat_desktop.ui.reviews.look import STEPS, letter_of
from mspseat_desktop.ui.reviews.own_answers import OwnAnswers, answers_key, has_answers
from mspseat_desktop.ui.reviews.page import Pane
from mspseat_desktop.ui.reviews.seat_card import SeatCard, card_key
from mspseat_desktop.ui.widgets import LineLink, PlainLabel, SectionLabel
from mspseat_desktop.wording.outcomes import pointing_text

if TYPE_CHECKING:
    from mspseat_desktop.domain.gwc import Letter
    from mspseat_desktop.ui.reviews.look import Look, Step
    from mspseat_desktop.ui.reviews.writing import Pen
    from mspseat_desktop.ui.theme import Theme


class Side(Pane):
    """What stands beside every step.

    Where the answers point, the earlier reviews and the provider's own answers show only once the
    call is made or on "Show", so that nothing steers; while ratings are hidden they do not show.
    """

    show_ratings_asked = Signal()

    def __init__(self, theme: Theme, pen: Pen, *, locked: bool) -> None:
        content = QWidget()
        super().__init__(content)
        self._theme = theme
        self._pen = pen
        self._step: Step = "values"
        self._look: Look | None = None
        self._asked_early: set[Step] = set()
        self._asked_theirs: set[Step] = set()
        self.theirs: OwnAnswers | None = None
        self._theirs_key: tuple[object, ...] = ()
        self._table: HistoryTable | None = None
        self._table_key: tuple[object, ...] = ()
        self._card: SeatCard | None = None
        self._card_key: tuple[object, ...] = ()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(16, 18, 16, 18)
        self._column.setSpacing(10)
        self.calls: dict[Letter, CallBox] = {
            letter: CallBox(theme, pen, letter, locked=locked) for letter in LETTERS
        }
        for box in self.calls.values():
            self._column.addWidget(box)
        self.off_target = PlainLabel("", pixels=12, tone="no", wrap=True)
        self._column.addWidget(self.off_target)
        self.show_button = LineLink(theme, "", icon="eye")
        self.show_button.clicked.connect(self._show_early)
        self._column.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.pointing = PlainLabel("", wrap=True)
        self._column.addWidget(self.pointing)
        self.earlier_label = SectionLabel(_("Since the last review"))
        self._column.addWidget(self.earlier_label)
        self._table_place = QVBoxLayout()
        self._column.addLayout(self._table_place)
        self.theirs_button = LineLink(theme, _("Show their own answers"), icon="eye")
        self.theirs_button.clicked.connect(self._show_theirs_early)
        self._column.addWidget(self.theirs_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._theirs_place = QVBoxLayout()
        self._column.addLayout(self._theirs_place)
        self._column.addSpacing(4)
        self._column.addWidget(SectionLabel(_("This seat")))
        self._card_place = QVBoxLayout()
        self._column.addLayout(self._card_place)
        self._column.addStretch()

    @property
    def call(self) -> CallBox | None:
        """Return the call of the step on show."""
        letter = letter_of(self._step)
        return None if letter is None else self.calls[letter]

    @property
    def table(self) -> HistoryTable | None:
        """Return the table of earlier reviews while it is on show."""
        return self._table

    def show_look(self, look: Look, step: Step) -> None:
        """Show what belongs beside the step."""
        if step != self._step:
            self.verticalScrollBar().setValue(0)
        self._look, self._step = look, step
        for letter, box in self.calls.items():
            box.setVisible(letter == step)
            if letter == step:
                box.show_look(look)
        missed = off_target(look.scene.metrics) if step == "capacity" else []
        self.off_target.setVisible(bool(missed))
        names = ", ".join(reason.params["name"] for reason in missed)
        self.off_target.setText(_("Off target: {metrics}.").format(metrics=names))
        self._show_pointing(look, step)
        self._show_earlier(look, step)
        self._show_theirs(look, step)
        self._show_card(look)

    def reveal_theirs(self) -> None:
        """Show the provider's own answers at every step, before the calls are made."""
        self._asked_theirs.update(STEPS)
        if self._look is not None:
            self.show_look(self._look, self._step)

    def _is_open(self, look: Look, step: Step) -> bool:
        """Whether what could steer may be seen at this step."""
        if look.ratings_hidden:
            return False
        if look.is_locked or step in self._asked_early:
            return True
        letter = letter_of(step)
        return letter is not None and bool(look.outcome.calls[letter])

    def _show_pointing(self, look: Look, step: Step) -> None:
        is_open, letter = self._is_open(look, step), letter_of(step)
        self.show_button.setVisible(not is_open and self._has_something(look, step))
        words = _early_words(look, letter)
        if words != self.show_button.caption:
            self.show_button.set_caption(words)
        self.pointing.setVisible(is_open and letter is not None)
        if is_open and letter is not None:
            self.pointing.setText(pointing_text(look.outcome.pointing[letter]))

    def _has_something(self, look: Look, step: Step) -> bool:
        return bool(look.earlier) or letter_of(step) is not None

    def _show_earlier(self, look: Look, step: Step) -> None:
        shown = self._is_open(look, step) and bool(look.earlier)
        key = table_key(look) if shown else ()
        self.earlier_label.setVisible(shown)
        if key == self._table_key:
            return
        self._table_key = key
        if self._table is not None:
            self._table.hide()
            self._table.deleteLater()
        self._table = HistoryTable(self._theme, look) if shown else None
        if self._table is not None:
            self._table_place.addWidget(self._table)

    def _show_theirs(self, look: Look, step: Step) -> None:
        there = has_answers(look, step)
        may = not look.ratings_hidden and step in self._asked_theirs
        shown = there and (may or self._is_open(look, step))
        self.theirs_button.setVisible(there and not shown)
        key = answers_key(look, step) if shown else ()
        if key == self._theirs_key:
            return
        self._theirs_key = key
        if self.theirs is not None:
            self.theirs.hide()
            self.theirs.deleteLater()
        self.theirs = OwnAnswers(self._theme, look, step) if shown else None
        if self.theirs is not None:
            self._theirs_place.addWidget(self.theirs)

    def _show_theirs_early(self) -> None:
        look = self._look
        if look is None:
            return
        if look.ratings_hidden:
            self.show_ratings_asked.emit()
            return
        self._asked_theirs.add(self._step)
        self.show_look(look, self._step)
        box = self.call
        if box is not None:
            box.focus()

    def _show_card(self, look: Look) -> None:
        key = card_key(look)
        if self._card is not None and key == self._card_key:
            return
        self._card_key = key
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
        self._card = SeatCard(self._theme, look)
        self._card_place.addWidget(self._card)

    def _show_early(self) -> None:
        look = self._look
        if look is None:
            return
        if look.ratings_hidden:
            self.show_ratings_asked.emit()
            return
        self._asked_early.add(self._step)
        self.show_look(look, self._step)
        box = self.call
        if box is not None:
            box.focus()


def _early_words(look: Look, letter: Letter | None) -> str:
    """Return what the button shows that stands where things are not shown yet."""
    if look.ratings_hidden:
        return _("Show ratings")
    return _("Show earlier reviews") if letter is None else _("Show where answers point")
