from __future__ import annotations

import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections import UserDict
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mspseat_desktop.domain.change import Change, Step, Touch
from mspseat_desktop.domain.records import (
    RECORD_TYPES,
    Occupant,
    Profile,
    Responsibility,
    Seat,
    Seating,
)
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.storage.driver import (
    IntegrityError,
    OperationalError,
    ProgrammingError,
    engine,
)
from mspseat_desktop.storage.problems import FileProblem

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client

AT = "2026-10-14T12:00:00+00:00"


def by_id(client: Client) -> dict[tuple[type, str], object]:
    return {(kind, r.id): r for kind in RECORD_TYPES for r in client.every(kind)}


def renamed(client: Client, title: str) -> Change:
    seat = client.seat(SeatId("it"))
    return Change((Touch(seat, replace(seat, title=title)),))


def step(number: int, change: Change, at: str = AT, **more) -> Step:
    return Step(number, "rename", {"title": "x"}, change, at, **more)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_client_and_any_change_come_back_equal(data, any_world_strategy):
    before = data.draw(any_world_strategy())
    after = data.draw(any_world_strategy())
    old = {(type(r), r.id): r for r in before}
    new = {(type(r), r.id): r for r in after}
    keys = list(dict.fromkeys([*old, *new]))
    change = Change(tuple(Touch(old.get(k), new.get(k)) for k in keys if old.get(k) != new.get(k)))
    steps = (step(1, change, undone=True, sealed=True, merge_key="k"),)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "c.sqlite")
        file = ClientFile.create(path, before)
        assert by_id(file.load().client) == old
        file.write(change, steps=steps)
        file.close()
        file = ClientFile.open(path)
        loaded = file.load()
        file.close()
    assert by_id(loaded.client) == new
    assert loaded.steps == steps


def test_truth_values_come_back_as_truth_values(new_file):
    responsibility = new_file().load().client.responsibilities(SeatId("it"))[0]
    assert responsibility.protects is True
    assert responsibility.excluded is False


def test_a_step_with_a_known_number_is_replaced_and_a_dropped_one_is_gone(new_file):
    file = new_file()
    change = renamed(file.load().client, "IT")
    file.write(change, steps=[step(1, change), step(2, change)])
    file.write(Change(), steps=[step(1, change, undone=True)], dropped=[2])
    assert file.load().steps == (step(1, change, undone=True),)


def test_a_change_that_breaks_a_link_is_written_not_at_all(new_file):
    file = new_file()
    start = file.load()
    seat = start.client.seat(SeatId("it"))
    bad = Change((Touch(seat, replace(seat, title="half")), Touch(start.client.seat("boss"), None)))
    with pytest.raises(IntegrityError):
        file.write(bad, steps=[step(1, bad)])
    assert by_id(file.load().client) == by_id(start.client)
    assert file.load().steps == ()
    assert file.edits == 0


def test_text_that_no_file_can_hold_is_a_problem_and_changes_nothing(new_file):
    file = new_file()
    with pytest.raises(FileProblem) as problem:
        file.write(renamed(file.load().client, "half a letter \ud83d"))
    assert problem.value.code == "text-not-possible"
    assert file.load().client.seat(SeatId("it")).title == "IT and security"


def test_history_keeps_the_last_thousand_steps(new_file):
    file = new_file()
    change = renamed(file.load().client, "IT")
    file.write(change, steps=[step(n, change) for n in range(1, 1101)])
    numbers = [s.number for s in file.load().steps]
    assert numbers == list(range(101, 1101))
    assert file._db.execute("SELECT count(*) FROM step").fetchone() == (1000,)


def test_history_forgets_what_is_older_than_180_days(new_file):
    file = new_file()
    change = renamed(file.load().client, "IT")
    file.write(change, steps=[step(48, change, at="2026-04-16T12:00:00+00:00")])
    file.write(change, steps=[step(49, change, at="2026-04-18T12:00:00+00:00")])
    file.write(change, steps=[step(50, change)])
    assert [s.number for s in file.load().steps] == [49, 50]


def test_the_working_copy_has_the_settings_that_keep_it_safe(new_file):
    file = new_file()
    for setting, value in {
        "journal_mode": "wal",
        "synchronous": 2,
        "locking_mode": "exclusive",
        "secure_delete": 1,
        "temp_store": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
        "recursive_triggers": 0,
    }.items():
        found = file._db.execute(f"PRAGMA {setting}").fetchone()
        assert found is None if setting == "mmap_size" and found is None else found[0] == value


