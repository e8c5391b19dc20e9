"""Answers to outcome: one table, no arithmetic beyond counting ratings against the bar.

Sources: a yes or a no for each of G, W and C, never averaged, one no is the wrong seat (S11, W3,
C1); core values against the bar apart from them (G1, G2); a provider's seat must be ready before
its holder is judged (S4, S5, S7, S8, S9).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from mspseat_desktop.domain.bar import BarState, bar_of, bar_state, ratings, short_values
from mspseat_desktop.domain.headlines import REVIEW_SOON, ROWS, HeadlineCode, Tone, tone_of
from mspseat_desktop.domain.homework import notices, open_homework
from mspseat_desktop.domain.pointing import (
    LETTERS,
    Answers,
    Call,
    Confidence,
    Letter,
    Pointing,
    Reason,
    by_subject,
    calls,
    confidence,
    deciding,
    needs_sentence,
    pointing,
)
from mspseat_desktop.domain.questions import asked, in_first_days
from mspseat_desktop.domain.scene import counting, days_after, days_between
from mspseat_desktop.domain.standing import (
    Comparison,
    SeatOutcome,
    compare,
    latest_outcome,
    seat_changed_since,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mspseat_desktop.domain.questions import Question
    from mspseat_desktop.domain.review_records import Answer, Scene

__all__ = [
    "LETTERS",
    "Call",
    "CallsFor",
    "Comparison",
    "Confidence",
    "HeadlineCode",
    "Letter",
    "Outcome",
    "Pointing",
    "Reason",
    "SeatOutcome",
    "Tone",
    "bar_state",
    "compare",
    "headline_of",
    "judge",
    "latest_outcome",
    "needs_sentence",
    "next_review",
    "plan_dates",
    "seat_changed_since",
]

CallsFor: TypeAlias = Literal[
    "fill",
    "homework",
    "ask",
    "rescope",
    "decide",
    "rescope_and_rate",
    "improve",
    "grow",
    "keep",
    "handover",
]

REVIEW_DAYS = 90
SOON_DAYS = 30
CHECKS = 3


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a review says, as codes; `reasons` come in order of weight.

    `calls` are the evaluator's, `pointing` is where the answers point for each letter and why.
    `homework` is what the client owes, `notices` count for nothing. `counting_questions` and
    `counting_responsibilities` are the ids of what counted. `unexplained` are the letters whose
    call still needs a sentence.
    """

    headline: HeadlineCode
    reasons: tuple[Reason, ...]
    calls_for: CallsFor
    is_provider: bool
    calls: Mapping[Letter, Call]
    pointing: Mapping[Letter, Pointing]
    bar: BarState
    unexplained: tuple[Letter, ...] = ()
    homework: tuple[Reason, ...] = ()
    notices: tuple[Reason, ...] = ()
    confidence: Confidence = field(default_factory=Confidence)
    first_90_days: bool = False
    leaving: bool = False
    counting_questions: tuple[str, ...] = ()
    counting_responsibilities: tuple[str, ...] = ()

    @property
    def row(self) -> int:
        """The row of the table that gave the headline."""
        return ROWS[self.headline]

    @property
    def tone(self) -> Tone:
        """The colour of the headline."""
        return tone_of(self.headline)

    @property
    def unsteered(self) -> tuple[Reason, ...]:
        """The reasons without where the answers point for letters that are not called yet."""
        steering = [r for x in LETTERS if not self.calls[x] for r in self.pointing[x].because]
        return tuple(r for r in self.reasons if r.code != "points-to-no" and r not in steering)


def judge(
    scene: Scene,
    answers: Iterable[Answer],
    questions: Iterable[Question],
    *,
    on: str,
    next_on: str = "",
    review_days: int = REVIEW_DAYS,
) -> Outcome:
    """Return the outcome of a review of that day.

    `questions` is the bank, or those of it that were asked; conditions are applied here.
    `next_on` is the next check, against which an end date is held; empty means the usual one,
    after the client's `review_days` unless it comes sooner.
    """
    given = by_subject(answers)
    in_play = asked(questions, scene, on)
    points = {
        letter: pointing(letter, scene=scene, answers=given, questions=in_play)
        for letter in LETTERS
    }
    made, bar = calls(given), bar_of(scene, given)
    owed = open_homework(scene)
    # A no on Capacity that is ours to mend counts as homework, not against them (C1, C2).
    ours = tuple(Reason("ours-to-mend", r.params) for r in points["capacity"].ours)
    homework = (*owed, *ours) if scene.is_provider else ours
    declined = any(r.code == "declined" for r in points["wants"].because)
    blocked = scene.is_provider and bool(homework) and not declined and bar != "below"
    headline = headline_of(blocked=blocked, made=made, bar=bar)
    check = next_on or next_review(headline, on, bar=bar, review_days=review_days)
    leaving = _is_leaving(scene, on, check)
    told = notices(scene, given, in_play)
    return Outcome(
        headline=headline,
        reasons=_reasons(scene, given, points=points, headline=headline, homework=homework),
        calls_for="handover" if leaving else _calls_for(headline, bar),
        is_provider=scene.is_provider,
        calls=made,
        pointing=points,
        bar=bar,
        unexplained=_unexplained(scene, given, points),
        homework=homework,
        notices=told if scene.is_provider else (*owed, *told),
        confidence=confidence(scene, given, in_play),
        first_90_days=in_first_days(scene, on),
        leaving=leaving,
        counting_questions=tuple(
            q.id for letter in LETTERS for q in deciding(in_play, given, letter)
        ),
        counting_responsibilities=tuple(r.id for r in counting(scene)),
    )


