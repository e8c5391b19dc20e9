import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mspseat_desktop.domain.edits.chart import delete_seat, rename_seat
from mspseat_desktop.domain.edits.seat import describe_seat
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.ui.widgets import ScrollArea
from world import ON

MSP = SeatId("MSP")
ODD = "<b>R&D</b> =1+1 \u0645\u0642\u0639\u062f \U0001f9d1 " * 60


def test_without_a_selected_seat_the_panel_says_what_to_do(make_desk):
    panel = make_desk().panel
    assert panel.empty.isVisible()
    assert not panel.ground.isVisible()


def test_the_title_is_written_in_place_as_one_step(desk):
    title = desk.panel.header.title
    desk.panel.focus_title()
    QTest.keyClicks(title, "Managed")
    title.flush()
    QTest.keyClicks(title, " IT")
    QTest.keyClick(title, Qt.Key.Key_Return)
    assert desk.client.seat(MSP).title == "Managed IT"
    assert desk.steps() == ["rename-seat"]
    desk.bridge.undo()
    assert desk.client.seat(MSP).title == title.text() == "MSP"


def test_a_second_visit_to_a_field_is_a_step_of_its_own(desk):
    area, title = desk.page.purpose.area, desk.panel.header.title
    for words in ("Keeps us working.", " Every day."):
        area.setFocus()
        area.moveCursor(area.textCursor().MoveOperation.End)
        QTest.keyClicks(area, words)
        title.setFocus()
    assert desk.client.seat(MSP).purpose == "Keeps us working. Every day."
    assert desk.steps() == ["change-purpose", "change-purpose"]


@pytest.mark.parametrize("field", ["purpose", "needs", "notes"])
def test_each_text_is_kept(desk, field):
    desk.panel.show_tab("notes" if field == "notes" else "seat")
    part = desk.panel.notes if field == "notes" else getattr(desk.page, field)
    part.area.setFocus()
    QTest.keyClicks(part.area, "Some words")
    desk.bridge.pending.flush_all()
    assert getattr(desk.client.seat(MSP), field) == "Some words"


def test_typing_is_kept_with_its_own_seat_when_another_is_selected(desk):
    desk.page.purpose.area.setFocus()
    QTest.keyClicks(desk.page.purpose.area, "Ours")
    desk.select("Finance")
    assert desk.client.seat(MSP).purpose == "Ours"
    assert desk.client.seat(SeatId("Finance")).purpose == desk.page.purpose.area.text() == ""


def test_what_the_file_can_not_take_stays_in_the_field_and_is_tried_again(desk):
    area = desk.page.purpose.area
    pages = desk.file._db.execute("PRAGMA max_page_count").fetchone()[0]
    desk.file._db.execute("PRAGMA max_page_count = 1")
    area.setFocus()
    words = "Long words. " * 5000
    area.insertPlainText(words)
    area.flush()
    assert [p.code for p in desk.troubles] == ["disk-full"]
    desk.select("Finance")
    assert area.text() == ""
    desk.select("MSP")
    assert area.text() == words
    assert desk.client.seat(MSP).purpose == ""
    desk.file._db.execute(f"PRAGMA max_page_count = {pages}")
    desk.bridge.pending.flush_all()
    assert desk.client.seat(MSP).purpose == words


def test_edits_made_elsewhere_are_shown(desk):
    desk.bridge.do(rename_seat(MSP, "Managed IT"))
    desk.bridge.do(describe_seat(MSP, "needs", "On site twice a week"))
    assert desk.panel.header.title.text() == "Managed IT"
    assert desk.page.needs.area.text() == "On site twice a week"


def test_a_deleted_seat_leaves_the_panel_empty_and_undo_brings_it_back(desk):
    desk.bridge.do(delete_seat(MSP, reports="lift", on=ON))
    assert desk.panel.empty.isVisible()
    desk.bridge.undo()
    assert desk.panel.ground.isVisible()
    assert desk.panel.header.title.text() == "MSP"


@pytest.mark.parametrize("look", ["light", "dark"])
def test_long_and_odd_titles_do_not_widen_the_panel(desk, theme, look):
    theme.choose(look)
    desk.bridge.do(rename_seat(MSP, ODD))
    desk.select("Quality")
    desk.select("MSP")
    desk.panel.resize(300, 700)
    desk.panel.setFocus()
    assert not desk.panel.grab().isNull()
    assert desk.panel.minimumSizeHint().width() <= 300
    for place in range(desk.panel.pages.count()):
        page = desk.panel.pages.widget(place)
        content = page.widget() if isinstance(page, ScrollArea) else page
        assert content.minimumSizeHint().width() <= 300
