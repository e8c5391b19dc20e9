"""Several people's own answers in one review: who is in, what is hidden, where they differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mspseat_desktop.domain.review_records import (
        Answer,
        Review,
        Voice,
    )
    from mspseat_desktop.domain.vocabulary import AnswerKind

SPOKEN: tuple[AnswerKind, ...] = ("call", "value", "question", "gets", "wants", "can", "homework")
"""The kinds of answer in which two can differ, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was answered, by everybody in turn: "" for who said nothing about it.

    The first of `values` is ours.
    """

    kind: AnswerKind
    about: str
    values: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether two of them said different things."""
        return len({_same_word(value) for value in self.values if value}) > 1

    @property
    def is_shared(self) -> bool:
        """Whether at least two of them said something."""
        return sum(bool(value) for value in self.values) > 1


def are_hidden(review: Review) -> bool:
    """Whether the answers of its voices are hidden until they are revealed."""
    return review.blind and not review.revealed_at


def missing(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """Return those whose answers are not all in yet."""
    return tuple(voice for voice in voices if not voice.given_on)


def side_by_side(
    ours: Mapping[tuple[AnswerKind, str], Answer], voices: Sequence[Voice]
) -> tuple[Line, ...]:
    """Return what at least two answered, disagreements first: calls, values, then the rest."""
    given = [{(a.kind, a.about): a.value for a in voice.answers} for voice in voices]
    known: dict[tuple[AnswerKind, str], None] = dict.fromkeys(ours)
    for said in given:
        known.update(dict.fromkeys(said))
    lines = [
        Line(
            kind,
            about,
            (
                ours[kind, about].value if (kind, about) in ours else "",
                *(said.get((kind, about), "") for said in given),
            ),
        )
        for kind, about in known
        if kind in SPOKEN
    ]
    shared = [line for line in lines if line.is_shared]
    return tuple(sorted(shared, key=lambda line: (not line.differs, SPOKEN.index(line.kind))))


def _same_word(value: str) -> str:
    # Whether the client has accepted the condition is no disagreement about the condition.
    return "condition" if value == "accepted" else value
