"""Where the answers of a review point, letter by letter; the evaluator makes the calls."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from mspseat_desktop.domain.scene import counting

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mspseat_desktop.domain.questions import Question
    from mspseat_desktop.domain.review_records import (
        Answer,
        Scene,
        SceneResponsibility,
    )
    from mspseat_desktop.domain.vocabulary import AnswerKind

Letter: TypeAlias = Literal["gets", "wants", "capacity"]
Call: TypeAlias = Literal["", "yes", "no"]
Answers: TypeAlias = "Mapping[tuple[AnswerKind, str], Answer]"
"""The answers of one review by kind and by what they are about."""

LETTERS: Final[tuple[Letter, ...]] = ("gets", "wants", "capacity")

RESPONSIBILITY_KINDS: Final[dict[Letter, AnswerKind]] = {
    "gets": "gets",
    "wants": "wants",
    "capacity": "can",
}
"""The kind of answer that each responsibility has for a letter."""

_STANDS: Final[dict[str, Literal["yes", "no"]]] = {
    "yes": "yes",
    "no": "no",
    "wants": "yes",
    "accepted": "yes",  # a condition that the client took on
    "declined": "no",
}
"""Whatever else is answered, or nothing, is never yes: unsure, on a condition, not asked."""

_BEHIND_A_NO: Final[dict[Letter, str]] = {
    "gets": "not-understood",
    "wants": "declined",
    "capacity": "cannot",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an outcome is what it is: a code and the client's words for its sentence."""

    code: str
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pointing:
    """Where the counting answers of one letter point: "" is nowhere.

    `because` names every no; `ours` what the client has to mend; `answered` of `counting`
    answers have been given.
    """

    to: Call = ""
    because: tuple[Reason, ...] = ()
    ours: tuple[Reason, ...] = ()
    answered: int = 0
    counting: int = 0


@dataclass(frozen=True, slots=True)
class Confidence:
    """How many of the deciding answers given were seen, claimed, or neither."""

    seen: int = 0
    claimed: int = 0
    unknown: int = 0


def by_subject(answers: Iterable[Answer]) -> Answers:
    """Return the answers by kind and by what they are about."""
    return {(a.kind, a.about): a for a in answers}


def value_of(answers: Answers, kind: AnswerKind, about: str) -> str:
    """Return the value of the answer, empty when there is none."""
    answer = answers.get((kind, about))
    return answer.value if answer else ""


def calls(answers: Answers) -> dict[Letter, Call]:
    """Return the evaluator's call for each letter."""
    made: dict[Letter, Call] = {}
    for letter in LETTERS:
        value = value_of(answers, "call", letter)
        made[letter] = "yes" if value == "yes" else "no" if value == "no" else ""
    return made


def deciding(
    questions: Iterable[Question], answers: Answers, letter: Letter
) -> tuple[Question, ...]:
    """Return the questions that count for the letter: deciding and not "does not apply".

    `questions` are those whose condition is met.
    """
    return tuple(
        q
        for q in questions
        if q.letter == letter
        and q.deciding
        and q.kind == "yesno"
        and value_of(answers, "question", q.id) != "n/a"
    )


def pointing(
    letter: Letter, *, scene: Scene, answers: Answers, questions: Sequence[Question]
) -> Pointing:
    """Return where the answers point for the letter.

    To no as soon as a counting answer is no; to yes when at least one counts and all that count
    are yes; else nowhere. A no on Capacity that is ours to mend is homework and does not count.
    """
    kind = RESPONSIBILITY_KINDS[letter]
    subjects = [
        (answers.get(("question", q.id)), Reason("question-no", {"id": q.id, "words": q.words}))
        for q in deciding(questions, answers, letter)
    ]
    subjects += [(answers.get((kind, r.id)), _behind(letter, scene, r)) for r in counting(scene)]
    against = [(a, reason) for a, reason in subjects if a and _STANDS.get(a.value) == "no"]
    ours = tuple(reason for a, reason in against if letter == "capacity" and a.mend == "ours")
    because = tuple(r for a, r in against if not (letter == "capacity" and a.mend == "ours"))
    count = len(subjects) - len(ours)
    yes = sum(1 for a, _ in subjects if a and _STANDS.get(a.value) == "yes")
    to: Call = "no" if because else "yes" if count and yes == count else ""
    answered = sum(1 for a, _ in subjects if a and a.value) - len(ours)
    return Pointing(to, because, ours, answered, count)


def needs_sentence(call: Call, points: Call, *, is_provider: bool) -> bool:
    """Whether a call must be explained: against the answers, or a provider's yes from nowhere."""
    if call and points:
        return call != points
    return call == "yes" and is_provider


def confidence(scene: Scene, answers: Answers, questions: Sequence[Question]) -> Confidence:
    """Return how well the deciding answers are known.

    A deciding question that was answered counts once, and so does each counting responsibility
    with any answer: its line of evidence says how well that is known.
    """
    given = [
        answers[("question", q.id)]
        for letter in LETTERS
        for q in deciding(questions, answers, letter)
        if value_of(answers, "question", q.id)
    ]
    known = [answer.evidence for answer in given]
    for responsibility in counting(scene):
        if any(value_of(answers, kind, responsibility.id) for kind in ("gets", "wants", "can")):
            line = answers.get(("evidence", responsibility.id))
            known.append(line.evidence if line else "")
    return Confidence(known.count("seen"), known.count("claimed"), known.count(""))


def _behind(letter: Letter, scene: Scene, responsibility: SceneResponsibility) -> Reason:
    number = scene.responsibilities.index(responsibility) + 1
    return Reason(
        _BEHIND_A_NO[letter],
        {"id": responsibility.id, "number": str(number), "text": responsibility.text},
    )
