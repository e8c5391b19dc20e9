import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mspseat_desktop.content.banks import banks
from mspseat_desktop.domain.edits.people import seat_occupant
from mspseat_desktop.domain.edits.review import finish_review, put_answer, start_review
from mspseat_desktop.domain.edits.seat import add_metric, change_responsibility
from mspseat_desktop.domain.records import Metric
from mspseat_desktop.domain.vocabulary import (
    MetricId,
    OccupantId,
    ResponsibilityId,
    ReviewId,
    SeatId,
    SeatingId,
)
from rounds_world import company
from rounds_world import reviewed as rated
from world import edited

MSP, NORTHBEAM = SeatId("MSP"), OccupantId("Northbeam")
BANK = banks()["it_provider"].questions


def start(desk, name="r1"):
    review = ReviewId(name)
    desk.bridge.do(
        start_review(review, seat=MSP, occupant=NORTHBEAM, on="2026-10-14", bank="it_provider")
    )
    return review


@pytest.fixture
def reviewed(desk):
    """Northbeam gets it and can do it, but declines the roadmap."""
    review = start(desk)
    for letter, call, note in (
        ("gets", "yes", "It asks why."),
        ("wants", "no", "Prefers break-fix."),
        ("capacity", "yes", "Two engineers."),
    ):
        desk.bridge.do(put_answer(review, "call", about=letter, value=call, note=note))
    desk.bridge.do(put_answer(review, "wants", about="Roadmap", value="declined"))
    desk.bridge.do(finish_review(review, finished_at="2026-10-14T10:00:00", questions=BANK))
    assert desk.troubles == []
    return desk


def test_a_holder_without_review_is_said_to_have_none(desk):
    latest = desk.page.latest
    assert latest.none.isVisible()
    assert not latest.card.isVisible()


def test_the_latest_review_shows_headline_calls_and_why(reviewed):
    latest = reviewed.page.latest
    assert latest.card.isVisible()
    assert latest.date.text() == "14 Oct 2026"
    assert (latest.headline.text, latest.headline.role) == ("Wrong seat", "partly")
    assert latest.calls["wants"].accessibleName() == "Wants it: No"
    assert latest.calls["gets"].accessibleName() == "Gets it: Yes"
    assert latest.reason.text() == "Prefers break-fix."


def test_a_review_left_open_says_what_is_missing(desk):
    desk.bridge.do(add_metric(Metric(MetricId("m"), MSP, name="Response", target=60)))
    review = start(desk)
    desk.bridge.do(put_answer(review, "call", about="gets", value="yes", note="We saw it."))
    desk.bridge.do(finish_review(review, finished_at="2026-10-14T10:00:00", questions=BANK))
    assert desk.page.latest.headline.text == "Incomplete"
    assert desk.page.latest.reason.text() == "Wants it: not called yet."


def test_a_declined_responsibility_is_marked_not_wanted(reviewed):
    assert reviewed.rows.rows[3].tags.tags == (("Not wanted", "no"),)
    assert reviewed.rows.rows[0].tags.tags == ()


def test_hidden_ratings_show_no_headline_call_or_mark_anywhere(reviewed):
    panel, latest = reviewed.panel, reviewed.page.latest
    reviewed.bridge.hide_ratings(hidden=True)
    assert not latest.card.isVisible()
    assert latest.hidden.text() == "Ratings are hidden. Ctrl+H shows them."
    assert latest.headline.text == latest.reason.text() == ""
    assert reviewed.rows.rows[3].tags.tags == ()
    assert [b.words[2] for b in panel.reviews_page.buttons] == [""]
    reviewed.bridge.hide_ratings(hidden=False)
    assert latest.card.isVisible()
    assert reviewed.rows.rows[3].tags.tags == (("Not wanted", "no"),)


def test_a_changed_scope_asks_for_another_review(reviewed):
    latest = reviewed.page.latest
    assert not latest.changed.isVisible()
    reviewed.bridge.do(change_responsibility(ResponsibilityId("Roadmap"), part="helps"))
    assert latest.changed.isVisible()
    assert latest.headline.role == "unanswered"


def test_the_list_opens_a_review_and_knows_the_draft(reviewed):
    panel = reviewed.panel
    wanted = []
    panel.open_review_wanted.connect(wanted.append)
    panel.show_tab("reviews")
    QTest.mouseClick(panel.reviews_page.buttons[0], Qt.MouseButton.LeftButton)
    panel.show_tab("seat")
    panel.seat_page.latest.open.click()
    assert wanted == ["r1", "r1"]
    start(reviewed, "r2")
    assert sorted(b.words[2] for b in panel.reviews_page.buttons) == [
        "Draft, not finished",
        "Wrong seat",
    ]
    assert panel.review.caption == "Continue the review"
    assert panel.tabs.tabText(2) == "Reviews  2"


def test_review_is_asked_for_the_seat_once_typing_is_kept(desk):
    asked = []
    desk.panel.review_wanted.connect(
        lambda seat: asked.append((seat, desk.client.seat(MSP).purpose))
    )
    desk.page.purpose.area.setFocus()
    QTest.keyClicks(desk.page.purpose.area, "Ours")
    desk.panel.review.click()
    assert asked == [(MSP, "Ours")]


@pytest.fixture
def over_time(make_desk):
    """Northbeam reviewed twice, then Joel in its place."""
    client = company()
    client = edited(
        client,
        seat_occupant(
            SeatingId("n"),
            SeatId("Managed IT"),
            OccupantId("Joel Kim"),
            on="2026-10-20",
            since="2026-10-20",
        ),
    )
    client = rated(client, "Managed IT", "Joel Kim", "2026-11-01", metrics=(("a", 97), ("b", 90)))
    desk = make_desk(client)
    desk.select("Managed IT")
    desk.panel.show_tab("reviews")
    return desk


def test_each_review_of_the_seat_says_its_marks_and_what_changed_why(over_time):
    page = over_time.panel.reviews_page
    joel, later, first = (button.accessibleName() for button in page.buttons)
    assert "Wants it: No" in later
    assert "3 of 4 +, at or over the bar" in later
    assert "Wants it: Yes" in first
    assert "1 of 2 metrics on target" in joel
    assert page.changes == (
        "",
        "Changed since 14 Jul 2026: Wants it: Yes → No, because: Declined the roadmap; "
        "Plain speaking: + → +/-; Right provider, right seat → Right provider, wrong seat.",
        "",
    )


def test_another_occupant_begins_anew_and_is_said_to(over_time):
    details = [button.words[1] for button in over_time.panel.reviews_page.buttons]
    assert details == ["Joel Kim · somebody else before", "Northbeam IT", "Northbeam IT"]


def test_hidden_ratings_show_neither_marks_nor_changes(over_time):
    page = over_time.panel.reviews_page
    over_time.bridge.hide_ratings(hidden=True)
    assert page.changes == ("", "", "")
    assert all("Wants it" not in button.accessibleName() for button in page.buttons)
    over_time.bridge.hide_ratings(hidden=False)
    assert page.changes[1]
