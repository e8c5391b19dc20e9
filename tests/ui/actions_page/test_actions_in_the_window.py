"""Actions in the whole program: by F9, the status line, a review and the calendar file."""

from __future__ import annotations

import pytest

from driving import settle
from mspseat_desktop.domain.health import findings
from mspseat_desktop.domain.planning import is_overdue, open_actions, overdue_count
from mspseat_desktop.ui.reporting.preview import PreviewDialog
from mspseat_desktop.ui.widgets import QuietButton
from world import ON


@pytest.fixture
def opened(program):
    program.open_sample()
    return program


def test_f9_shows_the_actions_and_the_rail_marks_no_page(opened):
    opened.hand.press("F9")
    assert opened.view.page == "actions"
    assert opened.view.agreed.table.hasFocus()
    assert not any(b.isChecked() for b in opened.view.rail._buttons.values())
    opened.hand.press("Ctrl+Shift+1")
    assert [n for n, b in opened.view.rail._buttons.items() if b.isChecked()] == ["chart"]


def test_the_status_line_counts_what_is_overdue_and_leads_there(opened):
    count = overdue_count(opened.client, ON)
    assert count > 1
    button = opened.view.status.overdue
    assert button.caption == f"{count} overdue actions"
    opened.hand.click(button)
    assert opened.view.page == "actions"
    assert len(opened.view.agreed.table.rows.rows) == count
    for _each in range(count):
        opened.view.agreed.table.setFocus()
        opened.hand.press("Space")
    opened.view.count_overdue()
    assert button.isHidden()


def test_a_tick_can_be_taken_back_in_the_notice(opened):
    before = open_actions(opened.client)
    opened.hand.press("F9", "Space")
    assert opened.notice.startswith("Done: ")
    opened.hand.click(opened.view.notices.notice.button)
    assert open_actions(opened.client) == before


def test_the_review_of_an_action_opens_over_the_page(opened):
    opened.bridge.hide_ratings(hidden=False)
    opened.hand.press("F9", "Return")
    settle()
    action = opened.view.agreed.table.marked.action
    assert opened.window.doing.review.review == action.review
    opened.window.doing.close_review()


def test_the_seat_of_an_action_is_shown_in_the_chart(opened):
    opened.hand.press("F9", "Ctrl+Return")
    assert opened.view.page == "chart"
    assert opened.bridge.selection is not None


def test_the_calendar_file_is_written_and_says_what_it_holds(opened, tmp_path):
    opened.act("calendar-file")
    opened.choose_file(tmp_path / "dates")
    text = (tmp_path / "dates.ics").read_text(encoding="utf-8")
    assert opened.notice.startswith("dates.ics holds ")
    assert text.count("BEGIN:VEVENT") >= 10
    assert f"{len([a for a in open_actions(opened.client) if a.due])} actions" in opened.notice


def test_a_client_without_days_writes_no_calendar(program):
    program.new_client()
    program.act("calendar-file")
    assert "Nothing has a day yet" in program.notice
    assert not program.has_dialog()


def test_printing_on_the_page_previews_the_open_actions(opened):
    opened.hand.press("F9", "Ctrl+P")
    preview = opened.dialog(PreviewDialog)
    assert preview.windowTitle() == "Open actions"
    preview.close()


def test_closing_the_review_leads_back_to_the_list(opened):
    opened.bridge.hide_ratings(hidden=False)
    opened.hand.press("F9", "Down", "Return")
    marked = opened.view.agreed.table.marked.id
    opened.window.doing.close_review()
    settle()
    assert opened.view.agreed.table.hasFocus()
    assert opened.view.agreed.table.marked.id == marked


def test_the_head_of_the_reviews_leads_to_the_actions(opened):
    opened.act("page-reviews")
    settle()
    buttons = opened.view.reviews.findChildren(QuietButton)
    opened.hand.click(next(b for b in buttons if b.caption == "Actions"))
    assert opened.view.page == "actions"


def test_what_is_worth_a_look_leads_to_the_very_action(opened):
    opened.view.watcher.finish()
    late = next(a for a in open_actions(opened.client)[1:] if is_overdue(a, ON))
    finding = next(f for f in findings(opened.client, ON) if f.about == late.id)
    opened.view.looks.fix_wanted.emit(finding)
    settle()
    assert opened.view.page == "actions"
    assert opened.view.agreed.table.marked.id == late.id
