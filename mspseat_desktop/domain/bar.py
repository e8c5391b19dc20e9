"""The bar: how many core values must be rated + for an occupant to be at or over it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from mspseat_desktop.domain.pointing import value_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mspseat_desktop.domain.pointing import Answers
    from mspseat_desktop.domain.review_records import Scene, SceneValue

BarState: TypeAlias = Literal["over", "below", "undecided", "none"]


@dataclass(frozen=True, slots=True)
class Ratings:
    """How often each rating was given, and how many values are not rated yet."""

    plus: int = 0
    half: int = 0
    minus: int = 0
    unrated: int = 0


def rated(scene: Scene) -> tuple[SceneValue, ...]:
    """Return the values to rate: none for an occupant who is not rated on them."""
    return () if scene.unrated_because else scene.values


def ratings(scene: Scene, answers: Answers) -> Ratings:
    """Count the ratings given for the values of the scene."""
    given = [value_of(answers, "value", v.id) for v in rated(scene)]
    plus, half, minus = (given.count(mark) for mark in ("+", "+/-", "-"))
    return Ratings(plus, half, minus, len(given) - plus - half - minus)


def bar_state(given: Ratings, *, exceptions: int, minuses: int) -> BarState:
    """Return how the ratings stand to "all but `exceptions` are +, at most `minuses` are -".

    Below as soon as the ratings given put the bar out of reach, over when it holds however the
    rest falls, else undecided; none without values.
    """
    if given == Ratings():
        return "none"
    missed = given.half + given.minus
    if missed > exceptions or given.minus > minuses:
        return "below"
    at_worst_missed, at_worst_minus = missed + given.unrated, given.minus + given.unrated
    if at_worst_missed <= exceptions and at_worst_minus <= minuses:
        return "over"
    return "undecided"


def bar_of(scene: Scene, answers: Answers) -> BarState:
    """Return how the answers of a review stand to the bar of its scene."""
    return bar_state(
        ratings(scene, answers), exceptions=scene.bar_exceptions, minuses=scene.bar_minuses
    )


def short_values(scene: Scene, answers: Answers, marks: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the values that got one of the marks."""
    wanted = frozenset(marks)
    return tuple(v.name for v in rated(scene) if value_of(answers, "value", v.id) in wanted)
