"""Where somebody's own answers and ours say the same, and where they do not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mspseat_desktop.domain.gwc import Letter
    from mspseat_desktop.domain.questions import Question
    from mspseat_desktop.domain.review_records import Answer, Voice
    from mspseat_desktop.domain.vocabulary import AnswerKind

Where: TypeAlias = Literal["values", "gets", "wants", "capacity", "result"]
"""The part of a review in which an answer of a provider is shown."""

_OF_RESPONSIBILITIES: dict[AnswerKind, Letter] = {
    "gets": "gets",
    "wants": "wants",
    "can": "capacity",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """One thing that they answered, with what we said of it; None where we said nothing."""

    where: Where
    theirs: Answer
    ours: Answer | None = None

    @property
    def is_both(self) -> bool:
        """Whether both gave an answer that can be held against the other."""
        return bool(self.theirs.value and self.ours is not None and self.ours.value)

    @property
    def differs(self) -> bool:
        """Whether both answered and said different things."""
        return (
            self.ours is not None
            and self.is_both
            and _same_word(self.ours.value) != _same_word(self.theirs.value)
        )


def pairs(
    voice: Voice,
    said: Callable[[AnswerKind, str], Answer | None],
    questions: Iterable[Question],
) -> tuple[Pair, ...]:
    """Return what they answered beside ours, disagreements first, else in their order.

    `said` gives our answer of a kind about a thing.
    """
    letters = {q.id: q.letter for q in questions}
    found = [Pair(_where(a, letters), a, said(a.kind, a.about)) for a in voice.answers]
    return tuple(sorted(found, key=lambda pair: not pair.differs))


def count(found: Iterable[Pair]) -> tuple[int, int]:
    """Return on how many things they and we differ, and how many both answered."""
    listed = list(found)
    return sum(pair.differs for pair in listed), sum(pair.is_both for pair in listed)


def _same_word(value: str) -> str:
    # Whether the client has accepted the condition is no disagreement about the condition.
    return "condition" if value == "accepted" else value


def _where(answer: Answer, letters: Mapping[str, str]) -> Where:
    if answer.kind == "value":
        return "values"
    if answer.kind in _OF_RESPONSIBILITIES:
        return _OF_RESPONSIBILITIES[answer.kind]
    letter = letters.get(answer.about, "") if answer.kind in {"question", "words"} else ""
    if letter == "gets":
        return "gets"
    if letter == "wants":
        return "wants"
    return "capacity" if letter == "capacity" else "result"
