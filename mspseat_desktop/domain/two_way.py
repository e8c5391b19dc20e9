"""The two-way fit: how a provider rates the client, a line of its own that never changes ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from mspseat_desktop.domain.bar import BarState, Ratings, bar_state
from mspseat_desktop.domain.pointing import by_subject, value_of
from mspseat_desktop.domain.scene import start_exceptions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mspseat_desktop.domain.records import CoreValue
    from mspseat_desktop.domain.review_records import Voice

FitCode: TypeAlias = Literal["fits", "owes", "below", "below_and_owes", "open"]

GOOD_CLIENT = "h5"
"""The homework by which a provider says whether it gets from the client what it needs."""


@dataclass(frozen=True, slots=True)
class TwoWay:
    """What a provider's answers say of the client.

    `bar` is how the client stands to the start bar on the provider's own values.
    """

    code: FitCode
    bar: BarState


def two_way(voice: Voice, values: Iterable[CoreValue]) -> TwoWay | None:
    """Return how the provider sees the client; None where it said nothing of that.

    `values` are the provider's own.
    """
    given = by_subject(voice.answers)
    marks = [value_of(given, "client_value", value.id) for value in values]
    needs = value_of(given, "homework", GOOD_CLIENT)
    if not any(marks) and not needs:
        return None
    plus, half, minus = (marks.count(mark) for mark in ("+", "+/-", "-"))
    rated = Ratings(plus, half, minus, len(marks) - plus - half - minus)
    bar = bar_state(rated, exceptions=start_exceptions(len(marks)), minuses=0)
    return TwoWay(_code(bar, needs), bar)


def _code(bar: BarState, needs: str) -> FitCode:
    if bar == "below":
        return "below_and_owes" if needs == "no" else "below"
    if needs == "no":
        return "owes"
    return "fits" if needs == "yes" and bar != "undecided" else "open"
