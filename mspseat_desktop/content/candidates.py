"""A comparison laid out with the shipped question banks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mspseat_desktop.content.banks import banks, suggest_bank
from mspseat_desktop.domain.candidates import Table, review_of_candidate, table_of
from mspseat_desktop.domain.records import Comparison

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.questions import Bank
    from mspseat_desktop.domain.records import ComparisonId, OccupantId


def candidate_table(client: Client, comparison: ComparisonId, *, on: str) -> Table:
    """Return the candidates side by side on that day; raise Refused("gone") without them."""
    record = client.get(Comparison, comparison)
    bank_of = partial(_bank_of, client, record, banks())
    return table_of(client, comparison, on=on, bank_of=bank_of)


def _bank_of(
    client: Client, comparison: Comparison, known: Mapping[str, Bank], occupant: OccupantId
) -> Bank:
    """Return the bank that the candidate's review asks from, or will ask from."""
    review = review_of_candidate(client, comparison.seat, occupant, until=comparison.decided_on)
    wanted = review.bank if review is not None else ""
    return known.get(wanted) or known[suggest_bank(client, comparison.seat, occupant)]
