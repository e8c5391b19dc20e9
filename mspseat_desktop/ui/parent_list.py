"""The seats that another can report to, as a list to pick from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import PickerItem

if TYPE_CHECKING:
    from collections.abc import Collection

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId

TOP = "top"
"""The id in the list that makes the seat a root."""
MANY = 20_000
"""From so many seats on the list leaves out who sits there: looking it up would be felt."""


def parents_to_pick(
    client: Client, *, but: Collection[SeatId], above: SeatId | None, is_under: bool = True
) -> list[PickerItem]:
    """Return the top of the chart and every seat but those, in chart order.

    `above` is where they report to now, None for the top; without `is_under` no place is marked.
    """
    names = client.count(Seat) < MANY
    now = _("Reports here now")
    is_top = is_under and above is None
    mark = "check" if is_top else "arrow-up"
    found = [PickerItem(TOP, _("Top of the chart"), now if is_top else "", mark)]
    for seat in client.chart():
        if seat not in but:
            title = client.seat(seat).title or _("unnamed")
            detail = _holder(client, seat) if names else ""
            is_here = is_under and seat == above
            if is_here:
                detail = f"{detail} · {now}" if detail else now
            found.append(PickerItem(seat, title, detail, "check" if is_here else "armchair"))
    return found


def _holder(client: Client, seat: SeatId) -> str:
    held = client.accountable(seat)
    return held.name if held else _("Open seat")
