from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.domain.edits.people import unseat
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.ui.reviews.opening import open_review
from world import ON


def test_a_review_starts_with_the_day_the_leader_and_who_facilitates(desk):
    desk.open("Managed IT")
    review = desk.review
    assert (review.on, review.bank, review.state) == (ON, "it_provider", "draft")
    assert review.answered_by == "Joel Kim"
    assert review.facilitated_by == desk.client.profile.adviser


def test_a_person_gets_the_questions_for_a_person(desk):
    desk.open("Managed IT")
    assert "Were all bills of the last year expected?" in desk.shown()
    desk.dialog.close()
    desk.open("Finance")
    assert desk.review.bank == "person"
    assert "Would we choose them again?" in desk.shown()
    assert "bills" not in desk.shown()


def test_a_review_begun_before_goes_on(desk):
    begun = open_review(desk.bridge, desk.seat("Managed IT"))
    assert open_review(desk.bridge, desk.seat("Managed IT")) == begun


def test_nobody_in_the_seat_is_nobody_to_review(desk):
    reviews = desk.client.count(Review)
    assert open_review(desk.bridge, desk.seat("Quality")) is None
    assert open_review(desk.bridge, "no such seat") is None
    assert desk.client.count(Review) == reviews


def test_with_several_people_in_a_seat_the_accountable_one_is_reviewed(desk):
    seat = desk.seat("Technology")
    begun = open_review(desk.bridge, seat)
    review = desk.client.get(Review, begun)
    assert desk.client.get(Occupant, review.occupant).name == "Joel Kim"


def test_somebody_else_can_be_reviewed_for_the_seat(desk):
    seat = desk.seat("Quality")
    someone = next(desk.client.every(Occupant)).id
    begun = open_review(desk.bridge, seat, occupant=someone)
    review = desk.client.get(Review, begun)
    assert (review.seat, review.occupant) == (seat, someone)


def test_a_draft_opens_where_something_is_left_to_do(desk):
    dialog = desk.open()
    assert dialog.step == "values"
    desk.press("+++/")
    assert dialog.look.outcome.bar == "over"
    dialog.close()
    assert desk.open().step == "gets"


def test_a_draft_only_looked_at_is_gone_after_closing(desk):
    before = desk.client.count(Review)
    desk.bridge.do(rename_seat(desk.seat("Finance"), "Money"))
    desk.bridge.undo()
    desk.open()
    assert desk.bridge.redo_step() is None
    desk.dialog.close()
    assert desk.client.count(Review) == before
    assert desk.bridge.undo_step() is None
    assert desk.file.load().steps == (desk.bridge.redo_step(),)
    desk.bridge.redo()
    assert desk.seat("Money")


def test_what_was_undone_before_is_over_with_the_first_answer(desk):
    desk.bridge.do(rename_seat(desk.seat("Finance"), "Money"))
    desk.bridge.undo()
    desk.open()
    desk.press("+")
    desk.dialog.close()
    assert desk.client.draft(desk.seat("Managed IT"), desk.review.occupant)
    assert desk.bridge.redo_step() is None
    desk.bridge.undo()
    desk.bridge.undo()
    desk.bridge.redo()
    desk.bridge.redo()
    assert [a.value for a in desk.client.answers(desk.dialog.review)] == ["+"]


def test_undo_takes_an_empty_draft_away_and_leaves_nothing_either(desk):
    desk.bridge.do(rename_seat(desk.seat("Finance"), "Money"))
    desk.bridge.undo()
    desk.open()
    desk.bridge.undo()
    assert desk.dialog.is_closed
    assert [step.name for step in desk.file.load().steps] == ["rename-seat"]
    desk.bridge.redo()
    assert desk.seat("Money")


def test_the_occupant_may_leave_the_seat_while_the_review_is_open(desk):
    dialog = desk.open()
    seating = desk.client.seatings(desk.seat("Managed IT"))[0]
    desk.bridge.do(unseat(seating.id, on=ON))
    dialog.show_step("gets")
    assert "Northbeam" in desk.shown()
