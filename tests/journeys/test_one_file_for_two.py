"""One client file in two windows, or changed and moved by somebody else while it is open."""

from __future__ import annotations

import json
import shutil

import pytest
from pypdf import PdfReader

from driving import Program
from mspseat_desktop.cli.entry import run
from mspseat_desktop.ui.reporting.preview import PreviewDialog


@pytest.fixture
def file(program, tmp_path):
    """A client that is open in the program, with its file."""
    program.new_client("Harbor Pine")
    program.save_to(tmp_path / "Harbor.mspseat")
    return tmp_path / "Harbor.mspseat"


def rename(program, title):
    program.window.activateWindow()
    program.view.chart.setFocus()
    program.hand.press("F2")
    program.hand.type(title)
    program.hand.press("Return")


def titles(program):
    return [program.client.seat(s).title for s in program.client.chart()]


def seats_in(file, capfd):
    capfd.readouterr()
    assert run(["seats", str(file), "--json"]) == 0
    return [seat["title"] for seat in json.loads(capfd.readouterr().out)]


def test_a_second_window_says_that_the_file_is_open(program, file):
    rename(program, "President")
    before = file.read_bytes()
    second = Program(program.home)
    second.start()
    try:
        second.window.files.open_path(file)
        assert second.window.open_client is None
        assert (
            second.dialog()
            .accessibleDescription()
            .startswith("“Harbor.mspseat” is open in another window or program on this computer.")
        )
        second.answer("Not now")
    finally:
        second.stop()
    assert file.read_bytes() == before
    program.act("save")
    assert titles(program)[0] == "President"
    assert program.view.status._where.text() == "Saved to Harbor.mspseat"


def change_outside(file, program, title):
    """Somebody else opens a copy elsewhere and puts the result in place of the file."""
    copy = file.with_name("copy.mspseat")
    shutil.copy(file, copy)
    other = Program(program.home.with_name("another-home"))
    other.start()
    other.window.files.open_path(copy)
    other.bridge.select(other.client.children(None)[0])
    rename(other, title)
    other.act("save")
    other.stop()
    copy.replace(file)


def test_a_file_changed_outside_is_asked_about_and_both_can_be_kept(program, file, capfd):
    change_outside(file, program, "Theirs")
    rename(program, "Ours")
    program.act("save")
    assert "changed by somebody else" in program.dialog().accessibleDescription()
    program.answer("Not now")
    assert titles(program)[0] == "Ours"
    assert "Not yet in Harbor.mspseat" in program.view.status._where.text()

    program.act("save")
    program.answer("Keep both")
    assert titles(program)[0] == "Theirs"
    beside = file.with_name("Harbor (your version, 2026-11-23).mspseat")
    assert beside.name in program.dialog().words.intro
    program.answer("Close")
    program.act("close")
    assert seats_in(file, capfd)[0] == "Theirs"
    assert seats_in(beside, capfd)[0] == "Ours"


def test_a_file_deleted_outside_can_be_put_back(program, file, capfd):
    rename(program, "President")
    file.unlink()
    program.act("save")
    assert "moved or deleted" in program.dialog().accessibleDescription()
    program.answer("Put it back")
    assert "Saved to" in program.notice
    program.act("close")
    assert seats_in(file, capfd)[0] == "President"


def test_a_client_whose_file_is_gone_can_be_closed_and_opened_again(program, file):
    rename(program, "President")
    file.unlink()
    program.act("close")
    program.answer("Close")
    assert program.window.open_client is None
    program.window.files.open_path(file)
    assert titles(program)[0] == "President"
    assert "brought back" in program.notice


def test_window_and_command_line_agree(program, file, capfd, qtbot, tmp_path):
    program.select("Managed IT and Security")
    program.view.chart.setFocus()
    program.hand.press("Ctrl+Return")
    program.hand.type("Northbeam IT")
    program.hand.press("Return")
    shown = titles(program)
    assert run(["export", str(file), "--format", "csv", "--out", str(tmp_path / "x.csv")]) == 0
    program.act("print")
    preview = program.dialog(PreviewDialog)
    qtbot.waitUntil(preview.save.isEnabled, timeout=20_000)
    preview.close()
    program.act("close")

    capfd.readouterr()
    assert run(["info", str(file), "--json"]) == 0
    facts = json.loads(capfd.readouterr().out)
    assert (facts["name"], facts["seats"], facts["occupants"]) == ("Harbor Pine", len(shown), 1)
    assert seats_in(file, capfd) == shown
    out = tmp_path / "sheet.pdf"
    seat = "Managed IT and Security"
    assert run(["report", str(file), "--seat", seat, "--out", str(out)]) == 0
    assert "Northbeam IT" in "".join(page.extract_text() for page in PdfReader(out).pages)

    made = tmp_path / "made.mspseat"
    assert run(["new", str(made), "--template", "sample", "--name", "From the line"]) == 0
    program.window.files.open_path(made)
    assert program.client.profile.name == "From the line"
    assert len(titles(program)) == 13
    capfd.readouterr()
    assert run(["import", str(tmp_path / "x.csv"), "--out", str(made)]) == 1
    assert "open" in capfd.readouterr().err
