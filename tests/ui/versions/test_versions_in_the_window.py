"""What-if copies and versions from the menu to the card: kept, shown, compared, taken, dropped."""

from __future__ import annotations

from contextlib import closing
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from driving import settle, shown_texts
from mspseat_desktop.domain.charts import KeptChart
from mspseat_desktop.domain.edits.chart import add_seat, delete_seat, move_seat, rename_seat
from mspseat_desktop.domain.edits.people import add_occupant, seat_occupant
from mspseat_desktop.domain.records import ChartLook, Figure, Occupant
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.vocabulary import (
    CURRENT_CHART,
    ChartId,
    OccupantId,
    SeatId,
    SeatingId,
)
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.storage.untrusted import take_in
from mspseat_desktop.ui.client_view import Page
from mspseat_desktop.ui.clipboard.cut import Cut
from mspseat_desktop.ui.doings import doings
from mspseat_desktop.ui.reporting.chart_printables import Way, chart_printable
from mspseat_desktop.ui.reporting.preview import PreviewDialog
from mspseat_desktop.ui.reporting.printable import Options
from mspseat_desktop.ui.versions.dialog import VersionsDialog
from mspseat_desktop.ui.versions.name_dialog import ChartNameDialog
from mspseat_desktop.ui.widgets import Question
from pdf_reading import read_pages
from window_faults import faults
from world import ON

MSP = "Managed IT & Security"
LEAD = SeatId("lead")
WICKED = "<b>R&D</b> <img src=x>"


@pytest.fixture
def sample(program):
    program.open_sample()
    return program


def open_list(program):
    program.act("versions")
    return program.dialog(VersionsDialog)


def make_copy(program, name="With an IT lead"):
    """From the menu, by keyboard."""
    dialog = open_list(program)
    dialog.new_button.setFocus()
    program.hand.press("Space")
    program.dialog(ChartNameDialog)
    program.hand.type(name)
    program.hand.press("Return")
    settle()


def change(program):
    bridge = program.bridge
    bridge.do(add_seat(LEAD, parent=program.seat("Integrator"), title="IT lead"))
    bridge.do(move_seat(program.seat(MSP), parent=LEAD))
    bridge.do(rename_seat(program.seat("Quality"), "Quality and safety"))
    bridge.do(delete_seat(program.seat("Business Systems"), reports="lift", on=ON))
    program.view.charts.comparing.look()
    settle()


def listed(program):
    return [(row.way, row.words, row.detail) for row in program.view.charts.panel.list.rows.rows]


def titles(client):
    return [client.seat(seat).title for seat in client.chart()]


def test_a_copy_is_made_and_shown_by_keyboard_and_the_bar_says_so(sample):
    assert sample.view.charts.bar.isHidden()
    make_copy(sample)
    assert not sample.has_dialog()
    bar = sample.view.charts.bar
    assert bar.isVisible()
    assert bar.title.text() == "What-if copy: With an IT lead"
    assert bar.told.text() == "The two charts do not differ."
    change(sample)
    assert bar.told.text() == "4 seats differ."


def test_the_current_chart_stays_as_it_is_and_each_has_its_own_undo(sample):
    before = titles(sample.client)
    make_copy(sample)
    change(sample)
    assert titles(sample.client) != before
    sample.hand.click(sample.view.charts.bar.back)
    assert titles(sample.client) == before
    assert sample.view.charts.bar.isHidden()
    assert not sample.window.actions_table["undo"].isEnabled()
    sample.bridge.show_chart(sample.bridge.charts.kept()[0].id)
    sample.act("undo")
    assert "Business Systems" in titles(sample.client)


