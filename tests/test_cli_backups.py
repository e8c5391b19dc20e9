"""Backups from scripts: listed and written to a new file, of a damaged client as well."""

import json

import pytest

from mspseat_desktop.cli.entry import run


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
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({"on": "2026-01-12", "questions": {"g1": "yes"}}))
    said("review", path, "--seat", "Managed IT & Security", "--answers", answers)
    return path


def test_a_command_that_writes_leaves_a_backup_of_what_was_there(said, file):
    (backup,) = json.loads(said("backups", file, "--json"))
    assert set(backup) == {"number", "made_at", "causes", "name", "seats", "reviews"}
    assert (backup["number"], backup["causes"]) == (1, ["opened"])
    now = json.loads(said("info", file, "--json"))
    assert backup["seats"] == now["seats"]
    assert backup["reviews"] < len(json.loads(said("reviews", file, "--json")))
    line = said("backups", file).strip()
    assert line.startswith("1  ")
    assert line.endswith("when the client was opened")


def test_a_backup_is_written_to_a_new_file_and_never_over_one(said, file, tmp_path):
    before = file.read_bytes()
    out = tmp_path / "then.mspseat"
    assert said("restore", file, "--backup", 1, "--out", out) == "Backup 1 is in then.mspseat.\n"
    restored = json.loads(said("reviews", out, "--json"))
    assert len(restored) + 1 == len(json.loads(said("reviews", file, "--json")))
    assert "already" in said("restore", file, "--backup", 1, "--out", file, code=1)
    assert file.read_bytes() == before


def test_a_damaged_file_still_has_its_backups(said, file, tmp_path):
    file.write_bytes(file.read_bytes()[:5000])
    assert "damaged" in said("info", file, code=1)
    assert len(json.loads(said("backups", file, "--json"))) == 1
    said("restore", file, "--backup", 1, "--out", tmp_path / "then.mspseat")


def test_what_is_not_there_is_said_in_one_sentence(said, file, tmp_path):
    assert said("restore", file, "--backup", 9, "--out", tmp_path / "x.mspseat", code=1) == (
        "There is no backup 9.\n"
    )
    assert "not there" in said("backups", tmp_path / "nothing.mspseat", code=1)
    said("new", tmp_path / "fresh.mspseat", "--template", "empty")
    assert said("backups", tmp_path / "fresh.mspseat") == (
        "There is no backup of this client here.\n"
    )
