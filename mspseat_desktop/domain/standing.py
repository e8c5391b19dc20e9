"""Where seats stand: the latest outcome of each, and what changed from review to review."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from mspseat_desktop.domain.bar import BarState, bar_of, rated, ratings
from mspseat_desktop.domain.coverage import shown_part
from mspseat_desktop.domain.headlines import (
    NOT_COMPARABLE,
    WRONG_SEAT,
    HeadlineCode,
    Tone,
    headline_code,
    tone_of,
)
from mspseat_desktop.domain.pointing import (
    LETTERS,
    RESPONSIBILITY_KINDS,
    Call,
    Letter,
    by_subject,
    calls,
    value_of,
)
from mspseat_desktop.domain.questions import in_first_days
from mspseat_desktop.domain.records import (
    Occupant,
    Responsibility,
    Seating,
)
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.scene import counts
from mspseat_desktop.domain.vocabulary import (
    OccupantId,
    ResponsibilityId,
    ReviewId,
    SeatId,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.review_records import SceneResponsibility

Move: TypeAlias = Literal["better", "same", "worse", ""]
"""From one review to a later one; "" when either of them says nothing."""

_ORDER: Final = {"no": 0, "yes": 1, "-": 0, "+/-": 1, "+": 2}


@dataclass(frozen=True, slots=True)
class SeatOutcome:
    """What a card or list says about a seat.

    For a held seat it is the latest finished review of the accountable occupant; for an open one
    the headline is `open`, with who covers it and how many candidates have been reviewed.
    `values_plus` of `values_rated` core values are +. `changed` says that what was behind a no
    has left the seat or changed since: "review again" is shown in place of the headline.
    """

    headline: HeadlineCode
    review: ReviewId | None = None
    occupant: OccupantId | None = None
    on: str = ""
    is_provider: bool = False
    calls: Mapping[Letter, Call] = field(default_factory=dict)
    values_plus: int = 0
    values_rated: int = 0
    bar: BarState = "none"
    changed: bool = False
    first_90_days: bool = False
    covered_by: str = ""
    candidates: int = 0

    @property
    def tone(self) -> Tone:
        """The colour of what is shown; neutral when the seat has changed since."""
        return "neutral" if self.changed else tone_of(self.headline)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A review against an earlier one of the same occupant in the same seat.

    `letters` and `values` (by core value id) say how each moved. `not_comparable` is empty, or
    `scope-changed`, or `no-verdict` when either headline is one of rows 1 to 3.
    """

    letters: Mapping[Letter, Move]
    values: Mapping[str, Move]
    earlier: HeadlineCode
    later: HeadlineCode
    not_comparable: Literal["", "scope-changed", "no-verdict"] = ""


def latest_outcome(client: Client, seat: SeatId) -> SeatOutcome | None:
    """Return what to say about the seat, None when its holder has no finished review."""
    holder = client.accountable(seat)
    if holder is None:
        return _open_seat(client, seat)
    reviews = client.reviews_of(seat, holder.id)
    return outcome_of(client, reviews[-1]) if reviews else None


def outcome_of(client: Client, review: Review) -> SeatOutcome:
    """Return what a finished review says, and whether the seat has changed since."""
    given = by_subject(review.answers)
    scene = review.scene
    marks = ratings(scene, given) if scene else None
    return SeatOutcome(
        headline=headline_code(review.headline),
        review=review.id,
        occupant=review.occupant,
        on=review.on,
        is_provider=scene.is_provider if scene else False,
        calls=calls(given),
        values_plus=marks.plus if marks else 0,
        values_rated=marks.plus + marks.half + marks.minus if marks else 0,
        bar=bar_of(scene, given) if scene else "none",
        changed=seat_changed_since(client, review),
        first_90_days=in_first_days(scene, review.on) if scene else False,
    )


def _open_seat(client: Client, seat: SeatId) -> SeatOutcome:
    covered = [s for s in client.seatings(seat) if s.role == "stand_in"]
    held_it = {s.occupant for s in client.owned(Seating, "seat", seat) if s.role == "accountable"}
    reviewed = {r.occupant for r in client.reviews(seat) if r.state == "finished"}
    return SeatOutcome(
        headline="open",
        covered_by=client.get(Occupant, covered[0].occupant).name if covered else "",
        candidates=len(reviewed - held_it),
    )


def seat_changed_since(client: Client, review: Review) -> bool:
    """Whether a responsibility behind a no has left the seat since, or its scope changed."""
    if review.headline not in WRONG_SEAT:
        return False
    for judged in _behind_a_no(review):
        now = client.find(Responsibility, judged.id)
        if now is None or now.seat != review.seat:
            return True
        part, excluded = shown_part(client, now.id)
        if _scope(replace(now, part=part, excluded=excluded)) != _scope(judged):
            return True
    return False


def compare(earlier: Review, later: Review) -> Comparison:
    """Return how a finished review moved against an earlier finished one."""
    before, after = by_subject(earlier.answers), by_subject(later.answers)
    values = {v.id for review in (earlier, later) if review.scene for v in rated(review.scene)}
    start, end = headline_code(earlier.headline), headline_code(later.headline)
    reason: Literal["", "scope-changed", "no-verdict"] = ""
    if {start, end} & NOT_COMPARABLE:
        reason = "no-verdict"
    elif _scope_changed(earlier, later):
        reason = "scope-changed"
    return Comparison(
        letters={x: _move(calls(before)[x], calls(after)[x]) for x in LETTERS},
        values={
            v: _move(value_of(before, "value", v), value_of(after, "value", v))
            for v in sorted(values)
        },
        earlier=start,
        later=end,
        not_comparable=reason,
    )


def _move(before: str, after: str) -> Move:
    if before not in _ORDER or after not in _ORDER:
        return ""
    if _ORDER[before] == _ORDER[after]:
        return "same"
    return "better" if _ORDER[after] > _ORDER[before] else "worse"


def _scope_changed(earlier: Review, later: Review) -> bool:
    there = {r.id: r for r in later.scene.responsibilities} if later.scene else {}
    return any(
        judged.id not in there or _scope(there[judged.id]) != _scope(judged)
        for judged in _behind_a_no(earlier)
    )


def _behind_a_no(review: Review) -> tuple[SceneResponsibility, ...]:
    """Return the counting responsibilities answered no for a letter that was called no."""
    if review.scene is None:
        return ()
    given = by_subject(review.answers)
    against: set[ResponsibilityId] = set()
    for letter, call in calls(given).items():
        for responsibility in review.scene.responsibilities if call == "no" else ():
            answer = given.get((RESPONSIBILITY_KINDS[letter], responsibility.id))
            if answer and answer.value in {"no", "declined"} and answer.mend != "ours":
                against.add(responsibility.id)
    return tuple(r for r in review.scene.responsibilities if r.id in against and counts(r))


def _scope(responsibility: Responsibility | SceneResponsibility) -> tuple[str, ...]:
    """Return what makes the scope; a new comma or capital letter in its text is no new scope."""
    words = "".join(c for c in responsibility.text.casefold() if c.isalnum())
    excluded = "excluded" if responsibility.excluded else ""
    return words, responsibility.level, responsibility.part, excluded
