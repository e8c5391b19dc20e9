"""The chips at a card's foot: what the latest review of the seat says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mspseat_desktop.domain.standing import latest_outcome
from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets.paint import ROLE_MARKS, Mark
from mspseat_desktop.wording.charts import way_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mspseat_desktop.domain.chart_difference import Way
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.standing import SeatOutcome
    from mspseat_desktop.domain.vocabulary import SeatId

_LETTERS = (("gets", "G"), ("wants", "W"), ("capacity", "C"))
_WAYS: Mapping[Way, tuple[str, str]] = {
    "added": ("yes", "plus"),
    "moved": ("accent", "arrow-left-right"),
    "changed": ("partly", "pencil"),
    "removed": ("no", "minus"),
}
"""Tone and sign of how a seat differs from another chart."""
_BAR_ROLES = {"over": "yes", "below": "partly", "undecided": "unanswered"}


@dataclass(frozen=True, slots=True)
class ChipText:
    """One chip: its words, its tone and the sign that says the tone without colour."""

    text: str
    role: str
    mark: Mark = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """The chips of a card, from the left, and the one at the right if there is one."""

    left: tuple[ChipText, ...] = ()
    right: ChipText | None = None


def way_chip(way: Way) -> ChipText:
    """Return the chip that says how a seat differs from the one in another chart."""
    role, icon = _WAYS[way]
    return ChipText(way_text(way), role, icon=icon)


def marks_of(client: Client, seat: SeatId) -> Marks:
    """Return the chips for a seat's latest outcome."""
    outcome = latest_outcome(client, seat)
    if outcome is None or outcome.headline == "open":
        return Marks((ChipText(_("Not reviewed"), "unanswered"),))
    if outcome.changed:
        return Marks((ChipText(_("Review again"), "unanswered", icon="refresh-cw"),))
    return Marks(_calls(outcome), _values(outcome))


def _calls(outcome: SeatOutcome) -> tuple[ChipText, ...]:
    chips = []
    for name, letter in _LETTERS:
        call = next((c for key, c in outcome.calls.items() if key == name), "")
        role = call or "unanswered"
        chips.append(ChipText(letter, role, mark=ROLE_MARKS[role]))
    return tuple(chips)


def _values(outcome: SeatOutcome) -> ChipText | None:
    if not outcome.values_rated:
        return None
    role = _BAR_ROLES.get(outcome.bar, "unanswered")
    return ChipText(f"{outcome.values_plus}/{outcome.values_rated}", role, icon="heart")
