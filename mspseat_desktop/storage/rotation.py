"""Which backups of a client are kept; by their numbers and never by the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, Protocol, TypeAlias, get_args

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Cause: TypeAlias = Literal["opened", "published", "migration", "import", "restore", "deletion"]
"""What was about to happen, or had happened, when a backup was taken."""
FORCED: Final[tuple[Cause, ...]] = ("migration", "import", "restore", "deletion")
"""What a backup is always taken before."""
CAUSES: Final[frozenset[str]] = frozenset(get_args(Cause))

NEWEST = 10
DAYS = 14
MONTHS = 12
FORCED_EACH = 3
MOST = NEWEST + DAYS + MONTHS + FORCED_EACH * len(FORCED)
"""More than this are never kept."""


class Numbered(Protocol):
    """A backup as the rotation sees it; `made_at` begins as an ISO 8601 date, or is empty."""

    @property
    def number(self) -> int:
        """Its place in the order."""

    @property
    def made_at(self) -> str:
        """The date that the clock showed."""

    @property
    def causes(self) -> tuple[str, ...]:
        """Why it was taken."""


def kept(backups: Iterable[Numbered]) -> frozenset[int]:
    """Return the numbers of the backups that are kept.

    The newest ten; the last one of each of the last 14 days on which there is one, and of each
    of the last 12 months; the last three before each kind of thing that a backup is forced
    before. "Last" goes by the number alone: no jump of the clock takes out a backup that the next
    one would not have taken out anyway, and none makes an old one look new.
    """
    order = sorted(backups, key=lambda backup: backup.number, reverse=True)
    found = {backup.number for backup in order[:NEWEST]}
    found |= _last_of_each(order, letters=10, most=DAYS)
    found |= _last_of_each(order, letters=7, most=MONTHS)
    for cause in FORCED:
        found |= {b.number for b in [b for b in order if cause in b.causes][:FORCED_EACH]}
    return frozenset(found)


def _last_of_each(order: Sequence[Numbered], *, letters: int, most: int) -> set[int]:
    """Return the newest number for each beginning of a date, for the `most` newest of these."""
    found: dict[str, int] = {}
    for backup in order:
        found.setdefault(backup.made_at[:letters], backup.number)
    return set(list(found.values())[:most])
