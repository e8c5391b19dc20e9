"""The window speaks and writes as the client that is open does, and follows at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QTabBar
from shiboken6 import isValid

from driving import settle
from mspseat_desktop.domain.edits.client import change_profile
from mspseat_desktop.domain.edits.seat import describe_seat
from mspseat_desktop.ui.formats import SYSTEM, date_text, formats_in_use, number_text
from mspseat_desktop.wording.outcomes import headline_text
from mspseat_desktop.wording.packs import USUAL, pack_in_use


@pytest.fixture
def sample(program):
    program.window.files.open_sample()
    settle()
    return program


def choose(program, **settings) -> None:
    profile = program.bridge.client.profile
    assert program.bridge.do(change_profile(replace(profile, **settings)))
    settle()


def shown(program) -> list[str]:
    panel = program.window.view.panel
    tabs = panel.findChild(QTabBar)
    labels = [label.text() for label in panel.findChildren(QLabel)]
    return [tabs.tabText(at) for at in range(tabs.count())] + labels


def has(program, words: str) -> bool:
    return any(text.startswith(words) for text in shown(program))


def test_the_panel_takes_up_other_words_at_once_and_gives_them_back(sample):
    seat = next(iter(sample.bridge.client.chart()))
    sample.window.view.show_seat(seat)
    assert has(sample, "Metrics")
    assert has(sample, "Top five responsibilities")
    choose(sample, responsibility_word="roles", metric_word="measurables")
    assert has(sample, "Measurables")
    assert has(sample, "Top five roles")
    assert not has(sample, "Metrics")
    sample.act("undo")
    settle()
    assert has(sample, "Metrics")
    assert not has(sample, "Measurables")


def test_page_tab_selection_and_place_in_the_chart_stay(sample):
    view = sample.window.view
    seat = list(sample.bridge.client.chart())[3]
    view.show_seat(seat)
    view.chart.zoom_in()
    view.panel.show_tab("notes")
    before = view.chart.state()
    choose(sample, headline_words="plain")
    now = sample.window.view
    assert now is not view
    assert (now.page, now.panel.tab, sample.bridge.selection) == ("chart", "notes", seat)
    assert now.chart.state().zoom == before.zoom
    now.show_page("reports")
    choose(sample, headline_words="classic")
    assert sample.window.view.page == "reports"


def test_the_view_before_hears_no_more(sample):
    first, second = list(sample.bridge.client.chart())[:2]
    view = sample.window.view
    for page in ("people", "coverage", "reports", "chart"):
        view.show_page(page)
    sample.bridge.select(first)
    choose(sample, date_order="iso")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(view)
    sample.act("hide-ratings")
    sample.bridge.select(second)
    settle()
    assert sample.window.view.panel.header.title.text() == sample.client.seat(second).title


def test_undo_tells_in_the_new_view_what_it_took_back(sample):
    choose(sample, metric_word="measurables")
    sample.act("undo")
    settle()
    notices = [label.text() for label in sample.window.view.findChildren(QLabel)]
    assert any(text.startswith("Undone:") for text in notices)


def test_an_edit_that_changes_no_words_leaves_the_view_alone(sample):
    view = sample.window.view
    choose(sample, paper="Letter", firm="Rivera & Co")
    seat = next(iter(sample.bridge.client.chart()))
    sample.bridge.do(describe_seat(seat, "notes", "Metrics"))
    assert sample.window.view is view


def test_dates_numbers_and_headlines_follow_the_client_and_end_with_it(sample):
    choose(sample, date_order="iso", decimal_sign="comma", headline_words="plain")
    assert date_text("2026-10-14") == "2026-10-14"
    assert number_text(1.5) == "1,5"
    assert headline_text("right_seat") == "Fits the seat"
    sample.window.open_client.close(discard=True)
    sample.window.drop_client()
    assert (pack_in_use(), formats_in_use()) == (USUAL, SYSTEM)
    assert number_text(1.5) == "1.5"


def test_a_client_that_is_opened_again_speaks_in_its_own_words(sample):
    choose(sample, responsibility_word="roles")
    work_id = sample.window.open_client.document.work_id
    sample.window.open_client.close()
    sample.window.drop_client()
    opened = sample.window.desk.workshop.resume(work_id)
    from mspseat_desktop.ui.open_client import OpenClient

    sample.window.show_client(OpenClient(opened, sample.window.desk))
    sample.window.view.show_seat(next(iter(sample.bridge.client.chart())))
    assert has(sample, "Top five roles")
