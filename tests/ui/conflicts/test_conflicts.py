"""Two versions of one client in the window: said, told apart, kept, and put together by choice."""

from __future__ import annotations

import io
import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from driving import Program, settle
from mspseat_desktop.domain.edits.chart import add_seat, rename_seat
from mspseat_desktop.domain.edits.client import change_profile
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.storage.schema import VERSION
from mspseat_desktop.storage.workshop import Workshop
from mspseat_desktop.ui.backups.listing import ListingDialog
from mspseat_desktop.ui.conflicts.dialog import DifferenceDialog
from mspseat_desktop.ui.conflicts.passing import is_passing, passing_folders
from world import clock


@pytest.fixture
def file(program, tmp_path):
    program.new_client("Harbor Pine")
    folder = tmp_path / "documents"
    folder.mkdir()
    program.save_to(folder / "Harbor.mspseat")
    return folder / "Harbor.mspseat"


@pytest.fixture
def second(qapp, tmp_path):  # noqa: ARG001 - Qt must be there
    """Another computer."""
    found = Program(tmp_path / "another-home")
    found.start()
    yield found
    found.stop()


def root(program):
    return program.client.children(None)[0]


def rename(program, title):
    program.bridge.do(rename_seat(root(program), title))


def banner(program):
    """The words of the banner, "" while there is none."""
    shown = program.window.doing.conflicts.banner
    return shown.standing.text if shown is not None and shown.isVisible() else ""


def offer(program, words):
    shown = program.window.doing.conflicts.banner
    (button,) = [b for b in shown.buttons if b.text() == words]
    program.hand.click(button)
    settle()


def change_outside(file, home, change):
    """Let another computer change a copy and put it in place of the file."""
    copy = file.with_name("copy.mspseat")
    shutil.copy(file, copy)
    other = Program(home)
    other.start()
    other.window.files.open_path(copy)
    change(other)
    other.act("close")
    other.stop()
    copy.replace(file)


def lines(dialog):
    table = dialog.table
    return [
        tuple(table.item(row, column).text() for column in range(4))
        for row in range(table.rowCount())
    ]


def tick(dialog, words):
    for row in range(dialog.table.rowCount()):
        item = dialog.table.item(row, 0)
        if item.text() == words:
            item.setCheckState(Qt.CheckState.Checked)
            return
    raise AssertionError(lines(dialog))


def test_a_file_that_somebody_else_changed_is_said_over_the_pages_without_being_asked(
    program, file, tmp_path, qtbot
):
    change_outside(file, tmp_path / "another-home", lambda other: rename(other, "Theirs"))
    assert banner(program) == ""
    rename(program, "Ours")
    program.window.open_client.publish()
    qtbot.waitUntil(lambda: "changed by somebody else" in banner(program))
    assert "Not yet in Harbor.mspseat" in program.view.status._where.text()
    program.act("page-people")
    assert "changed by somebody else" in banner(program)
    offer(program, "What differs…")
    dialog = program.dialog(DifferenceDialog)
    assert lines(dialog) == [("Seat: Ours", "title", "Ours", "Theirs")]
    dialog.close()


def test_keeping_both_shows_what_differs_and_brings_over_what_is_ticked_as_one_step(
    program, file, tmp_path
):
    def theirs(other):
        rename(other, "Theirs")

    change_outside(file, tmp_path / "another-home", theirs)
    rename(program, "Ours")
    program.bridge.do(add_seat(SeatId("ops"), parent=root(program), title="Night shift"))
    program.bridge.do(add_seat(SeatId("desk"), parent=SeatId("ops"), title="Night desk"))
    program.act("save")
    program.answer("Keep both")
    dialog = program.dialog(DifferenceDialog)
    assert ("Seat: Theirs", "title", "Theirs", "Ours") in lines(dialog)
    assert ("Seat: Night desk", "", "is not there", "is there") in lines(dialog)
    assert not dialog.merge_button.isEnabled()
    tick(dialog, "Seat: Night desk")
    program.hand.click(dialog.merge_button)
    titles = [program.client.seat(s).title for s in program.client.chart()]
    assert titles[0] == "Theirs"
    assert {"Night shift", "Night desk"} <= set(titles)
    assert "Undo takes it back" in program.notice
    program.act("undo")
    titles = [program.client.seat(s).title for s in program.client.chart()]
    assert not {"Night shift", "Night desk"} & set(titles)
    aside = file.with_name("Harbor (your version, 2026-11-23).mspseat")
    assert aside.exists()


def test_pictures_come_over_with_what_shows_them(program, file, tmp_path):
    change_outside(file, tmp_path / "another-home", lambda other: rename(other, "Theirs"))
    picture = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(picture, "PNG")
    name = program.bridge.keep_picture(picture.getvalue())
    profile = program.client.profile
    program.bridge.do(change_profile(replace(profile, logo=name)))
    program.window.doing.conflicts.keep_both()
    dialog = program.dialog(DifferenceDialog)
    assert program.bridge.picture(name) is None
    dialog.all_button.click()
    program.hand.click(dialog.merge_button)
    assert program.client.profile.logo == name
    assert program.bridge.picture(name) is not None


