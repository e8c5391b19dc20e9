"""A seat may report to further seats, by lines that go with either of the two."""

from __future__ import annotations

import pytest

from mspseat_desktop.domain import rules
from mspseat_desktop.domain.change import Change, Touch
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.edits.chart import delete_seat
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.records import Occupant, Profile, Seat, SecondLine
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.revision import Revision

BASE = (
    Profile(),
    Seat("boss", None, 1, "Owner"),
    Seat("it", "boss", 1, "IT"),
    Seat("money", "boss", 2, "Finance"),
    Seat("old", None, 2, "Fax", closed_on="2026-01-01"),
)
LINE = SecondLine("l1", "it", "money", "budget")


def put(line: SecondLine, *more: SecondLine) -> None:
    change = Change((Touch(None, line),))
    rules.check(Client.of((*BASE, *more)).applied(change), change)


def test_a_seat_knows_to_whom_else_it_reports_and_who_else_reports_to_it():
    client = Client.of((*BASE, LINE))
    assert client.second_lines("it") == (LINE,)
    assert client.second_reports("money") == (LINE,)


def test_a_seat_has_a_second_line_to_its_own_parent_too():
    put(SecondLine("l2", "it", "boss"))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (SecondLine("l2", "it", "it"), "reports-to-itself"),
        (SecondLine("l2", "it", "money", "again"), "second-line-twice"),
        (SecondLine("l2", "it", "old"), "reports-to-closed-seat"),
        (SecondLine("l2", "it", "nowhere"), "gone"),
    ],
)
def test_a_second_line_that_makes_no_sense_is_refused(line, code):
    with pytest.raises(Refused, match=code):
        put(line, LINE)


@pytest.mark.parametrize("gone", ["it", "money"])
def test_deleting_either_seat_takes_the_line_along(gone):
    work = Revision(Client.of((*BASE, LINE)))
    delete_seat(gone, reports="delete", on="2026-10-01").run(work)
    rules.check(work.client, work.change())
    assert work.client.count(SecondLine) == 0


def test_closing_a_reviewed_seat_takes_its_second_lines_along():
    reviewed = (
        Occupant("ann", "Ann"),
        Review("r1", "it", "ann", "2026-09-01", "person", state="finished"),
    )
    work = Revision(Client.of((*BASE, *reviewed, LINE)))
    delete_seat("it", reports="delete", on="2026-10-01").run(work)
    rules.check(work.client, work.change())
    assert work.client.seat("it").closed_on == "2026-10-01"
    assert work.client.count(SecondLine) == 0
