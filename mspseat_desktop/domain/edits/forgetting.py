"""Taking a person or provider out of every record, for good."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mspseat_desktop.domain.names_in_text import in_place_of, parts_in
from mspseat_desktop.domain.people import name_key, same_name
from mspseat_desktop.domain.records import (
    Accepted,
    Contact,
    CoreValue,
    Occupant,
    Seating,
)
from mspseat_desktop.domain.review_records import (
    Candidate,
    Comparison,
    Form,
    Review,
    Voice,
)
from mspseat_desktop.domain.revision import Edit, Revision
from mspseat_desktop.domain.typed_words import every_record, reworded, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.records import Record, RecordType
    from mspseat_desktop.domain.vocabulary import OccupantId

FORGET = "forget-occupant"
"""The edit that can not be taken back: the session empties the history with it."""


@dataclass(frozen=True, slots=True)
class Going:
    """What goes with somebody who is forgotten.

    `removed` counts records by kind, `reworded` those in which other words take the place of the
    name; `renumbered` are finished reviews of others among them, whose content gets another
    number. `mentions` are texts that hold a part of the name afterwards and may be about somebody
    else. With a `twin`, another of the same name, no text is changed at all.
    """

    name: str
    removed: Mapping[RecordType, int]
    reworded: int = 0
    renumbered: int = 0
    mentions: int = 0
    twin: bool = False

    def count(self, *kinds: RecordType) -> int:
        """Return how many records of these kinds go."""
        return sum(self.removed.get(kind, 0) for kind in kinds)


def forget_occupant(occupant: OccupantId, *, stand_in: str) -> Edit:
    """Take a person or provider out of all records, with the reviews that are about them.

    `stand_in` are the words that take the place of the name, e-mail address and phone number
    wherever they were typed. A review of somebody tells who it was by seat and day even without
    a name, so it goes as a whole. In reviews of others the ratings stay.
    """

    def run(work: Revision) -> None:
        record = work.client.get(Occupant, occupant)
        is_only_one = not same_name(work.client, record.name, besides=occupant)
        remove_reviews(work, work.client.owned(Review, "occupant", occupant))
        _remove_record(work, record)
        if is_only_one:
            _remove_contacts_of_the_name(work, record.name)
            _reword(work, record, stand_in)

    return Edit(FORGET, run)


def going(client: Client, occupant: OccupantId, *, stand_in: str) -> Going:
    """Return what `forget_occupant` would take out, without doing it."""
    record = client.get(Occupant, occupant)
    work = Revision(client)
    forget_occupant(occupant, stand_in=stand_in).run(work)
    touches = work.change().touches
    changed = [t.after for t in touches if t.after is not None and _lost_words(t.before, t.after)]
    finished = [one for one in changed if isinstance(one, Review) and one.state == "finished"]
    return Going(
        name=record.name,
        removed=Counter(type(t.record) for t in touches if t.after is None),
        reworded=len(changed),
        renumbered=len(finished),
        mentions=_mentions(work.client, record.name),
        twin=bool(same_name(client, record.name, besides=occupant)),
    )


def remove_reviews(work: Revision, reviews: Sequence[Review]) -> None:
    """Take reviews out with all that hangs on them, finished or not."""
    gone = {review.id for review in reviews}
    for other in tuple(work.client.every(Review)) if gone else ():
        if other.amends in gone and other.id not in gone:
            work.put(replace(other, amends=None))
    for review in reviews:
        client = work.client
        parts: tuple[tuple[Record, ...], ...] = (
            client.draft_answers(review.id),
            client.actions(review.id),
            client.voices(review.id),
            client.signatures(review.id),
        )
        for part in (one for some in parts for one in some):
            work.remove(part)
        work.remove(review)


def _remove_record(work: Revision, record: Occupant) -> None:
    client, occupant = work.client, record.id
    for chosen in client.owned(Comparison, "chosen", occupant):
        work.put(replace(chosen, chosen=None))
    for earlier in client.owned(Occupant, "continues_as", occupant):
        work.put(replace(earlier, continues_as=None))
    for form in client.owned(Form, "occupant", occupant):
        for voice in client.owned(Voice, "form", form.id):
            work.put(replace(voice, form=None))
    for kind in (Seating, Candidate, Form, Contact, CoreValue):
        for owned in client.owned(kind, "occupant", occupant):
            work.remove(owned)
    for accepted in tuple(client.every(Accepted)):
        if occupant in accepted.about.split(":"):
            work.remove(accepted)
    work.remove(record)


def _remove_contacts_of_the_name(work: Revision, name: str) -> None:
    for contact in tuple(work.client.every(Contact)):
        if name_key(contact.name) == name_key(name):
            work.remove(contact)


def rewording(client: Client, occupant: OccupantId, *, stand_in: str) -> Callable[[str], str]:
    """Return what takes the name out of a text that is no record of the client's."""
    record = client.get(Occupant, occupant)
    if same_name(client, record.name, besides=occupant):
        return lambda words: words
    return _change_of(record, stand_in)


def _change_of(record: Occupant, stand_in: str) -> Callable[[str], str]:
    known = (record.name, record.email, record.phone)
    return in_place_of({words: stand_in for words in known if words})


def _reword(work: Revision, record: Occupant, stand_in: str) -> None:
    change = _change_of(record, stand_in)
    for one in tuple(every_record(work.client)):
        if (now := reworded(one, change)) is not one:
            work.put(now)


def _lost_words(before: Record | None, after: Record) -> bool:
    return before is not None and tuple(words_of(before)) != tuple(words_of(after))


def _mentions(client: Client, name: str) -> int:
    holds_part = parts_in(name)
    records = (one for one in every_record(client) if not isinstance(one, Occupant))
    return sum(holds_part(words) for one in records for words in words_of(one))
