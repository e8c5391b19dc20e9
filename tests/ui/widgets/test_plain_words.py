import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from mspseat_desktop.ui.widgets import (
    Chip,
    PlainLabel,
    QuietButton,
    ScrollArea,
    TabBar,
    amp,
    tip,
    tip_text,
    title_text,
)

EVIL = [
    "<b>x</b>",
    "<img src='file:///etc/passwd'>",
    "a < b & c > d",
    "&lt;b&gt;",
    "R&D",
    "\u202etext",
    "Z" + "\u0301" * 3000,
    "x" * 1_000_000,
    "line\nline",
    "",
]


@pytest.mark.parametrize("text", EVIL, ids=range(len(EVIL)))
def test_any_text_is_shown_letter_by_letter(put, text):
    for elide in (True, False):
        label = put(PlainLabel(text[:5000] if not elide else text, elide=elide))
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert label.text() in (text, text[:5000])
        label.grab()
        label.hide()


def test_a_tooltip_cannot_hold_markup(put):
    label = put(PlainLabel("x"))
    tip(label, "<img src='//host/share/x.png'>\nR&D")
    assert "<img" not in label.toolTip()
    assert label.toolTip() == tip_text("<img src='//host/share/x.png'>\nR&D")
    assert label.accessibleDescription().startswith("<img")
    tip(label, "")
    assert label.toolTip() == ""


def test_a_cut_label_tells_the_whole_text_in_its_tooltip(put, qtbot):
    label = put(PlainLabel("Security roadmap with the budget <b>", elide=True))
    assert label.toolTip() == ""
    label.setFixedWidth(60)
    qtbot.waitUntil(lambda: label.toolTip() != "")
    assert "&lt;b&gt;" in label.toolTip()
    label.setFixedWidth(400)
    qtbot.waitUntil(lambda: label.toolTip() == "")


def test_an_ampersand_makes_no_shortcut(put, theme):
    assert amp("R&D") == "R&&D"
    button = put(QuietButton(theme, "R&D"))
    assert button.shortcut().isEmpty()
    assert button.caption == "R&D"
    assert button.accessibleName() == "R&D"
    tabs = put(TabBar(theme, "Pages"))
    tabs.add("R&D", count=3)
    assert tabs.tabText(0) == "R&&D  3"


def test_a_chip_keeps_its_height_and_cuts_long_words(put, theme):
    chip = put(Chip(theme, "x" * 100_000, "no"))
    assert chip.sizeHint().width() <= 280
    chip.grab()
    assert len(chip.toolTip()) < 2000


def test_a_scroll_area_never_scrolls_sideways(put):
    area = put(ScrollArea(PlainLabel("word " * 400, wrap=True)))
    area.resize(200, 100)
    assert area.widget().width() <= 200


def test_a_page_that_comes_back_into_a_wider_window_fills_it(put, window):
    pages = put(QStackedWidget())
    area = ScrollArea(PlainLabel("word " * 400, wrap=True))
    for page in (area, QWidget()):
        pages.addWidget(page)
    QApplication.processEvents()
    pages.setCurrentIndex(1)
    window.resize(900, 360)
    QApplication.processEvents()
    window.grab()
    pages.setCurrentIndex(0)
    QApplication.processEvents()
    assert area.widget().width() == area.viewport().width() > 480


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Lakeside", "Lakeside"),
        ("two\nlines\tand\0more", "two lines and more"),
        ("\u202etxt.exe", "txt.exe"),
        ("R&D <b>", "R&D <b>"),
        ("starred [*] name", "starred [*][*] name"),
        ("x" * 500, "x" * 120 + "\N{HORIZONTAL ELLIPSIS}"),
        ("\n" * 100_000, ""),
    ],
)
def test_a_window_title_is_one_short_line(words, title):
    assert title_text(words) == title