def test_a_file_that_is_gone_is_put_back_from_the_banner(program, file, qtbot):
    rename(program, "Ours")
    file.unlink()
    program.window.open_client.publish()
    qtbot.waitUntil(lambda: "moved or deleted" in banner(program))
    offer(program, "Put it back")
    assert banner(program) == ""
    assert file.exists()


def test_a_client_that_is_open_here_can_be_looked_at_or_copied(program, file):
    second = Program(program.home)
    second.start()
    try:
        second.window.files.open_path(file)
        assert "open in another window" in second.dialog().accessibleDescription()
        second.answer("Only look at it")
        assert "only shown here" in banner(second)
        assert second.view.status._where.text() == "Harbor.mspseat, only shown"
        before = second.client
        rename(second, "Theirs")
        assert "only shown here" in second.notice
        assert second.client is before
        second.act("save")
        assert "only shown here" in second.notice
        aside = file.rename(file.with_suffix(".aside"))
        offer(second, "Open a copy")
        assert "Harbor.mspseat" in second.notice
        assert second.client is before  # what can not be copied is still shown
        aside.rename(file)
        offer(second, "Open a copy")
        assert banner(second) == ""
        rename(second, "Theirs")
        assert second.client.seat(root(second)).title == "Theirs"
        assert second.window.open_client.target is None
        second.window.open_client.close(discard=True)
        second.window.drop_client()
    finally:
        second.stop()


def test_a_client_that_is_open_on_another_computer_can_be_taken_over(program, file, second, qtbot):
    rename(program, "Ours")
    second.window.files.open_path(file)
    assert "seems to be open on" in second.dialog().accessibleDescription()
    second.answer("Take over")
    assert second.window.open_client is not None
    rename(program, "Ours again")
    program.window.open_client.publish()
    qtbot.waitUntil(lambda: "taken over" in banner(program))
    rename(second, "Theirs")
    second.act("close")
    program.act("save")
    assert "changed by somebody else" in program.dialog().accessibleDescription()
    program.answer("Keep both")
    assert program.dialog(DifferenceDialog)
    program.dialog().close()
    assert program.client.seat(root(program)).title == "Theirs"


def test_what_was_taken_over_can_be_taken_back(program, file, second):
    second.window.files.open_path(file)
    second.answer("Take over")
    rename(program, "Ours")
    program.act("save")
    assert "taken over" in program.dialog().accessibleDescription()
    program.answer("Not now")
    offer(program, "Take over")
    assert banner(program) == ""
    assert program.view.status._where.text() == "Saved to Harbor.mspseat"


def make_newer(file):
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        db.execute("DELETE FROM meta WHERE key = 'seal'")
        db.execute("ALTER TABLE seat ADD COLUMN colour TEXT NOT NULL DEFAULT 'green'")
        db.execute("UPDATE meta SET value = '9.1' WHERE key = 'app_version'")
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
        db.execute("VACUUM")


def test_a_file_of_a_newer_program_is_shown_and_takes_no_edits(program, file, tmp_path):
    program.act("close")
    make_newer(file)
    before = file.read_bytes()
    program.window.files.open_path(file)
    assert "made by version 9.1" in banner(program)
    rename(program, "Ours")
    assert "made by version 9.1" in program.notice
    program.view.chart.setFocus()
    program.hand.press("F2")
    program.hand.type("Ours")
    program.hand.press("Return")
    assert program.client.seat(root(program)).title != "Ours"
    program.act("save-copy")
    if program.has_dialog():
        program.choose_file(tmp_path / "copy.mspseat")
    assert "made by version 9.1" in program.notice
    assert not (tmp_path / "copy.mspseat").exists()
    program.act("close")
    assert program.window.open_client is None
    assert file.read_bytes() == before


def test_a_damaged_working_copy_shows_what_it_still_has(program, file):
    occupants = [Occupant(f"o{n}", f"Somebody with a long name {n} " * 6) for n in range(200)]

    def run(work):
        for one in occupants:
            work.put(one)

    program.bridge.do(Edit("add-occupant", run))
    program.act("save")
    program.act("close")
    program.window.files.open_path(file)
    rename(program, "Ours")
    copy = program.window.open_client.document.file.path
    log = copy.with_name(f"{copy.name}-wal")
    kept = log.read_bytes()
    document = program.window.open_client.document
    program.window.open_client._next.stop()
    document.file.close()
    document._place.leave()
    document._exchange(None)
    program.window.open_client._is_closed = True
    program.window.drop_client()
    log.write_bytes(kept)
    content = bytearray(copy.read_bytes())
    at = content.index(b"Somebody with a long name 9") // 4096 * 4096
    content[at : at + 4096] = b"\xff" * 4096
    copy.write_bytes(bytes(content))

    program.window.files.open_path(file)
    dialog = program.dialog(DifferenceDialog)
    ((_what, field, _here, there),) = lines(dialog)
    assert (field, there) == ("title", "Ours")
    dialog.all_button.click()
    program.hand.click(dialog.merge_button)
    assert program.client.seat(root(program)).title == "Ours"
    assert program.client.count(Occupant) == 200


