"""Protected clients from scripts: the passphrase comes from a file or from the terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from mspseat_desktop.cli.entry import run
from mspseat_desktop.storage.keys import Phrase
from mspseat_desktop.storage.workshop import Workshop

WORDS = "harbour kite lémon piano"


@pytest.fixture(name="said")
def _said(capfd):
    def said(*arguments, code=0):
        capfd.readouterr()
        found = run([str(a) for a in arguments])
        out, err = capfd.readouterr()
        assert found == code, err
        return out if code == 0 else err

    return said


@pytest.fixture(name="file")
def _file(said, tmp_path, program_home_of_the_test):
    path = tmp_path / "Lakeside.mspseat"
    said("new", path, "--template", "sample")
    workshop = Workshop(program_home_of_the_test, now=lambda: datetime.now(UTC))
    document = workshop.open_document(path).document
    document.change_key(Phrase(WORDS).fresh_key())
    document.publish()
    document.back_up("opened")
    document.close()
    return path


@pytest.fixture(name="phrase")
def _phrase(tmp_path):
    path = tmp_path / "phrase.txt"
    path.write_text(f"{WORDS}\nwhat follows does not count\n", encoding="utf-8")
    return ("--passphrase-file", path)


def test_every_verb_that_reads_a_client_takes_the_file_with_the_phrase(
    said, file, phrase, tmp_path
):
    assert json.loads(said("info", file, "--json", *phrase))["name"]
    assert json.loads(said("seats", file, "--json", *phrase))
    assert said("health", file, "--json", *phrase)
    assert json.loads(said("reviews", file, "--json", *phrase))
    seat = ("--seat", "Managed IT & Security")
    said("report", file, *seat, "--out", tmp_path / "a.pdf", *phrase)
    said("form", file, *seat, "--out", tmp_path / "b.pdf", *phrase)
    said("export", file, "--format", "csv", "--out", tmp_path / "c.csv", *phrase)
    assert b"Managed IT" in (tmp_path / "c.csv").read_bytes()


def test_a_verb_that_writes_leaves_the_client_protected(said, file, phrase, tmp_path):
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({"on": "2026-01-12", "questions": {"g1": "yes"}}))
    before = len(json.loads(said("reviews", file, "--json", *phrase)))
    said("review", file, "--seat", "Managed IT & Security", "--answers", answers, *phrase)
    assert len(json.loads(said("reviews", file, "--json", *phrase))) == before + 1
    assert b"Managed" not in file.read_bytes()
    (backup, *_) = json.loads(said("backups", file, "--json", *phrase))
    out = tmp_path / "then.mspseat"
    said("restore", file, "--backup", backup["number"], "--out", out, *phrase)
    assert b"Managed" not in out.read_bytes()
    assert json.loads(said("info", out, "--json", *phrase))["name"]


def test_forgetting_the_history_leaves_protected_backups_where_they_are(said, file, phrase):
    before = len(json.loads(said("backups", file, "--json", *phrase)))
    said("forget-history", file, "--backups", *phrase)
    assert len(json.loads(said("backups", file, "--json", *phrase))) >= before


def test_a_wrong_phrase_or_none_is_one_sentence(said, file, tmp_path):
    assert "--passphrase-file" in said("info", file, code=1)
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("something else")
    sentence = said("info", file, "--passphrase-file", wrong, code=1)
    assert sentence.startswith("This does not open the client.")
    assert sentence.count("\n") == 1
    assert "not there" in said("info", file, "--passphrase-file", tmp_path / "no", code=1)


def test_a_client_without_a_phrase_needs_no_file(said, tmp_path, phrase):
    path = tmp_path / "plain.mspseat"
    said("new", path, "--template", "sample")
    assert said("info", path, *phrase)


@pytest.mark.skipif(os.name == "nt", reason="a terminal is made by hand here")
def test_somebody_at_a_terminal_is_asked_and_nothing_of_it_is_shown(file):
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "mspseat_desktop", "info", str(file), "--json"]
    with subprocess.Popen(
        command, stdin=theirs, stdout=subprocess.PIPE, stderr=theirs, start_new_session=True
    ) as child:
        os.close(theirs)
        seen = b""
        while b"Lakeside.mspseat" not in seen:
            seen += os.read(ours, 1024)
        os.write(ours, f"{WORDS}\n".encode())
        out, _err = child.communicate(timeout=60)
    os.close(ours)
    assert child.returncode == 0
    assert json.loads(out)["name"]
    assert WORDS.encode() not in seen
