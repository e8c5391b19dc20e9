"""The snapshot of a client: every record by id, children in order, and what one can ask it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias, TypeVar, cast

from rpds import HashTrieMap

from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.listings import (
    LISTINGS,
    OWNERS,
    PLACES,
    ROOT,
    Listing,
    OwnerOf,
    listed_with,
    listed_without,
    owners,
    place,
)
from mspseat_desktop.domain.records import (
    RECORD_TYPES,
    THE_LOOK,
    THE_PROFILE,
    ChartLook,
    Contact,
    CoreValue,
    Cover,
    Figure,
    Function,
    Metric,
    Occupant,
    Profile,
    Record,
    RecordType,
    Responsibility,
    Seat,
    Seating,
    SecondLine,
)
from mspseat_desktop.domain.review_records import (
    Action,
    Answer,
    Candidate,
    Form,
    Review,
    Signature,
    Voice,
)
from mspseat_desktop.domain.vocabulary import (
    ComparisonId,
    FunctionId,
    OccupantId,
    ReviewId,
    SeatId,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from mspseat_desktop.domain.change import Change, Touch

R = TypeVar("R", bound=Record)

# rpds asks a key for __eq__ as a method, which a class does not answer: the kinds are few and
# stand in plain dicts that are copied, never changed.
_Tables: TypeAlias = "Mapping[RecordType, HashTrieMap[str, Record]]"
_Lists: TypeAlias = "Mapping[Listing, HashTrieMap[str, tuple[str, ...]]]"


@dataclass(frozen=True, slots=True)
class Client:
    """One client at one moment; persistent maps make the next snapshot cheap."""

    _tables: _Tables = field(default_factory=lambda: {kind: HashTrieMap() for kind in RECORD_TYPES})
    _lists: _Lists = field(default_factory=lambda: {listing: HashTrieMap() for listing in LISTINGS})
    _whole: dict[RecordType, list[Record]] = field(default_factory=dict, compare=False, repr=False)
    """Tables as lists, made when somebody asks for all of one and taken over while it stays."""

    @classmethod
    def of(cls, records: Iterable[Record]) -> Client:
        """Return a snapshot of the records, in whatever order they come."""
        rows: dict[RecordType, list[Record]] = {kind: [] for kind in RECORD_TYPES}
        for record in records:
            rows[type(record)].append(record)
        listed = rows | {Seat: [s for s in rows[Seat] if isinstance(s, Seat) and not s.closed_on]}
        lists: dict[Listing, HashTrieMap[str, tuple[str, ...]]] = {}
        for (kind, by), owner_of in OWNERS.items():
            # Sorted list by list: one sort of all figures would take as long as reading them.
            lists[kind, by] = HashTrieMap(
                {
                    owner: (own[0].id,)
                    if len(own) == 1
                    else tuple([r.id for r in sorted(own, key=PLACES[kind])])
                    for owner, own in _by_owner(listed[kind], owner_of).items()
                }
            )
        by_id: dict[RecordType, dict[str, Record]] = {
            kind: {r.id: r for r in own} for kind, own in rows.items()
        }
        whole = {kind: list(own.values()) for kind, own in by_id.items()}
        return cls({kind: HashTrieMap(own) for kind, own in by_id.items()}, lists, whole)

    def applied(self, change: Change) -> Client:
        """Return the snapshot after the change; the rules are not checked here."""
        client = self
        for touch in change.touches:
            client = client.with_touch(touch)
        return client

    def with_touch(self, touch: Touch) -> Client:
        """Return the snapshot with one record added, replaced or removed."""
        before, after = touch.before, touch.after
        kind, record_id = touch.key
        table = self._tables[kind]
        old_owners = owners(before) if before is not None else ()
        new_owners = owners(after) if after is not None else ()
        lists = self._lists
        stays = (
            before is not None
            and after is not None
            and old_owners == new_owners
            and place(before) == place(after)
        )
        if not stays:
            lists = dict(lists)
            if before is not None:
                for _, by, owner in old_owners:
                    lists[kind, by] = listed_without(lists[kind, by], owner, before, table)
            if after is not None:
                for _, by, owner in new_owners:
                    lists[kind, by] = listed_with(lists[kind, by], owner, after, table)
        table = table.discard(record_id) if after is None else table.insert(record_id, after)
        return Client({**self._tables, kind: table}, lists, self._whole_but({kind}))

    def with_kinds_of(self, other: Client, kinds: Collection[RecordType]) -> Client:
        """Return this snapshot with the records of these kinds as the other one has them."""
        tables, lists = other.maps_of(kinds)
        whole = self._whole_but(kinds)
        return Client({**self._tables, **tables}, {**self._lists, **lists}, whole)

    def _whole_but(self, kinds: Collection[RecordType]) -> dict[RecordType, list[Record]]:
        return {kind: records for kind, records in self._whole.items() if kind not in kinds}

    def maps_of(self, kinds: Collection[RecordType]) -> tuple[_Tables, _Lists]:
        """Return the maps of these kinds, which two snapshots can share."""
        tables = {kind: self._tables[kind] for kind in kinds}
        return tables, {at: ids for at, ids in self._lists.items() if at[0] in kinds}

    def every_id(self, kind: RecordType) -> frozenset[str]:
        """Return the ids of all records of the kind."""
        return frozenset([record.id for record in self._all(kind)])

    def find(self, kind: type[R], record_id: str) -> R | None:
        """Return the record, or None."""
        record = self._tables[kind].get(record_id)
        return record if isinstance(record, kind) else None

    def any_of(self, kind: RecordType, record_id: str) -> Record | None:
        """Return the record, or None, where the kind is known only when the program runs."""
        return self._tables[kind].get(record_id)

    def has(self, kind: RecordType, record_id: str) -> bool:
        """Return whether there is a record of the kind with this id."""
        return record_id in self._tables[kind]

    def get(self, kind: type[R], record_id: str) -> R:
        """Return the record; raise Refused("gone") when it is not there."""
        record = self.find(kind, record_id)
        if record is None:
            raise Refused("gone", kind=kind.__name__)
        return record

    def every(self, kind: type[R]) -> Iterator[R]:
        """Yield every record of the kind, in no particular order."""
        return iter(cast("list[R]", self._all(kind)))

    def _all(self, kind: RecordType) -> list[Record]:
        """Return the table as a list, which nobody changes."""
        found = self._whole.get(kind)
        if found is None:
            # As pickle would ask for it: iterating takes a map apart key by key, ten times slower.
            _type, (pairs,) = cast(
                "tuple[type, tuple[list[tuple[str, Record]]]]", self._tables[kind].__reduce__()
            )
            found = self._whole[kind] = [record for _id, record in pairs]
        return found

    def count(self, kind: RecordType) -> int:
        """Return how many records of the kind there are."""
        return len(self._tables[kind])

    def owned(self, kind: type[R], by: str, owner: str) -> tuple[R, ...]:
        """Return the records of the kind in the owner's list, in order."""
        table = self._tables[kind]
        ids = self.ids(kind, by, owner)
        return tuple(r for r in (table[i] for i in ids) if isinstance(r, kind))

    def ids(self, kind: RecordType, by: str, owner: str) -> tuple[str, ...]:
        """Return the ids of the records of the kind in the owner's list, in order."""
        return self._lists[kind, by].get(owner, ())

    @property
    def profile(self) -> Profile:
        """The client's own record."""
        return self.find(Profile, THE_PROFILE) or Profile()

    @property
    def look(self) -> ChartLook:
        """How the chart is drawn."""
        return self.find(ChartLook, THE_LOOK) or ChartLook()

    def seat(self, seat: SeatId) -> Seat:
        """Return the seat; raise Refused("gone") when it is not there."""
        return self.get(Seat, seat)

    def children(self, seat: SeatId | None) -> tuple[SeatId, ...]:
        """Return the seats that report to this one, in order; the roots for None."""
        return cast("tuple[SeatId, ...]", self.ids(Seat, "parent", seat or ROOT))

    def branch(self, seat: SeatId) -> tuple[SeatId, ...]:
        """Return the seat and all below it, parents before children, in chart order."""
        found: list[SeatId] = []
        waiting = [seat]
        while waiting:
            current = waiting.pop()
            found.append(current)
            waiting.extend(reversed(self.children(current)))
        return tuple(found)

    def chart(self) -> Iterator[SeatId]:
        """Yield every open seat in chart order: each before its reports, siblings in order."""
        waiting = list(reversed(self.children(None)))
        while waiting:
            current = waiting.pop()
            yield current
            waiting.extend(reversed(self.children(current)))

    def seats_above(self, seat: SeatId) -> Iterator[SeatId]:
        """Yield the seats above this one, the nearest first; ends at the root."""
        parent = self.seat(seat).parent
        while parent is not None:
            yield parent
            parent = self.seat(parent).parent

    def second_lines(self, seat: SeatId) -> tuple[SecondLine, ...]:
        """Return to whom else the seat reports."""
        return self.owned(SecondLine, "seat", seat)

    def second_reports(self, seat: SeatId) -> tuple[SecondLine, ...]:
        """Return who else reports to the seat."""
        return self.owned(SecondLine, "to", seat)

    def responsibilities(self, seat: SeatId) -> tuple[Responsibility, ...]:
        """Return the seat's responsibilities in order."""
        return self.owned(Responsibility, "seat", seat)

    def metrics(self, seat: SeatId) -> tuple[Metric, ...]:
        """Return the seat's metrics in order."""
        return self.owned(Metric, "seat", seat)

    def figures(self, metric: str) -> tuple[Figure, ...]:
        """Return the metric's figures, the oldest first."""
        return self.owned(Figure, "metric", metric)

    def latest_figure(self, metric: str, *, until: str = "9999-12-31") -> Figure | None:
        """Return the newest figure of the metric up to that day, or None."""
        table = self._tables[Figure]
        for figure in reversed(self.ids(Figure, "metric", metric)):
            record = table[figure]
            if isinstance(record, Figure) and record.on <= until:
                return record
        return None

    def seatings(self, seat: SeatId) -> tuple[Seating, ...]:
        """Return who sits in the seat now, the accountable one first."""
        now = [s for s in self.owned(Seating, "seat", seat) if not s.until]
        rank = {"accountable": 0, "also": 1, "stand_in": 2}
        return tuple(sorted(now, key=lambda s: rank[s.role]))

    def accountable(self, seat: SeatId) -> Occupant | None:
        """Return the one accountable occupant of the seat, or None when it is open."""
        for seating in self.owned(Seating, "seat", seat):
            if not seating.until and seating.role == "accountable":
                return self.get(Occupant, seating.occupant)
        return None

    def seats_of(self, occupant: OccupantId) -> tuple[Seating, ...]:
        """Return where the occupant sits now, the longest-held seat first."""
        return tuple(s for s in self.owned(Seating, "occupant", occupant) if not s.until)

    def core_values(self) -> tuple[CoreValue, ...]:
        """Return the client's core values in order."""
        return self.owned(CoreValue, "occupant", ROOT)

    def values_of(self, occupant: OccupantId) -> tuple[CoreValue, ...]:
        """Return the provider's own core values in order."""
        return self.owned(CoreValue, "occupant", occupant)

    def contacts(self, occupant: OccupantId) -> tuple[Contact, ...]:
        """Return whom the client calls at the provider, in order."""
        return self.owned(Contact, "occupant", occupant)

    def functions(self) -> tuple[Function, ...]:
        """Return the functions of the coverage map in order; none before it is started."""
        return self.owned(Function, "client", ROOT)

    def covers(self, function: FunctionId) -> tuple[Cover, ...]:
        """Return what seats have to do with the function, in no particular order."""
        return self.owned(Cover, "function", function)

    def reviews(self, seat: SeatId) -> tuple[Review, ...]:
        """Return every review of the seat, drafts included, the oldest first."""
        return self.owned(Review, "seat", seat)

    def reviews_of(self, seat: SeatId, occupant: OccupantId) -> tuple[Review, ...]:
        """Return the finished reviews of the occupant in the seat, the oldest first.

        A review that a later one amends is left out: the amendment stands in its place.
        """
        finished = [
            r for r in self.reviews(seat) if r.state == "finished" and r.occupant == occupant
        ]
        amended = {r.amends for r in finished}
        return tuple(r for r in finished if r.id not in amended)

    def draft(self, seat: SeatId, occupant: OccupantId) -> Review | None:
        """Return the unfinished review of the occupant in the seat, or None."""
        for review in self.reviews(seat):
            if review.state == "draft" and review.occupant == occupant:
                return review
        return None

    def answers(self, review: ReviewId) -> tuple[Answer, ...]:
        """Return the answers of the review, whether it is a draft or finished."""
        record = self.get(Review, review)
        return record.answers if record.state == "finished" else self.draft_answers(review)

    def draft_answers(self, review: ReviewId) -> tuple[Answer, ...]:
        """Return the answer records of a draft."""
        return self.owned(Answer, "review", review)

    def voices(self, review: ReviewId) -> tuple[Voice, ...]:
        """Return the others' own answers in the review, in order."""
        return self.owned(Voice, "review", review)

    def signatures(self, review: ReviewId) -> tuple[Signature, ...]:
        """Return who signed the review, in order."""
        return self.owned(Signature, "review", review)

    def candidates(self, comparison: ComparisonId) -> tuple[Candidate, ...]:
        """Return the candidates of the comparison, in order."""
        return self.owned(Candidate, "comparison", comparison)

    def forms(self, seat: SeatId) -> tuple[Form, ...]:
        """Return the forms that were given out for the seat, the oldest first."""
        return self.owned(Form, "seat", seat)

    def actions(self, review: ReviewId) -> tuple[Action, ...]:
        """Return the actions agreed in the review, in order."""
        return self.owned(Action, "review", review)


def _by_owner(records: Collection[Record], owner_of: OwnerOf) -> dict[str, list[Record]]:
    """Return the records that stand in a list, by whose list it is."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for name, record in zip(map(owner_of, records), records, strict=True):
        if name is not None:
            found[name].append(record)
    return found
