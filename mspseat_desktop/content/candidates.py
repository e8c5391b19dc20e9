"""A comparison laid out with the banks as the client asks them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.content.banks import bank_for, bank_of, suggest_bank
from mspseat_desktop.domain.candidates import Table, review_of_candidate, table_of
from mspseat_desktop.domain.review_records import Comparison

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.questions import Bank
    from mspseat_desktop.domain.vocabulary import ComparisonId, OccupantId


def candidate_table(client: Client, comparison: ComparisonId, *, on: str) -> Table:
    """Return the candidates side by side on that day; raise Refused("gone") without them."""
    record = client.get(Comparison, comparison)

    def bank(occupant: OccupantId) -> Bank:
        """Return the bank that the candidate's review asks from, or will ask from."""
        review = review_of_candidate(client, record.seat, occupant, until=record.decided_on)
        if review is not None:
            return bank_of(client, review)
        return bank_for(client, record.seat, suggest_bank(client, record.seat, occupant))

    return table_of(client, comparison, on=on, bank_of=bank)
