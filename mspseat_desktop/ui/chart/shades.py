"""By what the cards of a chart are coloured: a tone for each group, with a sign and its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.shading import GROUPS, NO_FUNCTION, RATED, functions_of, group_of
from mspseat_desktop.ui.chart.marks import ChipText
from mspseat_desktop.wording.shading import group_text

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.shading import ColourBy
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.chart.scene import ChartScene

_LOOKS = {
    "green": ("yes", "check"),
    "amber": ("partly", "triangle-alert"),
    "red": ("no", "x"),
    "neutral": ("unanswered", "circle-help"),
    "open": ("unanswered", "user-plus"),
    "overdue": ("no", "flag"),
    "soon": ("partly", "clock"),
    "later": ("yes", "calendar"),
    "undated": ("unanswered", "minus"),
    "never": ("unanswered", "circle-help"),
    "strategic": ("accent", "target"),
    "managed": ("person", "gauge"),
    "repair": ("partly", "settings"),
    "unsaid": ("unanswered", "minus"),
    NO_FUNCTION: ("unanswered", "minus"),
}
"""Tone and sign of each group."""
_FUNCTIONS = ("person", "provider", "accent", "partly", "yes", "unanswered")
_SIGNS = (
    *("circle", "square", "triangle", "diamond", "wedge", "star"),
    *("circle-open", "square-open", "triangle-open", "diamond-open", "wedge-open"),
)
"""The signs of functions. Tones and signs begin again after their last ones; since their numbers
have no common divisor there are 66 pairs, and 11 functions differ without colours."""

MOST_COUNTED = 2_000
"""From more seats on a legend has no counts."""


class Shades:
    """Gives each seat its tone; `by` says of what, "kind" leaves the cards as they are."""

    def __init__(self, scene: ChartScene) -> None:
        self._scene = scene
        self.by: ColourBy = "kind"

    @property
    def is_on(self) -> bool:
        """Whether the cards are coloured; what tells ratings is not, while these are hidden."""
        return self.by != "kind" and (self._scene.rated or self.by not in RATED)

    def chip(self, seat: SeatId) -> ChipText | None:
        """Return tone, sign and name of the seat's group; None where it is in none."""
        if not self.is_on:
            return None
        group = group_of(self._scene.client, seat, self.by, on=self._on())
        return self._chip_of(group) if group else None

    def legend(self) -> list[tuple[ChipText, int | None]]:
        """Return each group that is there, with how many seats are in it.

        In a large chart all groups are returned, without counts: counting would be felt.
        """
        if not self.is_on:
            return []
        client, on = self._scene.client, self._on()
        groups = GROUPS[self.by] if self.by != "function" else _functions(client)
        if client.count(Seat) > MOST_COUNTED:
            return [(self._chip_of(group), None) for group in groups]
        counts: dict[str, int] = {}
        for seat in client.chart():
            group = group_of(client, seat, self.by, on=on)
            counts[group] = counts.get(group, 0) + 1
        return [(self._chip_of(group), counts[group]) for group in groups if group in counts]

    def _on(self) -> str:
        return self._scene.today() if self._scene.today is not None else ""

    def _chip_of(self, group: str) -> ChipText:
        client = self._scene.client
        words = group_text(client, self.by, group)
        if group in _LOOKS:
            role, icon = _LOOKS[group]
            return ChipText(words, role, icon=icon)
        at = [str(one) for one in functions_of(client)].index(group)
        sign = f"sign-{_SIGNS[at % len(_SIGNS)]}"
        return ChipText(words, _FUNCTIONS[at % len(_FUNCTIONS)], icon=sign)


def _functions(client: Client) -> tuple[str, ...]:
    functions = functions_of(client)
    return (*functions, NO_FUNCTION) if functions else ()
