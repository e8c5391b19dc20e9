import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from driving import Hand
from mspseat_desktop.domain.edits.seat import add_metric, change_metric, set_figure
from mspseat_desktop.domain.records import Figure, Metric
from mspseat_desktop.domain.vocabulary import (
    FigureId,
    MetricId,
    SeatId,
)
from world import ON

MSP = SeatId("MSP")


@pytest.fixture
def page(desk):
    for name, target in (("Patches", 95.0), ("Backups", 98.0)):
        desk.bridge.do(add_metric(Metric(MetricId(name), MSP, name=name, target=target, unit="%")))
    desk.panel.show_tab("metrics")
    return desk.panel.metrics_page


def enter(field, words):
    field.field.setFocus()
    field.field.selectAll()
    QTest.keyClicks(field.field, words)
    QTest.keyClick(field.field, Qt.Key.Key_Return)


def summary(page, place):
    return page._summaries[page.list.rows[place]]


def metric(desk, name="Patches"):
    return desk.client.get(Metric, name)


def test_the_tab_counts_the_metrics(desk, page):
    assert len(page.list.rows) == 2
    assert desk.panel.tabs.tabText(1) == "Metrics  2"


def test_a_metric_is_named_and_its_target_follows_at_once(desk, page):
    new = page.list.new_row
    new.text.setFocus()
    QTest.keyClicks(new.text, "First response")
    QTest.keyClick(new.text, Qt.Key.Key_Return)
    assert desk.metrics() == ["Patches", "Backups", "First response"]
    assert page.editor.target.field.hasFocus()
    page.editor.direction.setCurrentIndex(page.editor.direction.findData("at_most"))
    enter(page.editor.target, "60")
    page.editor.unit.setFocus()
    QTest.keyClicks(page.editor.unit, "min")
    page.editor.cadence.setCurrentIndex(page.editor.cadence.findData("week"))
    desk.bridge.pending.flush_all()
    assert summary(page, 2).lines == ("at most 60 min / week", "No figure yet")


def test_between_has_an_upper_end(desk, page):
    page.open_metric(page.list.rows[0])
    assert not page.editor.high.isVisible()
    page.editor.direction.setCurrentIndex(page.editor.direction.findData("between"))
    enter(page.editor.high, "99")
    found = metric(desk)
    assert (found.target, found.target_high, found.direction) == (95, 99, "between")
    assert summary(page, 0).lines[0] == "95 to 99 %"


def test_a_figure_is_entered_for_today_and_said_in_words(desk, page):
    page.open_metric(page.list.rows[0])
    enter(page.editor.figure, "97,5")
    assert [(f.on, f.value) for f in desk.client.figures("Patches")] == [(ON, 97.5)]
    assert page.list.rows[0].tags.tags == (("On target", "yes"),)
    enter(page.editor.figure, "90")
    assert page.list.rows[0].tags.tags == (("Off target", "no"),)
    assert desk.client.count(Figure) == 1


def test_a_figure_of_another_day_is_kept_with_that_day(desk, page):
    desk.bridge.do(set_figure(FigureId("f"), MetricId("Patches"), on="2026-10-14", value=90))
    page.open_metric(page.list.rows[0])
    assert page.editor.figure.value is None
    enter(page.editor.figure_on, "2026-10-14")
    assert page.editor.figure.value == 90
    enter(page.editor.figure, "96")
    assert [(f.on, f.value) for f in desk.client.figures("Patches")] == [("2026-10-14", 96)]
    enter(page.editor.figure, " ")
    assert desk.client.figures("Patches") == ()


def test_what_is_no_number_stays_in_the_field_with_a_sentence(desk, page):
    page.open_metric(page.list.rows[0])
    enter(page.editor.target, "n/a")
    assert metric(desk).target == 95
    assert page.editor.target.field.text() == "n/a"
    assert page.editor.target.trouble.isVisible()


