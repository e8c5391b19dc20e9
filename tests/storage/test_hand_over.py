"""One program has the post; a second start leaves it a letter."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from mspseat_desktop.storage.hand_over import fetch, hand_over, letter_folder, take_post, tidy


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


def in_the_background(act):
    """Do it in a thread; the list gets its result, and the thread is to be joined."""
    found = []
    thread = threading.Thread(target=lambda: found.append(act()))
    thread.start()
    return found, thread


def fetched(home):
    """Wait for letters as a window does that hears of them."""
    for _ in range(100_000):
        letters = fetch(home)
        if letters:
            return letters
    raise AssertionError


def test_only_one_program_has_the_post_until_it_ends(home):
    post = take_post(home)
    assert post is not None
    assert take_post(home) is None
    post.release()
    again = take_post(home)
    assert again is not None
    again.release()


def test_after_kill_9_the_post_is_free(home):
    words = (
        "import sys, time; from pathlib import Path;"
        "from mspseat_desktop.storage.hand_over import take_post;"
        f"post = take_post(Path({str(home)!r})); print('has it', flush=True); time.sleep(60)"
    )
    other = subprocess.Popen([sys.executable, "-c", words], stdout=subprocess.PIPE, text=True)
    assert other.stdout is not None
    assert other.stdout.readline() == "has it\n"
    assert take_post(home) is None
    other.send_signal(signal.SIGKILL)
    other.wait()
    other.stdout.close()
    post = take_post(home)
    assert post is not None
    post.release()


def test_a_letter_names_the_file_in_full(home, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    heard, thread = in_the_background(lambda: hand_over(home, Path("Café „x“.mspseat"), seconds=20))
    assert fetched(home) == (tmp_path / "Café „x“.mspseat",)
    thread.join()
    assert heard == [True]
    assert list(letter_folder(home).iterdir()) == []


def test_a_start_without_a_file_only_asks_to_come_to_the_front(home):
    heard, thread = in_the_background(lambda: hand_over(home, None, seconds=20))
    assert fetched(home) == (None,)
    thread.join()
    assert heard == [True]


def test_a_program_that_does_not_hear_is_not_waited_for(home):
    assert not hand_over(home, None, seconds=0.01)
    assert fetch(home) == ()


@pytest.mark.parametrize("garbage", [b"", b"[", b"[]", b'{"open": 5}', b'{"open": "relative"}'])
def test_what_is_no_letter_opens_nothing(home, garbage):
    (letter_folder(home) / "1.letter").write_bytes(garbage)
    assert fetch(home) == (None,)


def test_letters_are_private_and_those_to_a_dead_program_are_thrown_away(home):
    folder = letter_folder(home)
    assert folder.stat().st_mode & 0o777 == 0o700 or os.name == "nt"
    (folder / "1.letter").write_text("{}")
    tidy(home)
    assert list(folder.iterdir()) == []
