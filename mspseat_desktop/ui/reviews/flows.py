"""Reviews from the menu, the chart and the pages: begun, opened, gone back from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.vocabulary import ReviewId, SeatId
from mspseat_desktop.language import _
from mspseat_desktop.ui.reporting.printables import blank_form_printable, review_printable
from mspseat_desktop.ui.reviews.dialog import ReviewDialog
from mspseat_desktop.ui.reviews.first_look_flows import FirstLooks
from mspseat_desktop.ui.reviews.opening import open_review
from mspseat_desktop.ui.shortcuts.telling import ratings_hidden_words, with_keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.client_view import ClientView, Page
    from mspseat_desktop.ui.main_window import MainWindow
    from mspseat_desktop.ui.reporting.printable import Printable


class ReviewFlows(QObject):
    """One review at a time over the window; ratings that it alone was to show are hidden again."""

    def __init__(self, window: MainWindow, *, preview: Callable[[Printable], object]) -> None:
        super().__init__(window)
        self._window = window
        self._preview = preview
        self.dialog: ReviewDialog | None = None
        self._hide_again = False
        window.actions_table.on("hide-ratings", self._hide_ratings)
        window.actions_table.on("review", self._review_selected)
        self._first_looks = FirstLooks(window)
        self._first_looks.review_wanted.connect(self.show)
        self._first_looks.print_wanted.connect(preview)

    def _bridge(self) -> Bridge | None:
        client = self._window.open_client
        return client.bridge if client is not None else None

    def _review_selected(self) -> None:
        bridge, view = self._bridge(), self._window.view
        if view is not None and view.page == "reviews":
            view.reviews.open_current()
        elif bridge is not None and bridge.selection is not None:
            self.start(bridge.selection)

    def start(self, seat: object) -> None:
        """Open the draft of whoever is accountable for the seat, or begin one."""
        bridge = self._bridge()
        if bridge is None:
            return
        bridge.pending.flush_all()
        review = open_review(bridge, SeatId(str(seat)))
        if review is not None:
            self.show(review)
        elif bridge.client.accountable(SeatId(str(seat))) is None:
            self._window.tell(_("Nobody sits there yet. Name somebody, then review the seat."))

    def open_there(self, review: object) -> None:
        """Open a review that is there; a finished one is all ratings, so hidden ones hide it."""
        bridge = self._bridge()
        record = bridge.client.find(Review, str(review)) if bridge is not None else None
        if bridge is None or record is None:
            return
        if record.state != "finished" or not bridge.ratings_hidden:
            self.show(review)
            return

        def show_all() -> None:
            if self.dialog is None:
                bridge.hide_ratings(hidden=False)
                self.show(review)
                self._hide_again = True

        self._window.tell(
            _("Ratings are hidden, and this review is full of them."),
            action=_("Show ratings"),
            then=show_all,
        )

    def show(self, review: object) -> ReviewDialog | None:
        """Show a review over the window, a first look in its own dialog; one at a time."""
        bridge = self._bridge()
        if bridge is None or self.dialog is not None:
            return None
        if self._first_looks.open(bridge, ReviewId(str(review))) is not None:
            return None
        dialog = ReviewDialog(
            bridge,
            self._window.theme,
            review=ReviewId(str(review)),
            parent=self._window,
            clock=self._window.desk.clock,
        )
        self.dialog = dialog
        self._hide_again = bridge.ratings_hidden
        dialog.closed.connect(self._forget)
        dialog.print_wanted.connect(
            lambda wanted: self._preview(review_printable(bridge, ReviewId(str(wanted))))
        )
        dialog.blank_form_wanted.connect(
            lambda wanted: self._preview(blank_form_printable(bridge, ReviewId(str(wanted))))
        )
        dialog.notice.connect(self._window.tell)
        dialog.show()
        return dialog

    def _forget(self) -> None:
        """Go back to the page; what the review alone was to show is hidden again."""
        self.dialog = None
        if self._window.view is not None:
            _give_keyboard_back(self._window.view)
        bridge = self._bridge()
        if self._hide_again and bridge is not None and not bridge.ratings_hidden:
            bridge.hide_ratings(hidden=True)
            words = _("Ratings are hidden again. {keys} shows them.")
            self._window.tell(with_keys(words, "hide-ratings"))
        self._hide_again = False

    def _hide_ratings(self) -> None:
        bridge = self._bridge()
        if bridge is None:
            return
        hidden = not bridge.ratings_hidden
        self._hide_again = False
        bridge.hide_ratings(hidden=hidden)
        if hidden and self.dialog is not None and self.dialog.look.is_locked:
            self.dialog.close()
        self._window.tell(ratings_hidden_words() if hidden else _("Ratings are shown."))


def _give_keyboard_back(view: ClientView) -> None:
    """Give the keyboard to the page from which a review was opened, the chart in most cases."""
    pages: dict[Page, QWidget] = {"reviews": view.reviews, "actions": view.agreed}
    pages.get(view.page, view.chart).setFocus()
