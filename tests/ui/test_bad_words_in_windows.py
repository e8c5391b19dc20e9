"""Words that break programs, in every text of a client, through every page of the window."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from bad_words import BAD_WORDS, SHORT, STORABLE, bad_client
from driving import settle, shown_texts
from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.domain.edits.client import change_profile
from mspseat_desktop.domain.typed_words import every_record
from mspseat_desktop.ui.widgets import Answer, ask
from window_faults import faults

TABS = ("seat", "metrics", "reviews", "notes")
PAGES = ("page-reviews", "page-people", "page-coverage", "page-actions", "page-reports")


@pytest.fixture
def bad(program, tmp_path):
    """The program with a client in which every text is a bad word, in a file of a bad name."""
    desk = program.window.desk
    document = desk.workshop.new_document(list(every_record(bad_client(SHORT.values())))).document
    path = tmp_path / "R&D <b>x %s {0}.mspseat"
    document.set_target(path)
    document.publish()
    document.close()
    program.window.files.open_path(path)
    settle()
    program.bridge.hide_ratings(hidden=False)
    return program


def test_every_page_shows_bad_words_as_they_are(bad):
    for page in PAGES:
        bad.act(page)
        assert faults(bad.window) == []
    bad.act("page-chart")
    for seat, tab in zip(bad.client.chart(), itertools.cycle(TABS), strict=False):
        bad.bridge.select(seat)
        bad.view.panel.show_tab(tab)
        settle(2)
        assert faults(bad.view.panel) == []
    spoken = "\n".join(bad.spoken_chart())
    for seat in bad.client.chart():
        assert bad.client.seat(seat).title.split("\n")[0].strip() in spoken


def test_lists_and_dialogs_show_bad_words_as_they_are(bad):
    for doing in ("client", "figures", "worth-a-look", "compare", "review"):
        bad.bridge.select(next(iter(bad.client.chart())))
        if not bad.window.actions_table[doing].isEnabled():
            continue
        bad.act(doing)
        top = QApplication.activeModalWidget() or bad.window
        assert faults(top) == []
        bad.hand.press("Esc")


def test_window_title_question_and_notice_show_each_word(program):
    program.new_client()
    window, seat = program.window, program.client.children(None)[0]
    for word in (*SHORT.values(), STORABLE[34]):
        program.bridge.do(change_profile(replace(program.client.profile, name=word)))
        program.bridge.do(rename_seat(seat, word))
        window.tell(word)
        settle(2)
        assert program.notice == word
        assert len(window.windowTitle().splitlines()) == 1
        assert is_answered(program, word)
    assert faults(window) == []


def is_answered(program, word):
    """Whether a question with the word everywhere shows it, and is closed by a key."""
    answered = []
    answers = (Answer(None, word[:40]), Answer("yes", "Yes", "primary"))
    ask(
        program.window.theme,
        program.window,
        title=word,
        text=word,
        answers=answers,
        then=answered.append,
    )
    dialog = program.dialog()
    assert faults(dialog) == []
    assert word in shown_texts(dialog)
    program.hand.press("Esc")
    return answered == [None]


def test_a_million_letters_in_a_title_keep_the_window_quick(program):
    program.new_client()
    seat = program.client.children(None)[0]
    program.bridge.select(seat)
    for number in (32, 33, 34):
        program.bridge.do(rename_seat(seat, BAD_WORDS[number] * 10))
        settle(2)
        assert faults(program.window) == []