def test_a_copy_is_laid_out_by_itself_and_the_list_says_how_until_it_is_the_current_chart(sample):
    sample.act("chart-right")
    make_copy(sample)
    actions, bridge, charts = sample.window.actions_table, sample.bridge, sample.view.charts
    assert actions["chart-right"].isChecked()
    sample.act("chart-stacked")
    sample.act("chart-compact")
    assert sample.notice == ""
    assert bridge.charts.current.look == ChartLook(layout="right")
    charts.comparing.look()
    assert charts.bar.told.text() == "Only the layout of the chart differs."
    sample.hand.click(charts.bar.compare)
    detail = "with stacked seats and compact, was from left to right"
    assert listed(sample) == [
        ("changed", "Whole chart", ""),
        ("changed", "Layout", detail),
    ]
    spoken = charts.panel.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"Changed: Layout, {detail}"
    sample.view.chart.zoom_100()
    sample.hand.press("Return")
    whole = sample.view.chart.sight.camera.zoom
    sample.act("fit")
    assert sample.view.chart.sight.camera.zoom == whole
    sample.select("Technology")
    sample.act("branch-right")
    charts.comparing.look()
    assert [one.what for one in charts.comparing.found] == [("layout",)]
    assert charts.bar.told.text() == "1 seat and the layout of the chart differ."
    for chart in (CURRENT_CHART, bridge.charts.shown.id):
        sample.view.chart.zoom_100()
        sample.select("Finance & Admin")
        bridge.show_chart(chart)
        view = sample.view.chart
        assert view.sight.camera.sees(view.scene.tree.rect(bridge.selection))
    sample.view.keep_places()
    assert sample.view.view_state.place is None, "the client opens with the current chart"
    sample.hand.click(sample.view.charts.bar.take)
    sample.answer("Make it the current chart")
    assert bridge.charts.shown.is_current
    assert sample.client.look == ChartLook(layout="stacked", compact=True)
    assert actions["chart-stacked"].isChecked()
    sample.act("undo")
    assert sample.client.look == ChartLook(layout="right")
    assert actions["chart-right"].isChecked()
    assert not actions["chart-compact"].isChecked()
    sample.act("redo")
    assert sample.client.look == ChartLook(layout="stacked", compact=True)


def test_cards_say_by_sign_and_word_how_they_differ_and_a_screen_reader_hears_it(sample):
    make_copy(sample)
    change(sample)
    spoken = sample.spoken_chart()
    assert any(s.startswith("IT lead") and "Added" in s for s in spoken)
    assert any(s.startswith(MSP) and "Moved" in s for s in spoken)
    assert any(s.startswith("Quality and safety") and "Changed" in s for s in spoken)
    assert not any(s.startswith("Plant Floor") and "Changed" in s for s in spoken)
    chart = sample.view.chart
    chart.zoom_100()
    tagged = chart.frame.picture(LEAD).toImage()
    chart.show_ways(lambda _seat: ())
    assert chart.frame.picture(LEAD).toImage() != tagged


def test_what_an_edit_makes_different_is_marked_once_the_hands_rest(sample, qtbot):
    make_copy(sample)
    sample.bridge.do(rename_seat(sample.seat("Quality"), "Q"))
    seat = sample.seat("Q")
    qtbot.waitUntil(lambda: sample.view.charts.comparing.ways_of(seat) == ("changed",))


def test_the_list_tells_each_difference_and_leads_to_its_seat(sample):
    make_copy(sample)
    change(sample)
    sample.hand.click(sample.view.charts.bar.compare)
    assert listed(sample) == [
        ("added", "Added  1", ""),
        ("added", "IT lead", "under “Integrator”"),
        ("moved", "Moved  1", ""),
        ("moved", MSP, "from “Technology” to “IT lead”"),
        ("removed", "Removed  1", ""),
        ("removed", "Business Systems", "under “Technology”"),
        ("changed", "Changed  1", ""),
        ("changed", "Quality and safety", "title, was “Quality”"),
    ]
    panel = sample.view.charts.panel
    sample.window.activateWindow()
    settle()
    assert panel.list.hasFocus()
    sample.hand.press("Return")
    assert sample.bridge.selection == LEAD
    sample.hand.press("Down", "Down", "Return")
    assert panel.ghosts.isVisible()
    assert panel.ghosts.text() == "“Business Systems” is in the current chart only."
    assert sample.bridge.selection == sample.seat("Technology")
    sample.hand.press("Esc")
    assert panel.isHidden()
    assert sample.view.chart.hasFocus()


def test_leaving_the_chart_hides_the_list(sample):
    make_copy(sample)
    sample.hand.click(sample.view.charts.bar.compare)
    sample.act("page-people")
    assert sample.view.charts.panel.isHidden()
    assert sample.view.charts.bar.isVisible()
    assert sample.view.charts.bar.compare.caption == "Compare"


def test_a_copy_becomes_the_current_chart_as_one_step_after_a_question(sample, qtbot):
    make_copy(sample)
    change(sample)
    wanted, figures = titles(sample.client), sample.bridge.charts.current.count(Figure)
    sample.hand.click(sample.view.charts.bar.take)
    question = sample.dialog(Question)
    assert "1 seat, " in question.accessibleDescription()
    assert "one step that can be undone" in question.accessibleDescription()
    sample.answer("Make it the current chart")
    qtbot.waitUntil(lambda: sample.bridge.charts.shown.is_current, timeout=20_000)
    assert "deletion" in sample.window.open_client.document.shelf.listed()[0].causes
    assert titles(sample.client) == wanted
    assert sample.notice == "“With an IT lead” is the current chart now."
    sample.act("undo")
    assert "Business Systems" in titles(sample.client)
    assert sample.client.count(Figure) == figures