def test_nobody_else_can_write_or_read_an_open_working_copy(new_file):
    file = new_file()
    other = engine.connect(file.path, timeout=0)
    with pytest.raises(OperationalError, match="locked"):
        other.execute("SELECT * FROM seat").fetchall()
    other.close()


def test_working_copy_and_its_log_are_private(new_file):
    file = new_file()
    names = {p.name: p.stat().st_mode & 0o777 for p in file.path.parent.iterdir()}
    assert names == {"client0.sqlite": 0o600, "client0.sqlite-wal": 0o600}


def big_client() -> list[object]:
    seats = [Seat(f"s{i}", None, i, "A seat with a name " * 20) for i in range(10_000)]
    return [Profile(name="Big"), *seats]


def at_the_first_slice(file: ClientFile, monkeypatch, job) -> threading.Thread:
    """Start the job in a thread of its own when a copy gives way for the first time."""
    thread = threading.Thread(target=job)
    give_way = file._turns.give_way

    def start_job_and_give_way():
        if thread.ident is None:
            thread.start()
        thread.join(0.02)  # it is at the door now, or done
        give_way()

    monkeypatch.setattr(file._turns, "give_way", start_job_and_give_way)
    return thread


def empty(path: Path) -> Path:
    path.touch()
    return path


def test_edits_go_in_between_the_slices_of_a_copy(new_file, tmp_path, monkeypatch):
    file = new_file(big_client())
    seat = file.load().client.seat(SeatId("s7"))
    order = []

    def edit():
        for number in range(1, 4):
            file.write(Change((Touch(seat, replace(seat, title=f"title {number}")),)))
            order.append(number)

    editor = at_the_first_slice(file, monkeypatch, edit)
    copy = empty(tmp_path / "copy.sqlite")
    file.copy_to(copy)
    order.append("copied")
    editor.join()
    assert order == [1, 2, 3, "copied"]
    with closing(sqlite3.connect(copy)) as check:
        assert check.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (title,) = check.execute("SELECT title FROM seat WHERE id = 's7'").fetchone()
        (edits,) = check.execute("SELECT value FROM meta WHERE key = 'edits'").fetchone()
    assert (title, edits) == ("title 3", "3")


def test_closing_waits_for_a_copy_that_is_under_way(new_file, tmp_path, monkeypatch):
    file = new_file(big_client())
    closer = at_the_first_slice(file, monkeypatch, file.close)
    copy = empty(tmp_path / "copy.sqlite")
    give_way = file._turns.give_way
    open_after_slice = []

    def give_way_and_look():
        give_way()
        open_after_slice.append(closer.is_alive())

    monkeypatch.setattr(file._turns, "give_way", give_way_and_look)
    file.copy_to(copy)
    closer.join()
    assert all(open_after_slice)
    with closing(sqlite3.connect(copy)) as check:
        assert check.execute("SELECT count(*) FROM seat").fetchone() == (10_000,)


class DoesMeanwhile(UserDict):
    """Words of a step that let another thread work while the step is being written."""

    def __init__(self, worker: threading.Thread) -> None:
        super().__init__()
        self.worker = worker

    def __iter__(self):
        if self.worker.ident is None:
            self.worker.start()
            self.worker.join(0.2)
        return super().__iter__()


def test_a_copy_of_a_closed_client_is_an_error_and_not_the_end_of_the_program(new_file, tmp_path):
    file = new_file()
    file.close()
    with pytest.raises(ProgrammingError):
        file.copy_to(empty(tmp_path / "copy.sqlite"))


def test_a_copy_never_has_half_of_an_edit(new_file, tmp_path):
    file = new_file()
    worker = threading.Thread(target=file.copy_to, args=(empty(tmp_path / "copy.sqlite"),))
    change = renamed(file.load().client, "IT")
    file.write(change, steps=[replace(step(1, change), params=DoesMeanwhile(worker))])
    worker.join()
    with closing(sqlite3.connect(tmp_path / "copy.sqlite")) as check:
        assert check.execute("SELECT value FROM meta WHERE key = 'edits'").fetchone() == ("1",)


def test_two_threads_write_one_after_the_other(new_file):
    file = new_file()
    change = renamed(file.load().client, "IT")
    worker = threading.Thread(target=file.write, args=(Change(),), kwargs={"dropped": [1]})
    file.write(change, steps=[replace(step(1, change), params=DoesMeanwhile(worker))])
    worker.join()
    assert file.edits == 2
    assert file.load().steps == ()


