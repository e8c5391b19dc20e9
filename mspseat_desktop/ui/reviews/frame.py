"""What stands on the sheet of a review: head, steps, page, side and foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.ui.reviews.book import PageBook
from mspseat_desktop.ui.reviews.details import Details
from mspseat_desktop.ui.reviews.footer import Footer
from mspseat_desktop.ui.reviews.header import Header
from mspseat_desktop.ui.reviews.look import STEPS
from mspseat_desktop.ui.reviews.side import Side
from mspseat_desktop.ui.reviews.steps import StepList
from mspseat_desktop.ui.reviews.writing import Pen
from mspseat_desktop.ui.widgets import Ground, Separator

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mspseat_desktop.domain.questions import Bank
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.reviews.look import Look, Step
    from mspseat_desktop.ui.theme import Theme

STEPS_WIDTH = 212
SIDE_WIDTH = 284
NARROW_SHEET = 1000


class Frame(QObject):
    """Lays the parts out on a sheet and shows each look in all of them."""

    def __init__(
        self, sheet: QWidget, bridge: Bridge, theme: Theme, *, look: Look, banks: Mapping[str, Bank]
    ) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._bridge = bridge
        self._theme = theme
        self._banks = banks
        self._look = look
        self.header = Header(theme, look)
        self.header.details_wanted.connect(self.fold_details)
        self.details: Details | None = None
        self.steps = StepList(theme)
        self.book = PageBook(bridge, theme)
        self.footer = Footer(theme)
        self._right = Ground("rail")
        self._right.setFixedWidth(SIDE_WIDTH)
        self._right_column = QVBoxLayout(self._right)
        self._right_column.setContentsMargins(0, 0, 0, 0)
        self.side = self._make_side(look)
        self._lay_out(sheet)

    def _lay_out(self, sheet: QWidget) -> None:
        left = Ground("rail")
        left.setFixedWidth(STEPS_WIDTH)
        left_column = QVBoxLayout(left)
        left_column.setContentsMargins(0, 0, 0, 0)
        left_column.addWidget(self.steps)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(left)
        body.addWidget(Separator(upright=True))
        body.addWidget(self.book, 1)
        body.addWidget(Separator(upright=True))
        body.addWidget(self._right)
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)
        self._column.addWidget(Separator())
        self._column.addLayout(body, 1)
        self._column.addWidget(Separator())
        self._column.addWidget(self.footer)

    def areas(self) -> list[QWidget]:
        """Return the parts in the order in which one reads them."""
        details = [self.details] if self.details is not None else []
        return [self.header, *details, self.steps, self.book, self.side, self.footer]

    def fit(self, width: int) -> None:
        """Make the side column narrower on a narrow sheet."""
        self._right.setFixedWidth(SIDE_WIDTH - 40 if width < NARROW_SHEET else SIDE_WIDTH)

    def show_look(self, look: Look, step: Step) -> None:
        """Show the review in all parts but the page."""
        self._look = look
        self.header.show_look(look)
        self._sheet.setAccessibleName(self.header.title.text())
        self.steps.show_look(look, step)
        self.side.show_look(look, step)
        self.footer.show_look(look, step)
        if self.details is not None:
            self.details.show_look(look)

    def rebuild(self, look: Look) -> None:
        """Make the parts anew that know whether the review is locked, and which one it is."""
        self._look = look
        self.side.hide()
        self.side.deleteLater()
        self.side = self._make_side(look)
        if self.details is not None:
            self.fold_details()

    def fold_details(self) -> None:
        """Open the fields behind the head, or fold them away."""
        if self.details is None:
            pen = Pen(self._bridge, self._look.review.id)
            self.details = Details(self._theme, pen, self._look, banks=self._banks)
            self._column.insertWidget(1, self.details)
            self.details.answered_by.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._bridge.pending.flush_all()
            self.details.hide()
            self.details.deleteLater()
            self.details = None
            self.header.details.setFocus(Qt.FocusReason.OtherFocusReason)
        self.header.show_details(opened=self.details is not None)

    def focus_beside(self, look: Look, step: Step) -> None:
        """Put the keyboard beside a page that does not take it."""
        if look.is_locked and step == STEPS[-1]:
            self.footer.print.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not look.is_locked and self.side.call is not None:
            self.side.call.focus()
        else:
            self.steps.buttons[step].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_call(self) -> None:
        """Put the keyboard on the call of the step."""
        if self.side.call is not None:
            self.side.call.focus()

    def _make_side(self, look: Look) -> Side:
        side = Side(self._theme, Pen(self._bridge, look.review.id), locked=look.is_locked)
        side.show_ratings_asked.connect(lambda: self._bridge.hide_ratings(hidden=False))
        self._right_column.addWidget(side)
        return side
