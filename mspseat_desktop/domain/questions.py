"""Questions of a review and when each is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from mspseat_desktop.domain.scene import counting, days_between

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mspseat_desktop.domain.review_records import Scene

QuestionLetter: TypeAlias = Literal["gets", "wants", "capacity", "homework"]
QuestionKind: TypeAlias = Literal["yesno", "words", "figure", "each"]

CHECKLIST = "checklist"
"""The bank of a first look: ten questions of their own, which become a full review or stay."""
SETTLING_IN_DAYS = 90
"""Until then an occupant is in the first 90 days, and what needs that long is not asked."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question; yes is always good, and only a deciding one counts.

    `id` is stable within its bank; `when` lists conditions that must all be met; `source` keys
    the sentences of the founding text that it comes from. Kind `each` is no question of its own
    but the words over the column in which each responsibility is answered. What is `on_metrics`
    rests on the seat's figures, which stand beside the answer.
    """

    id: str
    bank: str
    letter: QuestionLetter
    words: str
    provider_words: str = ""
    ask_to_see: str = ""
    when: tuple[str, ...] = ()
    deciding: bool = False
    kind: QuestionKind = "yesno"
    source: tuple[str, ...] = ()
    on_metrics: bool = False


@dataclass(frozen=True, slots=True)
class Bank:
    """The questions for one kind of occupant, in the order in which they are asked.

    `questions` holds those of a provider's homework too (letter `homework`); `each` has the
    words for what is answered for each responsibility, one for each of G, W and C.
    """

    id: str
    name: str
    questions: tuple[Question, ...]
    each: tuple[Question, ...] = ()


def asked(questions: Iterable[Question], scene: Scene, on: str) -> tuple[Question, ...]:
    """Return the questions whose conditions are all met on that day, in order."""
    met = _conditions(scene, on)
    return tuple(q for q in questions if met.issuperset(q.when))


def in_first_days(scene: Scene, on: str) -> bool:
    """Whether the occupant is known to have been seated for less than 90 days."""
    days = days_between(scene.seated_since, on)
    return not scene.is_candidate and days is not None and days < SETTLING_IN_DAYS


def _conditions(scene: Scene, on: str) -> frozenset[str]:
    counted = counting(scene)
    met = {"always"} | {r.level for r in counted if r.level}
    if any(r.protects for r in counted):
        met.add("security")
    if any(r.part in {"shared", "helps"} for r in scene.responsibilities):
        met.add("shared")
    # Whoever sits there since nobody remembers when has been there long enough.
    if not scene.is_candidate and not in_first_days(scene, on):
        met.add("90 days")
    return frozenset(met)
