"""The way to a first look from the window: begin it, go on with it, print it, make it full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mspseat_desktop.domain.edits.review import start_review
from mspseat_desktop.domain.questions import CHECKLIST
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.scene import scene_of
from mspseat_desktop.domain.vocabulary import ReviewId
from mspseat_desktop.language import _
from mspseat_desktop.ui.reporting.printables import checklist_printable
from mspseat_desktop.ui.reviews.first_look_dialog import FirstLookDialog
from mspseat_desktop.ui.reviews.opening import begin

if TYPE_CHECKING:
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.main_window import MainWindow


def _whom_text() -> str:
    return _("A first look is at a provider. Select a seat that a provider holds.")


class FirstLooks(QObject):
    """Opens first looks. `review_wanted(ReviewId)` for what is a full review, `print_wanted`."""

    review_wanted = Signal(object)
    print_wanted = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.actions_table.on("first-look", self.begin_selected)

    def begin_selected(self) -> None:
        """Begin the first look at the provider in the selected seat."""
        client = self._window.open_client
        bridge = client.bridge if client is not None else None
        if bridge is not None and bridge.selection is not None:
            self.begin(bridge, bridge.selection)
        else:
            self._window.tell(_whom_text())

    def begin(self, bridge: Bridge, seat: SeatId) -> None:
        """Open the first look at the seat's provider, or go on with a review begun before."""
        bridge.pending.flush_all()
        holder = bridge.client.accountable(seat)
        if holder is None or holder.kind != "provider":
            self._window.tell(_whom_text())
            return
        begun = bridge.client.draft(seat, holder.id)
        if begun is not None:
            self.review_wanted.emit(begun.id)
            return
        scene = scene_of(bridge.client, seat=seat, occupant=holder.id, on=bridge.on)
        review = ReviewId(bridge.new_id())
        edit = start_review(
            review,
            seat=seat,
            occupant=holder.id,
            on=bridge.on,
            bank=CHECKLIST,
            answered_by=scene.answers_to_name if scene.answers_to == "held" else "",
            facilitated_by=bridge.client.profile.adviser,
        )
        if begin(bridge, edit, review):
            self.open(bridge, review)

    def open(self, bridge: Bridge, review: ReviewId) -> FirstLookDialog | None:
        """Open the dialog when the review is a first look, else return None."""
        record = bridge.client.find(Review, review)
        if record is None or record.bank != CHECKLIST or record.state == "finished":
            return None
        dialog = FirstLookDialog(bridge, self._window.theme, review=review, parent=self._window)
        dialog.full_wanted.connect(self.review_wanted)
        dialog.print_wanted.connect(
            lambda wanted: self.print_wanted.emit(checklist_printable(bridge, wanted))
        )
        dialog.open()
        return dialog
