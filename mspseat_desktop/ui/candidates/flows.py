"""Connects comparisons with the window: the menu, the seat panel, reviews and printing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.vocabulary import OccupantId, SeatId
from mspseat_desktop.ui.candidates.dialog import CandidatesDialog
from mspseat_desktop.ui.reporting.candidates import candidates_printable
from mspseat_desktop.ui.reviews.opening import open_review

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.main_window import MainWindow
    from mspseat_desktop.ui.reporting.printable import Printable
    from mspseat_desktop.ui.reviews.dialog import ReviewDialog


class CandidateFlows(QObject):
    """Opens the comparison of a seat; it waits out of sight while a review of it is open."""

    def __init__(
        self,
        window: MainWindow,
        *,
        show_review: Callable[[object], ReviewDialog | None],
        preview: Callable[[Printable], None],
        show_occupant: Callable[[object], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._show_review = show_review
        self._preview = preview
        self._show_occupant = show_occupant
        self.dialog: CandidatesDialog | None = None
        window.actions_table.on("compare", self._open_selected)

    def connect_view(self, view: ClientView) -> None:
        """Listen to the seat panel of an open client."""
        view.panel.compare_wanted.connect(self.open)

    def _open_selected(self) -> None:
        client = self._window.open_client
        if client is not None and client.bridge.selection is not None:
            self.open(client.bridge.selection)

    def open(self, seat: object) -> None:
        """Open the comparison of a seat."""
        client = self._window.open_client
        if (
            client is None
            or self.dialog is not None
            or not client.bridge.client.has(Seat, str(seat))
        ):
            return
        client.bridge.pending.flush_all()
        dialog = CandidatesDialog(
            client.bridge, self._window.theme, seat=SeatId(str(seat)), parent=self._window
        )
        self.dialog = dialog
        dialog.closed.connect(self._forget)
        dialog.review_wanted.connect(self._review)
        dialog.people_wanted.connect(self._open_in_people)
        dialog.print_wanted.connect(self.print)
        dialog.notice.connect(self._window.tell)
        dialog.show()
        dialog.focus()

    def close(self) -> None:
        """Close the comparison on show; it is saved already."""
        if self.dialog is not None:
            self.dialog.close()

    def print(self) -> bool:
        """Offer the comparison on show for printing; False when there is none to print."""
        dialog, client = self.dialog, self._window.open_client
        if dialog is None or client is None:
            return False
        if dialog.table is not None and dialog.table.columns:
            self._preview(candidates_printable(client.bridge, dialog.table.comparison.id))
        return True

    def _review(self, occupant: object) -> None:
        dialog, client = self.dialog, self._window.open_client
        if dialog is None or client is None:
            return
        finished = dialog.finished_review(OccupantId(str(occupant)))
        review = finished or open_review(
            client.bridge, dialog.seat, occupant=OccupantId(str(occupant))
        )
        if review is None:
            return
        dialog.hide()
        shown = self._show_review(review)
        if shown is None:
            self._come_back()
        else:
            shown.closed.connect(self._come_back)

    def _come_back(self) -> None:
        """Show the comparison again once the review is closed."""
        if self.dialog is not None:
            self.dialog.show()
            self.dialog.raise_()
            self.dialog.refresh()
            self.dialog.parts.grid.setFocus()

    def _open_in_people(self, occupant: object) -> None:
        self.close()
        self._show_occupant(occupant)

    def _forget(self) -> None:
        self.dialog = None
        view = self._window.view
        if view is not None and view.page == "chart":
            view.chart.setFocus()
