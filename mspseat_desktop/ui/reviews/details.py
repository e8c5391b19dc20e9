"""The fold-out below the head: the day, who answered, who led the talk, and which questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from mspseat_desktop.domain.edits.review import change_review, discard_draft
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.language import _
from mspseat_desktop.ui.reviews.people_names import names_of, offer_names
from mspseat_desktop.ui.reviews.writing import Tie
from mspseat_desktop.ui.widgets import (
    DateField,
    DropDown,
    Ground,
    LineLink,
    SectionLabel,
    TextField,
)
from mspseat_desktop.wording.outcomes import independence_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mspseat_desktop.domain.questions import Bank
    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.domain.vocabulary import Independence
    from mspseat_desktop.ui.reviews.look import Look
    from mspseat_desktop.ui.reviews.writing import Pen
    from mspseat_desktop.ui.theme import Theme

_INDEPENDENCE: tuple[Independence, ...] = ("", "independent", "provider", "competitor")


class Details(Ground):
    """The fields of a draft's head; a finished review shows them and changes nothing."""

    def __init__(self, theme: Theme, pen: Pen, look: Look, *, banks: Mapping[str, Bank]) -> None:
        super().__init__("rail")
        self._pen = pen
        bridge, pending = pen.bridge, pen.bridge.pending
        names = names_of(bridge.client)
        self.on = DateField(
            theme, _("Date of the review"), self, pending=pending, today=bridge.today
        )
        self.answered_by = TextField(_("Answered by"), self, pending=pending)
        self.facilitated_by = TextField(_("Facilitated by"), self, pending=pending)
        for field in (self.answered_by, self.facilitated_by):
            offer_names(field, names)
        words = [(code, independence_text(code) or _("not said")) for code in _INDEPENDENCE]
        self.independence = DropDown(theme, _("Who facilitates"), words, self)
        self.bank = DropDown(
            theme, _("Questions"), [(bank.id, bank.name) for bank in banks.values()], self
        )
        self._answered = Tie(bridge, self.answered_by, self._maker("answered_by"))
        self._facilitated = Tie(bridge, self.facilitated_by, self._maker("facilitated_by"))
        self.on.handed_over.connect(self._set_day)
        self.independence.activated.connect(self._set_independence)
        self.bank.activated.connect(self._set_bank)
        self.discard = LineLink(theme, _("Throw this draft away"), self, icon="trash-2")
        self.discard.clicked.connect(self._throw_away)
        self._lay_out()
        self._lock(locked=look.is_locked)
        self.show_look(look)

    def show_look(self, look: Look) -> None:
        """Show what the review holds."""
        review = look.review
        self.on.set_value(review.on)
        self._answered.show(review.answered_by)
        self._facilitated.show(review.facilitated_by)
        if self.independence.value != review.independence:
            self.independence.set_value(review.independence)
        if self.bank.value != review.bank:
            self.bank.set_value(review.bank)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(22, 10, 22, 14)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        parts: tuple[tuple[str, QWidget, int], ...] = (
            (_("Date"), self.on, 0),
            (_("Answered by"), self.answered_by, 2),
            (_("Facilitated by"), self.facilitated_by, 2),
            (_("Who facilitates"), self.independence, 3),
            (_("Questions for"), self.bank, 3),
        )
        for column, (words, field, stretch) in enumerate(parts):
            grid.addWidget(SectionLabel(words, self), 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, stretch)
        self.on.setFixedWidth(150)
        grid.addWidget(self.discard, 2, 0, 1, 5, Qt.AlignmentFlag.AlignLeft)

    def _lock(self, *, locked: bool) -> None:
        for field in (self.answered_by, self.facilitated_by):
            field.setReadOnly(locked)
        self.on.set_locked(locked=locked)
        self.discard.setVisible(not locked)
        self.independence.setEnabled(not locked)
        self.bank.setEnabled(not locked)

    def _maker(self, part: str) -> Callable[[str, str], Edit]:
        review = self._pen.review

        def make(text: str, visit: str) -> Edit:
            key = f"{part}:{review}:{visit}"
            name = text if text.strip() else ""
            if part == "answered_by":
                return change_review(review, answered_by=name, merge_key=key)
            return change_review(review, facilitated_by=name, merge_key=key)

        return make

    def _set_day(self, day: object) -> None:
        review = self._pen.bridge.client.find(Review, self._pen.review)
        if not day:
            # A review has a day; the field shows it again.
            self.on.load(review.on if review else None)
            return
        self._pen.bridge.do(change_review(self._pen.review, on=str(day)), source=self.on.field)

    def _throw_away(self) -> None:
        self._pen.bridge.do(discard_draft(self._pen.review))

    def _set_independence(self, _place: int) -> None:
        chosen = next(code for code in _INDEPENDENCE if code == self.independence.value)
        self._pen.bridge.do(change_review(self._pen.review, independence=chosen))

    def _set_bank(self, _place: int) -> None:
        self._pen.bridge.do(change_review(self._pen.review, bank=str(self.bank.value)))
