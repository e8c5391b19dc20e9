"""What is rated in a row: looked up only for rows that are looked at, and kept until an edit."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from mspseat_desktop.content.banks import bank_of
from mspseat_desktop.domain.bar import BarState, bar_of, rated, ratings
from mspseat_desktop.domain.gwc import LETTERS, latest_outcome
from mspseat_desktop.domain.pointing import by_subject, calls, value_of
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.rounds import Turn, open_actions, turn_of
from mspseat_desktop.domain.standing import Comparison, SeatOutcome, compare, outcome_of
from mspseat_desktop.reports.sheet import sheet_of_review

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.pointing import Answers, Call, Letter
    from mspseat_desktop.domain.review_records import Review, Scene
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.reviews_page.ledger import Ledger
    from mspseat_desktop.ui.reviews_page.rows import Place, Row


@dataclass(frozen=True, slots=True)
class Marks:
    """The ratings of a row: those of its draft while there is one, else of its latest review.

    `outcome` is that of the latest finished review. Of a draft `given` of `count` marks are set,
    `unexplained` are letters whose call lacks its sentence, `bare` those with a no that nothing
    explains though nothing must.
    """

    calls: Mapping[Letter, Call] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    bar: BarState = "none"
    plus: int = 0
    total: int = 0
    unrated_because: str = ""
    outcome: SeatOutcome | None = None
    is_draft: bool = False
    given: int = 0
    unexplained: frozenset[Letter] = frozenset()
    against: frozenset[Letter] = frozenset()
    bare: frozenset[Letter] = frozenset()
    comparison: Comparison | None = None
    turn: Turn = ""

    @property
    def count(self) -> int:
        """How many marks a whole row has."""
        return len(LETTERS) + self.total


class MarkBook:
    """The marks of the rows on show."""

    def __init__(self, bridge: Bridge, ledger: Ledger) -> None:
        self._bridge, self._ledger = bridge, ledger
        self._kept: dict[Place, Marks] = {}
        self._actions: dict[Place, int] = {}
        self.is_now = True

    def forget(self) -> None:
        """Look everything up again when it is next asked for."""
        self._kept.clear()
        self._actions.clear()

    def of(self, row: Row) -> Marks:
        """Return the marks of the row."""
        found = self._kept.get(row.place)
        if found is None:
            found = self._made(row)
            self._kept[row.place] = found
        return found

    def open_actions(self, row: Row) -> int:
        """Return how many actions of the occupant's reviews in the seat are still to be done."""
        if row.place not in self._actions:
            rounds = self._ledger.of(row.line.seat)
            count = open_actions(self._bridge.client, rounds, row.line.occupant)
            self._actions[row.place] = count
        return self._actions[row.place]

    def _made(self, row: Row) -> Marks:
        client, line = self._bridge.client, row.line
        if line.occupant is None:
            return Marks(outcome=self._open_seat(client, row))
        outcome = None
        if line.review is not None:
            outcome = outcome_of(client, line.review)
            outcome = outcome if self.is_now else replace(outcome, changed=False)
        marks = Marks(unrated_because=client.get(Occupant, line.occupant).unrated_because)
        if line.draft is not None:
            marks = self._of_draft(client, line.draft)
        elif line.review is not None:
            marks = _of_answers(by_subject(line.review.answers), line.review.scene)
        return replace(
            marks,
            outcome=outcome,
            comparison=_comparison(row),
            turn=turn_of(row.earlier, line.review),
        )

    def _open_seat(self, client: Client, row: Row) -> SeatOutcome | None:
        return latest_outcome(client, row.line.seat) if self.is_now else SeatOutcome("open")

    def _of_draft(self, client: Client, draft: Review) -> Marks:
        sheet = sheet_of_review(client, draft.id, bank_of(client, draft))
        marks = _of_answers(sheet.answers, sheet.scene)
        notes = {about: a.note for (kind, about), a in sheet.answers.items() if kind == "call"}
        points = sheet.outcome.pointing
        unexplained = frozenset(sheet.outcome.unexplained)
        bare = {
            x for x in LETTERS
            if marks.calls[x] == "no" and not points[x].to and not notes.get(x, "").strip()
        }  # fmt: skip
        return replace(
            marks,
            notes=notes,
            is_draft=True,
            given=sum(1 for c in marks.calls.values() if c) + len(marks.values),
            unexplained=unexplained,
            against=frozenset(x for x in unexplained if points[x].to),
            bare=frozenset(bare),
        )


def _of_answers(given: Answers, scene: Scene | None) -> Marks:
    if scene is None:
        return Marks(calls=calls(given))
    shown = {value.id: value_of(given, "value", value.id) for value in rated(scene)}
    return Marks(
        calls=calls(given),
        values={about: mark for about, mark in shown.items() if mark},
        bar=bar_of(scene, given),
        plus=ratings(scene, given).plus,
        total=len(shown),
        unrated_because=scene.unrated_because,
    )


def _comparison(row: Row) -> Comparison | None:
    earlier, later = row.earlier, row.line.review
    if earlier is None or later is None or earlier.id == later.id:
        return None
    return compare(earlier, later)
