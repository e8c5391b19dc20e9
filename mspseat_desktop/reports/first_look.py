"""Answers to the ten questions of the first look, as a review gives them, and how they read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from mspseat_desktop.domain.gwc import headline_of
from mspseat_desktop.domain.homework import open_homework
from mspseat_desktop.domain.pointing import LETTERS, Call, Letter, value_of
from mspseat_desktop.domain.questions import CHECKLIST
from mspseat_desktop.domain.scene import counting

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mspseat_desktop.content.banks import ChecklistItem, ChecklistPart
    from mspseat_desktop.domain.bar import BarState
    from mspseat_desktop.domain.headlines import HeadlineCode
    from mspseat_desktop.reports.sheet import Sheet

FirstAnswer: TypeAlias = Literal["yes", "no", "skip", ""]

_QUESTIONS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    # For each tick box of an item, the questions of the IT bank that stand behind it.
    "k5": (("g1",), ("g2",), ("g5",)),
    "k6": (("g7",), ("g8",), ("g8b",)),
    "k9": (("c1",), ("c2",), ("c3",)),
    "k10": (("c6",), ("c8", "c8b"), ("c10",)),
}
_CALLS: Final[dict[FirstAnswer, Call]] = {"yes": "yes", "no": "no", "skip": "yes", "": ""}
_BARS: Final[dict[FirstAnswer, BarState]] = {
    "yes": "over",
    "no": "below",
    "skip": "none",
    "": "undecided",
}
_PLANNING: Final = ("w4", "w5", "w6")


@dataclass(frozen=True, slots=True)
class FirstLook:
    """What was answered: by item id; `ticked` are the numbers of the boxes that hold.

    `homework` is how that part reads where a review tells it; else the items do.
    """

    answers: Mapping[str, FirstAnswer] = field(default_factory=dict)
    ticked: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    homework: FirstAnswer = ""


def first_look(sheet: Sheet) -> FirstLook:
    """Return the ten answers as far as the review gives them; the others stay open.

    Homework reads as it does in the review, whatever else questions 1 to 3 ask. A first look of
    its own holds the answers as they were given.
    """
    if sheet.review is not None and sheet.review.bank == CHECKLIST:
        return _own(sheet)
    answers: dict[str, FirstAnswer] = {
        "k1": _reports_to(sheet),
        "k2": _responsibilities(sheet),
        "k3": _metrics(sheet),
        "k4": _values(sheet),
        "k7": _wants(sheet),
        "k8": _planning(sheet),
    }
    ticked: dict[str, tuple[int, ...]] = {}
    for item, boxes in _QUESTIONS.items():
        stands = [_all([_asked(sheet, q) for q in box]) for box in boxes]
        answers[item] = _all(stands)
        ticked[item] = tuple(n for n, stand in enumerate(stands) if stand == "yes")
    return FirstLook(answers, ticked, "no" if sheet.outcome.homework else "yes")


def reading(items: Iterable[ChecklistItem], look: FirstLook, part: ChecklistPart) -> FirstAnswer:
    """Return how a part reads: yes when all its items are yes or skipped, "" when incomplete."""
    if part == "homework" and look.homework:
        return look.homework
    given = [look.answers.get(item.id, "") for item in items if item.part == part]
    return "skip" if set(given) == {"skip"} else _all([g for g in given if g != "skip"])


def first_headline(sheet: Sheet, items: Sequence[ChecklistItem]) -> HeadlineCode:
    """Return what a first look comes to, by the table of reviews and the same homework rule."""
    look, scene = first_look(sheet), sheet.scene
    made: dict[Letter, Call] = {x: _CALLS[reading(items, look, x)] for x in LETTERS}
    bar: BarState = _BARS[reading(items, look, "values")]
    owed = bool(open_homework(scene)) or reading(items, look, "homework") == "no"
    return headline_of(blocked=scene.is_provider and owed and bar != "below", made=made, bar=bar)


def _own(sheet: Sheet) -> FirstLook:
    stands: dict[str, FirstAnswer] = {"yes": "yes", "no": "no", "n/a": "skip"}
    answers: dict[str, FirstAnswer] = {}
    ticked: dict[str, list[int]] = {}
    for (kind, about), answer in sheet.answers.items():
        item, _dot, box = about.partition(".")
        if kind == "question" and box.isdecimal() and answer.value == "yes":
            ticked.setdefault(item, []).append(int(box))
        elif kind == "question" and not box:
            answers[item] = stands.get(answer.value, "")
    return FirstLook(answers, {item: tuple(sorted(boxes)) for item, boxes in ticked.items()})


def _all(given: Sequence[FirstAnswer]) -> FirstAnswer:
    if "no" in given:
        return "no"
    return "yes" if given and all(answer == "yes" for answer in given) else ""


def _asked(sheet: Sheet, question: str) -> FirstAnswer:
    value = value_of(sheet.answers, "question", question)
    return "yes" if value == "yes" else "no" if value == "no" else ""


def _reports_to(sheet: Sheet) -> FirstAnswer:
    if sheet.scene.answers_to != "held":
        return "no"
    known = value_of(sheet.answers, "homework", "h1")
    return "yes" if known == "yes" else "no" if known == "no" else ""


def _responsibilities(sheet: Sheet) -> FirstAnswer:
    return _wants(sheet) if sheet.scene.responsibilities else "no"


def _metrics(sheet: Sheet) -> FirstAnswer:
    numbers = sheet.scene.metrics
    complete = all(m.target is not None and m.latest is not None for m in numbers)
    return "yes" if numbers and complete else "no"


def _values(sheet: Sheet) -> FirstAnswer:
    stand: dict[str, FirstAnswer] = {"over": "yes", "below": "no", "none": "skip"}
    return stand.get(sheet.outcome.bar, "")


def _wants(sheet: Sheet) -> FirstAnswer:
    given = [value_of(sheet.answers, "wants", duty.id) for duty in counting(sheet.scene)]
    if "declined" in given:
        return "no"
    return "yes" if given and all(value in {"wants", "accepted"} for value in given) else ""


def _planning(sheet: Sheet) -> FirstAnswer:
    asked = [q.id for q in sheet.questions if q.id in _PLANNING]
    if not any(duty.level == "strategic" for duty in counting(sheet.scene)):
        return "skip"
    return _all([_asked(sheet, question) for question in asked])
