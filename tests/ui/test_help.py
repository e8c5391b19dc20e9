import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from shiboken6 import isValid

from mspseat_desktop.assets import resource
from mspseat_desktop.ui.doings import doings, menu_titles, submenu_titles
from mspseat_desktop.ui.help_topics import find, topics
from mspseat_desktop.ui.help_window import HelpWindow
from mspseat_desktop.ui.theme import Theme

GUIDE = {topic.id: topic for topic in topics()}


def as_written(doing):
    """The keys of an entry as the guide writes them."""
    keys = ", ".join(doing.keys)
    return keys.replace("Return", "Enter").replace("Ins", "Insert")


@pytest.mark.parametrize("doing", doings(), ids=lambda doing: doing.id)
def test_every_menu_entry_is_in_the_guide_with_its_keys(doing):
    rows = [
        [cell.strip() for cell in line.split("|")[1:-1]]
        for line in GUIDE["menus"].text.splitlines()
        if line.startswith("|")
    ]
    found = {row[0]: row for row in rows}
    assert doing.text in found
    assert found[doing.text][1] == as_written(doing)
    assert len(found[doing.text][2]) > 3


def test_the_guide_names_no_menu_entry_that_is_not_there():
    entries = {doing.text for doing in doings()}
    rows = re.findall(r"^\| ([^|]+) \|", GUIDE["menus"].text, flags=re.MULTILINE)
    assert {row for row in rows if row not in ("Entry", "---")} == entries


def test_the_guide_leads_through_the_menus_as_they_are():
    menus = {name: title.replace("&", "") for name, title in menu_titles().items()}
    within = submenu_titles()
    ways = set()
    for doing in doings():
        way = [menus[doing.menu], *([within[doing.submenu]] if doing.submenu else [])]
        ways |= {tuple(way), (*way, doing.text)}
    told = [
        tuple(re.split(r" > |, ", " ".join(way.split())))
        for topic in GUIDE.values()
        for way in re.findall(rf"\*\*((?:{'|'.join(menus.values())})(?: > |, )[^*]+)", topic.text)
    ]
    assert len(told) > 10
    assert set(told) <= ways


def test_every_command_is_in_the_guide():
    from mspseat_desktop.cli.entry import verbs

    for command in verbs.commands:
        assert f"`mspseat {command}" in GUIDE["command-line"].text


def test_the_answers_of_the_guide_can_be_recorded():
    from mspseat_desktop.exchange.answers_in import read_answers

    example = re.search(r"```\n(.*?)```", GUIDE["command-line"].text, flags=re.DOTALL)
    given = read_answers(example[1].encode())
    assert given.on == "2026-10-14"
    assert len(given.actions) == 1


def test_links_lead_to_topics_that_are_there():
    for topic in GUIDE.values():
        for link in re.findall(r"\]\(([^)]+)\)", topic.text):
            assert link.removesuffix(".md") in GUIDE, f"{topic.id}: {link}"


def test_each_topic_begins_with_its_title_and_stays_plain():
    assert len(GUIDE) == len(list(resource("help").glob("*.md")))
    for topic in GUIDE.values():
        assert topic.title
        assert "!" not in topic.text
        assert "please" not in topic.text.lower()
        assert "http" not in topic.text


def test_all_words_must_be_found_and_titles_come_first():
    found = find(tuple(GUIDE.values()), "printing")
    assert found[0].id == "printing"
    assert {t.id for t in find(tuple(GUIDE.values()), "HANDOVER plan")} == {"outcomes"}
    assert find(tuple(GUIDE.values()), "xylophone") == []


@pytest.fixture
def guide(qtbot, qapp):
    theme = Theme("light")
    theme.apply(qapp)
    window = HelpWindow(theme)
    window.theme = theme
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def test_it_opens_on_the_first_topic_and_lists_all(guide):
    assert guide.topic == "start"
    assert guide.contents.count() == len(GUIDE)
    assert "The first ten minutes" in guide.page.toPlainText()
    QTest.keyClick(guide.contents, Qt.Key.Key_Down)
    assert guide.topic == "chart"


def test_tables_are_tables_and_html_is_text(guide):
    guide.show_topic("keys")
    text = guide.page.toPlainText()
    assert "| --- |" not in text
    assert "renames it" in text


def test_searching_narrows_the_contents_and_marks_the_words(guide):
    QTest.keyClick(guide, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert guide.search.hasFocus()
    QTest.keyClicks(guide.search, "improvement")
    assert guide.contents.count() == 1
    assert guide.topic == "outcomes"
    marks = guide.page.extraSelections()
    assert marks
    assert all(mark.cursor.selectedText().lower() == "improvement" for mark in marks)
    QTest.keyClicks(guide.search, " xylophone")
    assert guide.nothing.isVisible()
    guide.search.clear()
    assert guide.contents.count() == len(GUIDE)
    assert guide.topic == "outcomes"
    assert guide.page.extraSelections() == []


def test_a_link_leads_to_another_topic_and_never_out(guide):
    guide.page.anchorClicked.emit(QUrl("review.md"))
    assert guide.topic == "review"
    assert guide.contents.currentItem().text() == GUIDE["review"].title
    for elsewhere in ("file:///etc/passwd", "//host/chart.md", "https://a.example/chart.md"):
        guide.page.anchorClicked.emit(QUrl(elsewhere))
        assert guide.topic == "review"
    assert guide.page.loadResource(2, QUrl("file:///etc/passwd")) is None


def test_the_colours_follow_the_theme(guide):
    def ink():
        return guide.page.document().begin().begin().fragment().charFormat().foreground().color()

    before = ink()
    guide.theme.choose("dark")
    assert ink() != before
    guide.theme.choose("light")


def test_esc_closes(qtbot):
    window = HelpWindow(Theme("light"))
    window.show()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(window))
