"""The page as a whole: what stands in it, sorted, filtered, by quarter, and while hidden."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QAccessible, QImage

from driving import settle, shown_texts
from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.domain.edits.people import change_occupant
from mspseat_desktop.domain.records import Occupant, Seating
from mspseat_desktop.domain.review_records import Action
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.vocabulary import (
    ActionId,
    OccupantId,
    ReviewId,
    SeatId,
    SeatingId,
)
from mspseat_desktop.ui.reviews_page.columns import Column, column_widths
from rounds_world import Q2, Q4, company, reviewed
from world import chart_of, edited, seated

MSP, FIRM = "Managed IT", "Northbeam IT"
ALL = ["Dana Whitfield", "Joel Kim", "Northbeam IT", "", "Priya Natarajan"]


def test_every_seat_has_a_line_with_marks_result_and_dates(on_page):
    shown = on_page(company())
    assert shown.names == ALL
    assert shown.said(FIRM, "Seat and occupant") == "Managed IT, Northbeam IT"
    assert shown.said(FIRM, "Wants it") == "Northbeam IT, Wants it: No"
    assert shown.said(FIRM, "Plain speaking") == "Northbeam IT, Plain speaking: +/-"
    assert shown.said(FIRM, "The bar") == "3 of 4 +, at or over the bar"
    assert shown.said(FIRM, "Result") == "Right provider, wrong seat"
    assert shown.said(FIRM, "Last review") == "14 Oct 2026"
    assert shown.said(FIRM, "Next review") == "13 Dec 2026"
    assert shown.said("Joel Kim", "The bar") == "2 of 4 +, below the bar"
    assert shown.said("Joel Kim", "Next review") == "13 Nov 2026, 10 days overdue"
    assert shown.said("Priya Natarajan", "Result") == "Not reviewed yet"
    assert shown.said("", "Result") == "Open seat"


def test_the_head_says_how_many_are_right_below_and_due(on_page):
    shown = on_page(company())
    words = shown.page.head.summary.text()
    assert words == "1 of 3 reviewed seats right · 1 below the bar · 1 review due"


def test_the_bar_stands_in_one_cell_and_is_said_with_each_value(on_page):
    shown = on_page(company())
    assert shown.model.bar == "at least 3 +, at most 1 +/\N{MINUS SIGN}, no \N{MINUS SIGN}"
    table = QAccessible.queryAccessibleInterface(shown.table)
    names = [table.child(at).text(QAccessible.Text.Name) for at in range(table.childCount())]
    assert "Own it. at least 3 +, at most 1 +/\N{MINUS SIGN}, no \N{MINUS SIGN}" in names
    assert "Northbeam IT, Wants it: No" in names


def test_open_actions_of_the_seat_are_counted(on_page):
    review = ReviewId(f"{FIRM}@{MSP}@{Q4}")
    actions = [Action(ActionId(f"a{n}"), review, n, "Agree it") for n in range(3)]
    put = Edit("x", lambda w: [w.put(a) for a in (replace(actions[0], done_on=Q4), *actions[1:])])
    shown = on_page(edited(company(), put))
    assert shown.said(FIRM, "Actions open") == "2 open"
    assert shown.said("Joel Kim", "Actions open") == ""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("All seats", ALL),
        ("Due or overdue", ["Joel Kim"]),
        ("Wrong seat", [FIRM]),
        ("Below the bar", ["Joel Kim"]),
        ("Never reviewed", ["Priya Natarajan"]),
        ("Providers", [FIRM]),
    ],
)
def test_each_filter_shows_its_lines(on_page, words, expected):
    shown = on_page(company())
    shown.choose(shown.page.head.showing, words)
    assert shown.names == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("As in the chart", ALL),
        ("By result", [FIRM, "Joel Kim", "Priya Natarajan", "", "Dana Whitfield"]),
        ("By next review", ["Joel Kim", FIRM, "Dana Whitfield", "", "Priya Natarajan"]),
        ("By name", ["Dana Whitfield", "Joel Kim", FIRM, "Priya Natarajan", ""]),
    ],
)
def test_each_order_sorts_the_lines(on_page, words, expected):
    shown = on_page(company())
    shown.choose(shown.page.head.sorting, words)
    assert shown.names == expected


def test_a_list_with_nothing_in_it_says_so(on_page):
    client = reviewed(company(), "Sales", "Priya Natarajan", Q4)
    shown = on_page(client)
    shown.choose(shown.page.head.showing, "Never reviewed")
    assert shown.names == []
    assert shown.page.hint.text() == "Everybody has been reviewed."


def test_an_earlier_quarter_is_shown_as_it_stood(on_page):
    shown = on_page(company())
    rounds = shown.page.head.round
    assert [rounds.itemText(at) for at in range(rounds.count())] == ["Now", "Q4 2026", "Q3 2026"]
    shown.choose(rounds, "Q3 2026")
    assert shown.names == ["Dana Whitfield", "Joel Kim", FIRM, "Priya Natarajan"]
    assert shown.said(FIRM, "Result") == "Right provider, right seat"
    assert shown.said(FIRM, "Next review") == "12 Oct 2026"
    assert "Actions open" not in shown.titles
    assert shown.page.head.summary.text() == "3 of 3 reviewed seats right"


def test_comparing_says_what_changed_in_each_line(on_page):
    client = reviewed(company(), "Sales", "Priya Natarajan", Q4)
    shown = on_page(client)
    against = shown.page.head.against
    assert [against.itemText(at) for at in range(against.count())] == [
        "Compare with nothing",
        "Compare with Q3 2026",
    ]
    shown.choose(against, "Compare with Q3 2026")
    assert shown.said("Dana Whitfield", "Since Q3 2026") == "same"
    assert shown.said("Priya Natarajan", "Since Q3 2026") == "first review"
    assert shown.said(FIRM, "Since Q3 2026") == (
        "worse; Wants it: worse; Plain speaking: worse; "
        "Right provider, right seat → Right provider, wrong seat"
    )
    assert shown.said(FIRM, "Wants it") == "Northbeam IT, Wants it: No, worse"


def test_any_earlier_quarter_can_be_compared_with(on_page):
    client = reviewed(company(), MSP, FIRM, Q2, "NNN", headline="wrong_seat_below")
    shown = on_page(client)
    shown.choose(shown.page.head.round, "Q3 2026")
    shown.choose(shown.page.head.against, "Compare with Q2 2026")
    assert shown.said(FIRM, "Since Q2 2026").startswith("better; Gets it: better")


def test_reviews_without_an_outcome_are_not_compared(on_page):
    client = reviewed(company(), "Owner", "Dana Whitfield", "2026-11-01", headline="incomplete")
    shown = on_page(client)
    shown.choose(shown.page.head.against, "Compare with Q3 2026")
    assert shown.said("Dana Whitfield", "Since Q3 2026") == (
        "not comparable: one of them has no outcome; Right person, right seat → Incomplete"
    )


def test_hidden_ratings_leave_names_and_dates_only(on_page):
    shown = on_page(company(), hidden=True)
    assert shown.titles == ["Seat and occupant", "Last review", "Next review"]
    showing = shown.page.head.showing
    offered = {showing.itemText(at) for at in range(showing.count())}
    assert offered == {"All seats", "Due or overdue", "Never reviewed", "Providers"}
    assert shown.page.head.sorting.count() == 3
    assert not shown.page.head.against.isVisible()
    assert not shown.page.chart.isVisible()
    everything = " ".join(shown_texts(shown.page))
    for word in ("right", "wrong", "below the bar", "at least 3 +", "of 3"):
        assert word not in everything
    shown.press("Ctrl+H")
    assert "Wants it" in shown.titles
    assert shown.page.chart.isVisible()


def test_a_filter_that_tells_a_rating_ends_with_hiding(on_page):
    shown = on_page(company())
    shown.choose(shown.page.head.showing, "Wrong seat")
    shown.press("Ctrl+H")
    assert shown.names == ALL


def test_several_occupants_of_a_seat_have_a_line_each(on_page):
    also = Seating(SeatingId("also"), SeatId(MSP), OccupantId("Joel Kim"), "also", "2026-01-01")
    shown = on_page(edited(company(), Edit("x", lambda work: work.put(also))))
    lines = [shown.model.data(shown.model.index(at, 0)) for at in range(shown.model.rowCount())]
    assert lines[2:4] == ["Managed IT, Northbeam IT", "Managed IT, Joel Kim (also there)"]


def test_the_share_of_right_seats_stands_in_numbers(on_page, qtbot):
    shown = on_page(company())
    qtbot.waitUntil(lambda: bool(shown.page.chart.shares))
    told = [(q.number, s.right, s.reviewed) for q, s in shown.page.chart.shares]
    assert told == [(3, 3, 3), (4, 1, 3)]
    assert shown.page.chart.accessibleDescription() == (
        "Q3 2026: 3 of 3 reviewed seats right\nQ4 2026: 1 of 3 reviewed seats right"
    )


def test_the_page_keeps_up_with_edits_of_other_pages_and_undo(on_page):
    shown = on_page(company())
    shown.program.act("page-chart")
    holder = shown.client.get(Occupant, FIRM)
    shown.program.bridge.do(rename_seat(SeatId(MSP), "Their seat"))
    shown.program.bridge.do(change_occupant(replace(holder, name="Southbeam")))
    shown.program.act("page-reviews")
    assert shown.said("Southbeam", "Seat and occupant") == "Their seat, Southbeam"
    shown.program.act("undo")
    assert shown.said(FIRM, "Seat and occupant") == "Their seat, Northbeam IT"


def test_a_company_without_reviews_says_how_to_begin(on_page):
    shown = on_page(seated(chart_of({"Owner": ["Tech"]}), "Owner", "Dana"))
    assert shown.page.hint.text().startswith("No review is finished yet.")
    assert shown.page.head.summary.text() == "No seat is reviewed yet"
    assert not shown.page.chart.isVisible()
    assert shown.page.head.round.count() == 1


def test_a_chart_without_seats_sends_to_the_chart_first(program):
    program.new_client()
    program.bridge.do(Edit("x", _take_everything_out))
    program.act("page-reviews")
    settle()
    assert "There is no seat yet" in shown_texts(program.view.reviews)
    assert not program.view.reviews.table.isVisible()
    program.hand.press("Return")
    assert program.view.page == "chart"
    program.bridge.undo()
    program.act("page-reviews")
    settle()
    assert program.view.reviews.table.isVisible()
    assert program.view.reviews.table.hasFocus()


def _take_everything_out(work):
    from mspseat_desktop.domain.edits.chart import delete_seat

    for seat in work.client.children(None):
        delete_seat(seat, reports="delete", on=Q4).run(work)


def test_one_seat_is_one_line(on_page):
    shown = on_page(
        reviewed(seated(chart_of({"Owner": []}), "Owner", "Dana"), "Owner", "Dana", Q4, marks=())
    )
    assert shown.names == ["Dana"]
    assert "The bar" not in shown.titles
    assert shown.said("Dana", "Result") == "Right person, right seat"


def test_widths_fill_the_room_and_never_fall_below_their_least():
    columns = [Column("seat", ""), *[Column("letter", "")] * 3, *[Column("value", "")] * 9]
    columns += [Column(kind, "") for kind in ("bar", "result", "turn", "last", "next", "actions")]
    for room in range(400, 2400, 37):
        widths = column_widths(columns, room)
        assert sum(widths) == max(room, sum(column_widths(columns, 0)))
        assert all(w >= least for w, least in zip(widths, column_widths(columns, 0), strict=True))


@pytest.mark.parametrize("size", [(1280, 720), (960, 600)])
def test_everything_in_the_head_is_inside_the_window(on_page, size):
    shown = on_page(company())
    shown.program.window.resize(*size)
    settle()
    head = shown.page.head
    for part in (head.round, head.showing, head.sorting, head.against, head.report):
        assert part.visibleRegion().boundingRect().size() == part.size()
    assert shown.table.viewport().height() >= 3 * 44


def test_a_page_made_ready_while_idle_is_whole_when_it_is_shown(program, qtbot):
    program.open_sample()
    page = program.view.reviews
    qtbot.waitUntil(lambda: page.layout() is not None)
    assert not page.isVisible()
    program.act("page-reviews")
    assert page.table.reviews.rowCount() == len(list(program.client.chart()))
    assert page.table.columnWidth(0) > 0


def test_the_face_of_an_occupant_appears_in_its_line_once_it_is_loaded(on_page, qtbot):
    shown = on_page(company())
    bridge = shown.program.bridge
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    name = bridge.keep_picture(bytes(buffer.data().data()))
    holder = shown.client.get(Occupant, FIRM)
    bridge.do(change_occupant(replace(holder, portrait=name)))

    def has_face():
        place = shown.model.index(shown.names.index(FIRM), 0)
        picture = shown.table.viewport().grab(shown.table.visualRect(place)).toImage()
        dots = (picture.pixelColor(x, picture.height() // 2) for x in range(picture.width()))
        return any(dot.red() > 200 and dot.green() < 60 and dot.blue() > 200 for dot in dots)

    qtbot.waitUntil(has_face, timeout=10_000)
