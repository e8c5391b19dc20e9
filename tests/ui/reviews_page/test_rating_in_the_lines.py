"""Rating right in the lines, by keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from driving import settle, words_of
from mspseat_desktop.domain.edits.people import change_occupant
from mspseat_desktop.domain.edits.review import discard_draft, put_answer
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.vocabulary import OccupantId, SeatId
from rounds_world import Q4, VALUES, company

MSP, FIRM, PRIYA = "Managed IT", "Northbeam IT", "Priya Natarajan"


def click(shown, name, title):
    index = shown.model.index(shown.names.index(name), shown.titles.index(title))
    shown.table.scrollTo(index)
    at = shown.table.visualRect(index).center()
    viewport = shown.table.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    settle(2)


def test_a_whole_line_is_rated_in_as_many_keys_as_it_has_marks(on_page):
    shown = on_page(company())
    shown.at("Sales", PRIYA)
    shown.press("Y", "Y", "Y", "+", "=", "/", "-")
    marks = [shown.answer("Sales", PRIYA, "value", value)[0] for value in VALUES]
    assert marks == ["+", "+", "+/-", "-"]
    calls = [shown.answer("Sales", PRIYA, "call", x)[0] for x in ("gets", "wants", "capacity")]
    assert calls == ["yes", "yes", "yes"]
    assert shown.said(PRIYA, "Result") == "Draft, 7 of 7"
    assert shown.said(PRIYA, "The bar") == "2 of 4 +, below the bar"


def test_a_rating_begins_a_draft_of_today_and_one_step_takes_both_back(on_page):
    shown = on_page(company())
    shown.at("Sales", PRIYA, VALUES[0])
    shown.press("+")
    assert shown.draft("Sales", PRIYA).on == "2026-11-23"
    assert shown.draft("Sales", PRIYA).bank == "person"
    shown.program.act("undo")
    assert shown.draft("Sales", PRIYA) is None
    assert shown.said(PRIYA, "Result") == "Not reviewed yet"


def test_a_rating_goes_into_the_draft_that_is_there(on_page):
    shown = on_page(company())
    shown.at("Sales", PRIYA)
    shown.press("Y")
    draft = shown.draft("Sales", PRIYA).id
    shown.press("Y", "+")
    assert shown.draft("Sales", PRIYA).id == draft
    assert shown.client.count(Review) == len(shown.finished()) + 1


def test_finished_reviews_stay_as_they_are(on_page):
    shown = on_page(company())
    before = shown.finished()
    shown.at(MSP, FIRM, VALUES[0])
    shown.press("-", "-", "-")
    assert shown.finished() == before
    assert shown.said(FIRM, "Result") == "Draft, 3 of 7, before: Right provider, wrong seat"
    assert shown.said(FIRM, "Own it") == "Northbeam IT, Own it: -"


def test_a_call_that_must_be_explained_asks_for_its_sentence_in_place(on_page):
    shown = on_page(company())
    shown.at(MSP, FIRM)
    shown.press("Y")
    field = shown.table.in_place.explaining.field
    assert field is not None
    assert field.hasFocus()
    assert field.accessibleName() == "Why: Gets it"
    shown.type("Knows no answer by heart")
    shown.press("Return")
    assert shown.answer(MSP, FIRM, "call", "gets") == ("yes", "Knows no answer by heart")
    assert shown.table.in_place.explaining.field is None
    assert shown.table.column.about == "wants"
    assert shown.table.hasFocus()
    assert "a sentence is missing" not in shown.said(FIRM, "Gets it")


def test_a_call_against_the_answers_says_that_it_is(on_page):
    shown = on_page(company())
    shown.at(MSP, FIRM, "wants")
    shown.press("N")
    shown.press("Escape")
    draft = shown.draft(MSP, FIRM).id
    shown.program.bridge.do(put_answer(draft, "wants", about="Roadmap", value="declined"))
    shown.at(MSP, FIRM, "wants")
    shown.press("Y")
    words = [label.text() for label in shown.table.viewport().findChildren(type(shown.page.hint))]
    assert "This goes against the answers. Say why, in a sentence." in words


def test_letters_typed_into_a_sentence_rate_nothing(on_page):
    shown = on_page(company())
    shown.at(MSP, FIRM)
    shown.press("Y")
    shown.type("n+-ynY=/")
    shown.press("Return")
    assert shown.answer(MSP, FIRM, "call", "gets") == ("yes", "n+-ynY=/")
    assert shown.answer(MSP, FIRM, "call", "wants") is None


def test_esc_leaves_the_sentence_open_and_the_line_says_so(on_page):
    shown = on_page(company())
    shown.at(MSP, FIRM)
    shown.press("Y")
    shown.type("half a")
    shown.press("Escape")
    assert shown.answer(MSP, FIRM, "call", "gets") == ("yes", "")
    assert shown.said(FIRM, "Gets it") == "Northbeam IT, Gets it: Yes, a sentence is missing"
    assert shown.said(FIRM, "Result").endswith("a sentence is missing")
    assert shown.table.hasFocus()


def test_esc_takes_back_what_was_kept_while_typing(on_page):
    shown = on_page(company())
    shown.at(MSP, FIRM)
    shown.press("Y")
    shown.type("half a")
    shown.table.in_place.explaining.field.flush()
    assert shown.answer(MSP, FIRM, "call", "gets") == ("yes", "half a")
    shown.press("Escape")
    assert shown.answer(MSP, FIRM, "call", "gets") == ("yes", "")


def test_leaving_the_sentence_keeps_it(on_page):
    shown = on_page(company())
    shown.at(MSP, FIRM)
    shown.press("Y")
    shown.type("Because we saw it")
    shown.page.head.report.setFocus()
    settle(2)
    assert shown.answer(MSP, FIRM, "call", "gets") == ("yes", "Because we saw it")
    assert shown.table.in_place.explaining.field is None


def test_a_sentence_closes_when_its_draft_goes(on_page):
    shown = on_page(company())
    shown.at(MSP, FIRM)
    shown.press("Y")
    shown.program.bridge.do(discard_draft(shown.draft(MSP, FIRM).id))
    settle(2)
    assert shown.table.in_place.explaining.field is None


def test_a_bare_no_of_a_person_asks_and_enter_passes_it_by(on_page):
    shown = on_page(company())
    shown.at("Sales", PRIYA, "wants")
    shown.press("N", "Return")
    assert shown.answer("Sales", PRIYA, "call", "wants") == ("no", "")
    assert shown.table.column.about == "capacity"


def test_delete_takes_a_rating_back_and_an_empty_draft_away(on_page):
    shown = on_page(company())
    shown.at("Sales", PRIYA)
    shown.press("Y", "Y", "Left", "Del")
    assert shown.answer("Sales", PRIYA, "call", "wants") is None
    assert shown.answer("Sales", PRIYA, "call", "gets") == ("yes", "")
    shown.press("Left", "Del")
    assert shown.draft("Sales", PRIYA) is None


def test_an_earlier_round_and_an_open_seat_take_no_rating_and_say_why(on_page):
    shown = on_page(company())
    shown.at("Quality", None)
    shown.press("Y")
    assert shown.program.notice.startswith("Nobody sits there yet.")
    shown.choose(shown.page.head.round, "Q3 2026")
    shown.at(MSP, FIRM)
    shown.press("N")
    assert shown.program.notice.startswith("An earlier round does not change any more.")
    assert shown.client.count(Review) == len(shown.finished())


def test_who_is_not_rated_on_values_takes_no_mark_there_and_says_why(on_page):
    shown = on_page(company())
    holder = shown.client.get(Occupant, FIRM)
    changed = Occupant(holder.id, holder.name, holder.kind, unrated_because="a firm of one")
    shown.program.bridge.do(change_occupant(changed))
    shown.at(MSP, FIRM, VALUES[0])
    shown.press("+")
    assert shown.draft(MSP, FIRM) is None
    assert shown.program.notice.startswith("Northbeam IT is not rated on core values, because a f")


def test_other_letters_leave_the_keyboard_where_it_is(on_page):
    shown = on_page(company())
    shown.at(MSP, FIRM)
    shown.press("Q", "D", "1")
    assert shown.table.row.name == FIRM
    assert shown.draft(MSP, FIRM) is None


def test_the_keyboard_begins_at_the_first_line_that_is_due(on_page):
    shown = on_page(company())
    assert shown.table.hasFocus()
    assert shown.table.row.name == "Joel Kim"
    assert shown.table.column.about == "gets"


def test_enter_goes_on_with_a_draft_begins_what_is_due_and_opens_the_rest(on_page):
    shown = on_page(company())
    doing = shown.program.window.doing
    shown.press("Return")
    assert doing.review.review == shown.draft("Technology", "Joel Kim").id
    shown.press("Escape")
    assert doing.review is None
    assert shown.table.hasFocus()
    assert shown.draft("Technology", "Joel Kim") is None
    shown.at("Owner", "Dana Whitfield")
    shown.press("Return")
    assert doing.review.review == f"Dana Whitfield@Owner@{Q4}"
    shown.press("Escape")
    shown.at("Sales", PRIYA)
    shown.press("Y", "Return")
    assert doing.review.review == shown.draft("Sales", PRIYA).id


def test_enter_on_an_open_seat_shows_it_in_the_chart(on_page):
    shown = on_page(company())
    shown.at("Quality", None)
    shown.press("Return")
    assert shown.program.view.page == "chart"
    assert shown.program.bridge.selection == "Quality"


def test_review_seat_of_the_menu_reviews_the_line(on_page, qtbot):
    shown = on_page(company())
    shown.at(MSP, FIRM)
    qtbot.waitUntil(lambda: shown.program.bridge.selection == MSP)
    shown.press("Ctrl+R")
    assert shown.program.window.doing.review.review == shown.draft(MSP, FIRM).id


def test_the_menu_of_a_line_offers_what_can_be_done(on_page):
    shown = on_page(company())
    shown.at(MSP, FIRM)
    menu = shown.table.open_menu()
    words = [words_of(action) for action in menu.actions() if words_of(action)]
    assert words == ["Review now", "Open the last review", "Show in the chart"]
    menu.close()


def test_a_rating_stays_in_sight_when_it_changes_nothing_but_its_line(on_page):
    shown = on_page(company())
    shown.choose(shown.page.head.sorting, "By name")
    shown.at("Sales", PRIYA, VALUES[0])
    shown.press("+")
    assert shown.table.row.name == PRIYA
    assert shown.table.column.about == VALUES[1]
    shown.program.act("page-chart")
    assert shown.program.bridge.selection == SeatId("Sales")
    assert OccupantId(PRIYA) == shown.table.row.line.occupant


def test_a_click_then_a_key_rates_what_was_clicked(on_page):
    shown = on_page(company())
    click(shown, PRIYA, "Plain speaking")
    shown.press("/")
    assert shown.answer("Sales", PRIYA, "value", "Plain speaking") == ("+/-", "")


def test_the_page_prints_as_it_is_shown(on_page):
    shown = on_page(company())
    wanted = []
    shown.page.preview_wanted.connect(wanted.append)
    shown.choose(shown.page.head.round, "Q3 2026")
    shown.page.preview_current()
    assert wanted[0].title == "Reviews of Harbor Pine"
    assert "Q3 2026" in wanted[0].file_name
    assert {review.split("@")[2] for review in wanted[0].reviews} == {"2026-07-14"}
    assert wanted[0].make(wanted[0].start).pages == 1
    shown.program.dialog().close()
