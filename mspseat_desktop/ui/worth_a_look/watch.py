"""The findings of an open client, kept in step with its edits in small portions of work."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING

from mspseat_desktop.domain.finding import acceptance, in_order
from mspseat_desktop.domain.health import THE_CLIENT, findings_of
from mspseat_desktop.domain.health_index import Index
from mspseat_desktop.domain.health_reach import changes_all, reach
from mspseat_desktop.domain.records import Occupant, Responsibility

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mspseat_desktop.domain.change import Change
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.finding import Finding
    from mspseat_desktop.domain.health import Scope, Subject
    from mspseat_desktop.domain.vocabulary import SeatId


class Watch:
    """Hears edits at no cost and catches up in `work`, as long as it is let.

    What it tells is of the moment at which it had last caught up.
    """

    def __init__(self, client: Client, on: str) -> None:
        """Look at a client on a day; nothing is known before the first work."""
        self.client = client
        self.on = on
        self.total = 0
        self.telling_ratings = 0
        """How many of the total say how somebody was rated."""
        self.seats_changed: set[SeatId] = set()
        """The seats that have another number of findings than when this was last emptied."""
        self._index = Index()
        self._found: defaultdict[Scope, dict[str, tuple[Finding, ...]]] = defaultdict(dict)
        self._accepted: set[tuple[str, str]] = set()
        self._of_seat: dict[SeatId, tuple[int, int]] = {}
        self._jobs: deque[Iterator[Subject | None]] = deque([self._everything()])

    def hear(self, client: Client, change: Change) -> None:
        """Take note of an edit; what it means is worked out later."""
        self.client = client
        if changes_all(change):
            self.look_anew(self.on)
        else:
            self._jobs.append(reach(client, change, self._index))

    def look_anew(self, on: str) -> None:
        """Work everything out again, on another day or with other things to watch."""
        self.on = on
        self._index = Index()
        self._jobs = deque([self._gone(), self._everything()])

    @property
    def is_behind(self) -> bool:
        """Whether there is work to do."""
        return bool(self._jobs)

    def work(self, enough: Callable[[], bool]) -> None:
        """Catch up until there is nothing left to do or it is enough."""
        while self._jobs:
            for subject in self._jobs[0]:
                if subject is not None:
                    self._look(subject)
                if enough():
                    return
            self._jobs.popleft()

    def count(self, *, with_ratings: bool) -> int:
        """Return how many findings nobody has accepted."""
        return self.total if with_ratings else self.total - self.telling_ratings

    def count_of(self, seat: SeatId, *, with_ratings: bool) -> int:
        """Return how many findings of the seat nobody has accepted."""
        total, rated = self._of_seat.get(seat, (0, 0))
        return total if with_ratings else total - rated

    def in_chart_order(self) -> Iterator[tuple[Finding, ...]]:
        """Yield the findings of one seat after the other, those without a seat first.

        The groups may be empty; each is a place to pause at.
        """
        order = in_order(self.client)
        besides: defaultdict[SeatId | None, list[Finding]] = defaultdict(list)
        for scope in ("client", "occupant", "function", "text"):
            for found in tuple(self._found[scope].values()):
                for finding in found:
                    besides[finding.seat].append(finding)
                yield ()
        yield tuple(sorted(besides.pop(None, ()), key=order))
        for seat in self.client.chart():
            found = self._found["seat"].get(seat, ())
            more = besides.pop(seat, None)
            yield tuple(sorted((*found, *more), key=order)) if more else found

    def _everything(self) -> Iterator[Subject | None]:
        client, index = self.client, self._index
        index.note_map(client)
        for seat in client.chart():
            index.note_seat(client, seat)
            yield "seat", seat
        for occupant in client.every(Occupant):
            yield "occupant", occupant.id
        for function in client.functions():
            yield "function", function.id
        for duty in client.every(Responsibility):
            index.note_duty(client, duty.id)
            yield None
        for words, held in tuple(index.texts.items()):
            yield ("text", words) if len(held) > 1 else None
        yield "client", THE_CLIENT

    def _gone(self) -> Iterator[Subject]:
        """Look once more at everything found, so that nothing stays that is no finding now."""
        for scope, found in tuple(self._found.items()):
            yield from ((scope, name) for name in tuple(found))

    def _look(self, subject: Subject) -> None:
        scope, name = subject
        before = self._found[scope].pop(name, ())
        now = findings_of(self.client, subject, on=self.on, index=self._index)
        if now:
            self._found[scope][name] = now
        if before or now:
            for finding in before:
                self._add(finding, -1)
            for finding in now:
                if acceptance(self.client, finding) is not None:
                    self._accepted.add((finding.code, finding.about))
                self._add(finding, 1)

    def _add(self, finding: Finding, sign: int) -> None:
        key = (finding.code, finding.about)
        if key in self._accepted:
            if sign < 0:
                self._accepted.discard(key)
            return
        rated = sign if finding.tells_ratings else 0
        self.total += sign
        self.telling_ratings += rated
        if finding.seat is not None:
            total, of_ratings = self._of_seat.get(finding.seat, (0, 0))
            self._of_seat[finding.seat] = total + sign, of_ratings + rated
            if total + sign == 0:
                del self._of_seat[finding.seat]
            self.seats_changed.add(finding.seat)
