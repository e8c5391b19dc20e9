"""The window as a whole: closing, undoing, hiding ratings, deleting, looks and keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from driving import settle, shown_texts, words_of
from mspseat_desktop.domain.edits.chart import delete_seat
from mspseat_desktop.domain.edits.client import change_profile
from mspseat_desktop.domain.records import Seat
from mspseat_desktop.ui.help_window import HelpWindow
from mspseat_desktop.ui.home.client_card import ClientCard
from mspseat_desktop.wording.outcomes import headline_text

MSP = "Managed IT & Security"


def cards(program):
    settle()
    found = program.window.start_page.findChildren(ClientCard)
    return {c.accessibleName(): c for c in found if c.isVisible()}


# closing


def test_a_client_without_a_file_is_asked_for_its_place_once(program, tmp_path):
    program.new_client("Harbor Pine")
    program.act("close")
    assert "Harbor Pine" in program.dialog().accessibleDescription()
    program.answer("Choose a place…")
    program.choose_file(tmp_path / "Harbor")
    assert program.window.open_client is None
    assert (tmp_path / "Harbor.mspseat").is_file()
    program.hand.click(cards(program)["Harbor Pine"])
    assert program.client.profile.name == "Harbor Pine"
    program.act("close")
    assert not program.has_dialog()


def test_an_open_list_of_names_goes_with_the_client_it_belongs_to(program):
    program.open_sample()
    program.select(MSP)
    program.act("go-occupant")
    assert QApplication.activePopupWidget() is not None
    program.window.keeping.close_client(then=lambda: None)
    assert QApplication.activePopupWidget() is None
    assert program.window.open_client is None


def test_later_keeps_the_client_on_the_start_page(program):
    program.new_client("Harbor Pine")
    program.window.close()
    program.answer("Later")
    assert not program.window.isVisible()
    program.stop()
    program.start()
    assert "not in a file yet" in cards(program)["Harbor Pine"].accessibleDescription()
    program.hand.click(cards(program)["Harbor Pine"])
    assert len(list(program.client.chart())) == 6


def test_esc_at_closing_goes_on_with_the_client(program):
    program.new_client("Harbor Pine")
    program.window.close()
    program.hand.press("Esc")
    assert program.window.isVisible()
    assert program.client.profile.name == "Harbor Pine"


def test_a_client_that_is_in_no_file_is_deleted_only_when_told_so_twice(program):
    program.new_client("Harbor Pine")
    program.act("close")
    program.answer("Later")
    card = cards(program)["Harbor Pine"]
    card.forget_wanted.emit()
    program.answer("Keep")
    assert "Harbor Pine" in cards(program)
    card.forget_wanted.emit()
    program.answer("Delete the client")
    assert "Harbor Pine" not in cards(program)


def test_what_is_being_typed_when_the_window_closes_is_kept(program, tmp_path):
    program.new_client("Harbor Pine")
    program.save_to(tmp_path / "h.mspseat")
    program.hand.press("Alt+Return")
    program.hand.type("Chair")
    program.window.close()
    program.stop()
    program.start()
    program.window.files.open_path(tmp_path / "h.mspseat")
    assert program.client.seat(program.client.children(None)[0]).title == "Chair"


def test_opening_another_client_closes_the_first(program, tmp_path):
    program.new_client("First")
    program.save_to(tmp_path / "first.mspseat")
    program.new_client("Second")
    program.window.files.open_path(tmp_path / "first.mspseat")
    program.answer("Later")
    assert program.client.profile.name == "First"


def test_the_sample_is_never_asked_about_and_kept_only_when_it_was_changed(program):
    program.open_sample()
    program.act("close")
    assert not program.has_dialog()
    assert list(cards(program)) == ["Try the sample client"]
    program.open_sample()
    program.select(MSP)
    program.act("delete")
    program.act("close")
    assert not program.has_dialog()
    assert len(cards(program)) == 2


# the history


def test_undo_and_redo_are_named_and_say_what_they_did(program):
    program.new_client()
    undo, redo = (program.window.actions_table[name] for name in ("undo", "redo"))
    program.hand.press("F2")
    program.hand.type("Chair")
    program.hand.press("Return")
    program.view.name_history()
    assert undo.text().startswith("Undo: ")
    assert "Chair" in undo.text()
    assert not redo.isEnabled()
    program.hand.press("Ctrl+Z")
    assert program.notice.startswith("Undone: ")
    program.view.name_history()
    assert "Chair" in redo.text()
    program.hand.press("Ctrl+Y")
    assert program.notice.startswith("Done again: ")
    assert "Chair" in [program.client.seat(s).title for s in program.client.chart()]


# hidden ratings

VERDICTS = {
    headline_text(code, is_provider=company)
    for code in (
        *("right_wrong_seat", "wrong_seat_below", "wrong_seat", "right_seat_below"),
        *("right_right", "right_seat", "incomplete", "seat_not_ready"),
    )
    for company in (True, False)
}
ANSWERS = {"Not wanted", "Would rather not", "On a condition", "Declined the roadmap", "below the"}


def verdicts(texts):
    return {word for word in (*VERDICTS, *ANSWERS) for text in texts if word in text}


def every_view(program):
    """All words on the screen: the panel of each seat, each tab and page, menus and dialogs."""
    texts = set()
    program.act("page-chart")
    for seat in list(program.client.chart()):
        program.bridge.select(seat)
        for tab in ("seat", "metrics", "reviews", "notes"):
            program.view.panel.show_tab(tab)
            texts |= shown_texts(program.window)
    texts |= set(program.spoken_chart())
    program.act("page-reports")
    texts |= shown_texts(program.window)
    program.act("page-chart")
    return texts


def test_ctrl_h_hides_every_rating_mark_and_outcome(program):
    program.open_sample()
    shown = every_view(program)
    assert {"Right provider, wrong seat", "Not wanted"} <= verdicts(shown)
    program.view.chart.setFocus()
    program.hand.press("Ctrl+H")
    assert not verdicts(every_view(program))
    assert not program.view.chart.scene.rated


def test_a_review_tells_no_result_while_ratings_are_hidden(program):
    program.open_sample()
    program.select(MSP)
    program.view.chart.setFocus()
    program.hand.press("Ctrl+H", "Ctrl+R")
    for _step in range(5):
        assert not verdicts(shown_texts(program.window)) - {"Would rather not", "On a condition"}
        program.hand.press("PgDown")


def test_a_finished_review_opens_and_stays_open_only_while_ratings_are_shown(program):
    program.open_sample()
    program.select(MSP)
    done = program.client.reviews(program.bridge.selection)[-1]
    program.act("hide-ratings")
    program.view.panel.open_review_wanted.emit(done.id)
    assert program.window.doing.review is None
    assert "Ratings are hidden" in program.notice
    program.hand.click(program.view.notices.notice.button)
    assert program.window.doing.review.review == done.id
    assert not program.bridge.ratings_hidden
    program.hand.press("Ctrl+H")
    assert program.window.doing.review is None
    assert not verdicts(shown_texts(program.window))


def test_ratings_that_one_review_was_to_show_are_hidden_again_when_it_closes(program):
    program.open_sample()
    program.select(MSP)
    done = program.client.reviews(program.bridge.selection)[-1]
    program.act("hide-ratings")
    program.view.panel.open_review_wanted.emit(done.id)
    program.hand.click(program.view.notices.notice.button)
    assert not program.bridge.ratings_hidden
    program.window.doing.review.close()
    settle()
    assert program.bridge.ratings_hidden
    assert not verdicts(shown_texts(program.window))
    assert "Ratings are hidden again" in program.notice


def test_the_title_follows_a_client_that_is_renamed(program):
    program.new_client("Harbor Pine")
    profile = program.client.profile
    program.bridge.do(change_profile(replace(profile, name="Harbor & Pine")))
    assert program.window.windowTitle().startswith("Harbor & Pine - ")


def test_hidden_ratings_are_remembered_for_each_client(program, tmp_path):
    program.new_client("New one")
    assert program.bridge.ratings_hidden
    program.save_to(tmp_path / "new.mspseat")
    program.open_sample()
    assert not program.bridge.ratings_hidden
    program.save_to(tmp_path / "sample.mspseat")
    program.act("hide-ratings")
    assert program.window.actions_table["hide-ratings"].isChecked()
    program.window.files.open_path(tmp_path / "new.mspseat")
    program.act("hide-ratings")
    assert not program.bridge.ratings_hidden
    program.window.close()
    program.stop()
    program.start()
    program.window.files.open_path(tmp_path / "sample.mspseat")
    assert program.bridge.ratings_hidden
    program.window.files.open_path(tmp_path / "new.mspseat")
    assert not program.bridge.ratings_hidden


# deleting


def test_deleting_a_seat_with_reports_asks_what_becomes_of_them(program):
    program.new_client()
    program.select("Accounting")
    program.act("delete")
    program.answer("Cancel")
    assert program.client.find(Seat, program.seat("Accounting"))
    program.view.chart.setFocus()
    program.hand.press("Delete")
    program.answer("Move the report up")
    manager = program.seat("General manager")
    assert program.client.seat(program.seat("Managed IT and Security")).parent == manager
    assert program.notice == "“Accounting” is deleted."
    program.hand.click(program.view.notices.notice.button)
    parent = program.client.seat(program.seat("Managed IT and Security")).parent
    assert program.client.seat(parent).title == "Accounting"
    program.select("Accounting")
    program.act("delete")
    program.answer("Delete 2 seats")
    assert len(list(program.client.chart())) == 4


def test_a_reviewed_seat_is_closed_with_a_date_and_its_reviews_stay(program):
    program.open_sample()
    program.select(MSP)
    seat = program.bridge.selection
    reviews = program.client.reviews(seat)
    program.act("delete")
    assert seat not in list(program.client.chart())
    assert program.client.seat(seat).closed_on == "2026-11-23"
    assert program.client.reviews(seat) == reviews
    assert "Its reviews stay with the occupant" in program.notice
    program.hand.click(program.view.notices.notice.button)
    assert program.bridge.client.seat(program.seat(MSP)).closed_on == ""


# recent clients


def test_the_client_opened_last_stands_first_on_the_start_page(program, tmp_path):
    for name in ("First", "Second"):
        program.new_client(name)
        program.save_to(tmp_path / f"{name}.mspseat")
        program.act("close")
    assert list(cards(program)) == ["Second", "First", "Try the sample client"]
    program.hand.click(cards(program)["First"])
    program.act("close")
    assert list(cards(program))[:2] == ["First", "Second"]
    cards(program)["Second"].forget_wanted.emit()
    assert list(cards(program)) == ["First", "Try the sample client"]
    assert (tmp_path / "Second.mspseat").is_file()


# looks and places


def test_window_and_panel_come_back_where_they_were(program, tmp_path):
    program.new_client()
    program.save_to(tmp_path / "h.mspseat")
    program.window.resize(900, 640)  # the screen of the tests is no larger
    program.view.split.setSizes([460, 440])
    width = program.view.panel.width()
    program.window.close()
    program.stop()
    program.start(size=None)
    assert (program.window.width(), program.window.height()) == (900, 640)
    program.window.files.open_path(tmp_path / "h.mspseat")
    program.window.show()
    assert abs(program.view.panel.width() - width) < 12
    assert program.window.screen().availableGeometry().intersects(program.window.frameGeometry())


def test_a_window_left_on_a_screen_that_is_gone_comes_back_into_view(program):
    program.window.move(QPoint(9000, 9000))
    program.window.close()
    program.stop()
    program.start(size=None)
    room = program.window.screen().availableGeometry()
    assert room.intersects(program.window.frameGeometry())


def test_the_panel_is_hidden_and_stays_hidden(program, tmp_path):
    program.new_client()
    program.save_to(tmp_path / "h.mspseat")
    program.view.chart.setFocus()
    program.hand.press("Ctrl+Shift+P")
    assert not program.view.panel.isVisible()
    program.act("close")
    program.window.files.open_path(tmp_path / "h.mspseat")
    assert not program.view.panel.isVisible()
    program.select("Operations")
    program.view.chart.setFocus()
    program.hand.press("Alt+Return")
    assert program.view.panel.header.title.hasFocus()


def ground(program):
    return program.window.grab().toImage().pixelColor(5, 300).lightness()


def test_the_theme_changes_while_the_program_runs_and_is_remembered(program):
    program.open_sample()
    assert ground(program) > 200
    program.act("theme-dark")
    assert ground(program) < 80
    assert program.window.actions_table["theme-dark"].isChecked()
    assert not program.window.actions_table["theme-light"].isChecked()
    program.act("theme-light")
    assert ground(program) > 200
    assert program.window.desk.settings.theme() == "light"


# keyboard and menus


def test_f6_leads_round_the_parts_of_the_window(program):
    program.new_client()
    view = program.view
    view.chart.setFocus()
    seen = []
    for _part in range(5):
        program.hand.press("F6")
        focus = QApplication.focusWidget()
        parts = (view.outline, view.chart, view.panel, view.rail, view.top_bar)
        seen.append(next(p for p in parts if p is focus or p.isAncestorOf(focus)))
    assert seen == [view.panel, view.top_bar, view.rail, view.outline, view.chart]
    for root in program.client.children(None):
        program.bridge.do(delete_seat(root, reports="delete", on=program.bridge.on))
    program.hand.press("F6")
    assert view.empty.isAncestorOf(QApplication.focusWidget())
    program.hand.press("F6")
    assert not view.chart.isAncestorOf(QApplication.focusWidget())


def test_the_menu_of_a_card_offers_what_can_be_done_with_the_seat(program):
    program.open_sample()
    for seat, words in ((program.seat(MSP), "Review the seat…"), (None, "Add a seat at the top")):
        program.view.chart.context_menu_wanted.emit(seat, QPoint(300, 300))
        menu = QApplication.activePopupWidget()
        assert words in [words_of(action) for action in menu.actions()]
        menu.close()


def test_one_guide_and_one_about_window_open_from_the_menu(program):
    program.act("about")
    assert "LGPL" in " ".join(shown_texts(program.dialog()))
    program.hand.press("Esc")
    program.act("help")
    program.act("help")
    guides = [w for w in QApplication.topLevelWidgets() if type(w).__name__ == "HelpWindow"]
    assert len([g for g in guides if g.isVisible()]) == 1
    guides[0].close()


def test_a_seat_is_reviewed_only_when_somebody_sits_there(program):
    program.new_client()
    assert not program.window.actions_table["review"].isEnabled()
    program.view.chart.setFocus()
    program.hand.press("Ctrl+Return")
    program.hand.type("Dana")
    program.hand.press("Return")
    program.act("review")
    assert program.window.doing.review is not None


def test_closing_the_client_while_a_review_is_open_keeps_the_draft(program, tmp_path):
    program.open_sample()
    program.save_to(tmp_path / "sample.mspseat")
    program.select(MSP)
    program.view.chart.setFocus()
    program.hand.press("Ctrl+R", "+")
    program.act("close")
    program.window.files.open_path(tmp_path / "sample.mspseat")
    seat = program.seat(MSP)
    draft = program.client.draft(seat, program.client.accountable(seat).id)
    assert [a.value for a in program.client.answers(draft.id)] == ["+"]


def test_a_draft_that_was_only_looked_at_leaves_nothing(program):
    program.open_sample()
    program.select(MSP)
    seat = program.seat(MSP)
    program.view.chart.setFocus()
    program.hand.press("Ctrl+R", "Esc")
    assert program.client.draft(seat, program.client.accountable(seat).id) is None


@pytest.mark.parametrize(
    ("page", "topic"), [("chart", "chart"), ("reviews", "rounds"), ("reports", "printing")]
)
def test_the_guide_opens_where_it_is_about_what_is_shown(program, page, topic):
    program.open_sample()
    program.act(f"page-{page}")
    program.act("help")
    assert program.window.findChild(HelpWindow).topic == topic
