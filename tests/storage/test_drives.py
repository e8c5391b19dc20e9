"""Drives that hold a file, have it in the cloud only, or go away: nothing is lost."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from mspseat_desktop.domain.change import Change, Touch
from mspseat_desktop.storage import publish
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.workshop import Workshop
from world import clock

CLOUD = (362, 389, 395, 396, 404, 426)
HELD = (5, 32, 33)


@pytest.fixture
def workshop(tmp_path):
    return Workshop(tmp_path / "home", now=clock)


@pytest.fixture
def file(workshop, tmp_path, small_records):
    (tmp_path / "documents").mkdir()
    document = workshop.new_document(small_records).document
    document.set_target(tmp_path / "documents" / "Lakeside.mspseat")
    document.publish()
    document.close()
    return tmp_path / "documents" / "Lakeside.mspseat"


@pytest.fixture
def edited(workshop, file):
    """The client with an edit that its file does not have."""
    document = workshop.open_document(file).document
    seat = document.file.load().client.seat("it")
    document.file.write(Change((Touch(seat, replace(seat, title="Ours")),)))
    yield document
    document.close()


def title_in(workshop, file):
    return workshop.read_document(file).client.seat("it").title


def windows_error(number: int) -> OSError:
    """Return the error as Python on Windows raises it."""
    kind = PermissionError if number in HELD else OSError
    error = kind(13 if number in HELD else 22, "as Windows says it")
    error.winerror = number
    return error


def fails_to_open(monkeypatch, path: Path, error: OSError, *, times: int = 10_000) -> list[int]:
    """Let opening this file fail so many times; return the tries."""
    really, tries = os.open, []

    def opens(name, *more, **named):
        if Path(os.fsdecode(name)) == path:
            tries.append(1)
            if len(tries) <= times:
                raise error
        return really(name, *more, **named)

    monkeypatch.setattr(os, "open", opens)
    return tries


@pytest.mark.parametrize("number", CLOUD)
def test_a_file_that_is_only_in_the_cloud_is_said_to_be_not_here_yet(
    workshop, file, monkeypatch, number
):
    with monkeypatch.context() as away:
        fails_to_open(away, file, windows_error(number))
        with pytest.raises(FileProblem) as problem:
            workshop.open_document(file)
    assert problem.value.code == "not-here-yet"
    workshop.open_document(file).document.close()


@pytest.mark.parametrize("number", CLOUD)
def test_a_file_that_went_to_the_cloud_while_open_is_not_overwritten(
    workshop, file, edited, monkeypatch, number
):
    before = file.read_bytes()
    with monkeypatch.context() as away:
        fails_to_open(away, file, windows_error(number))
        with pytest.raises(FileProblem) as problem:
            edited.publish()
    assert problem.value.code == "not-here-yet"
    assert file.read_bytes() == before
    edited.publish()
    assert title_in(workshop, file) == "Ours"


def test_a_placeholder_of_icloud_is_neither_gone_nor_written_over(workshop, file, edited):
    kept = file.read_bytes()
    placeholder = file.with_name(f".{file.name}.icloud")
    placeholder.write_bytes(b"bplist")
    file.unlink()
    with pytest.raises(FileProblem) as problem:
        edited.publish()
    assert problem.value.code == "not-here-yet"
    assert not file.exists()
    with pytest.raises(FileProblem) as problem:
        Workshop(file.parent.parent / "other", now=clock).open_document(file)
    assert problem.value.code == "not-here-yet"
    placeholder.unlink()
    file.write_bytes(kept)
    edited.publish()
    assert title_in(workshop, file) == "Ours"


@pytest.mark.parametrize("number", HELD)
def test_a_file_that_a_scanner_holds_for_a_moment_is_read_and_replaced_all_the_same(
    workshop, file, edited, monkeypatch, number
):
    monkeypatch.setattr(publish, "_WAITS", (0, 0, 0))
    monkeypatch.setattr(publish.sys, "platform", "win32")
    monkeypatch.setattr(publish, "sync_folder", lambda _: None)
    with monkeypatch.context() as held:
        tries = fails_to_open(held, file, windows_error(number), times=2)
        edited.publish()
    assert len(tries) > 2
    monkeypatch.undo()
    assert title_in(workshop, file) == "Ours"


def test_the_waits_for_a_held_file_are_two_and_a_half_seconds_in_all():
    assert sum(publish._WAITS) == pytest.approx(2.5)
    assert list(publish._WAITS) == sorted(publish._WAITS)


def test_a_file_that_stays_held_is_told_and_stays_as_it_was(file, edited, monkeypatch):
    before = file.read_bytes()
    monkeypatch.setattr(publish, "_WAITS", (0, 0))
    with monkeypatch.context() as held:
        fails_to_open(held, file, windows_error(32))
        with pytest.raises(FileProblem) as problem:
            edited.publish()
    assert problem.value.code == "in-use"
    assert file.read_bytes() == before
    assert edited.has_unpublished


def test_a_stick_that_is_pulled_out_and_put_in_again_gets_the_work(workshop, file, edited):
    stick, pocket = file.parent, file.parent.with_name("pocket")
    stick.rename(pocket)
    with pytest.raises(FileProblem) as problem:
        edited.publish()
    assert problem.value.code == "no-folder"
    assert edited.has_unpublished
    pocket.rename(stick)
    edited.publish()
    assert title_in(workshop, file) == "Ours"


def test_a_file_that_was_renamed_while_open_is_left_where_it_went(workshop, file, edited):
    moved = file.with_name("Renamed.mspseat")
    file.rename(moved)
    with pytest.raises(FileProblem) as problem:
        edited.publish()
    assert problem.value.code == "target-gone"
    edited.set_target(file)
    edited.publish()
    assert (title_in(workshop, file), title_in(workshop, moved)) == ("Ours", "IT and security")


@pytest.mark.parametrize("way", ["written over in place", "replaced", "a link to another"])
def test_whoever_changes_the_file_while_it_is_open_keeps_their_version(
    workshop, file, edited, way, tmp_path
):
    theirs = tmp_path / "theirs.mspseat"
    shutil.copy(file, theirs)
    other = Workshop(tmp_path / "other", now=clock).open_document(theirs).document
    seat = other.file.load().client.seat("it")
    other.file.write(Change((Touch(seat, replace(seat, title="Theirs")),)))
    other.publish()
    other.close()
    if way == "written over in place":
        with file.open("r+b") as handle:
            handle.write(theirs.read_bytes())
            handle.truncate()
    elif way == "replaced":
        shutil.copy(theirs, file.with_name("x"))
        file.with_name("x").replace(file)
    else:
        file.unlink()
        file.symlink_to(theirs)
    with pytest.raises(FileProblem) as problem:
        edited.publish()
    assert problem.value.code == "changed-outside"
    aside = edited.save_aside("2026-11-26")
    assert (title_in(workshop, file), title_in(workshop, aside)) == ("Theirs", "Ours")
