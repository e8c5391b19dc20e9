"""Backups as a user has them: listed, compared, opened, erased, and offered after damage."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest

from driving import settle
from mspseat_desktop.domain.edits.chart import add_seat, rename_seat
from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.storage.backups import Backups
from mspseat_desktop.ui.backups.dialog import BackupsDialog
from mspseat_desktop.ui.backups.listing import ListingDialog
from world import clock


@pytest.fixture(name="file")
def _file(program, tmp_path):
    """A client in a file, closed and opened again, so that it has its first backup."""
    program.new_client("Harbor Pine")
    path = tmp_path / "Harbor.mspseat"
    program.save_to(path)
    program.act("close")
    return path


def wait_for_backups(program):
    """Let the worker come to rest, and hear what it has to tell."""
    program.window.open_client._worker.submit(int).result(20)
    settle()


@pytest.fixture(name="opened")
def _opened(program, file):
    program.window.files.open_path(file)
    wait_for_backups(program)
    return program


def shelf_of(program):
    return program.window.open_client.document.shelf


def titles(program):
    return {s.title for s in program.client.every(Seat)}


def text_of(dialog):
    return dialog.text.toPlainText()


def test_a_client_that_is_opened_has_a_backup_and_the_sample_has_none(opened):
    assert len(shelf_of(opened).listed()) == 1
    opened.act("close")
    opened.open_sample()
    wait_for_backups(opened)
    assert shelf_of(opened).listed() == ()


def test_the_list_says_when_with_what_and_why(opened):
    opened.act("backups")
    dialog = opened.dialog(BackupsDialog)
    row = [dialog.table.item(0, column).text() for column in range(5)]
    seats = str(opened.client.count(Seat))
    assert row[:4] == ["23 Nov 2026, 09:00", "1", seats, "0"]
    assert row[4] in {"After it was saved to its file", "When the client was opened"}
    opened.hand.press("Esc")
    assert not opened.has_dialog()


def test_what_differs_is_told_record_by_record_without_opening_anything(opened):
    root = opened.client.children(None)[0]
    opened.bridge.do(rename_seat(root, "Chair"))
    opened.bridge.do(add_seat(SeatId("new"), parent=root, title="Payroll"))
    opened.act("backups")
    opened.answer("What differs…")
    told = opened.dialog(ListingDialog)
    assert "Added since then (1)\nSeat: Payroll" in text_of(told)
    assert "Changed since then (1)\nSeat: Chair" in text_of(told)
    assert "Removed" not in text_of(told)
    opened.hand.press("Return")
    opened.hand.press("Esc")
    assert opened.client.profile.name == "Harbor Pine"


def test_a_backup_opens_as_a_client_of_its_own_and_nothing_is_written_over(opened, file):
    root = opened.client.children(None)[0]
    was = opened.client.seat(root).title
    opened.bridge.do(rename_seat(root, "Chair"))
    opened.act("backups")
    opened.hand.press("Return")
    wait_for_backups(opened)
    assert opened.client.profile.name == "Harbor Pine, as of 23 Nov"
    assert opened.window.open_client.target is None
    assert opened.client.seat(root).title == was
    assert "Seat: Chair" in text_of(opened.dialog(ListingDialog))
    opened.hand.press("Return")
    causes = [b.causes for b in shelf_of(opened).listed()]
    assert ("restore",) in causes
    opened.act("close")
    opened.answer("Later")
    opened.window.files.open_path(file)
    assert opened.client.seat(root).title == "Chair"


def test_erasing_asks_first_and_leaves_the_client(opened):
    opened.act("backups")
    opened.answer("Erase all backups…")
    opened.answer("Keep them")
    assert len(shelf_of(opened).listed()) == 1
    opened.answer("Erase all backups…")
    opened.answer("Erase the backups")
    dialog = opened.dialog(BackupsDialog)
    assert shelf_of(opened).listed() == ()
    assert dialog.empty.isVisible()
    assert not dialog.open_button.isEnabled()
    opened.hand.press("Esc")
    assert opened.client.profile.name == "Harbor Pine"


def test_deleting_a_large_branch_is_backed_up_first(opened):
    root = opened.client.children(None)[0]
    seats = len(opened.client.branch(root))
    assert seats >= 5
    opened.bridge.select(root)
    opened.act("delete")
    opened.answer(f"Delete {seats} seats")
    wait_for_backups(opened)
    assert opened.client.children(None) == ()
    newest = shelf_of(opened).listed()[0]
    assert "deletion" in newest.causes
    assert newest.seats == seats
    opened.act("undo")
    assert len(opened.client.branch(root)) == seats


def test_a_disk_without_room_is_told_once_and_the_work_goes_on(opened, program_home_of_the_test):
    folder = program_home_of_the_test / "backups"
    shutil.rmtree(folder)
    folder.write_text("no folder can be made here")
    told = []
    opened.window.open_client.backup_failed.connect(told.append)
    root = opened.client.children(None)[0]
    for turn in range(2):
        opened.bridge.select(root)
        opened.act("delete")
        opened.answer(f"Delete {len(opened.client.branch(root))} seats")
        wait_for_backups(opened)
        assert opened.client.children(None) == ()
        if turn == 0:
            assert opened.notice == (
                "A backup could not be taken this time. The work itself is saved."
            )
        opened.act("undo")
    assert len(told) == 1
    folder.unlink()


def damage(path):
    content = bytearray(path.read_bytes())
    content[-4096:] = b"\xff" * 4096
    path.write_bytes(content)


def test_a_damaged_file_offers_its_newest_good_backup(opened, file):
    opened.act("close")
    damage(file)
    before = file.read_bytes()
    opened.window.files.open_path(file)
    said = opened.dialog().accessibleDescription()
    assert said.startswith("“Harbor.mspseat” is damaged. The newest good backup is of 23 Nov 2026")
    opened.answer("Open the backup")
    assert opened.client.profile.name == "Harbor Pine, as of 23 Nov"
    assert "client of its own" in opened.notice
    assert file.read_bytes() == before


def test_a_whole_file_of_another_hand_is_named_so_and_offers_the_same(opened, file):
    wanted = titles(opened)
    opened.act("close")
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        db.execute("VACUUM")
    opened.window.files.open_path(file)
    said = opened.dialog().accessibleDescription()
    assert said.startswith(
        "“Harbor.mspseat” was changed by another program, or damaged, since it was saved. "
        "The newest good backup is of 23 Nov 2026"
    )
    opened.answer("Open what can be read")
    opened.hand.press("Return")
    assert titles(opened) == wanted


def test_a_damaged_file_without_a_backup_gives_what_can_be_read(
    opened, file, program_home_of_the_test
):
    wanted = titles(opened)
    opened.act("close")
    shutil.rmtree(program_home_of_the_test / "backups")
    damage(file)
    opened.window.files.open_path(file)
    assert "There is no backup" in opened.dialog().accessibleDescription()
    opened.answer("Open what can be read")
    told = opened.dialog(ListingDialog)
    assert "The history: undo begins anew" in text_of(told)
    opened.hand.press("Return")
    assert opened.client.profile.name == "Harbor Pine, salvaged"
    assert titles(opened) <= wanted
    assert titles(opened)


def test_a_damaged_newest_backup_is_passed_over(opened, file, program_home_of_the_test):
    root = opened.client.children(None)[0]
    opened.bridge.do(rename_seat(root, "Chair"))
    opened.window.open_client.back_up("import")
    wait_for_backups(opened)
    shelf = shelf_of(opened)
    newest = shelf.listed()[0]
    opened.act("close")
    damage(shelf.path(newest))
    damage(file)
    opened.window.files.open_path(file)
    opened.answer("Open the backup")
    assert "Chair" not in titles(opened)
    assert Backups(program_home_of_the_test, now=clock).shelf_of(file) is not None


def test_nothing_readable_is_said_in_one_sentence(opened, file, program_home_of_the_test):
    opened.act("close")
    shutil.rmtree(program_home_of_the_test / "backups")
    content = bytearray(file.read_bytes())
    content[100:] = bytes(len(content) - 100)
    file.write_bytes(content)
    opened.window.files.open_path(file)
    opened.answer("Open what can be read")
    assert opened.notice == (
        "Nothing in “Harbor.mspseat” can be read. Look for a copy of it elsewhere."
    )
    assert opened.window.open_client is None


def test_a_file_that_was_replaced_by_something_else_still_has_its_backups(opened, file):
    opened.act("close")
    file.write_bytes(b"<html>Sign in</html>" * 100)
    opened.window.files.open_path(file)
    assert "newest good backup" in opened.dialog().accessibleDescription()
    opened.answer("Not now")
    assert opened.window.open_client is None
