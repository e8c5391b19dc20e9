"""How much there is of each part that a copy can leave out, without leaving it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.leaving_out_reviews import has_notes
from mspseat_desktop.domain.records import Contact, Figure, Metric, Occupant, Seat, Seating
from mspseat_desktop.domain.review_records import (
    Answer,
    Candidate,
    Comparison,
    Review,
    Voice,
)

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import OccupantId, SeatId


def notes(client: Client) -> int:
    """Return how many seats, people, candidates and comparisons have private notes."""
    return (
        sum(bool(seat.notes or seat.import_note) for seat in client.every(Seat))
        + sum(bool(occupant.notes) for occupant in client.every(Occupant))
        + sum(bool(one.notes) for one in client.every(Comparison))
        + sum(bool(one.notes or one.references) for one in client.every(Candidate))
    )


def review_notes(client: Client) -> int:
    """Return how many reviews, voices and draft answers hold more than ratings."""
    return (
        sum(bool(r.amend_reason) or any(map(has_notes, r.answers)) for r in client.every(Review))
        + sum(any(map(has_notes, voice.answers)) for voice in client.every(Voice))
        + sum(has_notes(answer) for answer in client.every(Answer))
    )


def has_left(client: Client, occupant: OccupantId) -> bool:
    """Return whether somebody sat here or was reviewed once, and neither sits nor stands now."""
    if client.seats_of(occupant) or client.ids(Candidate, "occupant", occupant):
        return False
    was_here = client.ids(Seating, "occupant", occupant)
    return bool(was_here or client.ids(Review, "occupant", occupant))


def former(client: Client, provider: OccupantId | None) -> int:
    """Return how many have left, but for whom the copy is for."""
    return sum(o.id != provider and has_left(client, o.id) for o in client.every(Occupant))


def contacts(client: Client, provider: OccupantId | None) -> int:
    """Return how many contacts, and people with an address or number, others have."""
    others = sum(contact.occupant != provider for contact in client.every(Contact))
    reached = (o for o in client.every(Occupant) if o.id != provider)
    return others + sum(bool(o.email or o.phone) for o in reached)


def pictures(client: Client) -> int:
    """Return how many pictures there are: of people, the logo, the adviser's mark."""
    own = client.profile
    return sum(bool(o.portrait) for o in client.every(Occupant)) + bool(own.logo) + bool(own.mark)


def fees(client: Client) -> int:
    """Return how many fees are known, the IT budget being one."""
    return (
        sum(bool(o.fee) for o in client.every(Occupant))
        + sum(bool(candidate.fee) for candidate in client.every(Candidate))
        + bool(client.profile.it_budget)
    )


def contracts(client: Client, provider: OccupantId | None) -> int:
    """Return of how many others a contract is known."""
    return sum(
        o.id != provider
        and bool(
            o.contract_start
            or o.contract_end
            or o.notice_by
            or o.notice_given
            or o.covers
            or o.excludes
        )
        for o in client.every(Occupant)
    )


def company(client: Client) -> int:
    """Return how many of goals, growth and picture are told."""
    own = client.profile
    return sum(map(bool, (own.picture, own.goals, own.growth)))


def reviews(client: Client, provider: OccupantId | None, *, own: bool) -> int:
    """Return how many finished reviews there are of the provider, or of all others."""
    finished = (review for review in client.every(Review) if review.state == "finished")
    return sum((review.occupant == provider) == own for review in finished)


def drafts(client: Client) -> int:
    """Return how many reviews are not finished."""
    return sum(review.state == "draft" for review in client.every(Review))


def voices(client: Client, provider: OccupantId | None) -> int:
    """Return how many answered for themselves, but for the provider about itself."""
    return sum(not is_own_voice(client, voice, provider) for voice in client.every(Voice))


def is_own_voice(client: Client, voice: Voice, provider: OccupantId | None) -> bool:
    """Return whether the provider answered in a review of itself."""
    return voice.kind == "provider" and client.get(Review, voice.review).occupant == provider


def figures(client: Client, provider: OccupantId | None) -> int:
    """Return how many figures there are in seats that the provider does not hold."""
    own = own_seats(client, provider)
    return sum(client.get(Metric, one.metric).seat not in own for one in client.every(Figure))


def own_seats(client: Client, provider: OccupantId | None) -> frozenset[SeatId]:
    """Return the seats that the provider holds now."""
    return frozenset(s.seat for s in client.seats_of(provider)) if provider else frozenset()
