"""The status line: where the work is, and counts that follow each edit."""

from __future__ import annotations

from pathlib import Path

import pytest

from mspseat_desktop.domain.edits.chart import add_seat, delete_seat
from mspseat_desktop.domain.edits.people import add_occupant, seat_occupant, unseat
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.revision import Revision
from mspseat_desktop.domain.vocabulary import (
    OccupantId,
    SeatId,
    SeatingId,
)
from mspseat_desktop.editing.session import News
from mspseat_desktop.ui.status_line import Kept, StatusLine
from mspseat_desktop.ui.theme import Theme
from world import chart_of, edited, seated

FILE = Path("/somewhere/Lakeside.mspseat")


@pytest.fixture
def line(qtbot):
    line = StatusLine(Theme("light"))
    qtbot.addWidget(line)
    return line


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        (Kept("laptop"), "Saved on this laptop"),
        (Kept("laptop", FILE), "Saved on this laptop"),
        (Kept("file", FILE), "Saved to Lakeside.mspseat"),
        (
            Kept("late", FILE, "There is no room left."),
            "Saved on this laptop. Not yet in Lakeside.mspseat: There is no room left.",
        ),
    ],
)
def test_it_says_where_the_work_is(line, kept, words):
    line.show_kept(kept)
    assert line._where.text() == words


def test_it_says_how_many_seats_are_selected_while_there_are_several(program):
    program.open_sample()
    chosen = program.view.status.chosen
    program.select("Quality")
    assert not chosen.isVisible()
    program.bridge.choose([program.seat(t) for t in ("Quality", "Purchasing", "Technology")])
    assert chosen.isVisible()
    assert chosen.text() == "3 seats selected"
    program.bridge.do(delete_seat(program.seat("Purchasing"), reports="lift", on="2026-11-23"))
    assert chosen.text() == "2 seats selected"
    program.bridge.select(None)
    assert not chosen.isVisible()


def counts(line, client):
    """What a fresh count says."""
    other = StatusLine(line._theme, line)
    other.show_client(client)
    return other._counts.text()


def test_counts_follow_each_edit_as_if_all_were_counted_anew(line):
    client = chart_of({"CEO": ["Finance", "MSP"]})
    line.show_client(client)
    assert line._counts.text() == "3 seats · 0 providers · 3 open seats"
    northbeam = Occupant(OccupantId("n"), "Northbeam", "provider")
    steps = (
        add_occupant(northbeam),
        seat_occupant(SeatingId("s"), SeatId("MSP"), northbeam.id, on="2026-01-01"),
        add_seat(SeatId("x"), parent=SeatId("CEO"), title="X"),
        unseat(SeatingId("s"), on="2026-02-01"),
        delete_seat(SeatId("Finance"), reports="lift", on="2026-02-01"),
    )
    for edit in steps:
        work = Revision(client)
        edit.run(work)
        change = work.change()
        line.hear(News(change, work.client, "do", None), client)
        client = work.client
        assert line._counts.text() == counts(line, client)
    assert line._counts.text() == "3 seats · 1 provider · 3 open seats"


def test_a_closed_seat_counts_no_more(line):
    client = seated(chart_of({"CEO": ["Finance"]}), "Finance", "Dana")
    line.show_client(client)
    assert line._counts.text() == "2 seats · 0 providers · 1 open seat"
    line.show_client(
        edited(client, delete_seat(SeatId("Finance"), reports="lift", on="2026-01-01"))
    )
    assert line._counts.text() == "1 seat · 0 providers · 1 open seat"
