"""A second start: the first window comes to the front and opens the file."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt

from driving import settle
from mspseat_desktop.storage.hand_over import letter_folder, take_post
from mspseat_desktop.ui.letterbox import Letterbox


@pytest.fixture
def box(program):
    return Letterbox(program.window, program.home)


@pytest.fixture
def file(program, tmp_path):
    program.new_client("Harbor Pine")
    program.save_to(tmp_path / "Harbor.mspseat")
    program.act("close")
    return tmp_path / "Harbor.mspseat"


def letter(program, path):
    words = f'{{"open": "{path}"}}' if path else '{"open": ""}'
    (letter_folder(program.home) / "1.letter").write_text(words)


def test_a_real_second_start_hands_its_file_over_and_ends(program, box, file, qtbot):
    post = take_post(program.home)
    assert box is not None
    second = subprocess.Popen(
        [sys.executable, "-m", "mspseat_desktop", "open", str(file)],
        env={**os.environ, "MSPSEAT_HOME": str(program.home)},
    )
    qtbot.waitUntil(lambda: program.window.open_client is not None, timeout=30_000)
    assert program.window.open_client.target == file
    assert second.wait(30) == 0
    post.release()


def test_a_window_that_is_small_comes_to_the_front(program, box):
    program.window.showMinimized()
    letter(program, None)
    box.look()
    assert not program.window.windowState() & Qt.WindowState.WindowMinimized
    assert program.window.isVisible()


def test_the_client_that_is_open_stays_open_when_it_is_asked_for(program, box, file):
    program.window.files.open_path(file)
    client = program.window.open_client
    letter(program, file)
    box.look()
    assert program.window.open_client is client


def test_another_client_takes_its_place_with_nothing_lost(program, box, file, tmp_path):
    program.new_client("Other")
    program.save_to(tmp_path / "Other.mspseat")
    letter(program, file)
    box.look()
    assert program.client.profile.name == "Harbor Pine"
    assert (tmp_path / "Other.mspseat").exists()


def test_a_question_is_answered_first(program, box, file):
    program.act("new")
    letter(program, file)
    box.look()
    assert program.window.open_client is None
    program.dialog().close()
    settle()
    box._open_waiting()
    assert program.window.open_client.target == file
