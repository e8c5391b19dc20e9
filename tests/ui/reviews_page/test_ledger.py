"""What the page knows of the reviews is got ready in portions and stays right while edits come."""

from __future__ import annotations

from datetime import date

import pytest

from mspseat_desktop.content.sample import sample_client
from mspseat_desktop.domain.edits.chart import delete_seat
from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.revision import Revision
from mspseat_desktop.domain.rounds import company_rounds
from mspseat_desktop.ui.reviews_page.ledger import Ledger


@pytest.fixture(name="client")
def _client():
    return sample_client(date(2026, 10, 14))


def late_after(looks: int):
    """Return a clock that says it is late after so many looks."""
    left = [looks]

    def is_late() -> bool:
        left[0] -= 1
        return left[0] < 0

    return is_late


def test_portions_come_to_the_same_as_one_look_at_everything(client):
    ledger = Ledger(client)
    portions = 1
    while not ledger.get_ready(late_after(2)):
        portions += 1
    assert portions > client.count(Seat) / 3
    assert {seat.id: ledger.of(seat.id) for seat in client.every(Seat)} == company_rounds(client)


def test_a_seat_that_goes_between_two_portions_is_left_out(client):
    ledger = Ledger(client)
    assert not ledger.get_ready(late_after(1))
    work = Revision(client)
    for seat in [s for s in client.chart() if not client.reviews(s) and not client.children(s)]:
        delete_seat(seat, reports="delete", on="2026-10-14").run(work)
    assert work.change()
    ledger.hear(work.change(), work.client)
    while not ledger.get_ready(late_after(3)):
        pass
    assert {s.id: ledger.of(s.id) for s in work.client.every(Seat)} == company_rounds(work.client)
