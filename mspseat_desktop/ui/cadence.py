"""When the user's file is brought up to date: soon after the hands rest, seldom before."""

from __future__ import annotations

from dataclasses import dataclass

PAUSE = 2.0
"""Seconds from the last edit to publishing."""
APART = 15.0
"""Seconds between two publishings while edits go on: a cloud drive sends each of them."""
LONGEST = 60.0
"""Seconds from an edit to publishing when no hand rests."""
AGAIN = 30.0
"""Seconds after which what could not be published is tried once more."""


@dataclass(slots=True)
class Cadence:
    """Tells when to publish next; all times are seconds of a clock that nobody can set."""

    pause: float = PAUSE
    apart: float = APART
    longest: float = LONGEST
    again: float = AGAIN
    _first: float | None = None
    _last: float = 0.0
    _began: float | None = None
    _retry: float | None = None

    @property
    def due(self) -> float | None:
        """The time of the next publishing, None when there is nothing to wait for."""
        if self._first is None:
            return self._retry
        when = self._last + self.pause
        if self._began is not None:
            when = max(when, self._began + self.apart)
        return min(when, self._first + self.longest)

    def edited(self, now: float) -> None:
        """Hear that there is something to publish."""
        if self._first is None:
            self._first = now
        self._last = now

    def began(self, now: float) -> None:
        """Hear that publishing begins, for whatever reason."""
        self._first = self._retry = None
        self._began = now

    def failed(self, now: float) -> None:
        """Hear that the file could not take it; it is tried once more a while later."""
        self._retry = now + self.again

    def rest(self) -> None:
        """Wait for nothing any more."""
        self._first = self._retry = None
