"""What the menus do with an open client: seats, history, views, reviews and printing."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QObject, QPoint

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.vocabulary import (
    OccupantId,
    ReviewId,
    SeatId,
)
from mspseat_desktop.language import _
from mspseat_desktop.ui.actions_page.flows import ActionFlows
from mspseat_desktop.ui.asking.flows import AskFlows
from mspseat_desktop.ui.backups.flows import BackupFlows
from mspseat_desktop.ui.candidates.flows import CandidateFlows
from mspseat_desktop.ui.client_settings.dialog import SettingsDialog
from mspseat_desktop.ui.client_settings.result import ClientSettings, settings_edit
from mspseat_desktop.ui.client_view import Page
from mspseat_desktop.ui.clipboard.flows import ClipboardFlows
from mspseat_desktop.ui.conflicts.flows import ConflictFlows
from mspseat_desktop.ui.deleting import delete_alone, delete_several, delete_with_care
from mspseat_desktop.ui.find.flows import FindFlows
from mspseat_desktop.ui.layout_flows import LayoutFlows
from mspseat_desktop.ui.metrics.figures_dialog import open_figures
from mspseat_desktop.ui.missing_seats.guide import MissingSeats
from mspseat_desktop.ui.outline.flows import OutlineFlows
from mspseat_desktop.ui.passphrase.flows import PassphraseFlows
from mspseat_desktop.ui.presenting.flows import PresentFlows
from mspseat_desktop.ui.print_flows import PrintFlows
from mspseat_desktop.ui.privacy.forgetting import ForgettingFlows
from mspseat_desktop.ui.privacy.sending import SendFlow
from mspseat_desktop.ui.questions.flows import QuestionFlows
from mspseat_desktop.ui.reporting.printables import (
    blank_form_printable,
    review_printable,
)
from mspseat_desktop.ui.reviews.dialog import ReviewDialog
from mspseat_desktop.ui.reviews.first_look_flows import FirstLooks
from mspseat_desktop.ui.reviews.opening import open_review
from mspseat_desktop.ui.seat_menu import open_seat_menu
from mspseat_desktop.ui.templates.flows import TemplateFlows
from mspseat_desktop.ui.versions.flows import VersionFlows
from mspseat_desktop.ui.worth_a_look.flows import LookFlows

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.main_window import MainWindow


class ClientFlows(QObject):
    """Connects the actions once, and the view of each client that is opened."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._review: ReviewDialog | None = None
        self._hide_again = False
        table = window.actions_table
        chart_commands: dict[str, Callable[[ClientView], None]] = {
            "add-child": _add_seat,
            "add-sibling": lambda view: view.commands.add_sibling(),
            "add-before": lambda view: view.commands.add_sibling(before=True),
            "add-parent": lambda view: view.commands.add_parent(),
            "add-root": lambda view: view.commands.add_root(),
            "rename": lambda view: view.commands.rename(),
            "delete": lambda view: view.commands.delete(),
            "move-earlier": lambda view: view.chart.commands.reorder(-1),
            "move-later": lambda view: view.chart.commands.reorder(1),
            "promote": lambda view: view.chart.commands.promote(),
            "demote": lambda view: view.chart.commands.demote(),
            "fit": lambda view: view.chart.fit(),
            "zoom-100": lambda view: view.chart.zoom_100(),
            "zoom-in": lambda view: view.chart.zoom_in(),
            "zoom-out": lambda view: view.chart.zoom_out(),
        }
        for doing, run in chart_commands.items():
            table.on(doing, self._on_chart(run))
        table.on("undo", self._undo)
        table.on("redo", self._redo)
        for page in get_args(Page):
            table.on(f"page-{page}", self._on_page(page))
        table.on("hide-ratings", self._hide_ratings)
        table.on("panel", self._show_panel)
        table.on("delete-alone", self._delete_alone)
        table.on("go-panel", self._go_to_panel)
        table.on("go-occupant", self._name_occupant)
        table.on("review", self._review_selected)
        table.on("figures", self._enter_figures)
        table.on("print", self._print)
        table.on("client", self._ask_settings)
        self.printing = PrintFlows(window)
        self.questions = QuestionFlows(window)
        self.finding = FindFlows(window)
        self.presenting = PresentFlows(window)
        self.clipboard = ClipboardFlows(window)
        self.layouts = LayoutFlows(window)
        self.outline = OutlineFlows(window, delete=self._delete)
        self.first_looks = FirstLooks(window)
        self.first_looks.review_wanted.connect(self._show_review)
        self.first_looks.print_wanted.connect(self.printing.preview)
        self.templates = TemplateFlows(window)
        self.missing_seats = MissingSeats(window)
        self.passphrase = PassphraseFlows(window, preview=self.printing.preview)
        self.backups = BackupFlows(window)
        self.conflicts = ConflictFlows(window)
        self.sending = SendFlow(window)
        self.forgetting = ForgettingFlows(window)
        self.looks = LookFlows(window, tell=self.tell_what_was_done)
        self.asking = AskFlows(
            window, preview=self.printing.preview, open_review=self._open_finished
        )
        self.versions = VersionFlows(
            window,
            preview=self.printing.preview,
            tell=self.tell_what_was_done,
            back_up=self.backups.before_deleting,
        )
        self.candidates = CandidateFlows(
            window,
            show_review=self._show_review,
            preview=self.printing.preview,
            show_occupant=self._show_occupant,
        )
        self.agreed = ActionFlows(
            window, tell=self.tell_what_was_done, open_review=self._open_finished
        )

    def connect_view(self, view: ClientView) -> None:
        """Listen to the parts of a client's view."""
        self.clipboard.connect_view(view)
        view.chart.delete_wanted.connect(self._delete)
        view.chart.review_wanted.connect(self._start_review)
        view.chart.open_panel_wanted.connect(lambda _seat: self._go_to_panel())
        view.chart.context_menu_wanted.connect(self._open_menu)
        view.panel.review_wanted.connect(self._start_review)
        view.panel.open_review_wanted.connect(self._open_finished)
        view.panel.people_wanted.connect(self._show_occupant)
        view.panel.notice.connect(self._window.tell)
        for page in (view.people, view.coverage, view.reviews):
            page.seat_wanted.connect(self._show_seat)
            page.notice.connect(self._window.tell)
        view.reviews.review_wanted.connect(self._open_finished)
        view.agreed.seat_wanted.connect(self._show_seat)
        self.conflicts.connect_view(view)
        self.printing.connect_view(view)
        self.finding.connect_view(view)
        self.outline.connect_view(view)
        self.layouts.connect_view(view)
        self.agreed.connect_view(view)
        self.looks.connect_view(view)
        self.asking.connect_view(view)
        self.candidates.connect_view(view)
        self.versions.connect_view(view)
        self.forgetting.connect_view(view)

    @property
    def review(self) -> ReviewDialog | None:
        """The review on show, or None."""
        return self._review

    def close_review(self) -> None:
        """Close the review on show and the comparison behind it; both are saved already."""
        if self._review is not None:
            self._review.close()
        self.candidates.close()

    def _bridge(self) -> Bridge | None:
        client = self._window.open_client
        return client.bridge if client is not None else None

    def _with_view(self, run: Callable[[ClientView], None]) -> None:
        if self._window.view is not None:
            run(self._window.view)

    def _on_page(self, page: Page) -> Callable[[], None]:
        return lambda: self._with_view(lambda view: view.show_page(page))

    def _show_seat(self, seat: object) -> None:
        bridge = self._bridge()
        if bridge is not None and bridge.client.has(Seat, str(seat)):
            self._with_view(lambda view: view.show_seat(SeatId(str(seat))))

    def _show_occupant(self, occupant: object) -> None:
        view = self._window.view
        if view is not None:
            view.people.show_occupant(OccupantId(str(occupant)))
            view.show_page("people")

    def _on_chart(self, run: Callable[[ClientView], None]) -> Callable[[], None]:
        def on_chart(view: ClientView) -> None:
            if view.page != "chart":
                view.show_page("chart")
            run(view)

        return lambda: self._with_view(on_chart)

    def _undo(self) -> None:
        bridge = self._bridge()
        if bridge is not None and (news := bridge.undo()) is not None:
            self._with_view(lambda view: _say(view, news))

    def _redo(self) -> None:
        bridge = self._bridge()
        if bridge is not None and (news := bridge.redo()) is not None:
            self._with_view(lambda view: _say(view, news))

    def _hide_ratings(self) -> None:
        bridge = self._bridge()
        if bridge is None:
            return
        hidden = not bridge.ratings_hidden
        self._hide_again = False
        bridge.hide_ratings(hidden=hidden)
        if hidden and self._review is not None and self._review.look.is_locked:
            self._review.close()
        self._window.tell(
            _("Ratings are hidden. Ctrl+H shows them.") if hidden else _("Ratings are shown.")
        )

    def _show_panel(self) -> None:
        shown = self._window.actions_table["panel"].isChecked()
        self._with_view(lambda view: view.show_panel(shown=shown))

    def _go_to_panel(self) -> None:
        view = self._view_with_panel()
        if view is not None:
            view.panel.focus_title()

    def _name_occupant(self) -> None:
        """Open the list of names for the selected seat; the keyboard comes back after a choice."""
        view = self._view_with_panel()
        if view is not None:
            view.panel.show_tab("seat")
            view.panel.seat_page.people.holder.open_list()

    def _view_with_panel(self) -> ClientView | None:
        """Return the view with its panel on show; None without a selected seat: undo takes some."""
        bridge, view = self._bridge(), self._window.view
        if bridge is None or view is None or bridge.selection is None:
            return None
        if view.page != "chart":
            view.show_page("chart")
        if view.panel.isHidden():
            self._window.actions_table["panel"].setChecked(True)
            view.show_panel(shown=True)
        return view

    def _delete(self, seat: object) -> None:
        bridge = self._bridge()
        window = self._window
        if bridge is not None and isinstance(seat, tuple):
            delete_several(
                bridge,
                window.theme,
                seat,
                over=window,
                tell=self.tell_what_was_done,
                back_up=self.backups.before_deleting,
            )
            return
        if bridge is None or not bridge.client.has(Seat, str(seat)):
            return
        delete_with_care(
            bridge,
            window.theme,
            SeatId(str(seat)),
            over=window,
            tell=self.tell_what_was_done,
            back_up=self.backups.before_deleting,
        )

    def _delete_alone(self) -> None:
        bridge = self._bridge()
        if bridge is not None and bridge.chosen:
            delete_alone(bridge, bridge.chosen, tell=self.tell_what_was_done)

    def tell_what_was_done(self, text: str) -> None:
        """Tell of the newest edit, with a way to take back that edit and none after it."""
        bridge = self._bridge()
        if bridge is None:
            return
        done = bridge.undo_step()

        def take_back() -> None:
            if bridge.undo_step() == done:
                self._undo()
            else:
                self._window.tell(_("Other edits came after it. Ctrl+Z goes back over them first."))

        self._window.tell(text, action=_("Undo"), then=take_back)

    def _review_selected(self) -> None:
        bridge, view = self._bridge(), self._window.view
        if view is not None and view.page == "reviews":
            view.reviews.open_current()
        elif bridge is not None and bridge.selection is not None:
            self._start_review(bridge.selection)

    def _enter_figures(self) -> None:
        bridge = self._bridge()
        if bridge is not None:
            open_figures(bridge, self._window.theme, bridge.selection, self._window)

    def _start_review(self, seat: object) -> None:
        bridge = self._bridge()
        if bridge is None:
            return
        bridge.pending.flush_all()
        review = open_review(bridge, SeatId(str(seat)))
        if review is not None:
            self._show_review(review)
        elif bridge.client.accountable(SeatId(str(seat))) is None:
            self._window.tell(_("Nobody sits there yet. Name somebody, then review the seat."))

    def _open_finished(self, review: object) -> None:
        """Open a review that is there; a finished one is all ratings, so hidden ones hide it."""
        bridge = self._bridge()
        record = bridge.client.find(Review, str(review)) if bridge is not None else None
        if bridge is None or record is None:
            return
        if record.state != "finished" or not bridge.ratings_hidden:
            self._show_review(review)
            return

        def show() -> None:
            if self._review is None:
                bridge.hide_ratings(hidden=False)
                self._show_review(review)
                self._hide_again = True

        self._window.tell(
            _("Ratings are hidden, and this review is full of them."),
            action=_("Show ratings"),
            then=show,
        )

    def _show_review(self, review: object) -> ReviewDialog | None:
        bridge = self._bridge()
        if bridge is None or self._review is not None:
            return None
        if self.first_looks.open(bridge, ReviewId(str(review))) is not None:
            return None
        dialog = ReviewDialog(
            bridge,
            self._window.theme,
            review=ReviewId(str(review)),
            parent=self._window,
            clock=self._window.desk.clock,
        )
        self._review = dialog
        self._hide_again = bridge.ratings_hidden
        dialog.closed.connect(self._forget_review)
        dialog.print_wanted.connect(
            lambda wanted: self.printing.preview(review_printable(bridge, ReviewId(str(wanted))))
        )
        dialog.blank_form_wanted.connect(
            lambda wanted: self.printing.preview(
                blank_form_printable(bridge, ReviewId(str(wanted)))
            )
        )
        dialog.notice.connect(self._window.tell)
        dialog.show()
        return dialog

    def _forget_review(self) -> None:
        """Go back to the page; what the review alone was to show is hidden again."""
        self._review = None
        self._with_view(_give_keyboard_back)
        bridge = self._bridge()
        if self._hide_again and bridge is not None and not bridge.ratings_hidden:
            bridge.hide_ratings(hidden=True)
            self._window.tell(_("Ratings are hidden again. Ctrl+H shows them."))
        self._hide_again = False

    def _print(self) -> None:
        bridge = self._bridge()
        if bridge is not None and self._review is not None:
            self.printing.preview(review_printable(bridge, self._review.review))
        elif not self.candidates.print():
            self.printing.print_page()

    def _ask_settings(self) -> None:
        bridge = self._bridge()
        if bridge is None:
            return
        bridge.pending.flush_all()
        dialog = SettingsDialog(bridge, self._window.theme, parent=self._window)
        dialog.chosen.connect(self._keep_settings)
        dialog.open()

    def _keep_settings(self, settings: ClientSettings) -> None:
        bridge = self._bridge()
        if bridge is not None:
            bridge.do(settings_edit(settings))
            self._window.desk.settings.set_text("adviser", settings.profile.adviser)
            self._window.desk.settings.set_text("firm", settings.profile.firm)

    def _open_menu(self, seat: object, at: QPoint) -> None:
        open_seat_menu(self._window, self._window.actions_table, seat, at)


def _say(view: ClientView, news: News) -> None:
    """Tell what was undone or done again, in the view that there is now."""
    view.say(news)
    view.keep_focus()


def _add_seat(view: ClientView) -> None:
    """Add a seat below the selected one, at the top when none is selected."""
    if view.chart.selected_seat is None:
        view.commands.add_root()
    else:
        view.commands.add_child()


def _give_keyboard_back(view: ClientView) -> None:
    """Give the keyboard to the page from which a review was opened, the chart in most cases."""
    pages: dict[Page, QWidget] = {"reviews": view.reviews, "actions": view.agreed}
    pages.get(view.page, view.chart).setFocus()
