"""From each older schema to the one of the day: whole or not at all, whatever comes between."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from faults.real_disk import read_only, small_memory
from mspseat_desktop.domain.vocabulary import ChartId
from mspseat_desktop.editing.session import Session
from mspseat_desktop.storage import schema
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.storage.engine import in_memory, open_scratch, rows, transaction
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.schema import STEPS, VERSION, build, expected_shape, shape_of
from mspseat_desktop.storage.untrusted import take_in
from mspseat_desktop.storage.workshop import Workshop
from world import clock

GOLDEN = Path(__file__).parent / "golden"
OLDER = range(1, VERSION)


def statements(step: int) -> list[str]:
    return [s for s in STEPS[step].split(";\n") if s.strip()]


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as db:
        return list(db.iterdump())


def copy_of(version: int, folder: Path) -> Path:
    path = folder / f"from-{version}.sqlite"
    shutil.copy(GOLDEN / f"schema-{version}.mspseat", path)
    return path


def go_to(path: Path, version: int, monkeypatch) -> None:
    """Bring the file to the version as the program of that day did."""
    with monkeypatch.context() as that_day, closing(open_scratch(path)) as db, transaction(db):
        that_day.setattr(schema, "VERSION", version)
        schema.migrate(db)


@pytest.mark.parametrize("version", range(1, VERSION - 1))
def test_going_all_the_way_at_once_is_the_same_as_going_step_by_step(
    version, tmp_path, monkeypatch
):
    at_once, slowly = copy_of(version, tmp_path), tmp_path / "slowly.sqlite"
    shutil.copy(at_once, slowly)
    go_to(at_once, VERSION, monkeypatch)
    for _before, after in pairwise(range(version, VERSION + 1)):
        go_to(slowly, after, monkeypatch)
    assert dump(at_once) == dump(slowly)


@pytest.mark.parametrize("version", OLDER)
def test_a_new_file_has_the_same_schema_to_the_letter_as_one_that_was_brought_up_to_date(
    version, tmp_path, monkeypatch
):
    told = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
    path = copy_of(version, tmp_path)
    go_to(path, VERSION, monkeypatch)
    with closing(in_memory()) as fresh, closing(open_scratch(path)) as old:
        build(fresh)
        assert rows(fresh, told) == rows(old, told)
        assert rows(fresh, "PRAGMA user_version") == rows(old, "PRAGMA user_version")


PLACES = [(step, at) for step in STEPS if step > 1 for at in range(len(statements(step)) + 1)]


@pytest.mark.parametrize(("step", "at"), PLACES)
def test_a_fault_at_any_statement_leaves_the_older_file_and_the_next_try_succeeds(
    step, at, tmp_path, monkeypatch
):
    path = copy_of(step - 1, tmp_path)
    before = dump(path)
    broken = statements(step)
    broken.insert(at, "\nINSERT INTO no_such_table VALUES (1)")
    with monkeypatch.context() as patched:
        patched.setattr(schema, "STEPS", {**STEPS, step: ";\n".join(broken)})
        with pytest.raises(FileProblem):
            ClientFile.open(path)
    assert dump(path) == before
    with closing(open_scratch(path)) as db:
        assert shape_of(db) == expected_shape(step - 1)
    with closing(ClientFile.open(path)) as file:
        assert file.load().client.seat("it").title == "IT and security"


DRAWN = """
UPDATE profile SET goals = 'Grow', layout = 'right', compact = 1;
INSERT INTO chart VALUES ('c1', 'With an IT lead', 'what_if', '2026-11-26', '');
INSERT INTO seat SELECT 'c1', id, NULL, position, title, purpose, needs, notes, meant_for,
    source_id, import_note, closed_on, holds_it, layout, assistant
    FROM seat WHERE id = 'boss';
INSERT INTO step VALUES (2, 'lay-out-chart', '{}', '[["profile",{"name":"Lakeside Manufacturing"},
    {"name":"Lakeside Manufacturing","layout":"right"}]]', '2026-10-02', '', 0, 0, 'current');
INSERT INTO step VALUES (3, 'set-compact', '{}', '[["profile",
    {"name":"Lakeside Manufacturing","layout":"right"},
    {"name":"Lakeside Manufacturing","layout":"right","compact":true}]]',
    '2026-10-03', '', 0, 0, 'current');
INSERT INTO step VALUES (4, 'change-client', '{}', '[["profile",
    {"name":"Lakeside Manufacturing","layout":"right","compact":true},
    {"name":"Lakeside Manufacturing","goals":"Grow","layout":"right","compact":true}]]',
    '2026-10-04', '', 0, 0, 'current');
