import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mspseat_desktop.domain.edits.seat import add_metric, set_figure
from mspseat_desktop.domain.records import Figure, FigureId, Metric, MetricId, SeatId
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
