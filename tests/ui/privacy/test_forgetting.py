"""Forgetting from the window: the history, somebody for good, the whole client."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton

from driving import settle
from mspseat_desktop.domain.charts import KeptChart
from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.domain.edits.seat import describe_seat
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.vocabulary import ChartId
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.workshop import Workshop
from mspseat_desktop.ui.privacy.erase_dialog import EraseDialog
from mspseat_desktop.ui.widgets import CheckBox, PlainLabel, Question
from world import clock

NAME = "Dana Whitfield"
WORD = "zqhistory"


def idle(program):
    """Wait until the worker has done what it was given."""
    client = program.window.open_client
    client.do_in_turn(lambda: None)
    settle()
    client.publish_now()
    client.do_in_turn(lambda: None)
    settle()


@pytest.fixture
def place(program, tmp_path):
    """The sample in a file of its own, with a word that only the history holds, and a backup."""
    program.open_sample()
    program.save_to(tmp_path / "Lakeside.mspseat")
    idle(program)  # saving takes a backup too: none of the two is to hold the word as it stands
    seat = next(program.client.chart())
    program.bridge.do(describe_seat(seat, "notes", WORD))
    program.bridge.do(describe_seat(seat, "notes", ""))
    program.window.open_client.back_up("deletion")
    idle(program)
    return tmp_path / "Lakeside.mspseat"


def held_by(folder, words):
    """The files below the folder that hold the words."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.name for path in found if words.encode() in path.read_bytes())


def person(program, name=NAME):
    return next(o for o in program.client.every(Occupant) if o.name == name)


def ask_to_remove(program, name=NAME):
    program.act("page-people")
    program.view.people.show_occupant(person(program, name).id)
    program.hand.click(program.view.people.form.forget)
    return program.dialog(Question)


def text_of(dialog):
    return "\n".join(label.text() for label in dialog.findChildren(PlainLabel))


def test_the_history_is_forgotten_only_when_that_is_wanted(program, place):
    program.act("forget-history")
    assert "Undo can go back over" in text_of(program.dialog(Question))
    program.hand.press("Esc")
    assert program.bridge.undo_step() is not None
    program.act("forget-history")
    program.hand.press("Return")  # a careless Enter keeps it
    assert program.bridge.undo_step() is not None
    assert WORD.encode() in place.read_bytes()


def test_after_forgetting_the_history_nothing_can_be_undone_and_the_words_are_gone(program, place):
    assert held_by(place.parent, WORD)
    program.act("forget-history")
    program.dialog().findChild(CheckBox).click()
    program.answer("Forget the history")
    idle(program)
    assert not program.window.actions_table["undo"].isEnabled()
    assert program.bridge.undo() is None
    assert "The history is forgotten." in program.notice
    assert "written anew" in program.notice
    assert held_by(place.parent, WORD) == []
    reopened = Workshop(place.parent / "other", now=clock).read_document(place)
    assert reopened.steps == ()
    assert reopened.client.count(Review) == program.client.count(Review)


def test_backups_keep_their_history_when_the_box_is_not_ticked(program, place):
    program.act("forget-history")
    program.answer("Forget the history")
    idle(program)
    assert held_by(place.parent / "program-home" / "backups", WORD)
    assert WORD.encode() not in place.read_bytes()


@pytest.mark.usefixtures("place")
def test_edits_after_forgetting_can_be_undone_again(program):
    program.act("forget-history")
    program.answer("Forget the history")
    seat = next(program.client.chart())
    program.bridge.do(rename_seat(seat, "Chair"))
    assert program.window.actions_table["undo"].isEnabled()
    program.act("undo")
    assert program.client.seat(seat).title != "Chair"
    assert program.bridge.undo() is None


@pytest.mark.usefixtures("place")
def test_what_goes_with_somebody_is_listed_before(program):
    dialog = ask_to_remove(program)
    text = text_of(dialog)
    for words in ("This goes from the client", "review", "who sat where", "whole history"):
        assert words in text
    assert dialog.findChild(CheckBox).isChecked()
    program.hand.press("Esc")
    assert person(program)


def test_somebody_is_gone_from_every_byte_that_the_program_can_reach(program, place):
    occupant = person(program).id
    assert len(held_by(place.parent, NAME)) >= 3
    ask_to_remove(program)
    program.answer("Remove for good")
    idle(program)
    assert not program.client.has(Occupant, occupant)
    assert held_by(place.parent, NAME) == []
    assert held_by(place.parent, occupant) == []
    assert program.bridge.undo() is None
    assert f"“{NAME}” is removed for good." in program.notice
    assert "written anew" in program.notice
    assert not program.view.people.isHidden()


def test_backups_stay_as_they_are_when_the_box_is_taken_off(program, place):
    ask_to_remove(program).findChild(CheckBox).click()
    program.answer("Remove for good")
    idle(program)
    assert held_by(place.parent / "program-home" / "backups", NAME)
    assert NAME.encode() not in place.read_bytes()