def test_a_failing_edit_does_not_reach_a_copy_that_is_under_way(new_file, tmp_path):
    file = new_file(big_client())
    seat = file.load().client.seat(SeatId("s7"))
    copy = empty(tmp_path / "copy.sqlite")
    worker = threading.Thread(target=file.copy_to, args=(copy,))
    worker.start()
    bad = Change(
        (Touch(seat, replace(seat, title="bad")), Touch(None, Seat("new", "nobody", 1, "bad")))
    )
    for _ in range(5):  # each of them makes the copy start again
        with pytest.raises(IntegrityError):
            file.write(bad)
    worker.join()
    with closing(sqlite3.connect(copy)) as check:
        assert check.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert check.execute("SELECT count(*) FROM seat WHERE title = 'bad'").fetchone() == (0,)


CHILD = """
import sys
from dataclasses import replace
from pathlib import Path
from mspseat_desktop.domain.change import Change, Step, Touch
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.storage.client_file import ClientFile

file = ClientFile.open(Path(sys.argv[1]))
seat = file.load().client.seat(SeatId("it"))
for number in range(1, 100_000):
    after = replace(seat, title=f"title {number}")
    change = Change((Touch(seat, after),))
    file.write(change, steps=[Step(number, "rename", {}, change, "2026-10-14T12:00:00+00:00")])
    seat = after
    print(number, flush=True)
"""


@pytest.mark.parametrize("edits", [1, 37, 400])
def test_what_was_acknowledged_is_there_after_kill_9(new_file, edits):
    file = new_file()
    file.close()
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(file.path)], stdout=subprocess.PIPE, text=True
    ) as child:
        acknowledged = [int(child.stdout.readline()) for _ in range(edits)]
        child.kill()
        acknowledged += [int(line) for line in child.stdout.read().split()]
    reopened = ClientFile.open(file.path)
    loaded = reopened.load()
    reopened.close()
    last = loaded.steps[-1].number
    assert last >= acknowledged[-1]
    assert loaded.client.seat(SeatId("it")).title == f"title {last}"
    assert [s.number for s in loaded.steps] == list(range(max(1, last - 999), last + 1))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE review SET answers = '[{\"id\": 1}]'",
        "UPDATE review SET answers = '{'",
        'UPDATE review SET scene = \'{"seat_title": "x"}\'',
        "UPDATE review SET asked = '[\"q\", 3]'",
        "UPDATE responsibility SET protects = 2",
        "INSERT INTO step VALUES (1, 'x', '{\"a\": 1}', '[]','','',0,0,'current')",
        "INSERT INTO step VALUES (1,'x','{}','[[\"seat\", null, null]]','','',0,0,'current')",
        "INSERT INTO step VALUES (1,'x','{}','[[\"nothing\", null, {}]]','','',0,0,'current')",
        "INSERT INTO step VALUES (1,'x','{}','[[\"seat\", null, {\"b\":1}]]','','',0,0,'current')",
    ],
)
def test_nested_values_that_do_not_fit_exactly_are_damage(new_file, statement):
    file = new_file()
    file._db.execute(statement)
    with pytest.raises(FileProblem) as problem:
        file.load()
    assert problem.value.code == "damaged"


def test_a_disk_without_room_is_a_problem_and_the_next_edit_goes_on(new_file):
    file = new_file()
    client = file.load().client
    pages = file._db.execute("PRAGMA page_count").fetchone()[0]
    file._db.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    with pytest.raises(FileProblem) as problem:
        file.write(renamed(client, "IT " * 100_000))
    assert problem.value.code == "disk-full"
    file._db.execute("PRAGMA max_page_count = 1000000").fetchall()
    file.write(renamed(client, "IT"))
    assert file.load().client.seat(SeatId("it")).title == "IT"


def test_finished_reviews_keep_their_answers_and_their_scene(new_file):
    file = new_file()
    review = file.load().client.get(Review, "rev1")
    answers = file.load().client.answers(review.id)
    finished = replace(review, state="finished", answers=answers, asked=("q1",))
    file.write(Change((Touch(review, finished), *(Touch(a, None) for a in answers))))
    assert file.load().client.answers(review.id) == answers


def test_ids_and_words_that_many_records_have_are_in_memory_once(new_file):
    client = new_file().load().client
    seats = {seat.id: seat for seat in client.every(Seat)}
    for duty in client.every(Responsibility):
        assert duty.seat is seats[duty.seat].id
    for seating in client.every(Seating):
        assert seating.occupant is client.get(Occupant, seating.occupant).id
