"""What findings need to know of the whole client, kept in step with its edits."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from mspseat_desktop.domain import coverage
from mspseat_desktop.domain.records import (
    Cover,
    Responsibility,
    Seat,
)
from mspseat_desktop.domain.vocabulary import ResponsibilityId, SeatId

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client

_BETWEEN: Final = re.compile(r"[\W_]+")
_LEADING: Final = ("lead", "manage", "accountable")


@dataclass(slots=True)
class Index:
    """Which seats are a provider's, and what seats say that they answer for.

    `providers` are the seats in the chart that a provider holds or is meant to; `texts` the
    responsibilities that a seat alone is accountable for, by the words that count;
    `map_is_drawn` whether a function without anybody is a gap in the map.
    """

    providers: set[SeatId] = field(default_factory=set)
    texts: dict[str, set[ResponsibilityId]] = field(default_factory=lambda: defaultdict(set))
    map_is_drawn: bool = False

    def note_map(self, client: Client) -> bool:
        """Take note of whether the coverage map is drawn; return whether that has changed."""
        before, self.map_is_drawn = self.map_is_drawn, coverage.is_drawn(client)
        return before != self.map_is_drawn

    def note_seat(self, client: Client, seat: SeatId) -> None:
        """Take note of whether the seat is a provider's now."""
        record = client.find(Seat, seat)
        if record is not None and not record.closed_on and coverage.is_providers(client, seat):
            self.providers.add(seat)
        else:
            self.providers.discard(seat)

    def note_duty(self, client: Client, responsibility: ResponsibilityId) -> str:
        """Take note of the responsibility as it is now; return the words that count."""
        record = client.find(Responsibility, responsibility)
        if record is None:
            return ""
        words = plain_words(record.text)
        if words and not _is_leading(words) and _is_alone(client, record):
            self.texts[words].add(responsibility)
        else:
            self.drop_duty(words, responsibility)
        return words

    def drop_duty(self, words: str, responsibility: ResponsibilityId) -> None:
        """Forget that the responsibility said these words."""
        there = self.texts.get(words)
        if there is not None:
            there.discard(responsibility)
            if not there:
                del self.texts[words]


def plain_words(text: str) -> str:
    """Return the words that count when two texts are held against each other."""
    return _BETWEEN.sub(" ", text.casefold()).strip()


def text_sign(words: str) -> str:
    """Return the sign by which a text is kept as accepted: the same on every machine."""
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _is_alone(client: Client, responsibility: Responsibility) -> bool:
    """Whether the seat alone answers for it, by its own words and not by the coverage map."""
    return (
        responsibility.part == "accountable"
        and not responsibility.excluded
        and not client.seat(responsibility.seat).closed_on
        and not client.ids(Cover, "responsibility", responsibility.id)
    )


def _is_leading(words: str) -> bool:
    """Whether it is leading one's own people: in every seat that has some, and new in each."""
    return set(words.split(None, 8)[:8]).issuperset(_LEADING)