def test_a_second_version_that_a_sync_program_made_says_what_it_is(program, file, qtbot):
    program.act("close")
    copy = file.with_name("Harbor (LAPTOP's conflicted copy 2026-11-20).mspseat")
    shutil.copy(file, copy)
    program.window.files.open_path(copy)
    qtbot.waitUntil(lambda: "second version of “Harbor.mspseat”" in banner(program))
    rename(program, "Ours")
    offer(program, "What differs…")
    dialog = program.dialog(DifferenceDialog)
    assert len(lines(dialog)) == 1
    dialog.close()
    program.hand.click(program.window.doing.conflicts.banner.cross)
    assert banner(program) == ""


def test_a_copy_elsewhere_says_where_the_same_client_is(program, file, tmp_path, qtbot):
    program.act("close")
    program.window.files.open_path(file)  # a backup of it is taken, which knows its place
    program.window.open_client._worker.submit(int).result(20)
    program.act("close")
    (tmp_path / "mail").mkdir()
    shutil.copy(file, tmp_path / "mail" / "From mail.mspseat")
    program.window.files.open_path(tmp_path / "mail" / "From mail.mspseat")
    qtbot.waitUntil(lambda: f"The same client is also in {file}" in banner(program))


def test_another_client_with_a_similar_name_is_not_taken_for_it(program, file):
    program.act("close")
    program.new_client("Someone else")
    program.save_to(file.with_name("Harbor (1).mspseat"))
    program.act("close")
    program.window.files.open_path(file.with_name("Harbor (1).mspseat"))
    program.window.open_client._worker.submit(int).result(20)
    settle()
    assert banner(program) == ""


def test_a_file_in_a_passing_place_asks_for_one_that_stays(program, file, tmp_path):
    program.act("close")
    program.stop()
    program.passing = (tmp_path / "documents",)
    program.start()
    program.window.files.open_path(file)
    assert "folder for temporary files" in banner(program)
    offer(program, "Choose a place…")
    program.choose_file(tmp_path / "Harbor.mspseat")
    assert banner(program) == ""
    assert (tmp_path / "Harbor.mspseat").exists()


def test_places_of_mail_programs_and_the_systems_own_are_passing(tmp_path):
    outlook = tmp_path / "AppData/Local/Microsoft/Windows/INetCache/Content.Outlook/ABC/a.mspseat"
    assert is_passing(outlook, ())
    assert not is_passing(tmp_path / "Documents/a.mspseat", ())
    assert is_passing(tmp_path / "a.mspseat", passing_folders())


def test_after_a_crash_the_start_page_says_once_what_is_not_in_its_file(program, file):
    rename(program, "Ours")
    file_before = file.read_bytes()
    program.stop()  # as a crash would
    assert file.read_bytes() == file_before
    program.start()
    assert "“Harbor.mspseat”" in program.notice
    assert "not in its file yet" in program.notice
    program.hand.click(program.window._start_notices.notice.button)
    assert program.client.seat(root(program)).title == "Ours"
    assert "brought back" in program.notice
    program.act("save")
    program.act("close")
    program.stop()
    program.start()
    assert program.notice == ""


def test_a_damaged_client_without_a_file_opens_with_what_is_missing(program):
    program.new_client("Harbor Pine")
    program.act("close")
    program.answer("Later")
    (waiting,) = Workshop(program.home, now=clock).unsaved()
    folder = program.home / "work" / waiting.work_id
    copy = folder / "client.sqlite"
    content = bytearray(copy.read_bytes())
    at = content.rindex(b"Managed IT") // 4096 * 4096
    content[at : at + 4096] = b"\xff" * 4096
    copy.write_bytes(bytes(content))
    program.window.show_start_page()
    program.window.files.open_recent(program.window.files.clients()[0])
    assert program.dialog(ListingDialog).windowTitle() == "What could be read is open now"
    program.dialog().close()
    assert program.client.profile.name


def test_a_file_of_an_older_program_says_that_it_will_need_this_one(program, tmp_path):
    golden = Path(__file__).parents[2] / "storage" / "golden" / "schema-1.mspseat"
    shutil.copy(golden, tmp_path / "Old.mspseat")
    program.window.files.open_path(tmp_path / "Old.mspseat")
    assert "older version of the program made this file" in program.notice
    assert (tmp_path / "Old.mspseat").read_bytes() == golden.read_bytes()
    rename(program, "Ours")
    program.act("close")
    program.window.files.open_path(tmp_path / "Old.mspseat")
    assert program.view.notices.notice is None


@pytest.mark.skipif(os.name == "nt", reason="the same bit means something else there")
def test_a_file_that_can_not_be_written_says_so_at_once(program, file, tmp_path):
    program.act("close")
    file.chmod(0o444)
    program.window.files.open_path(file)
    assert "it is read-only" in banner(program)
    rename(program, "Ours")
    program.window.open_client.publish_now()
    assert "Not yet in Harbor.mspseat" in program.view.status._where.text()
    offer(program, "Save elsewhere…")
    program.choose_file(tmp_path / "Mine.mspseat")
    assert banner(program) == ""
    assert (tmp_path / "Mine.mspseat").exists()
