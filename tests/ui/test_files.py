from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from mspseat_desktop.ui.files import (
    ask_open,
    ask_save,
    open_file,
    show_in_folder,
)


class Opener(QObject):
    """Takes what would be opened by the system."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot("QUrl")
    def take(self, url):
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def opener(qapp):  # noqa: ARG001 - Qt must be there
    found = Opener()
    QDesktopServices.setUrlHandler("file", found, "take")
    yield found
    QDesktopServices.unsetUrlHandler("file")


def test_the_folder_of_a_file_is_shown(opener, tmp_path):
    file = tmp_path / "a b #1.pdf"
    file.touch()
    assert show_in_folder(file)
    assert opener.opened == [tmp_path]


def test_a_folder_that_is_gone_is_not_shown(opener, tmp_path):
    assert not show_in_folder(tmp_path / "gone" / "report.pdf")
    assert opener.opened == []


def test_only_what_can_be_read_is_opened(opener, tmp_path):
    for name in ("mspseat.log", "run.sh", "report.pdf.desktop"):
        (tmp_path / name).touch()
    assert open_file(tmp_path / "mspseat.log")
    assert not open_file(tmp_path / "run.sh")
    assert not open_file(tmp_path / "report.pdf.desktop")
    assert not open_file(tmp_path / "gone.pdf")
    assert opener.opened == [tmp_path / "mspseat.log"]


@pytest.fixture
def window(qtbot):
    found = QWidget()
    qtbot.addWidget(found)
    found.show()
    return found


def test_saving_adds_the_ending_and_remembers_the_folder(window, tmp_path):
    taken = []
    asked = {"title": "Save", "suggested": "Lakeside.pdf", "pattern": "PDF files (*.pdf)"}
    dialog = ask_save(window, **asked, then=taken.append)
    assert Path(dialog.directory().absolutePath()) == Path.home()
    assert Path(dialog.selectedFiles()[0]).name == "Lakeside.pdf"
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("Lakeside 2026")
    dialog.accept()
    assert taken == [tmp_path / "Lakeside 2026.pdf"]
    inner = QWidget(window)
    again = ask_save(inner, **asked, then=taken.append)
    assert Path(again.directory().absolutePath()) == tmp_path
    again.reject()
    assert len(taken) == 1


def test_a_whole_path_is_suggested_in_its_own_folder(window, tmp_path):
    dialog = ask_save(
        window,
        title="Rename",
        suggested=str(tmp_path / "old.mspseat"),
        pattern="Client files (*.mspseat)",
        then=lambda _path: None,
    )
    assert Path(dialog.directory().absolutePath()) == tmp_path
    assert Path(dialog.selectedFiles()[0]) == tmp_path / "old.mspseat"
    dialog.reject()


def test_a_file_is_chosen_and_the_dialog_goes_away(window, tmp_path, qtbot):
    file = tmp_path / "chart.csv"
    file.write_text("id,parent,title\n")
    taken = []
    dialog = ask_open(window, title="Import", pattern="Tables (*.csv)", then=taken.append)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(file))
    dialog.accept()
    assert taken == [file]
    qtbot.waitUntil(lambda: not window.findChildren(QFileDialog))


def test_a_client_is_suggested_a_name_that_no_other_client_has(window, tmp_path):
    for taken in ("Lakeside.mspseat", "Lakeside 2.mspseat", "Chart.pdf"):
        (tmp_path / taken).touch()
    for suggested, offered in (
        ("Lakeside.mspseat", "Lakeside 3.mspseat"),
        ("Chart.pdf", "Chart.pdf"),
    ):
        window.setProperty("last_folder", str(tmp_path))
        dialog = ask_save(window, title="Save", suggested=suggested, pattern="", then=list)
        assert [Path(path).name for path in dialog.selectedFiles()] == [offered]
        dialog.close()