def test_a_version_is_looked_at_and_restored_from_the_list(sample):
    before = titles(sample.client)
    dialog = open_list(sample)
    sample.hand.click(dialog.keep_button)
    sample.hand.press("Return")
    assert dialog.chart.name.startswith("As of ")
    sample.hand.click(dialog.close_button)
    sample.bridge.do(delete_seat(sample.seat("Technology"), reports="delete", on=ON))
    dialog = open_list(sample)
    dialog.table.selectRow(1)
    assert dialog.take.caption == "Restore this version"
    sample.hand.click(dialog.open_button)
    assert "to look at only" in sample.view.charts.bar.told.text()
    sample.bridge.do(rename_seat(sample.seat("Quality"), "Q"))
    assert sample.notice.startswith("A version stays as it was kept.")
    sample.hand.click(sample.view.charts.bar.take)
    sample.answer("Restore this version")
    assert titles(sample.client) == before


def test_what_is_typed_into_a_version_does_not_stay_in_its_fields(sample):
    bridge = sample.bridge
    bridge.keep_chart(KeptChart(ChartId("v1"), "Autumn", "version", ON))
    bridge.show_chart(ChartId("v1"))
    sample.select("Quality")
    title = sample.view.panel.header.title
    title.setFocus()
    title.selectAll()
    sample.hand.type("Q")
    sample.hand.press("Tab")
    settle()
    assert sample.view.panel.header.title.text() == "Quality"
    assert sample.notice.startswith("A version stays as it was kept.")


def test_nothing_is_cut_out_of_a_version_and_no_title_opens_for_typing(sample):
    bridge = sample.bridge
    bridge.keep_chart(KeptChart(ChartId("v1"), "Autumn", "version", ON))
    bridge.show_chart(ChartId("v1"))
    sample.select("Quality")
    sample.act("cut")
    assert sample.notice.startswith("A version stays as it was kept.")
    assert not Cut.of(bridge).branches
    for part in (sample.view.chart, sample.view.outline.tree):
        sample.window.tell("")
        part.setFocus()
        sample.hand.press("F2")
        assert part.renaming.field is None
        assert sample.notice.startswith("A version stays as it was kept.")


def test_a_chart_is_renamed_and_dropped_after_a_question(sample, qtbot):
    make_copy(sample)
    dialog = open_list(sample)
    sample.hand.click(dialog.rename)
    sample.hand.type("Own IT")
    sample.hand.press("Return")
    assert sample.view.charts.bar.title.text() == "What-if copy: Own IT"
    sample.hand.click(dialog.drop)
    sample.hand.press("Esc")
    assert len(sample.bridge.charts.kept()) == 1
    sample.hand.click(dialog.drop)
    sample.answer("Drop it")
    qtbot.waitUntil(lambda: sample.bridge.charts.kept() == (), timeout=20_000)
    assert sample.view.charts.bar.isHidden()
    assert [chart.id for chart in dialog._shown] == [CURRENT_CHART]


def test_a_chart_without_a_name_is_not_made(sample):
    dialog = open_list(sample)
    sample.hand.click(dialog.new_button)
    naming = sample.dialog(ChartNameDialog)
    sample.hand.press("Return")
    assert naming.trouble.text() == "Write a name first."
    assert sample.bridge.charts.kept() == ()
    naming.name.setText("n" * 59)
    assert naming.name_is_full.isHidden()
    sample.hand.type("nn")
    assert naming.name_is_full.isVisible()
    assert naming.name_is_full.text() == "No more than 60 letters are kept."
    sample.hand.press("Backspace")
    assert naming.name_is_full.isHidden()
    assert naming.note_is_full.isHidden()


def test_kept_charts_are_in_the_users_file_without_another_edit(sample, tmp_path, qtbot):
    path = tmp_path / "Lakeside.mspseat"
    sample.save_to(path)
    client = sample.window.open_client
    qtbot.waitUntil(lambda: not client.document.has_unpublished, timeout=20_000)
    make_copy(sample)
    assert client.document.has_unpublished
    assert client._cadence.due is not None
    assert client.publish_now() is None
    take_in(path, tmp_path / "copy.sqlite")
    with closing(ClientFile.open(tmp_path / "copy.sqlite")) as file:
        assert [chart.name for chart in file.charts.all()] == ["With an IT lead"]


def test_every_page_can_be_walked_while_a_copy_differs(sample):
    make_copy(sample)
    change(sample)
    bridge = sample.bridge
    bridge.do(add_occupant(Occupant(OccupantId("ann"), "Ann Ames")))
    bridge.do(seat_occupant(SeatingId("s9"), LEAD, OccupantId("ann"), on=ON))
    for page in get_args(Page):
        sample.act(f"page-{page}")
        assert faults(sample.window) == []
    sample.view.watcher.finish()
    sample.act("worth-a-look")
    for seat in list(sample.client.chart()):
        bridge.select(seat)
        settle(1)


