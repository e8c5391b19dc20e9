"""The review dialog: five steps over the dimmed window, each answer durable at once."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication

from mspseat_desktop.content.banks import banks
from mspseat_desktop.domain.edits.review import finish_review, reopen_review
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.questions import CHECKLIST
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.vocabulary import ReviewId
from mspseat_desktop.language import _
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.questions.dialog import QuestionsDialog
from mspseat_desktop.ui.reviews.finishing import ask_open, is_left_open
from mspseat_desktop.ui.reviews.frame import Frame
from mspseat_desktop.ui.reviews.look import STEPS, Look, first_open_step, look_at
from mspseat_desktop.ui.reviews.opening import leave_empty
from mspseat_desktop.ui.reviews.overlay import Overlay
from mspseat_desktop.ui.reviews.reopening import ask_reason
from mspseat_desktop.ui.reviews.step_keys import step_wish
from mspseat_desktop.ui.widgets import NoticeHost
from mspseat_desktop.wording.edits import edit_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.gwc import Letter
    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.reviews.look import Step
    from mspseat_desktop.ui.reviews.page import Page
    from mspseat_desktop.ui.theme import Theme


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
        self.frame = Frame(self.sheet, bridge, theme, look=found, banks=self._banks)
        self.page: Page = self.frame.book.turn_to(self.step, found)
        self.notices = NoticeHost(theme, self.frame.book)
        self.notices.setParent(self)
        self._connect()
        self.place_sheet()
        self.show_step(self.step)

    def _connect(self) -> None:
        frame, bridge = self.frame, self._bridge
        frame.header.close_wanted.connect(self.leave)
        frame.steps.wanted.connect(lambda step: self.show_step(step, take_focus=False))
        frame.book.call_wanted.connect(frame.focus_call)
        frame.book.letter_wanted.connect(self.explain)
        frame.book.show_ratings_asked.connect(lambda: bridge.hide_ratings(hidden=False))
        frame.book.questions_wanted.connect(self.choose_questions)
        foot = frame.footer
        foot.blank_form_wanted.connect(lambda: self.blank_form_wanted.emit(self.review))
        foot.print_wanted.connect(lambda: self.print_wanted.emit(self.review))
        foot.back_wanted.connect(lambda: self.walk(-1))
        foot.on_wanted.connect(self.go_on)
        foot.reopen_wanted.connect(lambda: ask_reason(self._theme, self, then=self.reopen))
        bridge.changed.connect(self._hear)
        bridge.trouble.connect(self._hear_trouble)
        bridge.ratings_hidden_changed.connect(self._refresh)

    @property
    def look(self) -> Look:
        """The review as it is shown."""
        return self._look

    def show_step(self, step: Step, *, take_focus: bool = True) -> None:
        """Show a step and put the keyboard at its start.

        Nothing happens while something typed at the step on show can not be kept yet.
        """
        kept = self._hand_over()
        if self.is_closed or (not kept and step != self.step):
            return
        self.step = step
        self.page = self.frame.book.turn_to(step, self._look)
        self.frame.show_look(self._look, step)
        if take_focus and not self.page.go_first():
            self.frame.focus_beside(self._look, step)
        self.page.enter()

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
        """Finish and lock the review.

        A call that needs a sentence is asked for it first; what would come out as incomplete is
        asked about.
        """
        if not self._hand_over():
            return
        unexplained = self._look.outcome.unexplained
        if unexplained:
            self.explain(unexplained[0])
            self.notices.show(_("This call needs a sentence that says why. Then finish."))
        elif is_left_open(self._look):
            ask_open(
                self._theme, self, self._look, finish=self._finish, go_on=self._show_what_is_open
            )
        else:
            self._finish()

    def _finish(self) -> None:
        self._bridge.do(
            finish_review(
                self.review,
                finished_at=self._now().isoformat(timespec="seconds"),
                questions=self._look.bank.questions,
            )
        )

    def _show_what_is_open(self) -> None:
        self.show_step(first_open_step(self._look))

    def explain(self, letter: Letter) -> None:
        """Go to a letter and put the keyboard into the sentence of its call."""
        self.show_step(letter, take_focus=False)
        if self.step == letter:
            self.frame.side.calls[letter].focus_sentence()

    def choose_questions(self) -> QuestionsDialog:
        """Open the questions that this client asks, those of the review's bank and seat."""
        dialog = QuestionsDialog(
            self._bridge,
            self._theme,
            bank=self._look.bank.id,
            seat=self._look.review.seat,
            parent=self.window(),
        )
        dialog.open()
        return dialog

    def reopen(self, reason: str) -> None:
        """Start the amendment of the finished review and show it; the first stays as it was."""
        amendment = ReviewId(self._bridge.new_id())
        edit = reopen_review(amendment, self.review, reason=reason, on=self._bridge.on)
        if self._bridge.do(edit):
            self.notices.clear()
            self._turn_to(amendment)

    def leave(self) -> None:
        """Close, unless something typed can not be kept yet: its field says why."""
        if self._hand_over():
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hand over what was typed and go; everything else is saved already."""
        if not self.is_closed:
            self._hand_over()
            self.page.rescue()
            self._bridge.changed.disconnect(self._hear)
            self._bridge.trouble.disconnect(self._hear_trouble)
            self._bridge.ratings_hidden_changed.disconnect(self._refresh)
            self._leave_nothing_empty()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on what no control wanted: the ways through the steps, and out."""
        wish = step_wish(event, QApplication.focusWidget())
        if wish == "close":
            self.leave()
        elif wish == "go on":
            self.go_on()
        elif wish in ("next", "back"):
            self.walk(1 if wish == "next" else -1)
        elif wish in ("up", "down"):
            self._go_vertically(1 if wish == "down" else -1)
        elif wish.isdecimal():
            self.page.keys.jump(int(wish))
        # Whatever else is left stays here: the window behind must not hear it.
        event.accept()

    def areas(self) -> list[QWidget]:
        """Return head, steps, page, side and foot, as one reads them."""
        return self.frame.areas()

    def place_sheet(self) -> None:
        """Put the sheet into the middle of the window."""
        super().place_sheet()
        self.frame.fit(self.sheet.width())

    def focus_moved(self, widget: QWidget | None) -> None:
        """Mark the row that the keyboard is in and show its keys."""
        if widget is None or widget.window() is self.window():
            self.frame.footer.show_row(self.frame.book.show_focus(widget, self.step))

    def _go_vertically(self, way: int) -> None:
        """Go on from what is beside the rows: up from the call to the last row; else scroll."""
        focus = QApplication.focusWidget()
        if way < 0 and focus is not None and self.frame.side.isAncestorOf(focus):
            self.page.go_last()
        elif self._look.is_locked:
            self.page.scroll_by(60 * way)

    def _hand_over(self) -> bool:
        """Let everything that was typed become an edit. False when something can not yet."""
        self._bridge.pending.flush_all()
        return self.page.settle()

    def _leave_nothing_empty(self) -> None:
        """Throw away a draft that was only looked at: nobody began that review."""
        client, review = self._bridge.client, self._look.review
        draft = client.find(Review, review.id)
        if draft is None or draft.state == "finished" or draft.amends is not None:
            return
        empty = not client.answers(draft.id) and not client.actions(draft.id)
        if empty and not client.voices(draft.id):
            leave_empty(self._bridge, draft.id)

    def _hear(self, news: News) -> None:
        was_locked = self._look.is_locked
        self._refresh(news.step.name if news.cause == "do" else "")
        if self.is_closed:
            return
        if news.cause != "do":
            words = _("Undone: {what}") if news.cause == "undo" else _("Done again: {what}")
            what = edit_text(news.step.name, news.step.params)
            text = words.replace("{what}", what)
            if news.skipped_sealed:
                text += ". " + _("A finished review that was printed or saved stays as it is.")
            self.notices.show(text)
        elif self._look.is_locked and not was_locked:
            self.notices.show(_("The review is finished. Reopen it to amend it."))

    def _refresh(self, step: object = "") -> None:
        """Show what has changed; close when the review or its seat is gone."""
        found = self._look_now()
        if found is None:
            self._vanish(thrown_away=step == "discard-draft")
            return
        was_locked, self._look = self._look.is_locked, found
        if found.is_locked != was_locked:
            self.frame.rebuild(found)
            self.show_step(self.step)
        elif self.page.fits(found):
            self.page.show_look(found)
            self.frame.show_look(found, self.step)
        else:
            self.page.rescue()
            self.show_step(self.step)

    def _turn_to(self, review: ReviewId) -> None:
        self.review = review
        found = self._look_now()
        if found is not None:
            self._look = found
            self.step = "result"
            self.frame.book.forget()
            self.frame.rebuild(found)
            self.page = self.frame.book.turn_to(self.step, found)
            self.show_step(self.step)

    def _vanish(self, *, thrown_away: bool) -> None:
        """Go, since there is nothing left to show; an amendment gives way to what it amended."""
        amended = self._look.review.amends
        if amended is not None and self._bridge.client.has(Review, amended):
            self._turn_to(amended)
            return
        is_first_look = self._is_first_look()
        self.close()
        if is_first_look:
            words = _("This is a first look again. Review the seat to go on with it.")
        elif thrown_away:
            words = _("The draft is thrown away. Undo brings it back.")
        else:
            words = _("This review is not there any more, so it was closed.")
        self.notice.emit(words)

    def _is_first_look(self) -> bool:
        record = self._bridge.client.find(Review, self.review)
        return record is not None and record.bank == CHECKLIST and record.state == "draft"

    def _look_now(self) -> Look | None:
        if self._is_first_look():
            return None
        return look_at(
            self._bridge.client,
            self.review,
            banks=self._banks,
            ratings_hidden=self._bridge.ratings_hidden,
        )

    def _hear_trouble(self, problem: object) -> None:
        if isinstance(problem, FileProblem):
            self.frame.header.show_trouble()

    def _now(self) -> datetime:
        if self._clock is not None:
            return self._clock()
        # The reader's own day, so that a review of today is never held for one of the future.
        return datetime.combine(self._bridge.today(), datetime.now(UTC).time(), UTC)
