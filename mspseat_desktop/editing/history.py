"""The history: the steps of a client's file, which can be taken back, and what a new one ends."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from mspseat_desktop.domain.change import ASIDE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mspseat_desktop.domain.change import Step
    from mspseat_desktop.domain.vocabulary import ChartId

KEPT = 1_000
"""How many steps are kept in memory and in the file."""


class History:
    """The steps in order; each chart has a line of its own among them.

    Those undone stand at the end of a line until a new edit of the chart drops them. A sealed step
    (a finished review that has left the program) stays done for good: undo goes on to the step
    before it, and leaves out every earlier step that the sealed one rests on.
    """

    def __init__(self, steps: Sequence[Step] = ()) -> None:
        self._steps: dict[int, Step] = {s.number: s for s in sorted(steps, key=lambda s: s.number)}
        # Asked for after each edit: nobody goes through a thousand steps for them.
        self._undone = {s.number for s in self._steps.values() if s.undone}

    def __iter__(self) -> Iterator[Step]:
        return iter(tuple(self._steps.values()))

    def next_number(self) -> int:
        """Return the number for a new step, unique over all charts."""
        return next(reversed(self._steps), 0) + 1

    def last(self, chart: ChartId) -> Step | None:
        """Return the chart's newest step if it is not undone and no other chart's came after it."""
        newest = next(reversed(self._steps.values()), None)
        return newest if newest and newest.chart == chart and not newest.undone else None

    def undoable(self, chart: ChartId) -> Iterator[Step]:
        """Yield the chart's steps that undo may take back, the newest first."""
        held: set[object] = set()
        for step in reversed(self._steps.values()):
            if step.undone or step.chart != chart:
                continue
            if step.sealed or held & step.change.keys():
                held |= step.change.keys()
            else:
                yield step

    def redoable(self, chart: ChartId) -> Step | None:
        """Return the chart's step that redo would do again, or None."""
        number = next(iter(self.undone(chart)), None)
        return None if number is None or self.aside(chart) else self._steps[number]

    def aside(self, chart: ChartId) -> Step | None:
        """Return the chart's newest step if it left undone ones before it where they are.

        They wait until it is clear whether it comes to nothing.
        """
        last = self.last(chart)
        return last if last and is_aside(last) and self.undone(chart) else None

    def skips_sealed(self, step: Step) -> bool:
        """Return whether a sealed step of its chart is newer than this one and still done."""
        return any(s.sealed and s.chart == step.chart for s in self._newer_than(step))

    def needs_look(self, step: Step) -> bool:
        """Return whether the step may fit no more: behind a sealed one, or other charts' steps.

        The newest step of a client with one chart always fits.
        """
        return any(s.sealed or s.chart != step.chart for s in self._newer_than(step))

    def _newer_than(self, step: Step) -> Iterator[Step]:
        return takewhile(lambda s: s.number > step.number, reversed(self._steps.values()))

    def undone(self, chart: ChartId) -> tuple[int, ...]:
        """Return the numbers of the chart's undone steps, which a new edit of it drops."""
        return tuple(n for n in sorted(self._undone) if self._steps[n].chart == chart)

    def put(self, step: Step) -> None:
        """Add the step, or replace the one with its number."""
        self._steps[step.number] = step
        (self._undone.add if step.undone else self._undone.discard)(step.number)
        while len(self._steps) > KEPT:
            self.drop([next(iter(self._steps))])

    def drop(self, numbers: Sequence[int]) -> None:
        """Forget these steps."""
        for number in numbers:
            self._steps.pop(number, None)
            self._undone.discard(number)

    def drop_chart(self, chart: ChartId) -> None:
        """Forget the chart's whole line."""
        self.drop([s.number for s in self._steps.values() if s.chart == chart])

    def unsealed(self, *, name: str) -> tuple[Step, ...]:
        """Return the done steps of this name that could still be taken back."""
        return tuple(
            s for s in self._steps.values() if s.name == name and not s.sealed and not s.undone
        )


def is_aside(step: Step) -> bool:
    """Return whether the step may come to nothing and leaves undone ones where they are."""
    return step.merge_key.startswith(ASIDE)


def merged(step: Step, later: Step) -> Step:
    """Return one step with the effect of both, under the later one's name and words."""
    return replace(later, number=step.number, change=step.change.merge(later.change))