def test_no_review_is_begun_in_a_copy_and_the_way_back_is_said(sample):
    make_copy(sample)
    reviews = sample.client.count(Review)
    sample.select("Plant Floor")
    sample.act("review")
    assert sample.notice == (
        "Reviews are kept with the current chart. Go back to the current chart first."
    )
    assert sample.client.count(Review) == reviews


def test_the_difference_is_offered_for_printing(sample, qtbot):
    make_copy(sample)
    change(sample)
    sample.hand.click(sample.view.charts.bar.compare)
    sample.hand.click(sample.view.charts.panel.print_button)
    preview = sample.dialog(PreviewDialog)
    qtbot.waitUntil(preview.save.isEnabled, timeout=20_000)
    assert preview.windowTitle() or preview.accessibleName()
    preview.close()


def test_every_part_is_plain_text_with_names_and_is_reached_by_keyboard(sample):
    bridge = sample.bridge
    bridge.keep_chart(KeptChart(ChartId("v1"), WICKED, "version", ON, WICKED))
    dialog = open_list(sample)
    assert faults(dialog) == []
    sample.hand.click(dialog.new_button)
    assert faults(sample.dialog()) == []
    sample.hand.type(WICKED)
    sample.hand.press("Return")
    bridge.do(rename_seat(sample.seat(MSP), WICKED))
    sample.view.charts.comparing.look()
    sample.hand.click(sample.view.charts.bar.compare)
    assert faults(sample.window) == []
    sample.view.chart.setFocus()
    reached = set()
    for _step in range(12):
        sample.hand.press("F6")
        focus = QApplication.focusWidget()
        reached |= {part for part in (*sample.view.charts.parts,) if part.isAncestorOf(focus)}
    assert reached == set(sample.view.charts.parts)
    QTest.keyClick(sample.view.charts.panel.list, Qt.Key.Key_Escape)


@pytest.mark.parametrize("kind", ["what_if", "version"])
def test_all_that_is_done_with_seats_can_be_tried_while_another_chart_is_shown(sample, kind):
    bridge = sample.bridge
    bridge.keep_chart(KeptChart(ChartId("k1"), "Autumn", kind, ON))
    bridge.show_chart(ChartId("k1"))
    current = titles(bridge.charts.current)
    reviews = bridge.charts.current.count(Review)
    for doing in doings():
        if doing.menu not in ("edit", "seat"):
            continue
        sample.view.show_page("chart")
        sample.select(MSP)
        if not sample.window.actions_table[doing.id].isEnabled():
            continue
        sample.act(doing.id)
        settle(4)
        for _layer in range(4):
            if (popup := QApplication.activePopupWidget()) is not None:
                popup.close()
            elif (dialog := QApplication.activeModalWidget()) is not None:
                dialog.close()
            settle(2)
        sample.window.doing.close_review()
        sample.window.doing.presenting.end()
        assert bridge.charts.shown.id == "k1", doing.id
        while bridge.undo_step() is not None:
            bridge.undo()
    assert titles(bridge.charts.current) == current
    assert bridge.charts.current.count(Review) == reviews


def test_the_start_page_counts_the_seats_of_the_current_chart(sample, tmp_path):
    sample.save_to(tmp_path / "Lakeside.mspseat")
    seats = len(titles(sample.client))
    make_copy(sample)
    sample.bridge.do(delete_seat(sample.seat("Technology"), reports="delete", on=ON))
    sample.window.keeping.note_recent()
    assert sample.window.desk.settings.recents()[0].seats == seats


def test_a_backup_is_compared_with_the_current_chart(sample, qtbot):
    client = sample.window.open_client
    client.back_up("opened")
    qtbot.waitUntil(lambda: bool(client.document.shelf.listed()), timeout=20_000)
    make_copy(sample)
    sample.bridge.do(rename_seat(sample.seat("Quality"), "Q"))
    sample.act("backups")
    dialog = sample.dialog()
    sample.hand.click(dialog.differs)
    assert "Nothing: the client holds what it held then" in " ".join(shown_texts(sample.dialog()))


def test_what_is_printed_of_a_copy_is_named_after_it(sample):
    make_copy(sample)
    for way in get_args(Way):
        printable = chart_printable(sample.bridge, way)
        assert printable.title.endswith("What-if copy: With an IT lead")
        assert "With an IT lead" in printable.file_name
    (first, *_rest) = read_pages(chart_printable(sample.bridge, "branches").make(Options()))
    assert "What-if copy: With an IT lead. As it stands on" in first.text
