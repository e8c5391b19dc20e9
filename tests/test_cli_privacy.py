"""Copies to send and forgetting, from scripts."""

from __future__ import annotations

import json

import pytest

from mspseat_desktop.cli.clients import open_client, read_client, read_loaded
from mspseat_desktop.cli.entry import run
from mspseat_desktop.domain.edits.seat import describe_seat
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.review_records import Review

MSP = "Managed IT & Security"


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
def _file(said, tmp_path):
    path = tmp_path / "Lakeside.mspseat"
    said("new", path, "--template", "sample")
    with open_client(path) as session:
        seat = next(session.client.chart())
        session.do(describe_seat(seat, "notes", "zq-old"))
        session.do(describe_seat(seat, "notes", "zq-note"))
    return path


def test_a_copy_for_a_provider_is_listed_and_written(said, file, tmp_path):
    out = tmp_path / "out.mspseat"
    told = said("send", file, "--for", "provider", "--seat", MSP, "--out", out).splitlines()
    assert told[0] == "Left out:"
    assert "  Fees and the IT budget (3)" in told[: told.index("The copy holds:")]
    assert told[-1] == "A copy is in out.mspseat. What was left out is not in it."
    assert b"zq-note" not in out.read_bytes()
    client = read_client(out)
    names = {client.get(Occupant, review.occupant).name for review in client.every(Review)}
    assert names == {"Northbeam IT"}
    assert json.loads(said("info", out, "--json"))["seats"] == 13


def test_the_boxes_of_the_window_are_options(said, file, tmp_path):
    out = tmp_path / "out.mspseat"
    said("send", file, "--with", "notes", "--without", "other-reviews", "--out", out)
    assert b"zq-note" in out.read_bytes()
    assert b"zq-old" not in out.read_bytes()
    assert read_client(out).count(Review) == 0


def test_the_list_alone_writes_nothing(said, file, tmp_path):
    before = sorted(path.name for path in tmp_path.iterdir())
    assert "Private notes" in said("send", file, "--for", "board", "--list")
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_copy_is_never_written_over_a_file(said, file):
    before = file.read_bytes()
    assert "already" in said("send", file, "--out", file, code=1)
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--for", "provider", "--out", "x.mspseat"), 2, "--seat"),
        ((), 2, "--out"),
        (("--for", "provider", "--seat", "Visionary", "--out", "x.mspseat"), 1, "No provider"),
        (("--without", "everything", "--out", "x.mspseat"), 2, "everything"),
    ],
)
def test_what_is_not_possible_is_one_sentence(said, file, arguments, code, words):
    told = said("send", file, *arguments, code=code)
    assert words in told
    assert len(told.splitlines()) == 1


def test_the_history_is_forgotten_and_the_client_stays(said, file, program_home_of_the_test):
    before = read_client(file)
    assert b"zq-old" in file.read_bytes()
    assert said("forget-history", file) == "The history is forgotten.\n"
    after = read_loaded(file)
    assert after.steps == ()
    assert [after.client.seat(s).title for s in after.client.chart()] == [
        before.seat(s).title for s in before.chart()
    ]
    assert b"zq-old" not in file.read_bytes()
    backups = b"".join(p.read_bytes() for p in (program_home_of_the_test / "backups").rglob("*.m*"))
    assert b"zq-old" in backups


def test_backups_forget_their_history_when_that_is_asked_for(said, file, program_home_of_the_test):
    assert "written anew" in said("forget-history", file, "--backups")
    home = program_home_of_the_test
    files = [path for path in (home / "backups").rglob("*") if path.is_file()]
    assert files
    assert [path for path in files if b"zq-old" in path.read_bytes()] == []
