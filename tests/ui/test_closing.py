"""Closing a client: nothing is written that is in its file already, nothing else is left out."""

from __future__ import annotations

from mspseat_desktop.domain.edits.chart import rename_seat


def saved_client(program, file):
    program.new_client()
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
