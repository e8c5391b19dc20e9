"""Nothing of a protected client lies on the disk in plain text: open, killed, and closed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.storage.keys import Phrase
from mspseat_desktop.storage.workshop import Workshop
from world import clock

CANARY = "CANARY-7f3a-everywhere"
WORDS = "harbour kite lemon piano"
HERE = Path(__file__).parent
TESTS = HERE.parent.parent


@pytest.fixture(name="places")
def _places(tmp_path):
    """The program's own folder, the user's, and the system's for temporary files."""
    found = [tmp_path / name for name in ("home", "documents", "temporary")]
    for folder in found:
        folder.mkdir()
    return found


def start(places):
    home, documents, temporary = places
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join((str(TESTS), str(TESTS.parent))),
        "MSPSEAT_HOME": str(home),
        "TMPDIR": str(temporary),
        "QT_QPA_PLATFORM": "offscreen",
    }
    return subprocess.Popen(
        [
            *(sys.executable, str(HERE / "user_with_a_phrase.py"), str(home)),
            *(str(documents / "file.mspseat"), CANARY, WORDS),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )


def traces(places):
    """Every file and name that holds the canary, in the letters of a file or of Qt."""
    needles = (CANARY.encode(), CANARY.encode("utf-16-le"))
    paths = [path for folder in places for path in folder.rglob("*")]
    named = [path for path in paths if CANARY in path.name]
    files = [path for path in paths if path.is_file()]
    assert any(path.suffix == ".mspseat" for path in files)
    return named + [p for p in files if any(needle in p.read_bytes() for needle in needles)]


def heard(program, word):
    assert program.stdout.readline().strip() == word


def test_nothing_is_in_plain_text_while_it_is_open_after_a_kill_and_after_closing(places):
    home, documents, _temporary = places
    with start(places) as program:
        try:
            heard(program, "look")
            assert traces(places) == []
        finally:
            program.kill()
    assert traces(places) == []
    workshop = Workshop(home, now=clock)
    again = workshop.open_document(documents / "file.mspseat", Phrase(WORDS))
    titles = {seat.title for seat in again.loaded.client.every(Seat)}
    again.document.publish()
    again.document.close()
    assert f"{CANARY} again 39" in titles
    assert traces(places) == []


def test_nothing_is_in_plain_text_after_it_was_closed(places):
    with start(places) as program:
        try:
            heard(program, "look")
            program.stdin.write("close\n")
            program.stdin.flush()
            heard(program, "closed")
            assert traces(places) == []
        finally:
            program.kill()
    assert traces(places) == []
