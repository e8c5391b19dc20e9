"""The pages of the steps: each is made when first needed and made anew when it does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from mspseat_desktop.domain.records import CoreValue
from mspseat_desktop.ui.reviews.letter_page import LetterPage
from mspseat_desktop.ui.reviews.look import letter_of
from mspseat_desktop.ui.reviews.result_step import ResultStep
from mspseat_desktop.ui.reviews.values_page import ValuesPage
from mspseat_desktop.ui.reviews.writing import Pen
from mspseat_desktop.ui.widgets import PageStack

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.reviews.look import Look, Step
    from mspseat_desktop.ui.reviews.page import Page
    from mspseat_desktop.ui.reviews.row import Row
    from mspseat_desktop.ui.theme import Theme


class PageBook(PageStack):
    """Shows one page at a time.

    `letter_wanted(Letter)` asks for a call to be explained, `call_wanted` is sent when the
    keyboard leaves a letter's last row.
    """

    letter_wanted = Signal(object)
    call_wanted = Signal()
    show_ratings_asked = Signal()
    questions_wanted = Signal()

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._bridge = bridge
        self._theme = theme
        self._pages: dict[Step, Page] = {}

    def turn_to(self, step: Step, look: Look) -> Page:
        """Show the page of a step as the review stands now, and return it."""
        page = self._pages.get(step)
        if page is not None and not page.fits(look):
            self._drop(page)
            page = None
        if page is None:
            page = self._make(step, look)
            self._pages[step] = page
            self.addWidget(page)
        else:
            page.show_look(look)
        self.setCurrentWidget(page)
        return page

    def forget(self) -> None:
        """Throw all pages away, for another review."""
        for page in self._pages.values():
            self._drop(page)
        self._pages.clear()

    def show_focus(self, focus: QWidget | None, step: Step) -> Row | None:
        """Mark the row that the keyboard is in and return it, None where it is in none."""
        page = self._pages.get(step)
        return None if page is None else page.keys.show_current(focus)

    def _drop(self, page: Page) -> None:
        self.removeWidget(page)
        page.hide()
        page.deleteLater()

    def _make(self, step: Step, look: Look) -> Page:
        pen, letter = Pen(self._bridge, look.review.id), letter_of(step)
        if letter is not None:
            call = self.call_wanted.emit
            letters = LetterPage(self._theme, pen, look, letter=letter, after=call)
            letters.questions_wanted.connect(self.questions_wanted)
            return letters
        if step == "values":
            meanings = {v.id: v.meaning for v in self._bridge.client.every(CoreValue)}
            return ValuesPage(self._theme, pen, look, meanings=meanings)
        page = ResultStep(self._theme, pen, look)
        page.letter_wanted.connect(self.letter_wanted)
        page.show_ratings_asked.connect(self.show_ratings_asked)
        return page
