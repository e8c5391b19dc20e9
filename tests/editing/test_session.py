from __future__ import annotations

import pytest

from mspseat_desktop.domain.edits.actions import add_action, mark_action
from mspseat_desktop.domain.edits.chart import add_seat, rename_seat
from mspseat_desktop.domain.edits.forgetting import forget_occupant
from mspseat_desktop.domain.edits.people import add_occupant
from mspseat_desktop.domain.edits.review import finish_review, put_answer, start_review
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.records import Occupant, Profile
from mspseat_desktop.domain.review_records import Action, Review
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.vocabulary import (
    ActionId,
    OccupantId,
    ReviewId,
    SeatId,
)
from mspseat_desktop.editing.session import Session
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.storage.problems import FileProblem
from world import ON, clock, everything, finish_edit, seated

CEO = SeatId("CEO")


@pytest.fixture
def file(tmp_path):
    file = ClientFile.create(tmp_path / "client.db", [Profile(name="Lakeside")])
    yield file
    file.close()


@pytest.fixture
def session(file):
    loaded = file.load()
    session = Session(loaded.client, file, steps=loaded.steps, clock=clock)
    session.do(add_seat(CEO, parent=None, title="CEO"))
    return session


def reviewed(session):
    """Seat a provider and finish a review, each a step of its own."""
    client = seated(session.client, "CEO", "Northbeam", provider=True)
    for record in (*client.every(Occupant), *client.seatings(CEO)):
        edit = add_occupant(Occupant(OccupantId("Northbeam"), "Northbeam", "provider"))
        if not isinstance(record, Occupant):
            edit = Edit("seat-occupant", lambda work, r=record: work.put(r))
        session.do(edit)
    session.do(finish_edit("r1", CEO, OccupantId("Northbeam")))


def test_views_hear_of_an_edit_once_it_is_in_the_file(session, file):
    heard = []
    session.subscribe(lambda news: heard.append((news.change, file.load().client.seat(CEO).title)))
    change = session.do(rename_seat(CEO, "Owner"))
    assert heard == [(change, "Owner")]


def test_an_edit_that_changes_nothing_is_no_step(session):
    assert not session.do(rename_seat(CEO, "CEO"))
    assert [s.name for s in session.steps()] == ["add-seat"]


def test_typing_in_one_field_is_one_step(session):
    for title in ("O", "Ow", "Owner"):
        session.do(rename_seat(CEO, title, merge_key="title"))
    assert session.undo().client.seat(CEO).title == "CEO"
    assert session.redo().client.seat(CEO).title == "Owner"


def test_typing_back_to_the_start_leaves_no_step(session):
    session.do(rename_seat(CEO, "C", merge_key="title"))
    session.do(rename_seat(CEO, "CEO", merge_key="title"))
    assert [s.name for s in session.steps()] == ["add-seat"]


def test_a_new_edit_drops_what_was_undone(session):
    session.do(rename_seat(CEO, "Owner"))
    session.undo()
    session.do(rename_seat(CEO, "Boss"))
    assert session.redo() is None
    assert session.redo_step() is None


def test_a_refused_edit_leaves_snapshot_file_and_history_alone(session, file):
    before = session.client
    with pytest.raises(Refused):
        session.do(add_seat(SeatId("x"), parent=SeatId("nobody")))
    assert session.client is before
    assert everything(file.load().client) == everything(before)


def test_an_edit_that_the_file_can_not_take_did_not_happen(session, file):
    before = session.client
    file._db.execute("PRAGMA max_page_count = 1")
    heard = []
    session.subscribe(heard.append)
    with pytest.raises(FileProblem) as problem:
        session.do(rename_seat(CEO, "Owner" * 100_000))
    assert problem.value.code == "disk-full"
    assert session.client is before
    assert heard == []
    assert [s.name for s in session.steps()] == ["add-seat"]


def test_a_finished_review_can_be_taken_back_while_it_is_in_the_program(session):
    reviewed(session)
    assert session.undo().step.name == "finish-review"
    assert session.client.count(Review) == 0


