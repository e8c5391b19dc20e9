"""A smaller client to hand over: what it leaves out, for whom, and how much that is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from mspseat_desktop.domain import left_out_counts as counts
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.edits.forgetting import forget_occupant
from mspseat_desktop.domain.leaving_out_reviews import (
    leave_out_drafts,
    leave_out_hidden_voices,
    leave_out_other_reviews,
    leave_out_own_reviews,
    leave_out_review_notes,
    leave_out_voices,
)
from mspseat_desktop.domain.names_in_text import in_place_of
from mspseat_desktop.domain.records import (
    Accepted,
    Contact,
    Figure,
    Metric,
    Occupant,
    Seat,
    Seating,
)
from mspseat_desktop.domain.review_records import (
    Action,
    Answer,
    Candidate,
    Comparison,
    Review,
    Signature,
    Voice,
)
from mspseat_desktop.domain.revision import Revision
from mspseat_desktop.domain.typed_words import every_record, reworded
from mspseat_desktop.domain.vocabulary import NO_BLOB

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mspseat_desktop.domain.vocabulary import OccupantId

Part: TypeAlias = Literal[
    "notes",
    "review_notes",
    "former",
    "names",
    "contacts",
    "pictures",
    "fees",
    "contracts",
    "company",
    "own_reviews",
    "other_reviews",
    "drafts",
    "voices",
    "comparisons",
    "figures",
]
"""What can be left out; `own_reviews` are those of the provider that the copy is for."""
PARTS: tuple[Part, ...] = get_args(Part)
Preset: TypeAlias = Literal["owner", "provider", "board"]
PRESETS: Mapping[Preset, frozenset[Part]] = {
    "owner": frozenset({"notes", "former"}),
    "provider": frozenset(PARTS) - {"names", "pictures", "own_reviews"},
    "board": frozenset({"notes", "review_notes", "former", "contacts", "drafts", "voices"}),
}
"""What each preset leaves out; the history and answers that are still hidden never travel."""


@dataclass(frozen=True, slots=True)
class StandIns:
    """The words that take the place of names: of who left, of anybody, and of one by number."""

    left: str
    somebody: str
    person: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Sending:
    """What a copy leaves out.

    For a `provider` its own reviews, figures, contacts and contract dates are told apart from
    those of others, which go.
    """

    without: frozenset[Part]
    words: StandIns
    provider: OccupantId | None = None


def reduced(client: Client, sending: Sending) -> Client:
    """Return the client without what the copy leaves out; every link still leads somewhere."""
    work = Revision(client)
    leave_out_hidden_voices(work)
    for part in PARTS:  # names last of all that hold some: former people first
        if part in sending.without and part in _WAYS:
            _WAYS[part](work, sending)
    if "names" in sending.without:
        _without_names(work, sending)
    if "figures" in sending.without:
        return _without_figures(work.client, sending.provider)
    return work.client


def counted(client: Client, provider: OccupantId | None) -> Mapping[Part, int]:
    """Return for each part how much of it there is for this provider, or for anybody."""
    return {
        "notes": counts.notes(client),
        "review_notes": counts.review_notes(client),
        "former": counts.former(client, provider),
        "names": sum(o.kind == "person" for o in client.every(Occupant)),
        "contacts": counts.contacts(client, provider),
        "pictures": counts.pictures(client),
        "fees": counts.fees(client),
        "contracts": counts.contracts(client, provider),
        "company": counts.company(client),
        "own_reviews": counts.reviews(client, provider, own=True),
        "other_reviews": counts.reviews(client, provider, own=False),
        "drafts": counts.drafts(client),
        "voices": counts.voices(client, provider),
        "comparisons": client.count(Comparison),
        "figures": counts.figures(client, provider),
    }


def _without_notes(work: Revision, _sending: Sending) -> None:
    client = work.client
    for seat in tuple(client.every(Seat)):
        work.put(replace(seat, notes="", import_note=""))
    for occupant in tuple(client.every(Occupant)):
        work.put(replace(occupant, notes=""))
    for comparison in tuple(client.every(Comparison)):
        work.put(replace(comparison, notes=""))
    for candidate in tuple(client.every(Candidate)):
        work.put(replace(candidate, notes="", references=""))
    for accepted in tuple(client.every(Accepted)):
        work.put(replace(accepted, reason=""))


def _without_former(work: Revision, sending: Sending) -> None:
    for occupant in tuple(work.client.every(Occupant)):
        if counts.has_left(work.client, occupant.id) and occupant.id != sending.provider:
            forget_occupant(occupant.id, stand_in=sending.words.left).run(work)


def _without_contacts(work: Revision, sending: Sending) -> None:
    for occupant in _others(work, sending):
        for contact in work.client.contacts(occupant.id):
            work.remove(contact)
        work.put(replace(occupant, email="", phone=""))


def _without_pictures(work: Revision, _sending: Sending) -> None:
    for occupant in tuple(work.client.every(Occupant)):
        work.put(replace(occupant, portrait=NO_BLOB))
    work.put(replace(work.client.profile, logo=NO_BLOB, mark=NO_BLOB))


def _without_fees(work: Revision, _sending: Sending) -> None:
    for occupant in tuple(work.client.every(Occupant)):
        work.put(replace(occupant, fee=""))
    for candidate in tuple(work.client.every(Candidate)):
        work.put(replace(candidate, fee=""))
    work.put(replace(work.client.profile, it_budget=""))


def _without_contracts(work: Revision, sending: Sending) -> None:
    for occupant in _others(work, sending):
        work.put(
            replace(
                occupant,
                contract_start="",
                contract_end="",
                notice_by="",
                notice_given="",
                covers="",
                excludes="",
            )
        )


def _without_company(work: Revision, _sending: Sending) -> None:
    profile = work.client.profile
    work.put(replace(profile, picture="", goals="", growth=""))


def _without_comparisons(work: Revision, sending: Sending) -> None:
    """Take the comparisons out, and who only stood in one: a rival's offer is nobody's business."""
    client = work.client
    stood = {candidate.occupant for candidate in client.every(Candidate)}
    for candidate in tuple(client.every(Candidate)):
        work.remove(candidate)
    for comparison in tuple(client.every(Comparison)):
        work.remove(comparison)
    for occupant in stood - {sending.provider}:
        if not work.client.ids(Seating, "occupant", occupant):
            forget_occupant(occupant, stand_in=sending.words.somebody).run(work)


def _without_figures(client: Client, provider: OccupantId | None) -> Client:
    """Return the client anew: there may be tens of thousands, too many to take out one by one."""
    own = counts.own_seats(client, provider)
    return Client.of(
        record
        for record in every_record(client)
        if not (isinstance(record, Figure) and client.get(Metric, record.metric).seat not in own)
    )


def _without_names(work: Revision, sending: Sending) -> None:
    """Number the people through, and name nobody else either but providers and their sender."""
    people = sorted(
        (o for o in work.client.every(Occupant) if o.kind == "person"), key=lambda o: o.id
    )
    numbered = {o.name: sending.words.person(n) for n, o in enumerate(people, start=1)}
    addresses = {words for o in people for words in (o.email, o.phone) if words}
    change = in_place_of(numbered | dict.fromkeys(addresses, sending.words.somebody))
    for person in people:
        blank = replace(person, portrait=NO_BLOB, email="", phone="", notes="")
        work.put(replace(blank, name=numbered[person.name]))
    own = work.client.profile
    for record in tuple(every_record(work.client)):
        if (now := reworded(record, change)) is not record:
            work.put(now)
    work.put(replace(work.client.profile, name=own.name, adviser=own.adviser, firm=own.firm))
    known = set(numbered.values()) | {o.name for o in work.client.every(Occupant)}
    _blank_other_names(work, known, sending.words.somebody)


def _blank_other_names(work: Revision, known: set[str], somebody: str) -> None:
    """Name nobody in the fields that hold a name alone."""

    def masked(name: str) -> str:
        return name if not name or name in known else somebody

    def of_answer(answer: Answer) -> Answer:
        return replace(answer, seen_by=masked(answer.seen_by))

    client = work.client
    for review in tuple(client.every(Review)):
        work.put(
            replace(
                review,
                answered_by=masked(review.answered_by),
                facilitated_by=masked(review.facilitated_by),
                answers=tuple(map(of_answer, review.answers)),
            )
        )
    for answer in tuple(client.every(Answer)):
        work.put(of_answer(answer))
    for action in tuple(client.every(Action)):
        work.put(replace(action, who=masked(action.who)))
    for voice in tuple(client.every(Voice)):
        own = tuple(map(of_answer, voice.answers))
        work.put(replace(voice, name=masked(voice.name), answers=own))
    for signature in tuple(client.every(Signature)):
        work.put(replace(signature, name=masked(signature.name)))
    for contact in tuple(client.every(Contact)):
        work.put(replace(contact, name=masked(contact.name), email="", phone=""))


def _others(work: Revision, sending: Sending) -> tuple[Occupant, ...]:
    return tuple(o for o in work.client.every(Occupant) if o.id != sending.provider)


_WAYS: Mapping[Part, Callable[[Revision, Sending], None]] = {
    "notes": _without_notes,
    "review_notes": lambda work, _sending: leave_out_review_notes(work),
    "former": _without_former,
    "contacts": _without_contacts,
    "pictures": _without_pictures,
    "fees": _without_fees,
    "contracts": _without_contracts,
    "company": _without_company,
    "own_reviews": lambda work, sending: leave_out_own_reviews(work, sending.provider),
    "other_reviews": lambda work, sending: leave_out_other_reviews(work, sending.provider),
    "drafts": lambda work, _sending: leave_out_drafts(work),
    "voices": lambda work, sending: leave_out_voices(work, sending.provider),
    "comparisons": _without_comparisons,
}
"""What takes a part out of a revision; names and figures are left out of what remains."""