INSERT INTO step VALUES (5, 'merge-version', '{}', '[["profile",
    {"name":"Lakeside Manufacturing","goals":"Grow","layout":"right","compact":true},
    {"name":"Harbor","goals":"Grow","layout":"stacked"}],
    ["seat",{"id":"boss","order":1024,"title":"Owner","layout":"stacked"},
    {"id":"boss","order":1024,"title":"Head","layout":"right"}]]',
    '2026-10-05', '', 1, 0, 'current');
INSERT INTO step VALUES (6, 'lay-out-chart', '{}', '[["profile",
    {"name":"Lakeside Manufacturing","goals":"Grow","layout":"stacked","compact":true},
    {"name":"Lakeside Manufacturing","goals":"Grow","layout":"right","compact":true}]]',
    '2026-10-06', '', 0, 0, 'c1');
"""
"""A client of the fourth schema whose chart was laid out, in a what-if copy as well."""


@pytest.fixture
def drawn(tmp_path):
    path = copy_of(4, tmp_path)
    with closing(sqlite3.connect(path)) as db:
        db.executescript(DRAWN)
    return path


def test_how_all_charts_were_drawn_becomes_each_charts_own_with_the_steps_that_led_there(drawn):
    with closing(ClientFile.open(drawn)) as file:
        loaded = file.load()
        session = Session(loaded.client, file, steps=loaded.steps, clock=clock)
        drawn_as = lambda: (session.client.look.layout, session.client.look.compact)  # noqa: E731
        assert drawn_as() == ("right", True)
        assert session.client.profile.goals == "Grow"
        session.redo()
        assert (*drawn_as(), session.client.profile.name) == ("stacked", False, "Harbor")
        assert session.client.seat("boss").layout == "right"
        session.undo()
        assert session.client.seat("boss").title == "Owner"
        assert session.undo().step.name == "change-client"
        assert (*drawn_as(), session.client.profile.goals) == ("right", True, "")
        session.undo()
        assert drawn_as() == ("right", False)
        session.undo()
        assert drawn_as() == ("down", False)
        session.charts.open(ChartId("c1"))
        assert drawn_as() == ("right", True)
        session.undo()
        assert drawn_as() == ("stacked", True)
        assert session.charts.current.look.layout == "down"


@pytest.mark.parametrize(
    "change",
    [
        '["profile","layout"]',
        '[["profile","x",{"layout":"right"}]]',
        '[["profile",{"layout":5},null]]',
        '[["profile",{"layout":"right"},{},1]]',
        '{"profile":"layout"}',
        'no JSON: "profile" "layout"',
    ],
)
def test_a_step_that_was_none_before_is_found_damaged_after(drawn, change, tmp_path):
    with closing(sqlite3.connect(drawn)) as db, db:
        db.execute("DELETE FROM meta WHERE key = 'seal'")
        db.execute("UPDATE step SET change = ? WHERE number = 4", (change,))
    ClientFile.open(drawn).close()
    with pytest.raises(FileProblem) as problem:
        take_in(drawn.rename(tmp_path / "Lakeside.mspseat"), tmp_path / "private.sqlite")
    assert problem.value.code == "damaged"


def documents(disk: Path) -> Path:
    """Put a client of the first schema on the disk."""
    shutil.copy(GOLDEN / "schema-1.mspseat", disk / "Lakeside.mspseat")
    return disk / "Lakeside.mspseat"


def test_an_older_client_opens_from_a_medium_that_takes_no_writing(tmp_path):
    with small_memory(tmp_path / "medium", 2000) as disk:
        path = documents(disk)
        before = path.read_bytes()
        with read_only(disk):
            opened = Workshop(tmp_path / "home", now=clock).open_document(path)
            assert opened.loaded.client.seat("it").title == "IT and security"
            with pytest.raises(FileProblem) as problem:
                opened.document.publish()
            assert problem.value.code == "read-only"
            opened.document.close(discard=True)
        assert path.read_bytes() == before
        assert [p.name for p in disk.iterdir()] == [path.name]


def test_a_disk_without_room_for_the_new_schema_says_so_and_the_older_file_stays(tmp_path):
    path = documents(tmp_path)
    before = path.read_bytes()
    home = tmp_path / "small"
    with small_memory(home, 400) as disk:
        filler = disk / "filler"
        filler.write_bytes(bytes(180_000))
        workshop = Workshop(disk, now=clock)
        with pytest.raises(FileProblem) as problem:
            workshop.open_document(path)
        assert problem.value.code == "disk-full"
        assert path.read_bytes() == before
        filler.unlink()
        opened = workshop.open_document(path)
        assert opened.loaded.client.seat("it").title == "IT and security"
        opened.document.close(discard=True)
    assert path.read_bytes() == before