def test_backups_that_can_not_be_changed_can_be_erased_instead(program, place, monkeypatch):
    def refuse(*_given, **_more):
        raise FileProblem("disk-full")

    monkeypatch.setattr("mspseat_desktop.storage.rewriting.publish", refuse)
    ask_to_remove(program)
    program.answer("Remove for good")
    program.window.open_client.do_in_turn(lambda: None)
    assert "backups still hold it" in text_of(program.dialog(Question))
    program.answer("Erase all backups")
    monkeypatch.undo()
    idle(program)
    assert held_by(place.parent, NAME) == []


def test_a_client_is_erased_after_its_name_was_typed(program, place):
    home = place.parent / "program-home"
    name = program.client.profile.name
    program.act("erase-client")
    dialog = program.dialog(EraseDialog)
    assert str(place) in text_of(dialog)
    assert "or is out of the program's reach" in text_of(dialog)
    assert not dialog.erase.isEnabled()
    program.hand.type("Somebody Else")
    assert not dialog.erase.isEnabled()
    dialog.name.selectAll()
    program.hand.type(name.upper())
    assert dialog.erase.isEnabled()
    program.hand.press("Return")
    program.window.desk.settings.sync()
    assert program.window.open_client is None
    assert [path.name for path in place.parent.iterdir()] == ["program-home"]
    assert program.notice == f"“{name}” is erased from this laptop."
    assert held_by(place.parent, name) == []
    assert held_by(place.parent, "Lakeside.mspseat") == []
    assert list((home / "work").iterdir()) == []
    assert list((home / "backups").iterdir()) == []
    assert name not in [c.name for c in program.window.files.clients()]


def test_giving_up_erases_nothing(program, place):
    program.act("erase-client")
    program.hand.press("Esc")
    assert program.window.open_client is not None
    assert place.exists()


def test_a_file_that_somebody_else_has_changed_stays(program, place):
    other = b"somebody else's version"
    place.write_bytes(other)
    program.act("erase-client")
    program.hand.type(program.client.profile.name)
    program.hand.press("Return")
    assert place.read_bytes() == other
    assert "was changed by somebody else and stays" in program.notice
    assert list((place.parent / "program-home" / "work").iterdir()) == []


def test_a_file_that_can_not_be_reached_is_said_to_stay(program, place, monkeypatch):
    client = program.window.open_client
    monkeypatch.setattr(client, "publish_now", lambda: FileProblem("not-reachable"))
    program.act("erase-client")
    program.hand.type(program.client.profile.name)
    program.hand.press("Return")
    assert place.exists()
    assert "can not be reached and stays" in program.notice


def test_a_file_that_is_gone_already_is_not_spoken_of(program, place):
    place.unlink()
    program.act("erase-client")
    program.hand.type(program.client.profile.name)
    program.hand.press("Return")
    assert program.notice.endswith("is erased from this laptop.")


def test_a_backup_that_was_opened_takes_no_backups_along_when_it_is_erased(program, place):
    client = program.window.open_client
    shelf = client.document.shelf
    backups = shelf.listed()
    program.act("close")
    program.window.files.show_new(
        lambda _secret: program.window.desk.workshop.open_backup(shelf, backups[0])
    )
    program.act("erase-client")
    assert f"they are of {place} too" in text_of(program.dialog(EraseDialog))
    program.hand.type(program.client.profile.name)
    program.hand.press("Return")
    assert program.window.open_client is None
    assert {b.number for b in backups} <= {b.number for b in shelf.listed()}
    assert place.exists()


def test_a_client_without_a_file_is_erased_too(program):
    program.new_client("Harbor Pine")
    program.act("erase-client")
    program.hand.type("harbor  pine")
    program.hand.press("Return")
    assert program.window.open_client is None
    assert program.window.files.clients() == ()


@pytest.mark.usefixtures("place")
def test_every_button_of_the_dialogs_says_what_it_does(program):
    for doing in ("forget-history", "erase-client"):
        program.act(doing)
        dialog = program.dialog()
        assert all(b.accessibleName() or b.text() for b in dialog.findChildren(QAbstractButton))
        dialog.reject()


def test_somebody_is_gone_from_what_if_charts_and_versions_too(program, place):
    seat = next(program.client.chart())
    program.bridge.do(rename_seat(seat, f"Seat of {NAME}"))
    kept = KeptChart(ChartId("k"), f"If {NAME} leaves", "what_if", "2026-11-23")
    assert program.bridge.keep_chart(kept)
    assert program.bridge.charts.client(kept.id).seat(seat).title == f"Seat of {NAME}"
    ask_to_remove(program)
    program.answer("Remove for good")
    idle(program)
    assert held_by(place.parent, NAME) == []
    assert [chart.name for chart in program.bridge.charts.kept()] == ["If removed person leaves"]
    assert program.bridge.show_chart(kept.id)
    assert program.client.seat(seat).title == "Seat of removed person"
    assert program.client.accountable(seat) is None


def test_with_a_what_if_chart_on_show_nothing_is_forgotten(program, place):
    kept = KeptChart(ChartId("k"), "If", "what_if", "2026-11-23")
    assert program.bridge.keep_chart(kept)
    assert program.bridge.show_chart(kept.id)
    ask_to_remove(program)
    program.answer("Remove for good")
    assert person(program)
    assert program.notice
    assert NAME.encode() in place.read_bytes()
