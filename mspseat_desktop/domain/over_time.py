"""A seat through all its reviews: calls, values, metrics, who sat there, and what changed why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from mspseat_desktop.domain.bar import BarState, Ratings, bar_of, rated, ratings
from mspseat_desktop.domain.pointing import LETTERS, by_subject, calls, value_of
from mspseat_desktop.domain.rounds import seat_rounds
from mspseat_desktop.domain.scene import metric_state
from mspseat_desktop.domain.standing import compare

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.pointing import Answers, Call, Letter
    from mspseat_desktop.domain.review_records import Review
    from mspseat_desktop.domain.standing import Comparison
    from mspseat_desktop.domain.vocabulary import SeatId

Subject: TypeAlias = Literal["call", "value"]


@dataclass(frozen=True, slots=True)
class Moved:
    """A letter or a core value that was rated otherwise than before.

    `about` is the letter or the value's id, `name` the value's name. `before` or `after` is empty
    where it was not rated. `because` is what the later review notes beside it, empty when nobody
    wrote why.
    """

    kind: Subject
    about: str
    name: str
    before: str
    after: str
    because: str


@dataclass(frozen=True, slots=True)
class Stage:
    """One finished review among those of its seat.

    `earlier` is the one before it of the same occupant, `comparison` how it moved against that
    one; `moved` was rated in both, `one_sided` in one of the two. `is_new` says that somebody else
    was reviewed before. `on_target` of `measured` metrics with figure and target met it then.
    """

    review: Review
    calls: Mapping[Letter, Call]
    ratings: Ratings
    bar: BarState
    on_target: int
    measured: int
    earlier: Review | None = None
    comparison: Comparison | None = None
    moved: tuple[Moved, ...] = ()
    one_sided: tuple[Moved, ...] = ()
    is_new: bool = False


def stages(client: Client, seat: SeatId) -> tuple[Stage, ...]:
    """Return every finished review of the seat, the oldest first; amended ones are left out."""
    finished = seat_rounds(client, seat).finished
    amended = {review.amends for review in finished}
    return stages_of(review for review in finished if review.id not in amended)


def stages_of(reviews: Iterable[Review]) -> tuple[Stage, ...]:
    """Return finished reviews of one seat, the oldest first, each with what changed since."""
    found: list[Stage] = []
    latest: dict[str, Review] = {}
    for review in reviews:
        stage = stage_of(review, latest.get(review.occupant))
        others = bool(found) and found[-1].review.occupant != review.occupant
        latest[review.occupant] = review
        found.append(replace(stage, is_new=True) if others else stage)
    return tuple(found)


def stage_of(review: Review, earlier: Review | None) -> Stage:
    """Return a finished review with what changed against an earlier one of the same occupant."""
    given = by_subject(review.answers)
    scene = review.scene
    states = [metric_state(m, m.latest) for m in scene.metrics] if scene else []
    differing = _differing(earlier, review) if earlier else ()
    return Stage(
        review,
        calls=calls(given),
        ratings=ratings(scene, given) if scene else Ratings(),
        bar=bar_of(scene, given) if scene else "none",
        on_target=states.count("on_target"),
        measured=len(states) - states.count("unknown"),
        earlier=earlier,
        comparison=compare(earlier, review) if earlier else None,
        moved=tuple(m for m in differing if m.before and m.after),
        one_sided=tuple(m for m in differing if not (m.before and m.after)),
    )


def _differing(earlier: Review, later: Review) -> tuple[Moved, ...]:
    """Return the letters, then the core values, that were rated otherwise than before."""
    before, after = by_subject(earlier.answers), by_subject(later.answers)
    scenes = [review.scene for review in (earlier, later) if review.scene]
    names = {v.id: v.name for scene in scenes for v in rated(scene)}
    subjects: list[tuple[Subject, str, str]] = [("call", letter, "") for letter in LETTERS]
    subjects += [("value", value, name) for value, name in names.items()]
    found = []
    for kind, about, name in subjects:
        was, now = value_of(before, kind, about), value_of(after, kind, about)
        if was != now:
            found.append(Moved(kind, about, name, was, now, _note(after, kind, about)))
    return tuple(found)


def _note(answers: Answers, kind: Subject, about: str) -> str:
    answer = answers.get((kind, about))
    return answer.note.strip() if answer else ""
