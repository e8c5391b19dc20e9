"""Keeping a client by the menus: saving, copying, sending, moving, exporting; and bad files."""

from __future__ import annotations

import csv
import os
import shutil
import sqlite3

import pytest
from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from driving import settle
from mspseat_desktop.exchange.csv_in import read_chart_csv
from mspseat_desktop.storage.workshop import Workshop
from mspseat_desktop.ui.home.client_card import ClientCard
from world import clock


class Opener(QObject):
    """Takes what would be opened by the system."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot("QUrl")
    def take(self, url):
        self.opened.append(url.toLocalFile())


@pytest.fixture
def opener(qapp):  # noqa: ARG001 - Qt must be there
    found = Opener()
    QDesktopServices.setUrlHandler("file", found, "take")
    yield found
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def file(program, tmp_path):
    program.new_client("Harbor Pine")
    program.save_to(tmp_path / "Harbor.mspseat")
    return tmp_path / "Harbor.mspseat"


def where(program):
    return program.view.status._where.text()


def read(tmp_path, file):
    return Workshop(tmp_path / "reader", now=clock).read_document(file)


def rename(program, title):
    program.view.chart.setFocus()
    program.hand.press("F2")
    program.hand.type(title)
    program.hand.press("Return")


def test_ctrl_s_asks_for_a_place_once_and_says_where(program, tmp_path, opener):
    program.new_client("Harbor Pine")
    assert where(program) == "Saved on this laptop"
    program.hand.press("Ctrl+S")
    program.choose_file(tmp_path / "Harbor.mspseat")
    assert program.notice == f"Saved to {tmp_path / 'Harbor.mspseat'}"
    program.hand.click(program.view.notices.notice.button)
    assert opener.opened == [str(tmp_path)]
    assert where(program) == "Saved to Harbor.mspseat"
    rename(program, "Chair")
    assert where(program) == "Saved on this laptop"
    program.hand.press("Ctrl+S")
    assert not program.has_dialog()
    assert where(program) == "Saved to Harbor.mspseat"
    root = read(tmp_path, tmp_path / "Harbor.mspseat").client.children(None)[0]
    assert program.client.seat(root).title == "Chair"


def test_ctrl_s_takes_what_is_being_typed_along(program, file, tmp_path):
    program.hand.press("F2")
    program.hand.type("Chair")
    program.hand.press("Ctrl+S")
    client = read(tmp_path, file).client
    assert client.seat(client.children(None)[0]).title == "Chair"


def test_giving_up_the_place_keeps_the_client_on_the_laptop(program):
    program.new_client()
    program.act("save")
    program.hand.press("Esc")
    assert not program.has_dialog()
    assert where(program) == "Saved on this laptop"


def test_a_copy_is_written_beside_and_the_client_stays_where_it_is(program, file, tmp_path):
    rename(program, "Chair")
    program.act("save-copy")
    program.choose_file(tmp_path / "copy")
    assert program.notice == "A copy is in copy.mspseat."
    copy = read(tmp_path, tmp_path / "copy.mspseat")
    assert copy.client.seat(copy.client.children(None)[0]).title == "Chair"
    assert copy.steps
    assert program.window.open_client.target == file


def test_renaming_moves_the_file_and_the_start_page_follows(program, file, tmp_path):
    program.act("rename-client")
    program.choose_file(tmp_path / "Pine.mspseat")
    assert not file.exists()
    assert where(program) == "Saved to Pine.mspseat"
    rename(program, "Chair")
    program.act("close")
    cards = program.window.start_page.findChildren(ClientCard)
    (card,) = [c for c in cards if c.isVisible() and c.accessibleName() == "Harbor Pine"]
    assert "Pine.mspseat" in card.toolTip()
    program.hand.click(card)
    assert program.client.seat(program.client.children(None)[0]).title == "Chair"


def test_the_folder_is_shown_once_there_is_one(program, opener, tmp_path):
    program.new_client()
    program.act("show-in-folder")
    assert "in no file yet" in program.notice
    assert opener.opened == []
    program.save_to(tmp_path / "h.mspseat")
    program.act("show-in-folder")
    assert opener.opened == [str(tmp_path)]


def test_an_export_is_read_back_and_has_no_outcomes_while_these_are_hidden(program, tmp_path):
    program.open_sample()
    program.act("export-csv")
    program.choose_file(tmp_path / "shown.csv")
    assert program.notice == "The chart is in shown.csv."
    program.act("hide-ratings")
    program.act("export-csv")
    program.choose_file(tmp_path / "hidden.csv")
    shown, hidden = ((tmp_path / name).read_bytes() for name in ("shown.csv", "hidden.csv"))
    assert b"wrong seat" in shown
    assert b"wrong seat" not in hidden
    assert len(read_chart_csv(hidden).seats) == 13


def test_no_dialog_that_saves_writes_over_another_client(program, file, tmp_path):
    other = tmp_path / "Other.mspseat"
    shutil.copyfile(file, other)
    rename(program, "Chair")
    before = other.read_bytes()
    refused = "“Other.mspseat” is a client's file"
    for act in ("save-copy", "export-csv"):
        program.act(act)
        agree_to_replace(program, other)
        assert refused in program.notice
    program.act("rename-client")
    agree_to_replace(program, other)
    assert "There is a file named “Other.mspseat” already" in program.notice
    program.window.keeping.ask_place()
    agree_to_replace(program, other)
    assert refused in program.notice
    assert other.read_bytes() == before
    assert program.window.open_client.target == file
    program.window.keeping.ask_place()
    agree_to_replace(program, file)  # its own
    assert program.notice == f"Saved to {file}"


def agree_to_replace(program, path):
    """Choose a file that is there already, and say yes to the dialog's own question."""
    dialog = program.dialog(QFileDialog)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    program.choose_file(path)


