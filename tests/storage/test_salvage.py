"""What is left of a damaged file, page by page, in files that were really damaged."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing

import pytest

from mspseat_desktop.content.sample import sample_records
from mspseat_desktop.domain.records import (
    RECORD_TYPES,
    Figure,
    Occupant,
    Profile,
    Seat,
)
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.publish import publish
from mspseat_desktop.storage.workshop import Workshop
from world import TODAY, clock

PAGE = 4096


@pytest.fixture(name="workshop")
def _workshop(tmp_path):
    return Workshop(tmp_path / "home", now=clock)


@pytest.fixture(name="sample")
def _sample(workshop, tmp_path):
    document = workshop.new_document(sample_records(TODAY)).document
    publish(document.file, tmp_path / "Sample.mspseat", seen=None)
    publish(document.file, tmp_path / "whole.mspseat", seen=None)
    document.close(discard=True)
    return tmp_path / "Sample.mspseat"


def salvaged(workshop, path):
    opened, missing = workshop.open_salvaged(path)
    opened.document.close(discard=True)
    return opened.loaded.client, missing


def pages_of(path, table):
    """The numbers of the leaf pages of a table, from 0."""
    with closing(sqlite3.connect(path)) as db:
        (root,) = db.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        ).fetchone()
    content = path.read_bytes()
    waiting, leaves = [root - 1], []
    while waiting:
        page = waiting.pop()
        start = page * PAGE
        if content[start] == 13:
            leaves.append(page)
            continue
        cells = int.from_bytes(content[start + 3 : start + 5], "big")
        places = [start + 12 + 2 * n for n in range(cells)]
        at = [int.from_bytes(content[p : p + 2], "big") for p in places]
        waiting += [int.from_bytes(content[start + a : start + a + 4], "big") - 1 for a in at]
        waiting.append(int.from_bytes(content[start + 8 : start + 12], "big") - 1)
    return leaves


def spoil(path, *pages):
    with path.open("r+b") as file:
        for page in pages:
            file.seek(page * PAGE)
            file.write(b"\xff" * PAGE)


def test_an_unharmed_file_comes_back_whole_but_for_its_history(workshop, sample):
    client, missing = salvaged(workshop, sample)
    before = workshop.read_document(sample).client
    assert {r.id for r in client.every(Review)} == {r.id for r in before.every(Review)}
    assert {s.title for s in client.every(Seat)} == {s.title for s in before.every(Seat)}
    assert (missing.unread, missing.left_out, missing.new_roots) == ((), (), ())


def test_a_page_lost_in_the_middle_of_a_table_loses_only_its_rows(workshop, sample):
    whole = workshop.read_document(sample).client.count(Figure)
    pages = pages_of(sample, "figure")
    assert len(pages) > 2
    spoil(sample, pages[len(pages) // 2])
    with pytest.raises(FileProblem):
        workshop.read_document(sample)
    client, missing = salvaged(workshop, sample)
    assert whole * 0.3 < client.count(Figure) < whole
    assert missing.unread == (Figure,)
    assert client.count(Seat) == 13


def test_what_belongs_to_seats_that_are_gone_is_left_out_and_named(workshop, sample):
    spoil(sample, *pages_of(sample, "seat"))
    before = workshop.read_document(sample.with_name("whole.mspseat")).client
    client, missing = salvaged(workshop, sample)
    assert client.count(Seat) == 0
    assert Seat in missing.unread
    assert {r.id for r in missing.left_out if isinstance(r, Review)} == {
        r.id for r in before.every(Review)
    }
    assert {o.name for o in client.every(Occupant)} == {o.name for o in before.every(Occupant)}


def test_a_client_whose_own_record_is_gone_takes_the_name_of_its_file(workshop, sample):
    spoil(sample, *pages_of(sample, "profile"))
    client, missing = salvaged(workshop, sample)
    assert client.profile.name == "Sample"
    assert missing.unread == (Profile,)


@pytest.mark.parametrize("share", [0.7, 0.9])
def test_a_file_that_was_cut_short_gives_what_came_before_the_cut(workshop, sample, share):
    content = sample.read_bytes()
    sample.write_bytes(content[: int(len(content) * share)])
    client, missing = salvaged(workshop, sample)
    assert client.profile.name
    assert sum(client.count(kind) for kind in RECORD_TYPES) > 10
    assert missing.unread


def test_an_altered_or_foreign_file_is_never_salvaged(workshop, sample, tmp_path):
    with closing(sqlite3.connect(sample, isolation_level=None)) as db:
        db.execute("CREATE TRIGGER t AFTER DELETE ON seat BEGIN DELETE FROM review; END")
    for content in (sample.read_bytes(), b"<!doctype html>" * 500, b""):
        path = tmp_path / "other.mspseat"
        path.write_bytes(content)
        with pytest.raises(FileProblem) as problem:
            workshop.open_salvaged(path)
        assert problem.value.code == "damaged"


def test_the_damaged_file_stays_as_it_is_and_nothing_is_left_behind(workshop, sample, tmp_path):
    spoil(sample, pages_of(sample, "figure")[0])
    before = sample.read_bytes()
    salvaged(workshop, sample)
    assert sample.read_bytes() == before
    assert list((tmp_path / "home" / "work").iterdir()) == []
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == [
        "Sample.mspseat",
        "whole.mspseat",
    ]


def test_whatever_is_damaged_what_comes_back_fits_together(workshop, sample):
    rng = random.Random(7)  # noqa: S311 - damage, not a secret
    good = sample.read_bytes()
    came_back = 0
    for _round in range(40):
        content = bytearray(good)
        for _hit in range(rng.randint(1, 4)):
            page = rng.randrange(1, len(content) // PAGE)
            content[page * PAGE : (page + 1) * PAGE] = rng.randbytes(PAGE)
        sample.write_bytes(content[: rng.choice([len(content), len(content) - 3000])])
        try:
            opened, _missing = workshop.open_salvaged(sample)
        except FileProblem:  # anything else that is raised fails the test
            continue
        came_back += 1
        target = sample.with_name("again.mspseat")
        target.unlink(missing_ok=True)
        opened.document.set_target(target)
        opened.document.publish()  # checks every link on the way
        opened.document.close()
        assert workshop.read_document(target).client.count(Seat) == opened.loaded.client.count(Seat)
    assert came_back > 25
