"""The engine: one for plain and protected files, loaded only when it is needed."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from mspseat_desktop.domain.records import Profile
from mspseat_desktop.storage import driver
from mspseat_desktop.storage.engine import in_memory
from mspseat_desktop.storage.keys import Phrase
from mspseat_desktop.storage.workshop import Workshop
from world import clock

ROOT = Path(__file__).resolve().parent.parent.parent


def said(program, *arguments):
    """What a fresh process says."""
    command = [sys.executable, "-c", program, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return done.stdout.strip()


def test_errors_of_the_library_over_the_engine_are_the_engines_own():
    assert (
        said(
            "from mspseat_desktop.storage import driver;"
            "from mspseat_desktop.storage.engine import in_memory;"
            "db = in_memory(); import sqlite_utils.utils as u;"
            "t = db['t']; t.insert({'id': 1}, pk='id');"
            "t.upsert({'id': 1, 'x': 2}, pk='id', alter=True);"
            "print(u.OperationalError is driver.OperationalError, list(t.rows))"
        )
        == "True [{'id': 1, 'x': 2}]"
    )


def test_the_name_lent_to_the_library_is_taken_back():
    assert (
        said(
            "import sys; from mspseat_desktop.storage.engine import in_memory; in_memory();"
            "print('pysqlite3' in sys.modules, 'sqlite_utils' in sys.modules)"
        )
        == "False True"
    )


def test_the_engine_is_loaded_with_the_first_client_and_not_before():
    assert (
        said(
            "import sys; from mspseat_desktop import app;"
            "from mspseat_desktop.ui import main_window;"
            "print(sorted({'sqlcipher3', 'sqlite3', 'sqlite_utils', 'Crypto'} & {*sys.modules}))"
        )
        == "[]"
    )


def test_it_can_be_used_by_several_threads_and_protects_files():
    with closing(in_memory()) as db:
        options = db.execute("PRAGMA compile_options").fetchall()
    assert ("THREADSAFE=1",) in options
    assert driver.CAN_PROTECT


@pytest.fixture(name="protected")
def _protected(tmp_path):
    workshop = Workshop(tmp_path / "home", now=clock)
    path = tmp_path / "client.mspseat"
    document = workshop.new_document([Profile(name="Canary")]).document
    document.set_target(path)
    document.publish()
    plain = path.with_name("plain.mspseat")
    document.save_copy(plain)
    document.change_key(Phrase("some words").fresh_key())
    document.publish()
    document.close()
    return path, plain


WITHOUT = (
    "import sys; sys.modules['sqlcipher3'] = None;"
    "from datetime import datetime, UTC; from pathlib import Path;"
    "from mspseat_desktop.storage.workshop import Workshop;"
    "from mspseat_desktop.storage.keys import Phrase;"
    "from mspseat_desktop.storage.problems import FileProblem;"
    "from mspseat_desktop.wording.problems import problem_text;"
    "w = Workshop(Path(sys.argv[1]), now=lambda: datetime.now(UTC));"
)


def test_a_computer_without_the_part_opens_plain_clients(protected, tmp_path):
    program = WITHOUT + "print(w.read_document(Path(sys.argv[2])).client.profile.name)"
    assert said(program, tmp_path / "other", protected[1]) == "Canary"


def test_a_computer_without_the_part_says_why_a_protected_one_stays_closed(protected, tmp_path):
    program = WITHOUT + (
        "\ntry: w.open_document(Path(sys.argv[2]), Phrase('some words'))"
        "\nexcept FileProblem as problem: print(problem_text(problem.code, problem.params))"
    )
    sentence = said(program, tmp_path / "other", protected[0])
    assert sentence.startswith("“client.mspseat” is protected by a passphrase, and this computer")
