"""What the menus do with an open client: seats, history, views, reviews and printing."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QObject, QPoint

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.vocabulary import (
    OccupantId,
    SeatId,
)
from mspseat_desktop.language import _
from mspseat_desktop.ui.actions_page.flows import ActionFlows
from mspseat_desktop.ui.asking.flows import AskFlows
from mspseat_desktop.ui.backups.flows import BackupFlows
from mspseat_desktop.ui.candidates.flows import CandidateFlows
from mspseat_desktop.ui.card_flows import CardFlows
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
from mspseat_desktop.ui.motion_flows import MotionFlows
from mspseat_desktop.ui.moving import MoveFlows
from mspseat_desktop.ui.outline.flows import OutlineFlows
from mspseat_desktop.ui.passphrase.flows import PassphraseFlows
from mspseat_desktop.ui.people.flows import PeopleFlows
from mspseat_desktop.ui.presenting.flows import PresentFlows
from mspseat_desktop.ui.print_flows import PrintFlows
from mspseat_desktop.ui.privacy.forgetting import ForgettingFlows
from mspseat_desktop.ui.privacy.sending import SendFlow
from mspseat_desktop.ui.questions.flows import QuestionFlows
from mspseat_desktop.ui.reporting.printables import (
    review_printable,
)
from mspseat_desktop.ui.reviews.flows import ReviewFlows
from mspseat_desktop.ui.seat_menu import open_seat_menu
from mspseat_desktop.ui.shortcuts.telling import with_keys
from mspseat_desktop.ui.templates.flows import TemplateFlows
from mspseat_desktop.ui.versions.flows import VersionFlows
from mspseat_desktop.ui.worth_a_look.flows import LookFlows

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.main_window import MainWindow
    from mspseat_desktop.ui.reviews.dialog import ReviewDialog


class ClientFlows(QObject):
    """Connects the actions once, and the view of each client that is opened."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        table = window.actions_table
        chart_commands: dict[str, Callable[[ClientView], None]] = {
            "add-child": _add_seat,
            "add-sibling": lambda view: view.commands.add_sibling(),
            "add-before": lambda view: view.commands.add_sibling(before=True),
            "add-parent": lambda view: view.commands.add_parent(),
            "add-root": lambda view: view.commands.add_root(),
            "rename": lambda view: view.commands.rename(),
            "delete": lambda view: view.commands.delete(),
            "go-above": lambda view: view.commands.walk_above(),
            "go-top": lambda view: view.commands.walk_home(),
            "move-earlier": lambda view: view.chart.commands.reorder(-1),
            "move-later": lambda view: view.chart.commands.reorder(1),
            "promote": lambda view: view.chart.commands.promote(),
            "demote": lambda view: view.chart.commands.demote(),
            "fit": lambda view: view.chart.fit(),
            "zoom-100": lambda view: view.chart.zoom_100(),
            "zoom-chosen": lambda view: view.chart.zoom_to_chosen(),
            "zoom-in": lambda view: view.chart.zoom_in(),
            "zoom-out": lambda view: view.chart.zoom_out(),
        }
        for doing, run in chart_commands.items():
            table.on(doing, self._on_chart(run))
        table.on("undo", self._undo)
        table.on("redo", self._redo)
        for page in get_args(Page):
            table.on(f"page-{page}", self._on_page(page))
        table.on("panel", self._show_panel)
        table.on("delete-alone", self._delete_alone)
        table.on("go-panel", self._go_to_panel)
        table.on("go-occupant", self._name_occupant)
        table.on("figures", self._enter_figures)
        table.on("print", self._print)
        table.on("client", self._ask_settings)
        self.printing = PrintFlows(window)
        self.questions = QuestionFlows(window)
        self.finding = FindFlows(window)
        self.presenting = PresentFlows(window)
        self.clipboard = ClipboardFlows(window)
        self.layouts = LayoutFlows(window)
        self.moving = MoveFlows(window)
        self.cards = CardFlows(window)
        self.motion = MotionFlows(window)
        self.people = PeopleFlows(window, tell=self.tell_what_was_done)
        self.outline = OutlineFlows(window, delete=self._delete)
        self.reviews = ReviewFlows(window, preview=self.printing.preview)
        self.templates = TemplateFlows(window)
        self.missing_seats = MissingSeats(window)
        self.passphrase = PassphraseFlows(window, preview=self.printing.preview)
        self.backups = BackupFlows(window)
        self.conflicts = ConflictFlows(window)
        self.sending = SendFlow(window)
        self.forgetting = ForgettingFlows(window)
        self.looks = LookFlows(window, tell=self.tell_what_was_done)
        self.asking = AskFlows(
            window, preview=self.printing.preview, open_review=self.reviews.open_there
        )
        self.versions = VersionFlows(
            window,
            preview=self.printing.preview,
            tell=self.tell_what_was_done,
            back_up=self.backups.before_deleting,
        )
        self.candidates = CandidateFlows(
            window,
            show_review=self.reviews.show,
            preview=self.printing.preview,
            show_occupant=self._show_occupant,
        )
        self.agreed = ActionFlows(
            window, tell=self.tell_what_was_done, open_review=self.reviews.open_there
        )

    def connect_view(self, view: ClientView) -> None:
        """Listen to the parts of a client's view."""
        self.clipboard.connect_view(view)
        view.chart.delete_wanted.connect(self._delete)
        view.chart.review_wanted.connect(self.reviews.start)
        view.chart.open_panel_wanted.connect(lambda _seat: self._go_to_panel())
        view.chart.context_menu_wanted.connect(self._open_menu)
        view.panel.review_wanted.connect(self.reviews.start)
        view.panel.open_review_wanted.connect(self.reviews.open_there)
        view.panel.people_wanted.connect(self._show_occupant)
        view.panel.notice.connect(self._window.tell)
        for page in (view.people, view.coverage, view.reviews):
            page.seat_wanted.connect(self._show_seat)
            page.notice.connect(self._window.tell)
        view.reviews.review_wanted.connect(self.reviews.open_there)
        view.reviews.chart_wanted.connect(self._show_chart)
        view.agreed.seat_wanted.connect(self._show_seat)
        self.conflicts.connect_view(view)
        self.printing.connect_view(view)
        self.finding.connect_view(view)
        self.outline.connect_view(view)
        self.people.connect_view(view)
        self.layouts.connect_view(view)
        self.cards.connect_view(view)
        self.motion.connect_view(view)
        self.agreed.connect_view(view)
        self.looks.connect_view(view)
        self.asking.connect_view(view)
        self.candidates.connect_view(view)
        self.versions.connect_view(view)
        self.forgetting.connect_view(view)

    @property
    def review(self) -> ReviewDialog | None:
        """The review on show, or None."""
        return self.reviews.dialog

    def close_review(self) -> None:
        """Close the review on show and the comparison behind it; both are saved already."""
        if self.review is not None:
            self.review.close()
        self.candidates.close()

    def _bridge(self) -> Bridge | None:
        client = self._window.open_client
        return client.bridge if client is not None else None

    def _with_view(self, run: Callable[[ClientView], None]) -> None:
        if self._window.view is not None:
            run(self._window.view)

    def _on_page(self, page: Page) -> Callable[[], None]:
        return lambda: self._with_view(lambda view: view.show_page(page))

    def _show_chart(self) -> None:
        self._with_view(lambda view: view.show_page("chart"))

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
                words = _("Other edits came after it. {keys} goes back over them first.")
                self._window.tell(with_keys(words, "undo"))

        self._window.tell(text, action=_("Undo"), then=take_back, until_edit=True)

    def _enter_figures(self) -> None:
        bridge = self._bridge()
        if bridge is not None:
            open_figures(bridge, self._window.theme, bridge.selection, self._window)

    def _print(self) -> None:
        bridge = self._bridge()
        if bridge is not None and self.review is not None:
            self.printing.preview(review_printable(bridge, self.review.review))
        elif not self.candidates.print():
            self.printing.print_page()

    def _ask_settings(self) -> None:
        bridge = self._bridge()
        if bridge is None:
            return
        bridge.pending.flush_all()
        dialog = SettingsDialog(bridge, self._window.theme, parent=self._window)
        dialog.chosen.connect(self._keep_settings)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _keep_settings(self, settings: ClientSettings) -> None:
        bridge = self._bridge()
        if bridge is not None:
            bridge.do(settings_edit(settings))
            self._window.desk.settings.set_text("adviser", settings.profile.adviser)
            self._window.desk.settings.set_text("firm", settings.profile.firm)

    def _open_menu(self, seat: object, at: QPoint) -> None:
        view = self._window.view
        if view is not None:
            open_seat_menu(self._window, seat, at, keys_of=view.chart.commands.keys_of)


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