def test_dangerous_words_are_defused_in_the_export(program, tmp_path):
    program.new_client()
    rename(program, "=1+1")
    program.act("export-csv")
    program.choose_file(tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as text:
        cells = [cell for row in csv.reader(text) for cell in row]
    assert "'=1+1" in cells
    assert not [cell for cell in cells if cell.startswith("=")]


def test_a_folder_that_is_gone_is_told_and_the_client_goes_on(program, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    program.new_client()
    program.save_to(folder / "h.mspseat")
    shutil.rmtree(folder)
    rename(program, "Chair")
    program.act("save")
    assert "The folder for “h.mspseat” is not there" in program.notice
    assert "Not yet in h.mspseat" in where(program)
    program.hand.click(program.view.notices.notice.button)
    program.choose_file(tmp_path / "h.mspseat")
    assert where(program) == "Saved to h.mspseat"
    client = read(tmp_path, tmp_path / "h.mspseat").client
    assert client.seat(client.children(None)[0]).title == "Chair"


# files that are none


def garbage(path):
    path.write_bytes(os.urandom(5000))


def empty(path):
    path.touch()


def folder(path):
    path.mkdir()


def another_database(path):
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE seat (id TEXT)")
    other.close()


def nothing(path):
    """Leave it out."""


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (garbage, "is not a client file of this program"),
        (empty, "is empty"),
        (folder, "is a folder"),
        (another_database, "is not a client file of this program"),
        (nothing, "is not there. Check its name"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_a_file_that_is_none_is_named_in_one_plain_sentence(program, tmp_path, make, words):
    path = tmp_path / "odd.mspseat"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    program.window.files.open_path(path)
    assert "“odd.mspseat”" in program.notice
    assert words in program.notice
    assert program.window.open_client is None
    assert program.window.start_page.isVisible()
    assert (path.read_bytes() if path.is_file() else None) == before
    program.new_client()
    assert program.client.profile.name == "Harbor Pine"


def test_a_read_only_file_opens_and_is_kept_on_the_laptop(program, file, tmp_path):
    if os.geteuid() == 0:
        pytest.skip("nothing is read-only for this user")
    program.act("close")
    tmp_path.chmod(0o500)
    try:
        program.window.files.open_path(file)
        rename(program, "Chair")
        program.act("save")
        assert "read-only" in program.notice
        assert "Not yet in" in where(program)
    finally:
        tmp_path.chmod(0o700)


def test_a_file_that_can_not_be_opened_leaves_the_open_client_as_it_is(program, file, tmp_path):
    garbage(tmp_path / "odd.mspseat")
    whole = file.read_bytes()
    (tmp_path / "torn.mspseat").write_bytes(whole[:-4096] + b"\xff" * 4096)
    (tmp_path / "taken.mspseat").write_bytes(whole)
    rename(program, "Chair")
    client, view, undo = program.window.open_client, program.view, program.bridge.undo_step()
    program.window.files.open_path(tmp_path / "odd.mspseat")
    assert "not a client file" in program.notice
    program.window.files.open_path(tmp_path / "gone.mspseat")
    assert "“gone.mspseat” is not there" in program.notice
    program.window.files.open_path(tmp_path / "torn.mspseat")
    program.answer("Not now")
    other = Workshop(program.home, now=clock).open_document(tmp_path / "taken.mspseat").document
    program.window.files.open_path(tmp_path / "taken.mspseat")
    program.answer("Not now")
    other.close()
    assert (program.window.open_client, program.view) == (client, view)
    assert program.bridge.undo_step() == undo
    assert file.read_bytes() == whole
    program.hand.press("Ctrl+Z")
    assert program.client.seat(program.client.children(None)[0]).title != "Chair"

    program.window.files.open_path(tmp_path / "torn.mspseat")
    program.answer("Open what can be read")  # only now the open one is closed
    assert program.client.profile.name == "Harbor Pine, salvaged"
    assert not Workshop(program.home, now=clock).is_open(file)
    program.hand.press("Return")


def test_a_client_that_stays_open_lets_go_of_the_file_that_was_asked_for(program, file, tmp_path):
    program.act("close")
    program.new_client("Fresh")
    fresh, outside = program.window.open_client, Workshop(program.home, now=clock)
    beside = sorted(tmp_path.iterdir())
    program.window.files.open_path(file)
    program.answer("Stay")
    assert program.window.open_client is fresh
    program.window.files.open_path(file)
    program.answer("Choose a place…")
    program.dialog(QFileDialog).reject()
    settle()
    assert program.window.open_client is fresh
    program.window.files.open_path(file)
    program.answer("Choose a place…")
    program.choose_file(tmp_path / "no folder" / "fresh.mspseat")
    assert program.window.open_client is fresh
    program.act("sample")
    program.hand.press("Esc")
    assert program.window.open_client is fresh
    assert not outside.is_open(file)
    assert sorted(tmp_path.iterdir()) == beside
    assert [one.name for one in outside.unsaved()] == []

    program.window.files.open_path(file)
    program.answer("Later")
    assert program.window.open_client.target == file
    assert [one.name for one in outside.unsaved()] == ["Fresh"]
    program.window.files.open_path(file)  # the same again
    assert program.window.open_client.target == file


def test_a_recent_client_that_is_gone_says_so_and_can_be_taken_off(program, file):
    program.act("close")
    file.unlink()
    cards = [c for c in program.window.start_page.findChildren(ClientCard) if c.isVisible()]
    program.hand.click(cards[0])
    assert "is not there. Check its name" in program.notice
    cards[0].forget_wanted.emit()
    assert program.window.desk.settings.recents() == ()


def test_what_is_due_shows_only_when_asked(program, tmp_path):
    program.open_sample()
    program.save_to(tmp_path / "sample.mspseat")
    program.act("close")
    page = program.window.start_page
    assert not page.shows_due
    page.due_wanted.emit()
    assert page.shows_due
    page.due_wanted.emit()
    assert not page.shows_due
