import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from mspseat_desktop.assets import resource
from mspseat_desktop.ui.about import AboutDialog
from mspseat_desktop.ui.theme import Theme

VERSIONS = {"MSP Seat Desktop": "1.2.3", "Qt": "6.11.3"}


@pytest.fixture
def about(qtbot, qapp):
    theme = Theme("light")
    theme.apply(qapp)
    dialog = AboutDialog(theme, VERSIONS)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def test_versions_trademark_and_licence_are_shown(about):
    words = " ".join(label.text() for label in about.findChildren(QLabel))
    for part in ("1.2.3", "6.11.3", "MIT", "LGPL"):
        assert part in words
    assert "trademarks of EOS Worldwide, LLC" in words
    assert "not affiliated with or endorsed by EOS Worldwide." in words


def test_the_licences_can_be_read_whole(about):
    texts = [view.toPlainText() for view in about.findChildren(QPlainTextEdit)]
    for name in ("LGPL-3.0.txt", "GPL-3.0.txt", "MIT.txt"):
        wanted = resource("licences", name).read_text(encoding="utf-8")
        assert any(text.strip() == wanted.strip() for text in texts)


def test_the_works_of_others_are_set_like_the_guide_and_lead_to_their_licences(about):
    about.tabs.setCurrentIndex(1)
    text = about.works.toPlainText()
    assert "PySide6_Essentials" in text
    assert "| --- |" not in text
    about.works.anchorClicked.emit(QUrl("GPL-3.0.txt"))
    assert about.tabs.currentIndex() == 3
    about.works.anchorClicked.emit(QUrl("https://a.example/GPL-3.0.txt"))
    assert about.tabs.currentIndex() == 3


def test_our_licence_is_shipped_as_it_stands_in_the_project():
    shipped = resource("licences", "MIT.txt")
    assert shipped.read_bytes() == (resource().parent / "LICENSE").read_bytes()


def test_tabs_lead_to_the_texts(about):
    about.tabs.setCurrentIndex(2)
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in about.pages.currentWidget().toPlainText()


def test_the_versions_are_copied(about):
    about.copy_button.click()
    assert QGuiApplication.clipboard().text() == "MSP Seat Desktop 1.2.3\nQt 6.11.3"
