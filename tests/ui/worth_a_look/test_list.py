"""The list of what is worth a look: counted, walked, mended, accepted and left out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication

from driving import settle, shown_texts
from health_world import FIRING, MSP, firm, with_action, with_map, without_duties, wrong
from mspseat_desktop.cli.clients import make_client
from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.domain.edits.coverage import add_function, mark, start_map
from mspseat_desktop.domain.edits.seat import remove_metric
from mspseat_desktop.domain.finding import CODES
from mspseat_desktop.domain.records import (
    RECORD_TYPES,
    Accepted,
    Function,
)
from mspseat_desktop.domain.vocabulary import FunctionId, SeatId
from mspseat_desktop.ui.metrics.figures_dialog import FiguresDialog
from mspseat_desktop.ui.missing_seats.dialog import MissingSeatsDialog
from mspseat_desktop.ui.widgets import PickerList
from mspseat_desktop.ui.worth_a_look.accepting import AcceptDialog
from mspseat_desktop.ui.worth_a_look.grouping import BY_WEIGHT
from mspseat_desktop.wording.health import kind_text
from world import TODAY, chart_of, edited


@pytest.fixture
def opened(program, tmp_path):
    """Opens a client in the program and waits until everything was looked at."""

    def open_it(client, *, rated=True):
        path = tmp_path / "client.mspseat"
        make_client(path, [r for kind in RECORD_TYPES for r in client.every(kind)])
        program.window.files.open_path(path)
        settle()
        program.bridge.hide_ratings(hidden=not rated)
        looked(program)
        return program

    return open_it


def looked(program):
    program.view.watcher.finish()
    settle(2)


def shown(program):
    """The rows of the list: headings as they are, findings by their sentences."""
    rows = program.view.looks.list.rows
    return [rows.words(row) for row in rows.rows]


def go_to(program, code):
    """Walk down from the top until the finding is reached, as the arrow keys do."""
    program.act("worth-a-look")
    program.hand.press("Home")
    listed = program.view.looks.list
    for _step in range(listed.rows.rowCount()):
        if listed.row is not None and listed.row.finding and listed.row.finding.code == code:
            settle()
            return listed.row.finding
        program.hand.press("Down")
    raise AssertionError(f"{code} is not in {shown(program)}")


def status(program):
    button = program.view.status.looks
    return button.caption if button.isVisible() else ""


def test_the_status_line_counts_and_opens_the_list(opened):
    program = opened(FIRING["no-metric"]())
    assert status(program) == "1 thing to look at"
    program.hand.click(program.view.status.looks)
    assert program.view.looks.isVisible()
    assert program.view.looks.list.hasFocus()
    assert shown(program) == [
        "Seats without a metric · 1",
        "“MSP” has no number that shows how well it goes.",
    ]


def test_a_client_in_order_has_nothing_in_the_status_line_and_says_so_in_the_list(opened):
    program = opened(firm())
    assert status(program) == ""
    program.act("worth-a-look")
    assert any(
        text.startswith("Nothing is worth a look now.") for text in shown_texts(program.view)
    )
    assert QApplication.focusWidget() is program.view.looks.close_button


def test_count_list_and_cards_follow_an_edit_once_the_hands_rest(opened, qtbot):
    program = opened(firm())
    program.act("worth-a-look")
    metric = program.client.metrics(MSP)[0].id
    program.bridge.do(remove_metric(metric))
    assert status(program) == ""
    qtbot.waitUntil(lambda: status(program) == "1 thing to look at")
    assert len(shown(program)) == 2
    assert program.view.chart.frame.looks(MSP) == 1
    program.act("undo")
    qtbot.waitUntil(lambda: status(program) == "")
    assert shown(program) == []


def test_a_date_that_passes_overnight_is_told_in_the_morning(opened, qtbot):
    program = opened(with_action(firm(), due="2026-11-23"))
    assert status(program) == ""
    program.today = TODAY + timedelta(days=1)
    program.view.watcher.look_at_the_day()
    qtbot.waitUntil(lambda: status(program) == "1 thing to look at")


def test_f8_opens_the_list_from_every_page_and_esc_leads_back_to_the_chart(opened):
    program = opened(FIRING["no-metric"]())
    program.act("page-people")
    program.hand.press("F8")
    assert program.view.page == "chart"
    assert program.view.looks.list.hasFocus()
    program.hand.press("Esc")
    assert not program.view.looks.isVisible()
    assert program.view.chart.hasFocus()
    program.hand.press("F8")
    program.hand.press("F8")
    assert not program.view.looks.isVisible()


def test_the_list_never_comes_back_open_for_the_next_client(opened):
    program = opened(firm())
    program.act("worth-a-look")
    program.act("close")
    program.open_sample()
    assert not program.view.looks.isVisible()
    assert not program.window.actions_table["worth-a-look"].isChecked()
    program.act("worth-a-look")
    assert program.view.looks.isVisible()


def test_kinds_stand_in_order_of_their_weight_and_what_they_hold_in_chart_order(opened):
    names = ("Zebra", "Ape", "Mole")
    client = edited(firm(), start_map([Function(FunctionId(n[::-1]), name=n) for n in names]))
    for name, part in (("arbeZ", "declined"), ("epA", "helps")):
        client = edited(client, mark(FunctionId(name), MSP, part))
    program = opened(wrong(without_duties(client, 4)))
    program.act("worth-a-look")
    headings = [r.words for r in program.view.looks.list.rows.rows if r.kind == "heading"]
    kinds = ("wrong-seat-without-action", "function-nobody-covers", "few-responsibilities")
    assert [h.split(" · ")[0] for h in headings] == [kind_text(code) for code in kinds]
    told = " ".join(words for words in shown(program) if "“" in words)
    assert told.index("Zebra") < told.index("Ape") < told.index("Mole")


def test_every_kind_has_its_weight():
    assert sorted(BY_WEIGHT) == sorted(CODES)


def test_enter_accepts_and_shift_enter_begins_another_line(opened):
    program = opened(FIRING["open-seat"]())
    go_to(program, "open-seat")
    program.hand.click(program.view.looks.foot.accept)
    dialog = program.dialog(AcceptDialog)
    program.hand.press("Return")
    assert dialog.isVisible()
    program.hand.type("So be")
    program.hand.press("Shift+Return")
    program.hand.type("it")
    program.hand.press("Return")
    settle()
    (kept,) = program.client.every(Accepted)
    assert kept.reason == "So be\nit"


def test_the_contract_stands_in_view_when_one_goes_there(opened):
    program = opened(FIRING["notice-date-near"]())
    program.window.resize(960, 600)
    go_to(program, "notice-date-near")
    program.hand.click(program.view.looks.foot.fix)
    settle()
    form = program.view.people.form
    view = form.area.viewport()
    for field in (form.contract_start, form.contract_end, form.notice_by, form.notice_given):
        top = field.mapTo(view, QPoint(0, 0)).y()
        assert 0 <= top <= top + field.height() <= view.height()
    assert has_focus(form.notice_by)


@pytest.mark.parametrize("only_trouble", [False, True])
def test_the_map_opens_at_the_function(opened, only_trouble):
    client = with_map(firm(), Owner="accountable", MSP="accountable")
    more = Function(FunctionId("restore"), name="Restore")
    program = opened(edited(client, add_function(more), mark(more.id, MSP, "accountable")))
    program.act("page-coverage")
    program.view.coverage.board.only_trouble.setChecked(only_trouble)
    program.bridge.do(mark(FunctionId("backup"), MSP, None))
    program.bridge.do(mark(FunctionId("backup"), SeatId("Owner"), "helps"))
    looked(program)
    go_to(program, "function-nobody-covers")
    program.hand.click(program.view.looks.foot.fix)
    settle()
    table = program.view.coverage.board.table
    assert (table.function, table.seat) == ("backup", "Owner")
    assert table.hasFocus()


def test_arrows_walk_past_headings_and_enter_shows_the_seat_from_the_list(opened):
    program = opened(chart_of({"Owner": ["Sales", "MSP"]}))
    program.act("worth-a-look")
    listed = program.view.looks.list
    walked = []
    for _step in range(4):
        walked.append(listed.rows.words(listed.row))
        program.hand.press("Down")
    assert walked[1:] == ["“Owner” is open.", "“Sales” is open.", "“MSP” is open."]
    program.hand.press("Up", "Return")
    assert program.bridge.selection == "MSP"
    assert listed.hasFocus()


def test_a_click_on_what_has_no_seat_only_chooses_it_and_enter_leads_on(opened):
    program = opened(FIRING["function-nobody-covers"]())
    program.act("worth-a-look")
    settle()
    listed = program.view.looks.list
    place = listed.visualRect(listed.rows.index(1)).center()
    program.hand.click(listed.viewport(), place)
    assert program.view.page == "chart"
    assert listed.row.finding.code == "function-nobody-covers"
    assert program.view.looks.foot.accept.isVisible()
    listed.setFocus()
    program.hand.press("Return")
    assert program.view.page == "coverage"


def test_f6_leads_into_the_list_and_tab_to_what_can_be_done(opened):
    program = opened(FIRING["no-metric"]())
    program.act("worth-a-look")
    looks = program.view.looks
    program.view.rail.findChildren(QAbstractButton)[0].setFocus()
    program.hand.press("F6", "F6")  # the outline comes before it
    assert looks.list.hasFocus()
    walked = []
    for _step in range(3):
        program.hand.press("Tab")
        walked.append(QApplication.focusWidget())
    assert walked == [looks.foot.fix, looks.foot.accept, looks.foot.never]


def test_of_both_lists_only_one_is_shown_where_the_window_is_narrow(opened):
    program = opened(FIRING["no-metric"]())
    view, table = program.view, program.window.actions_table
    lists = {"outline": view.outline, "worth-a-look": view.looks}

    def shown():
        assert all(table[name].isChecked() == one.isVisible() for name, one in lists.items())
        return [name for name, one in lists.items() if one.isVisible()]

    assert shown() == ["outline"]
    program.act("worth-a-look")
    assert shown() == ["outline", "worth-a-look"]
    program.act("outline")
    program.window.resize(900, 460)
    settle()
    program.act("outline")
    assert shown() == ["outline"]
    assert view.split.minimumSizeHint().width() <= view.split.width()
    program.act("worth-a-look")
    assert shown() == ["worth-a-look"]
    assert view.split.minimumSizeHint().width() <= view.split.width()


def test_by_seat_goes_through_the_chart_from_the_top(opened):
    program = opened(with_map(chart_of({"Owner": ["Sales"], "Sales": ["Shop"]}), Owner="helps"))
    program.act("worth-a-look")
    program.hand.click(program.view.looks.manner.buttons[1])
    headings = [r.words for r in program.view.looks.list.rows.rows if r.kind == "heading"]
    assert headings == ["The whole company · 2", "Owner · 3", "Sales · 3", "Shop · 3"]


def test_a_long_group_is_shortened_and_goes_on_when_asked(opened):
    program = opened(chart_of({"Owner": [f"S{n:02d}" for n in range(30)]}))
    program.act("worth-a-look")
    before = shown(program)
    place = next(at for at, text in enumerate(before) if text == "21 more…")
    assert before[place - 11] == "Open seats · 31"
    listed = program.view.looks.list
    listed.setCurrentIndex(listed.rows.index(place))
    program.hand.press("Return")
    assert shown(program)[place - 11 : place + 21] == [
        "Open seats · 31",
        "“Owner” is open.",
        *(f"“S{n:02d}” is open." for n in range(30)),
    ]


def test_the_row_stays_the_chosen_one_when_others_come_and_go(opened):
    program = opened(chart_of({"Owner": ["Sales", "MSP"]}))
    go_to(program, "no-metric")
    words = program.view.looks.list.rows.words(program.view.looks.list.row)
    program.bridge.do(rename_seat(MSP, "The MSP"))
    program.view.chart.commands.add_root()
    looked(program)
    assert program.view.looks.list.rows.words(program.view.looks.list.row) == words


def test_accepting_asks_why_keeps_it_and_can_be_taken_back(opened):
    program = opened(FIRING["no-metric"]())
    go_to(program, "no-metric")
    program.hand.click(program.view.looks.foot.accept)
    dialog = program.dialog(AcceptDialog)
    assert not dialog.keep.isEnabled()
    program.hand.type("Its bills say enough.")
    program.hand.press("Tab", "Tab", "Return")
    assert program.notice.startswith("Accepted.")
    assert [a.reason for a in program.client.every(Accepted)] == ["Its bills say enough."]
    looked(program)
    assert status(program) == ""
    assert shown(program)[0] == "Accepted · 1"
    row = program.view.looks.list.row
    assert (row.kind, row.accepted.reason) == ("accepted", "Its bills say enough.")
    program.hand.click(program.view.looks.foot.take_back)
    looked(program)
    assert status(program) == "1 thing to look at"
    assert program.client.count(Accepted) == 0


def test_a_kind_that_is_never_shown_can_be_brought_back_from_the_end_of_the_list(opened):
    program = opened(FIRING["no-metric"]())
    go_to(program, "no-metric")
    program.hand.click(program.view.looks.foot.never)
    assert "not shown any more" in program.notice
    looked(program)
    assert status(program) == ""
    assert shown(program) == ["Never shown for this client", "Seats without a metric"]
    assert program.view.looks.list.row.kind == "off"
    program.hand.click(program.view.looks.foot.again)
    looked(program)
    assert status(program) == "1 thing to look at"


def test_hidden_ratings_are_neither_listed_nor_counted_nor_marked_and_it_says_so(opened):
    program = opened(FIRING["wrong-seat-without-action"](), rated=False)
    program.act("worth-a-look")
    looked(program)
    assert status(program) == ""
    assert program.view.chart.frame.looks(MSP) == 0
    assert not any("wrong seat" in text for text in shown_texts(program.view))
    assert program.view.looks.hidden.isVisible()
    program.act("hide-ratings")
    settle()
    assert status(program) == "1 thing to look at"
    assert shown(program)[1].startswith("Northbeam is in the wrong seat")
    assert not program.view.looks.hidden.isVisible()
    program.bridge.do(remove_metric(program.client.metrics(MSP)[0].id))
    program.act("hide-ratings")
    looked(program)
    assert status(program) == "1 thing to look at, without the ratings"


def test_an_open_seat_is_mended_by_naming_somebody(opened):
    program = opened(FIRING["open-seat"]())
    go_to(program, "open-seat")
    program.hand.press("Tab", "Return")
    assert program.bridge.selection == MSP
    assert isinstance(QApplication.activePopupWidget(), PickerList)
    program.hand.type("Bo")
    program.hand.press("Return")
    assert program.client.accountable(MSP).name == "Bo"


def test_a_provider_without_a_seat_gets_one_from_a_template(opened):
    program = opened(FIRING["provider-without-seat"]())
    go_to(program, "provider-without-seat")
    program.hand.click(program.view.looks.foot.fix)
    program.hand.type("payroll")
    program.hand.press("Return")
    seat = program.bridge.selection
    assert program.client.seat(seat).title == "Payroll provider"
    assert program.client.accountable(seat).name == "Helper"
    looked(program)
    assert not any("no seat of its own" in text for text in shown(program))


def has_focus(widget):
    return widget.hasFocus() or widget.isAncestorOf(QApplication.focusWidget() or widget.window())


def in_responsibilities(program):
    return has_focus(program.view.panel.seat_page.responsibilities)


def in_metrics(program):
    return program.view.panel.tab == "metrics" and has_focus(program.view.panel.metrics_page)


def in_a_review(program):
    return program.window.doing.review is not None


class Lists(QObject):
    """Takes note of each list of choices that opens."""

    def __init__(self):
        super().__init__()
        self.opened = 0

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's own name
        if event.type() == QEvent.Type.Show and isinstance(watched, PickerList):
            self.opened += 1
        return False


@pytest.fixture
def lists(qapp):
    heard = Lists()
    qapp.installEventFilter(heard)
    yield heard
    qapp.removeEventFilter(heard)  # or it hears every event of all tests to come


def in_a_list(program):
    return program.lists.opened == 1


def on_coverage(program):
    return program.view.page == "coverage"


LEADS_TO = {
    "no-provider-seat": lambda program: program.dialog(MissingSeatsDialog),
    "provider-without-seat": in_a_list,
    "provider-answers-to-nobody": in_a_list,
    "provider-answers-to-itself": in_a_list,
    "open-seat": in_a_list,
    "nobody-accountable": in_a_list,
    "no-responsibility": in_responsibilities,
    "few-responsibilities": in_responsibilities,
    "many-responsibilities": in_responsibilities,
    "same-responsibility-twice": in_responsibilities,
    "no-metric": in_metrics,
    "metric-off-target": in_metrics,
    "metric-stale": lambda program: program.dialog(FiguresDialog),
    "never-reviewed": in_a_review,
    "review-overdue": in_a_review,
    "seat-changed-since-review": in_a_review,
    "wrong-seat-without-action": in_a_review,
    "action-overdue": lambda program: program.view.agreed.table.hasFocus(),
    "notice-date-near": lambda program: program.view.people.chosen == "Northbeam",
    "many-seats": in_a_list,
    "wide-span": lambda program: program.view.chart.hasFocus(),
    "function-nobody-covers": on_coverage,
    "function-two-accountable": on_coverage,
    "judge-in-doubt": lambda program: program.bridge.selection == "Owner",
}


@pytest.mark.parametrize("code", CODES)
def test_the_button_leads_to_where_it_is_mended(opened, code, lists, qtbot):
    program = opened(FIRING[code]())
    program.view.show_panel(shown=False)
    finding = go_to(program, code)
    assert kind_text(code) in " ".join(shown(program))
    program.lists = lists
    lists.opened = 0
    program.hand.click(program.view.looks.foot.fix)
    settle()
    if finding.seat is not None and code not in ("provider-without-seat", "judge-in-doubt"):
        assert program.bridge.selection == finding.seat
    qtbot.waitUntil(lambda: bool(LEADS_TO[code](program)))
    if (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