def test_undo_skips_a_review_that_was_printed_and_says_so(session):
    reviewed(session)
    session.do(rename_seat(CEO, "Owner"))
    session.do(finish_edit("r2", CEO, OccupantId("Northbeam")))
    session.seal("r2")
    news = session.undo()
    assert (news.step.name, news.skipped_sealed) == ("rename-seat", True)
    assert session.client.count(Review) == 2
    assert session.client.seat(CEO).title == "CEO"
    assert session.redo().client.seat(CEO).title == "Owner"


def test_undo_leaves_out_what_a_printed_review_rests_on(session):
    reviewed(session)
    session.seal("r1")
    while session.undo():
        pass
    assert session.client.get(Occupant, "Northbeam").name == "Northbeam"
    assert session.client.seat(CEO).title == "CEO"
    assert session.client.count(Review) == 1


def test_undo_leaves_what_was_agreed_in_a_printed_review(session):
    client = seated(session.client, "CEO", "Northbeam", provider=True)
    for record in (*client.every(Occupant), *client.seatings(CEO)):
        session.do(Edit("seat-occupant", lambda work, r=record: work.put(r)))
    review, northbeam = ReviewId("r1"), OccupantId("Northbeam")
    session.do(start_review(review, seat=CEO, occupant=northbeam, on=ON, bank="it_provider"))
    session.do(add_action(Action(ActionId("a1"), review, what="Restore test")))
    session.do(put_answer(review, "call", about="gets", value="no"))
    session.do(finish_review(review, finished_at=f"{ON}T10:00:00+00:00", questions=()))
    session.do(mark_action(ActionId("a1"), done_on=ON))
    session.seal("r1")
    assert session.undo().step.name == "mark-action"
    while session.undo():
        pass
    assert session.client.get(Action, "a1").what == "Restore test"
    assert session.client.get(Action, "a1").done_on == ""
    with pytest.raises(Refused, match="review-finished"):
        session.do(Edit("remove", lambda work: work.remove(work.client.get(Action, "a1"))))


def test_closing_the_client_puts_finished_reviews_out_of_reach(session, file):
    reviewed(session)
    loaded = file.load()
    again = Session(loaded.client, file, steps=loaded.steps, clock=clock)
    assert again.undo() is None or again.client.count(Review) == 1


def test_undo_survives_a_restart(session, file):
    session.do(rename_seat(CEO, "Owner"))
    loaded = file.load()
    again = Session(loaded.client, file, steps=loaded.steps, clock=clock)
    assert again.undo_step().params == {"seat": "Owner"}
    assert again.undo().client.seat(CEO).title == "CEO"
    assert again.steps()[0].at.startswith(ON)


def test_after_the_history_is_forgotten_nothing_can_be_taken_back(session, file):
    session.do(rename_seat(CEO, "Owner"))
    heard = []
    session.subscribe(heard.append)
    session.forget()
    assert [(news.cause, news.step.name) for news in heard] == [("do", "forget-history")]
    assert session.undo() is None
    assert session.steps() == file.load().steps == ()
    assert session.client.seat(CEO).title == "Owner"


def test_forgetting_somebody_is_one_transaction_with_the_history_and_no_step(session, file):
    reviewed(session)
    before = file.edits
    session.forget(forget_occupant(OccupantId("Northbeam"), stand_in="somebody"))
    assert file.edits == before + 1
    assert everything(file.load().client) == everything(session.client)
    assert not session.client.has(Occupant, "Northbeam")
    assert session.undo_step() is None
    session.do(rename_seat(CEO, "Owner"))
    assert [s.name for s in session.steps()] == ["rename-seat"]


def test_a_disk_that_refuses_to_forget_changes_nothing(session, file, monkeypatch):
    def refuse(*_change, **_more):
        raise FileProblem("disk-full")

    monkeypatch.setattr(file, "forget", refuse)
    before = session.client
    with pytest.raises(FileProblem):
        session.forget()
    assert session.client is before
    assert session.undo_step() is not None
