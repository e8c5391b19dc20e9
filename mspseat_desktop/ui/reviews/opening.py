"""The way into a review: a new draft for whoever holds the seat, or the one begun before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.content.banks import suggest_bank
from mspseat_desktop.domain.change import ASIDE
from mspseat_desktop.domain.edits.review import discard_draft, start_review
from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.scene import scene_of
from mspseat_desktop.domain.vocabulary import ReviewId

if TYPE_CHECKING:
    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.domain.vocabulary import OccupantId, SeatId
    from mspseat_desktop.ui.bridge import Bridge


def open_review(
    bridge: Bridge, seat: SeatId, *, occupant: OccupantId | None = None
) -> ReviewId | None:
    """Return the draft of the seat's review, begun now where there is none yet.

    Without `occupant` it is the accountable one. None when nobody sits there, when the seat is
    gone, or when the edit was refused, which `bridge.trouble` tells.
    """
    bridge.pending.flush_all()
    client = bridge.client
    who = occupant or _holder(bridge, seat)
    if not client.has(Seat, seat) or who is None:
        return None
    begun = client.draft(seat, who)
    if begun is not None:
        return begun.id
    started = starting(bridge, seat, occupant=who)
    if started is None:
        return None
    review, edit = started
    return review if begin(bridge, edit, review) else None


def begin(bridge: Bridge, edit: Edit, review: ReviewId) -> bool:
    """Begin a review that may only be looked at; return whether it has begun."""
    return bridge.do(replace(edit, merge_key=_looked_at(review)))


def leave_empty(bridge: Bridge, review: ReviewId) -> None:
    """Throw away a draft that was only looked at.

    With its beginning that comes to nothing: no step is left, and redo is as it was.
    """
    bridge.do(replace(discard_draft(review), merge_key=_looked_at(review)))


def _looked_at(review: ReviewId) -> str:
    return f"{ASIDE}{review}"


def starting(
    bridge: Bridge, seat: SeatId, *, occupant: OccupantId | None = None
) -> tuple[ReviewId, Edit] | None:
    """Return the edit that begins a review today, and the id that it will have.

    Without `occupant` it is the accountable one; None when nobody sits there or the seat is gone.
    """
    client = bridge.client
    who = occupant or _holder(bridge, seat)
    if not client.has(Seat, seat) or who is None:
        return None
    review = ReviewId(bridge.new_id())
    scene = scene_of(client, seat=seat, occupant=who, on=bridge.on)
    return review, start_review(
        review,
        seat=seat,
        occupant=who,
        on=bridge.on,
        bank=suggest_bank(client, seat, who),
        answered_by=scene.answers_to_name if scene.answers_to == "held" else "",
        facilitated_by=client.profile.adviser,
    )


def _holder(bridge: Bridge, seat: SeatId) -> OccupantId | None:
    client = bridge.client
    holder = client.accountable(seat) if client.has(Seat, seat) else None
    return holder.id if holder else None