def test_reorder_and_delete_by_key(desk, page):
    row = page.list.rows[1]
    row.text.setFocus()
    QTest.keyClick(row.text, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert desk.metrics() == ["Backups", "Patches"]
    row.tags.setFocus()
    QTest.keyClick(row.tags, Qt.Key.Key_Delete)
    assert desk.metrics() == ["Patches"]


def test_a_deleted_metric_takes_its_editor_along(desk, page):
    page.open_metric(page.list.rows[0])
    page.list.delete(page.list.rows[0])
    assert not page.editor.isVisible()
    desk.bridge.undo()
    assert desk.metrics() == ["Patches", "Backups"]
    assert page.opened == ""


def test_the_bank_offers_what_the_seat_does_not_have(desk, page):
    listed = page.from_bank.open_list()
    QTest.keyClicks(listed.search, "test restores")
    QTest.keyClick(listed.search, Qt.Key.Key_Return)
    found = desk.client.metrics(MSP)[-1]
    assert (found.name, found.target, found.cadence) == ("Test restores", 1, "quarter")
    listed = page.from_bank.open_list()
    QTest.keyClicks(listed.search, "test restores")
    assert listed.rows.rowCount() == 0
    listed.close()


def test_another_seat_closes_the_editor(desk, page):
    page.open_metric(page.list.rows[0])
    desk.select("Quality")
    assert not page.editor.isVisible()
    desk.select("MSP")
    assert page.opened == ""


def test_a_sign_in_the_target_says_what_the_metric_is_counted_in(desk, page):
    desk.bridge.do(add_metric(Metric(MetricId("new"), MSP, name="First response")))
    page.open_metric(page.list.rows[2])
    enter(page.editor.target, "1 h 30")
    found = metric(desk, "new")
    assert (found.target, found.measure) == (90, "minutes")
    assert page.editor.measure.value == "minutes"
    assert not page.editor.unit.isVisible()
    assert summary(page, 2).lines[0] == "at least 90 min"
    desk.bridge.undo()
    assert metric(desk, "new").target is None


def test_money_has_a_currency_and_yes_or_no_neither_unit_nor_direction(desk, page):
    page.open_metric(page.list.rows[0])
    editor = page.editor
    editor.measure.setCurrentIndex(editor.measure.findData("money"))
    assert editor.unit.accessibleName() == "Currency"
    enter_words(editor.unit, "EUR")
    assert summary(page, 0).lines[0] == "at least EUR 95"
    editor.measure.setCurrentIndex(editor.measure.findData("yes_no"))
    assert not editor.unit.isVisible()
    assert not editor.direction.isVisible()
    assert metric(desk).target == 1
    enter(editor.target, "no")
    assert metric(desk).target == 0
    enter(editor.figure, "yes")
    assert summary(page, 0).lines[1].startswith("yes on ")


def enter_words(field, words):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_the_source_of_a_figure_is_kept(desk, page):
    page.open_metric(page.list.rows[0])
    enter_words(page.editor.source, "monthly report")
    assert metric(desk).source == "monthly report"


def test_an_old_figure_is_stale(desk, page):
    desk.bridge.do(change_metric(MetricId("Patches"), cadence="month"))
    desk.bridge.do(set_figure(FigureId("f"), MetricId("Patches"), on="2026-09-30", value=99))
    assert page.list.rows[0].tags.tags == (("Stale", "partly"),)
    desk.bridge.do(set_figure(FigureId("g"), MetricId("Patches"), on="2026-10-01", value=99))
    assert page.list.rows[0].tags.tags == (("On target", "yes"),)


def test_the_course_stands_beside_target_and_figure_and_is_read_aloud(desk, page):
    desk.bridge.do(change_metric(MetricId("Patches"), cadence="month"))
    for at, (on, value) in enumerate((("2026-09-30", 90), ("2026-10-31", 96))):
        edit = set_figure(FigureId(f"f{at}"), MetricId("Patches"), on=on, value=value)
        desk.bridge.do(edit)
    shown = summary(page, 0)
    assert shown.values[-3:] == (90, 96, None)
    assert shown.accessibleDescription().endswith(
        "90 %, 96 %, none. Target: at least 95 % / month. 1 of them misses it."
    )


def test_figures_are_entered_in_a_grid_of_the_seat(desk, page, qtbot):
    desk.bridge.do(change_metric(MetricId("Backups"), cadence="month"))
    page.enter.click()
    dialog = QApplication.activeModalWidget()
    assert dialog.title.text() == "Figures of MSP"
    dialog.activateWindow()
    qtbot.waitUntil(dialog.grid.hasFocus)
    hand = Hand()
    hand.type("97")
    hand.press("Return")
    assert [(f.on, f.value) for f in desk.client.figures("Backups")] == [(ON, 97)]
    assert page.list.rows[1].tags.tags == (("Off target", "no"),)
    dialog.close()


def test_a_seat_without_metrics_offers_no_grid(desk, page):
    assert page.enter.isVisible()
    desk.select("Quality")
    assert not page.enter.isVisible()


def empty_and_leave(page, place):
    row = page.list.rows[place]
    row.text.setFocus()
    row.text.selectAll()
    QTest.keyClick(row.text, Qt.Key.Key_Delete)
    page.list.new_row.text.setFocus()
    QApplication.processEvents()


def test_a_metric_without_figures_goes_with_its_name(desk, page):
    empty_and_leave(page, 0)
    assert desk.metrics() == ["Backups"]


@pytest.mark.parametrize("paused", [True, False])
def test_a_metric_with_figures_gets_its_name_back(desk, page, paused):
    desk.bridge.do(set_figure(FigureId("f1"), MetricId("Patches"), on=ON, value=96.0))
    row = page.list.rows[0]
    row.text.setFocus()
    row.text.selectAll()
    QTest.keyClick(row.text, Qt.Key.Key_Delete)
    if paused:
        desk.bridge.pending.flush_all()
    page.list.new_row.text.setFocus()
    QApplication.processEvents()
    assert desk.metrics() == ["Patches", "Backups"]
    assert page.list.rows[0].text.text() == "Patches"
    assert desk.client.has(Figure, "f1")
