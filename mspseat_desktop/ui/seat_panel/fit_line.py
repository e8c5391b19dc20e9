"""One sentence where the seat asks for what its provider does not sell, or does not want."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.mismatch import asks_repairs_only, mismatch, model_notices
from mspseat_desktop.domain.pointing import Reason, by_subject
from mspseat_desktop.domain.scene import scene_of
from mspseat_desktop.ui.widgets import PlainLabel
from mspseat_desktop.wording.reasons import reason_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.bridge import Bridge


class FitLine(PlainLabel):
    """Stands below who sits in the seat; not there while everything fits."""

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__("", parent, pixels=12, tone="partly", wrap=True)
        self._bridge = bridge
        self.hide()

    def show_seat(self, seat: SeatId) -> None:
        """Say what does not fit in this seat."""
        words = "\n".join(reason_text(reason) for reason in self._reasons(seat))
        self.setText(words)
        self.setVisible(bool(words))

    def _reasons(self, seat: SeatId) -> Iterable[Reason]:
        client = self._bridge.client
        held = client.accountable(seat)
        if held is None:
            meant = client.seat(seat).meant_for == "provider"
            repairs = meant and asks_repairs_only(client.responsibilities(seat))
            return (Reason("repairs-only"),) if repairs else ()
        scene = scene_of(client, seat=seat, occupant=held.id, on=self._bridge.on)
        reviews = client.reviews_of(seat, held.id)
        if self._bridge.ratings_hidden or not reviews:
            return model_notices(scene)
        return mismatch(scene, by_subject(client.answers(reviews[-1].id)))
