"""The comparison on show: what it says, what can be done, and what hidden ratings leave."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from candidates_world import (
    COMPARISON,
    FIRMS,
    SEAT,
    compared,
    open_seat,
    reviewed,
    seating,
    with_map,
)
from driving import settle, shown_texts, words_of
from mspseat_desktop.domain.edits.candidates import choose, note_comparison
from mspseat_desktop.domain.edits.chart import delete_seat
from mspseat_desktop.domain.edits.people import remove_occupant, seat_occupant
from mspseat_desktop.domain.edits.review import discard_draft
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.review_records import (
    Candidate,
    Comparison,
    Review,
)
from mspseat_desktop.domain.vocabulary import (
    CandidateId,
    OccupantId,
    ReviewId,
)
from mspseat_desktop.ui.widgets import Question, TextField
from world import ON, edited, finish_edit

LATER = "2026-12-01"


def words(desk, key, candidate):
    return desk.spot(key, candidate).words


def decided(client, firm="Bright IT"):
    return edited(client, choose(CandidateId(firm), seating=seating(), on=ON))


def question():
    found = QApplication.activeModalWidget()
    assert isinstance(found, Question)
    return found


def answers_of(desk, firm):
    draft = desk.client.draft(SEAT, OccupantId(firm))
    found = desk.client.answers(draft.id) if draft else ()
    return {(a.kind, a.about): a.value for a in found}


# what it says


def test_the_same_questions_stand_side_by_side(open_desk):
    desk = open_desk(with_map(reviewed()))
    desk.open()
    assert words(desk, ("head", "outcome"), "Bright IT") == "Wrong seat, below the bar"
    assert words(desk, ("wants", "Roadmap"), "Northbeam") == "Wants it"
    assert words(desk, ("wants", "Roadmap"), "Bright IT") == "Would rather not"
    assert words(desk, ("wants", "Roadmap"), "Cedar") == "Not asked"
    assert words(desk, ("function", "backup"), "Cedar") == "On a condition"
    assert desk.spot(("wants", "Backups"), "Cedar").detail == "Only with two visits a year"


def test_every_no_is_named_on_top_whatever_the_order(open_desk):
    desk = open_desk(reviewed())
    desk.open()
    for arrangement in ("differences", "asked"):
        desk.parts.arrangement.chosen.emit(arrangement)
        said = words(desk, ("head", "noes"), "Bright IT")
        for no in ("Roadmap", "Plain speaking", "Wants it"):
            assert no in said
        assert words(desk, ("head", "noes"), "Northbeam") == "Nothing so far"


def test_differences_come_first_and_the_order_asked_is_a_click_away(open_desk):
    desk = open_desk(reviewed())
    desk.open()
    headings = [line.heading for line in desk.grid.shown.lines if line.heading]
    assert headings[2:4] == ["Where they differ", "Not known of anybody yet"]
    desk.parts.arrangement.chosen.emit("asked")
    headings = [line.heading for line in desk.grid.shown.lines if line.heading]
    assert headings[2:] == ["Core values", "Gets it", "Wants it", "Capacity to do it"]


def test_without_any_answer_the_lines_stand_in_the_order_asked(open_desk):
    desk = open_desk(compared())
    desk.open()
    assert desk.parts.arrangement.value == "asked"
    assert words(desk, ("head", "outcome"), "Cedar") == "Not asked yet"
    assert words(desk, ("head", "noes"), "Cedar") == "Not asked yet"


def test_what_is_unknown_becomes_the_questions_for_the_next_call(open_desk):
    desk = open_desk(reviewed())
    desk.open()
    desk.parts.tabs.setCurrentIndex(1)
    settle()
    shown = "\n".join(shown_texts(desk.parts.next_call))
    assert "Ask all of them" in shown
    assert "settle the condition: Only with two visits a year" in shown
    desk.parts.next_call.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "- What does it cost?" in copied
    assert "Ask Cedar as well" in copied


def test_hidden_ratings_leave_fee_references_and_notes_alone(open_desk):
    desk = open_desk(reviewed(), hidden=True)
    desk.open()
    assert desk.labels == ["Fee", "References", "Notes"]
    assert not desk.parts.tabs.isTabEnabled(1)
    assert not any("Roadmap" in text for text in shown_texts(desk.dialog))
    desk.parts.show_ratings.setFocus()
    desk.press("Space")
    assert "Outcome so far" in desk.labels
    assert desk.grid.hasFocus()
    desk.parts.tabs.setCurrentIndex(1)
    desk.bridge.hide_ratings(hidden=True)
    settle()
    assert desk.parts.pages.currentWidget() is desk.grid
    assert desk.labels == ["Fee", "References", "Notes"]


def test_hidden_ratings_take_no_answer_and_show_no_finished_review(open_desk):
    client = edited(reviewed(), discard_draft(ReviewId("review of Cedar")))
    client = edited(client, finish_edit("done", SEAT, OccupantId("Cedar")))
    desk = open_desk(client, hidden=True)
    desk.open()
    desk.go(("field", "fee"), "Cedar")
    desk.parts.review.click()
    assert desk.reviews == []
    assert "Ratings are hidden" in desk.told
    desk.parts.choose.click()
    shown = shown_texts(question())
    assert not any("The review says" in text for text in shown)
    question().reject()


# adding


def test_an_empty_comparison_says_what_to_do_and_leaves_nothing_behind(open_desk):
    desk = open_desk(open_seat())
    desk.open()
    assert "Add two to five" in desk.parts.empty.text()
    assert QApplication.focusWidget() is desk.parts.add
    desk.press("Esc")
    assert desk.dialog.is_closed
    assert desk.client.count(Comparison) == 0


def test_several_names_typed_at_once_are_all_added_known_and_new(open_desk):
    desk = open_desk(open_seat())
    desk.open()
    desk.type("northbeam; Lakeside Support; Cedar")
    desk.press("Return")
    (comparison,) = desk.client.every(Comparison)
    who = [c.occupant for c in desk.client.candidates(comparison.id)]
    names = [desk.client.get(Occupant, one).name for one in who]
    assert names == ["Northbeam", "Lakeside Support", "Cedar"]
    assert who[0] == "Northbeam"
    assert desk.client.get(Occupant, who[1]).kind == "provider"
    assert desk.grid.hasFocus()
    assert [s.name for s in desk.bridge._session.steps()] == ["add-candidates"]
    desk.bridge.undo()
    settle()
    assert QApplication.focusWidget() is desk.parts.add


def test_several_names_typed_at_once_can_be_added_as_the_other_kind(open_desk):
    desk = open_desk(open_seat())
    desk.open()
    desk.type("Ann; Bo")
    desk.press("Down")
    desk.press("Return")
    assert [c.occupant.kind for c in desk.dialog.table.columns] == ["person", "person"]


def test_one_name_is_added_and_the_next_can_be_typed(open_desk):
    desk = open_desk(open_seat())
    desk.open()
    desk.type("Cedar")
    desk.press("Return")
    assert QApplication.focusWidget() is desk.parts.add
    desk.type("Bright")
    desk.press("Return")
    assert [c.occupant.name for c in desk.dialog.table.columns] == ["Cedar", "Bright IT"]


def test_a_sixth_name_is_refused_and_nothing_of_it_is_kept(open_desk):
    desk = open_desk(open_seat())
    desk.open()
    desk.type("a; b; c; d; e; f")
    desk.press("Return")
    assert desk.refused == ["five-candidates"]
    assert desk.client.count(Comparison) == 0
    assert desk.dialog.comparison is None


def test_to_five_nobody_more_can_be_added(open_desk):
    desk = open_desk(open_seat())
    desk.open()
    desk.type("a; b; c; d; e")
    desk.press("Return")
    desk.parts.add.setFocus()
    desk.type("Cedar")
    desk.press("Return")
    assert desk.refused == ["five-candidates"]
    assert len(desk.dialog.table.columns) == 5


def test_who_was_reviewed_for_the_seat_is_offered_first(open_desk):
    client = edited(
        open_seat(),
        finish_edit("one", SEAT, OccupantId("Cedar")),
        finish_edit("two", SEAT, OccupantId("Northbeam")),
    )
    desk = open_desk(client)
    desk.open()
    assert desk.parts.known.caption == "Compare the 2 who were reviewed"
    desk.parts.known.click()
    assert {c.occupant.name for c in desk.dialog.table.columns} == {"Cedar", "Northbeam"}


# answering and writing


def test_letters_answer_side_by_side_and_lead_down(open_desk):
    desk = open_desk(compared())
    desk.open()
    desk.go(("value", "Own it"), "Northbeam")
    desk.press("+", "-")
    assert answers_of(desk, "Northbeam") == {
        ("value", "Own it"): "+",
        ("value", "Plain speaking"): "-",
    }
    desk.go(("wants", "Help desk"), "Cedar")
    desk.press("W", "C", "R")
    assert [answers_of(desk, "Cedar")["wants", d] for d in ("Help desk", "Backups", "Roadmap")] == [
        "wants",
        "condition",
        "declined",
    ]
    assert answers_of(desk, "Bright IT") == {}


def test_the_first_answer_begins_the_review_in_the_same_step(open_desk):
    desk = open_desk(compared())
    desk.open()
    desk.go(("question", "g1"), "Cedar")
    desk.press("Y")
    assert [s.name for s in desk.bridge._session.steps()] == ["answer-candidate"]
    draft = desk.client.draft(SEAT, OccupantId("Cedar"))
    assert draft.bank == "it_provider"
    desk.bridge.undo()
    assert desk.client.draft(SEAT, OccupantId("Cedar")) is None
    assert "Undone" in desk.told


def test_delete_takes_an_answer_back(open_desk):
    desk = open_desk(reviewed())
    desk.open()
    desk.go(("question", "g1"), "Northbeam")
    desk.press("Del")
    assert ("question", "g1") not in answers_of(desk, "Northbeam")


def test_what_follows_from_another_answer_can_not_be_answered(open_desk):
    desk = open_desk(with_map(reviewed()))
    desk.open()
    desk.go(("function", "backup"), "Cedar")
    desk.press("Y")
    assert "Answer there" in desk.told


def test_a_finished_review_is_changed_only_by_reopening_it(open_desk):
    client = edited(compared(), finish_edit("done", SEAT, OccupantId("Cedar")))
    desk = open_desk(client)
    desk.open()
    desk.go(("question", "w7"), "Cedar")
    desk.press("Y")
    assert "reopened" in desk.told
    assert desk.client.get(Review, "done") == client.get(Review, "done")


@pytest.mark.parametrize("field", ["fee", "references", "notes"])
def test_a_text_is_written_where_it_stands(open_desk, field):
    desk = open_desk(compared())
    desk.open()
    desk.go(("field", field), "Cedar")
    desk.type("900 a month")
    desk.press("Return")
    assert getattr(desk.client.get(Candidate, "Cedar"), field) == "900 a month"
    assert desk.grid.hasFocus()
    assert words(desk, ("field", field), "Cedar") == "900 a month"


def test_esc_leaves_a_text_as_it_was_and_the_comparison_open(open_desk):
    desk = open_desk(compared())
    desk.open()
    desk.go(("field", "fee"), "Cedar")
    desk.type("900")
    desk.press("Esc")
    assert desk.client.get(Candidate, "Cedar").fee == ""
    assert not desk.dialog.is_closed


def test_enter_asks_for_the_review_of_the_candidate_in_whose_column_it_is_pressed(open_desk):
    desk = open_desk(reviewed())
    desk.open()
    desk.go(("question", "g1"), "Bright IT")
    desk.press("Return")
    assert desk.reviews == ["Bright IT"]


def test_the_keyboard_stays_on_its_line_when_the_line_moves(open_desk):
    desk = open_desk(reviewed())
    desk.open()
    desk.go(("question", "g6"), "Cedar")
    desk.bridge.hide_ratings(hidden=True)
    desk.bridge.hide_ratings(hidden=False)
    desk.go(("question", "g6"), "Cedar")
    desk.press("Del")
    assert desk.grid.shown.line(desk.grid.currentIndex()).key == ("question", "g6")
    assert desk.grid.candidate.occupant.name == "Cedar"


# arranging and choosing


def test_candidates_change_places_by_keyboard(open_desk):
    desk = open_desk(compared())
    desk.open()
    desk.go(("field", "fee"), "Cedar")
    desk.press("Alt+Left", "Alt+Left", "Alt+Left")
    assert [c.occupant.name for c in desk.dialog.table.columns] == [
        "Cedar",
        "Northbeam",
        "Bright IT",
    ]
    assert desk.grid.candidate.occupant.name == "Cedar"


def test_the_menu_of_a_candidate_offers_what_can_be_done(open_desk):
    desk = open_desk(compared())
    desk.open()
    desk.grid.menu_wanted.emit(CandidateId("Northbeam"), QPoint(0, 0))
    menu = desk.dialog.findChild(QMenu)
    entries = [words_of(action).split("\t")[0] for action in menu.actions() if words_of(action)]
    assert entries == [
        *("Review…", "Choose…", "Open in People"),
        *("Move right", "Take out of the comparison"),
    ]
    menu.actions()[-1].trigger()
    menu.close()
    assert [c.occupant.name for c in desk.dialog.table.columns] == ["Bright IT", "Cedar"]


def test_before_choosing_it_is_said_what_will_happen_and_what_speaks_against(open_desk):
    client = edited(
        reviewed(), seat_occupant(seating("old"), SEAT, OccupantId("Northbeam"), on="2025-01-06")
    )
    desk = open_desk(client)
    desk.open()
    desk.go(("field", "fee"), "Bright IT")
    desk.parts.choose.click()
    said = "\n".join(shown_texts(question()))
    assert "Northbeam leaves “Managed IT” today, and Bright IT sits there from today." in said
    assert "Wrong seat, below the bar" in said
    assert "Against it: Our call: Wants it. Core value: Plain speaking. Wants it: Roadmap." in said
    assert "comparison is kept" in said
    question().reject()
    settle()
    assert desk.client.accountable(SEAT).name == "Northbeam"


def test_choosing_seats_and_keeps_and_one_undo_takes_both_back(open_desk):
    desk = open_desk(reviewed())
    desk.open()
    desk.go(("field", "fee"), "Cedar")
    desk.parts.choose.click()
    asked = question()
    field = next(w for w in asked.findChildren(TextField) if w.isVisible())
    field.setText("Closest to us")
    asked.buttons[-1].click()
    settle()
    kept = desk.client.get(Comparison, COMPARISON)
    assert (kept.chosen, kept.decided_on, kept.notes) == ("Cedar", ON, "Closest to us")
    assert desk.client.accountable(SEAT).id == "Cedar"
    assert "Decided on 23 Nov 2026: Cedar. Closest to us" in desk.parts.line.text()
    assert desk.parts.choose.isHidden()
    assert desk.parts.add.isHidden()
    desk.go(("wants", "Roadmap"), "Northbeam")
    desk.press("Y")
    assert "decided" in desk.told
    desk.bridge.undo()
    assert desk.client.accountable(SEAT) is None
    assert not desk.client.get(Comparison, COMPARISON).decided_on


def test_a_decided_comparison_says_when_somebody_else_came(open_desk):
    client = edited(
        decided(reviewed()),
        note_comparison(COMPARISON, "Best people"),
        seat_occupant(seating("b"), SEAT, OccupantId("Northbeam"), on=LATER),
    )
    desk = open_desk(client)
    desk.open()
    assert "Somebody else holds the seat now" in desk.parts.line.text()
    assert "Best people" in desk.parts.line.text()


def test_a_decided_comparison_stands_though_the_chosen_name_was_deleted(open_desk):
    client = edited(
        decided(compared()),
        seat_occupant(seating("b"), SEAT, OccupantId("Northbeam"), on=LATER),
        remove_occupant(OccupantId("Bright IT")),
    )
    desk = open_desk(client)
    desk.open()
    assert "not kept any more" in desk.parts.line.text()
    assert [c.occupant.name for c in desk.dialog.table.columns] == ["Northbeam", "Cedar"]


def test_a_new_comparison_is_begun_beside_the_decided_one(open_desk):
    desk = open_desk(decided(compared()))
    desk.open()
    assert desk.parts.again.isVisible()
    desk.parts.again.click()
    desk.type("Cedar")
    desk.press("Return")
    assert desk.client.count(Comparison) == 2
    assert desk.dialog.comparison != COMPARISON
    assert desk.parts.which.isVisible()
    desk.parts.which.setCurrentIndex(desk.parts.which.findData(COMPARISON))
    assert desk.dialog.comparison == COMPARISON
    assert len(desk.dialog.table.columns) == len(FIRMS)


def test_the_comparison_of_a_closed_seat_is_there_to_read(open_desk):
    client = edited(
        reviewed(),
        finish_edit("done", SEAT, OccupantId("Cedar")),
        delete_seat(SEAT, reports="lift", on=ON),
    )
    desk = open_desk(client)
    desk.open()
    assert "closed" in desk.parts.line.text()
    assert desk.parts.add.isHidden()
    assert desk.parts.choose.isHidden()
    assert desk.parts.review.isHidden()


def test_a_seat_that_goes_closes_its_comparison(open_desk):
    desk = open_desk(compared())
    desk.open()
    heard = []
    desk.dialog.notice.connect(heard.append)
    desk.bridge.do(delete_seat(SEAT, reports="lift", on=ON))
    assert desk.dialog.is_closed
    assert "not there any more" in heard[0]


def test_undoing_the_first_candidate_goes_back_to_the_empty_comparison(open_desk):
    desk = open_desk(open_seat())
    desk.open()
    desk.type("Cedar")
    desk.press("Return")
    desk.bridge.undo()
    settle()
    assert desk.dialog.comparison is None
    assert desk.parts.pages.currentWidget() is desk.parts.empty


# looks


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 720), (960, 600)])
def test_five_candidates_with_very_long_names_can_be_reached_and_are_not_cut(
    open_desk, theme, name, size
):
    theme.choose(name)
    desk = open_desk(open_seat())
    desk.window.resize(*size)
    desk.open()
    long = "Sevenoaks and Daughters Managed Technology Services of the Lakeside Area"
    desk.type("; ".join(f"{long} {number}" for number in range(5)))
    desk.press("Return")
    grid, parts = desk.grid, desk.parts
    for number in range(5):
        index = grid.shown.index(0, number + 1)
        grid.setCurrentIndex(index)
        settle(2)
        assert grid.viewport().rect().contains(grid.visualRect(index).center())
        assert long in str(grid.shown.data(index, Qt.ItemDataRole.AccessibleTextRole))
    for part in (parts.choose, parts.review, parts.add, parts.cross):
        inside = part.mapTo(desk.dialog.sheet, part.rect().bottomRight())
        assert desk.dialog.sheet.rect().contains(inside)
    assert not desk.window.grab().isNull()


def test_a_place_is_read_aloud_with_the_name_and_the_question(open_desk):
    desk = open_desk(reviewed())
    desk.open()
    place = desk.grid.shown.place(("wants", "Roadmap"), CandidateId("Bright IT"))
    said = desk.grid.shown.data(place, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Bright IT, Roadmap (Wants it): Would rather not"