def headline_of(*, blocked: bool, made: Mapping[Letter, Call], bar: BarState) -> HeadlineCode:
    """Return the first row that fits; row 1, nobody to judge, is told by `latest_outcome`.

    `blocked` says that homework stands before any judgement of a provider.
    """
    a_no = "no" in made.values()
    all_yes = all(call == "yes" for call in made.values())
    rows: tuple[tuple[HeadlineCode, bool], ...] = (
        ("seat_not_ready", blocked),  # 2: S4, S5, S7, S8, S9
        ("incomplete", not a_no and (not all_yes or bar == "undecided")),  # 3: S11
        ("right_wrong_seat", a_no and bar == "over"),  # 4: S11, W3, P1
        ("wrong_seat_below", a_no and bar == "below"),  # 5: S11, G2
        ("wrong_seat", a_no),  # 6: S11
        ("right_seat_below", bar == "below"),  # 7: G1, G2
        ("right_right", bar == "over"),  # 8: G5, S11
    )
    return next((row for row, fits in rows if fits), "right_seat")  # 9: S11


def _calls_for(headline: HeadlineCode, bar: BarState) -> CallsFor:
    if headline == "wrong_seat" and bar == "undecided":
        return "rescope_and_rate"
    table: dict[HeadlineCode, CallsFor] = {
        "open": "fill",
        "seat_not_ready": "homework",
        "incomplete": "ask",
        "right_wrong_seat": "rescope",
        "wrong_seat_below": "decide",
        "wrong_seat": "rescope",
        "right_seat_below": "improve",
        "right_right": "grow",
        "right_seat": "keep",
    }
    return table[headline]


def _reasons(
    scene: Scene,
    answers: Answers,
    *,
    points: Mapping[Letter, Pointing],
    headline: HeadlineCode,
    homework: tuple[Reason, ...],
) -> tuple[Reason, ...]:
    """Return what led to the headline, then everything else that would fit, by weight."""
    made = calls(answers)
    uncalled = [Reason("not-called", {"letter": x}) for x in LETTERS if not made[x]]
    found = list(homework) if headline == "seat_not_ready" else []
    found += uncalled if headline == "incomplete" else []
    for letter in LETTERS:
        if made[letter] == "no":
            found += [Reason("called-no", {"letter": letter}), *points[letter].because]
    found += _about_values(scene, answers)
    for letter in LETTERS:
        if made[letter] != "no" and points[letter].to == "no":
            found += [_against(answers, letter, made[letter]), *points[letter].because]
    found += uncalled if headline != "incomplete" else []
    if headline != "seat_not_ready":
        found += homework
    for letter in LETTERS:
        stand = points[letter]
        if made[letter] == "yes" and not stand.to:
            counts = {"answered": str(stand.answered), "counting": str(stand.counting)}
            found.append(Reason("called-on-judgement", {"letter": letter, **counts}))
    found += [
        Reason("sentence-missing", {"letter": x}) for x in _unexplained(scene, answers, points)
    ]
    if all(call == "yes" for call in made.values()):
        found.append(Reason("all-yes"))
    return tuple(found)


def _against(answers: Answers, letter: Letter, call: Call) -> Reason:
    """Return that the answers point to no, with the yes that was called all the same and why."""
    said = answers.get(("call", letter))
    because = said.note.strip() if said else ""
    if call != "yes":
        return Reason("points-to-no", {"letter": letter})
    if not because:
        return Reason("called-yes-against", {"letter": letter})
    return Reason("called-yes-because", {"letter": letter, "because": because})


def _about_values(scene: Scene, answers: Answers) -> list[Reason]:
    bar, given = bar_of(scene, answers), ratings(scene, answers)
    if bar == "below":
        short = ", ".join(short_values(scene, answers, ("+/-", "-")))
        return [Reason("values-below", {"values": short})]
    if bar == "undecided":
        return [Reason("values-undecided", {"count": str(given.unrated)})]
    if bar == "over":
        total = given.plus + given.half + given.minus + given.unrated
        return [Reason("values-over", {"plus": str(given.plus), "count": str(total)})]
    if scene.unrated_because:
        return [Reason("values-not-rated", {"because": scene.unrated_because})]
    return []


def _unexplained(
    scene: Scene, answers: Answers, points: Mapping[Letter, Pointing]
) -> tuple[Letter, ...]:
    """Return the letters whose call needs a sentence and has none in its note."""
    open_calls = []
    for letter, call in calls(answers).items():
        said = answers.get(("call", letter))
        if needs_sentence(call, points[letter].to, is_provider=scene.is_provider) and not (
            said and said.note.strip()
        ):
            open_calls.append(letter)
    return tuple(open_calls)


def _is_leaving(scene: Scene, on: str, next_on: str) -> bool:
    """Whether the occupant is on notice, or the contract ends before the next check."""
    notice = days_between(scene.notice_given, on)
    left = days_between(scene.contract_end, next_on)
    return (notice is not None and notice >= 0) or (left is not None and left > 0)


def next_review(
    headline: HeadlineCode, on: str, *, bar: BarState = "none", review_days: int = REVIEW_DAYS
) -> str:
    """Return when to review again: after 30 days for a wrong seat or below the bar."""
    is_soon = headline in REVIEW_SOON or bar == "below"
    return days_after(on, SOON_DAYS if is_soon else review_days)


def plan_dates(on: str, end: str = "") -> tuple[str, ...]:
    """Return the dates of an improvement plan: three checks 30 days apart, none past the end."""
    dates = (days_after(on, SOON_DAYS * step) for step in range(1, CHECKS + 1))
    return tuple(d for d in dates if not end or d <= end)
