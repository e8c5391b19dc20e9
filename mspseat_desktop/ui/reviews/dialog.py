"""The review dialog: five steps over the dimmed window, each answer durable at once."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mspseat_desktop.content.banks import banks
from mspseat_desktop.domain.edits.review import finish_review, reopen_review
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.records import CoreValue, Review, ReviewId
from mspseat_desktop.language import _
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.reviews.details import Details
from mspseat_desktop.ui.reviews.footer import Footer
from mspseat_desktop.ui.reviews.header import Header
from mspseat_desktop.ui.reviews.letter_page import LetterPage
from mspseat_desktop.ui.reviews.look import STEPS, Look, first_open_step, look_at
from mspseat_desktop.ui.reviews.overlay import Overlay
from mspseat_desktop.ui.reviews.reopening import ask_reason
from mspseat_desktop.ui.reviews.result_page import ResultPage
from mspseat_desktop.ui.reviews.side import Side
from mspseat_desktop.ui.reviews.steps import StepList
from mspseat_desktop.ui.reviews.values_page import ValuesPage
from mspseat_desktop.ui.reviews.writing import Pen
from mspseat_desktop.ui.widgets import DateField, Ground, NoticeHost, Separator
from mspseat_desktop.wording.edits import edit_text, refusal_text
from mspseat_desktop.wording.problems import problem_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from mspseat_desktop.domain.gwc import Letter
    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.reviews.look import Step
    from mspseat_desktop.ui.reviews.page import Page
    from mspseat_desktop.ui.theme import Theme

STEPS_WIDTH = 212
SIDE_WIDTH = 284
NARROW_SHEET = 1000


class ReviewDialog(Overlay):
    """A review as a view on the session. Esc or the cross closes it; all of it is saved already.

    While ratings are hidden the dialog shows questions and what is entered, for nobody could
    enter it otherwise; headline, pointing, bar, calls in the list of steps and earlier reviews
    stay hidden until "Show ratings" or Ctrl+H.
    """

    print_wanted = Signal(object)
    blank_form_wanted = Signal(object)
    notice = Signal(str)

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        *,
        review: ReviewId,
        parent: QWidget,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self.review = review
        self._bridge = bridge
        self._theme = theme
        self._clock = clock
        self._banks = banks()
        found = self._look_now()
        if found is None:
            raise Refused("gone", kind="Review")
        self._look: Look = found
        self.step: Step = first_open_step(found)
        self.pages: dict[Step, Page] = {}
        self._lay_out()
        self.notices = NoticeHost(theme, self.sheet)
        self.notices.setParent(self)
        bridge.changed.connect(self._hear)
        bridge.trouble.connect(self._hear_trouble)
        bridge.ratings_hidden_changed.connect(self._refresh)
        self._place()
        self.show_step(self.step)

    def _lay_out(self) -> None:
        look = self._look
        self.header = Header(self._theme, look)
        self.header.close_wanted.connect(self.close)
        self.header.details_wanted.connect(self._fold_details)
        self.steps = StepList(self._theme)
        self.steps.wanted.connect(lambda step: self.show_step(step, take_focus=False))
        self.stack = QStackedWidget()
        self.footer = Footer(self._theme)
        self.footer.blank_form_wanted.connect(lambda: self.blank_form_wanted.emit(self.review))
        self.footer.print_wanted.connect(lambda: self.print_wanted.emit(self.review))
        self.footer.back_wanted.connect(lambda: self.walk(-1))
        self.footer.on_wanted.connect(self.go_on)
        self.footer.reopen_wanted.connect(self.ask_reopen)
        self.details: Details | None = None
        left = Ground("rail")
        left.setFixedWidth(STEPS_WIDTH)
        _fill(left, self.steps)
        self._right = Ground("rail")
        self._right.setFixedWidth(SIDE_WIDTH)
        self._right_column = QVBoxLayout(self._right)
        self._right_column.setContentsMargins(0, 0, 0, 0)
        self.side = self._make_side()
        body = QHBoxLayout()
        body.setSpacing(0)
        for widget in (left, Separator(upright=True)):
            body.addWidget(widget)
        body.addWidget(self.stack, 1)
        for widget in (Separator(upright=True), self._right):
            body.addWidget(widget)
        self._column = QVBoxLayout(self.sheet)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)
        self._column.addWidget(Separator())
        self._column.addLayout(body, 1)
        self._column.addWidget(Separator())
        self._column.addWidget(self.footer)

    @property
    def look(self) -> Look:
        """The review as it is shown."""
        return self._look

    @property
    def page(self) -> Page:
        """The page on show."""
        return self.pages[self.step]

    def areas(self) -> list[QWidget]:
        """Return head, steps, page, side and foot, as one reads them."""
        details = [self.details] if self.details is not None else []
        return [self.header, *details, self.steps, self.page, self.side, self.footer]

    def show_step(self, step: Step, *, take_focus: bool = True) -> None:
        """Show a step and put the keyboard at its start."""
        self._bridge.pending.flush_all()
        if self._is_closed:
            return
        self.step = step
        page = self._page_of(step)
        page.show_look(self._look)
        self.stack.setCurrentWidget(page)
        self._show_frame()
        if take_focus and not page.go_first():
            self._focus_frame()

    def walk(self, way: int) -> None:
        """Go to the next step or the one before; nothing happens past the ends."""
        place = STEPS.index(self.step) + way
        if 0 <= place < len(STEPS):
            self.show_step(STEPS[place])

    def go_on(self) -> None:
        """Go to the next step; finish at the last."""
        if self.step != STEPS[-1]:
            self.walk(1)
        elif not self._look.is_locked:
            self.finish()

    def finish(self) -> None:
        """Finish and lock the review; a call that needs a sentence is asked for it first."""
        self._bridge.pending.flush_all()
        unexplained = self._look.outcome.unexplained
        if unexplained:
            self.explain(unexplained[0])
            self.notices.show(_("This call needs a sentence that says why. Then finish."))
            return
        done = self._bridge.do(
            finish_review(
                self.review,
                finished_at=self._now().isoformat(timespec="seconds"),
                questions=self._look.bank.questions,
            )
        )
        if done:
            self.footer.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def explain(self, letter: Letter) -> None:
        """Go to a letter and put the keyboard into the sentence of its call."""
        self.show_step(letter, take_focus=False)
        self.side.calls[letter].focus_sentence()

    def ask_reopen(self) -> None:
        """Ask why a finished review is opened again, then start its dated amendment."""
        ask_reason(self._theme, self, then=self.reopen)

    def reopen(self, reason: str) -> None:
        """Start the amendment of the finished review and show it; the first stays as it was."""
        amendment = ReviewId(self._bridge.new_id())
        if self._bridge.do(
            reopen_review(amendment, self.review, reason=reason, on=self._bridge.on)
        ):
            self._turn_to(amendment)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hand over what was typed and go; everything else is saved already."""
        if not self._is_closed:
            self._bridge.pending.flush_all()
            self._bridge.changed.disconnect(self._hear)
            self._bridge.trouble.disconnect(self._hear_trouble)
            self._bridge.ratings_hidden_changed.disconnect(self._refresh)
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; Page Down and Up, Alt with an arrow and Ctrl+Enter go through the steps."""
        key, modifiers = event.key(), event.modifiers()
        alt = modifiers == Qt.KeyboardModifier.AltModifier
        bare = modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if key == Qt.Key.Key_Escape and bare:
            self.close()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            modifiers & Qt.KeyboardModifier.ControlModifier
        ):
            self.go_on()
        elif key == Qt.Key.Key_PageDown or (key == Qt.Key.Key_Down and alt):
            if not self._open_calendar(alt=alt):
                self.walk(1)
        elif key == Qt.Key.Key_PageUp or (key == Qt.Key.Key_Up and alt):
            self.walk(-1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and bare:
            self._go_vertically(1 if key == Qt.Key.Key_Down else -1)
        elif bare and event.text().isdecimal() and len(event.text()) == 1:
            self.page.keys.jump(int(event.text()))
        # Whatever else is left stays here: the window behind must not hear it.
        event.accept()

    def focus_moved(self, widget: QWidget | None) -> None:
        """Mark the row that the keyboard is in."""
        page = self.pages.get(self.step)
        if page is not None and (widget is None or widget.window() is self.window()):
            page.keys.show_current(widget)

    def _place(self) -> None:
        super()._place()
        narrow = self.sheet.width() < NARROW_SHEET
        self._right.setFixedWidth(SIDE_WIDTH - 40 if narrow else SIDE_WIDTH)

    def _go_vertically(self, way: int) -> None:
        """Go on from what is beside the rows: up from the call to the last row; else scroll."""
        focus = QApplication.focusWidget()
        if way < 0 and focus is not None and self.side.isAncestorOf(focus):
            self.page.go_last()
        elif self._look.is_locked:
            self.page.scroll_by(60 * way)

    def _open_calendar(self, *, alt: bool) -> bool:
        """Open the calendar of the date field that the keyboard is in, as Alt+Down does there."""
        focus = QApplication.focusWidget()
        field = focus.parentWidget() if focus is not None else None
        if alt and isinstance(field, DateField) and not field.field.isReadOnly():
            field.open_calendar()
            return True
        return False

    def _make_side(self) -> Side:
        pen = Pen(self._bridge, self.review)
        side = Side(self._theme, pen, locked=self._look.is_locked)
        side.show_ratings_asked.connect(lambda: self._bridge.hide_ratings(hidden=False))
        self._right_column.addWidget(side)
        return side

    def _page_of(self, step: Step) -> Page:
        page = self.pages.get(step)
        if page is not None and page.fits(self._look):
            return page
        made = self._make_page(step)
        self.pages[step] = made
        self.stack.addWidget(made)
        if page is not None:
            self.stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        return made

    def _make_page(self, step: Step) -> Page:
        look, pen = self._look, Pen(self._bridge, self.review)
        if step == "values":
            meanings = {v.id: v.meaning for v in self._bridge.client.every(CoreValue)}
            return ValuesPage(self._theme, pen, look, meanings=meanings, after=self._nothing_after)
        if step == "result":
            page = ResultPage(self._theme, pen, look)
            page.letter_wanted.connect(self.explain)
            page.show_ratings_asked.connect(lambda: self._bridge.hide_ratings(hidden=False))
            return page
        return LetterPage(self._theme, pen, look, letter=step, after=self._go_to_call)

    def _go_to_call(self) -> None:
        if self.side.call is not None:
            self.side.call.focus()

    def _nothing_after(self) -> None:
        """Stay on the last value: the next step is asked for by its key or button."""

    def _show_frame(self) -> None:
        """Show what stands around the page."""
        look = self._look
        self.header.show_look(look)
        self.steps.show_look(look, self.step)
        self.side.show_look(look, self.step)
        self.footer.show_look(look, self.step)
        if self.details is not None:
            self.details.show_look(look)

    def _focus_frame(self) -> None:
        look = self._look
        if look.is_locked and self.step == STEPS[-1]:
            self.footer.print.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not look.is_locked and self.side.call is not None:
            self.side.call.focus()
        else:
            self.steps.buttons[self.step].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold_details(self) -> None:
        if self.details is None:
            self.details = Details(
                self._theme, Pen(self._bridge, self.review), self._look, banks=self._banks
            )
            self._column.insertWidget(1, self.details)
            self.details.answered_by.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._bridge.pending.flush_all()
            self.details.hide()
            self.details.deleteLater()
            self.details = None
            self.header.details.setFocus(Qt.FocusReason.OtherFocusReason)
        self.header.show_details(opened=self.details is not None)

    def _hear(self, news: News) -> None:
        was_locked = self._look.is_locked
        self._refresh()
        if self._is_closed:
            return
        if news.cause != "do":
            words = _("Undone: {what}") if news.cause == "undo" else _("Done again: {what}")
            what = edit_text(news.step.name, news.step.params)
            self.notices.show(words.replace("{what}", what))
        elif self._look.is_locked and not was_locked:
            self.notices.show(_("The review is finished. Reopen it to amend it."))

    def _refresh(self, *_anything: object) -> None:
        """Show what has changed; close when the review or its seat is gone."""
        found = self._look_now()
        if found is None:
            self._vanish()
            return
        was_locked, self._look = self._look.is_locked, found
        if found.is_locked != was_locked:
            self._rebuild()
            return
        page = self.page
        if page.fits(found):
            page.show_look(found)
            self._show_frame()
        else:
            self.show_step(self.step)

    def _rebuild(self) -> None:
        """Make everything anew: the review was locked, opened again, or is another one."""
        self.side.hide()
        self.side.deleteLater()
        self.side = self._make_side()
        if self.details is not None:
            self._fold_details()
        self.show_step(self.step)

    def _turn_to(self, review: ReviewId) -> None:
        self.review = review
        found = self._look_now()
        if found is not None:
            self._look = found
            self.step = "result"
            self._forget_pages()
            self._rebuild()

    def _forget_pages(self) -> None:
        for page in self.pages.values():
            self.stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        self.pages.clear()

    def _vanish(self) -> None:
        """Go, since there is nothing left to show; an amendment gives way to what it amended."""
        amended = self._look.review.amends
        if amended is not None and self._bridge.client.has(Review, amended):
            self._turn_to(amended)
            return
        self.close()
        self.notice.emit(_("The review is not there any more, so it was closed."))

    def _look_now(self) -> Look | None:
        return look_at(
            self._bridge.client,
            self.review,
            banks=self._banks,
            ratings_hidden=self._bridge.ratings_hidden,
        )

    def _hear_trouble(self, problem: object) -> None:
        if isinstance(problem, Refused):
            self.notices.show(refusal_text(problem))
        elif isinstance(problem, FileProblem):
            self.header.show_trouble()
            self.notices.show(problem_text(problem.code, problem.params))

    def _now(self) -> datetime:
        if self._clock is not None:
            return self._clock()
        # The reader's own day, so that a review of today is never held for one of the future.
        return datetime.combine(self._bridge.today(), datetime.now(UTC).time(), UTC)


def _fill(ground: Ground, widget: QWidget) -> None:
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
