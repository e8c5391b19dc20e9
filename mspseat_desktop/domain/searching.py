"""Finding seats by words: in titles, names of those who sit there, responsibilities, metrics."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from mspseat_desktop.domain.records import Metric, Occupant, Responsibility, Seat, Seating
from mspseat_desktop.domain.vocabulary import OccupantId, SeatId

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mspseat_desktop.domain.change import Change
    from mspseat_desktop.domain.client import Client

_STROKES: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"}
    | {"\N{LATIN SMALL LETTER DOTLESS I}": "i", "ĸ": "k", "ŋ": "n"}
)
"""Letters that Unicode does not take apart into a letter and an accent."""
_END: Final = object()


def fold(text: str) -> str:
    """Return a text without capitals and accents, for comparing: "Tomás" gives "tomas"."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    letters = "".join([sign for sign in plain if not unicodedata.combining(sign)])
    return letters.translate(_STROKES)


def words_of(typed: str) -> tuple[str, ...]:
    """Return the folded words of what somebody typed, the longest first: it rules out most."""
    return tuple(sorted(set(fold(typed).split()), key=len, reverse=True))


def text_of(client: Client, seat: SeatId) -> str:
    """Return all words of the seat, folded; those of different fields on lines of their own."""
    texts = [client.seat(seat).title]
    texts += [client.get(Occupant, s.occupant).name for s in client.seatings(seat)]
    texts += [duty.text for duty in client.responsibilities(seat)]
    texts += [metric.name for metric in client.metrics(seat)]
    return fold("\n".join(texts))


class SeatTexts:
    """The words of every seat that stands in the chart, kept in step with each edit.

    Made in portions: until `is_whole`, only seats that were read already are found.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self._texts: dict[SeatId, str] = {}
        self._reading = self._read(client)
        self._last: tuple[str, list[SeatId]] = "", []
        self.is_whole = False

    def read_on(self) -> bool:
        """Read one more record; False when all are there."""
        self.is_whole = next(self._reading, _END) is _END
        return not self.is_whole

    def apply(self, client: Client, change: Change) -> bool:
        """Follow an edit; return whether it touched any words."""
        before, self._client = self._client, client
        touched = set(_seats_of_words(before, client, change))
        for seat in touched:
            self._keep(seat)
        return bool(touched)

    def matches(self, typed: str) -> set[SeatId]:
        """Return the seats in which every typed word occurs; none for no word."""
        words = words_of(typed)
        if not words:
            return set()
        texts, plain = self._texts, fold(typed)
        before, found = self._last
        if not (before and plain.startswith(before)):
            found = list(texts)
        # What fits more letters fits fewer, so a word typed on is looked for in what fitted so far.
        for word in words:
            found = [seat for seat in found if word in texts[seat]]
        self._last = plain, found
        return set(found)

    def _read(self, client: Client) -> Iterator[SeatId | None]:
        """Read table by table: asking each seat for what it has takes three times as long.

        What an edit touches meanwhile is kept by `apply`, and not read here.
        """
        words: defaultdict[SeatId, list[str]] = defaultdict(list)
        names = {occupant.id: occupant.name for occupant in client.every(Occupant)}
        yield None
        for seating in client.every(Seating):
            if not seating.until:
                words[seating.seat].append(names[seating.occupant])
                yield None
        for duty in client.every(Responsibility):
            words[duty.seat].append(duty.text)
            yield None
        for metric in client.every(Metric):
            words[metric.seat].append(metric.name)
            yield None
        for seat in client.every(Seat):
            if not seat.closed_on and seat.id not in self._texts and self._is_open(seat.id):
                self._last = "", []
                self._texts[seat.id] = fold("\n".join([seat.title, *words[seat.id]]))
            yield seat.id

    def _is_open(self, seat: SeatId) -> bool:
        record = self._client.find(Seat, seat)
        return record is not None and not record.closed_on

    def _keep(self, seat: SeatId) -> None:
        self._last = "", []
        if self._is_open(seat):
            self._texts[seat] = text_of(self._client, seat)
        else:
            self._texts.pop(seat, None)


def _seats_of_words(before: Client, after: Client, change: Change) -> Iterator[SeatId]:
    """Yield the seats whose words an edit may have changed, some more than once."""
    for touch in change.touches:
        match touch.before, touch.after:
            case Seat() as was, Seat() as now if (was.title, was.closed_on) == (
                now.title,
                now.closed_on,
            ):
                continue  # it only stands elsewhere
        for record in (touch.before, touch.after):
            match record:
                case Seat():
                    yield record.id
                case Seating() | Responsibility() | Metric():
                    yield record.seat
                case Occupant():
                    for client in (before, after):
                        yield from _held_by(client, record.id)
                case _:
                    pass


def _held_by(client: Client, occupant: OccupantId) -> Iterator[SeatId]:
    return (seating.seat for seating in client.seats_of(occupant))
