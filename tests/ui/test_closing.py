"""Closing a client: nothing is written that is in its file already, nothing else is left out."""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QEvent

from driving import settle
from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.domain.records import Profile


def saved_client(program, file, *, name="Harbor Pine"):
    program.new_client(name)
    program.save_to(file)
    return file.stat().st_ino


def test_closing_leaves_a_file_alone_that_holds_everything(program, tmp_path):
    file = tmp_path / "Harbor Pine.mspseat"
    before = saved_client(program, file)
    program.act("close")
    assert program.window.open_client is None
    assert file.stat().st_ino == before


def test_closing_brings_the_last_words_into_the_file(program, tmp_path):
    file = tmp_path / "Harbor Pine.mspseat"
    saved_client(program, file)
    seat = program.client.children(None)[0]
    program.bridge.do(rename_seat(seat, "Founder"))
    program.act("close")
    assert program.window.open_client is None
    program.window.files.open_path(file)
    assert program.client.seat(seat).title == "Founder"


def test_closing_asks_when_the_file_has_gone_since(program, tmp_path):
    file = tmp_path / "Harbor Pine.mspseat"
    saved_client(program, file)
    file.unlink()
    program.act("close")
    program.answer("Stay")
    assert program.window.open_client is not None


def test_closing_asks_when_somebody_else_has_changed_the_file_since(program, tmp_path):
    file = tmp_path / "Harbor Pine.mspseat"
    saved_client(program, file)
    file.write_bytes(file.read_bytes() + b"theirs")
    program.act("close")
    program.answer("Stay")
    assert program.window.open_client is not None


def test_nothing_of_a_closed_client_stays_in_memory(program, tmp_path):
    saved_client(program, tmp_path / "Quillon Ferry.mspseat", name="Quillon Ferry")
    for page in ("people", "coverage", "reviews", "reports", "actions", "chart"):
        program.act(f"page-{page}")
    program.bridge.select(program.client.children(None)[0])
    for doing in ("worth-a-look", "outline", "find", "copy", "rename", "select-all"):
        program.act(doing)
    for doing in ("client", "versions"):
        program.act(doing)
        program.dialog().reject()
    program.act("close")
    assert program.window.open_client is None
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle()
    gc.unfreeze()
    gc.collect()
    alive = [each for each in gc.get_objects() if isinstance(each, Profile)]
    assert "Quillon Ferry" not in {profile.name for profile in alive}
