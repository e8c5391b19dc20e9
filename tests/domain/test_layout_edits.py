"""How a chart is drawn is chosen by edits that rules check."""

from __future__ import annotations

import pytest

from mspseat_desktop.domain import rules
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.edits.copying import copy_seats
from mspseat_desktop.domain.edits.layouts import (
    add_second_line,
    change_second_line,
    lay_out_branch,
    lay_out_chart,
    remove_second_line,
    set_assistant,
    set_compact,
)
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.records import ChartLook, Profile, Seat, SecondLine
from mspseat_desktop.domain.revision import Revision
from mspseat_desktop.wording.edits import edit_text, refusal_text

CLIENT = Client.of(
    (
        Profile(name="Lakeside"),
        Seat("boss", None, 1, "Owner"),
        Seat("it", "boss", 1, "IT"),
        Seat("money", "boss", 2, "Finance"),
        SecondLine("l1", "it", "money", "budget"),
    )
)


def after(edit) -> Client:
    work = Revision(CLIENT)
    edit.run(work)
    rules.check(work.client, work.change())
    return work.client


def test_the_chart_and_each_branch_have_a_layout_of_their_own():
    assert after(lay_out_chart("stacked")).look.layout == "stacked"
    assert after(set_compact(compact=True)).look.compact
    assert after(lay_out_branch("it", "right")).seat("it").layout == "right"
    assert after(lay_out_branch("it", "right")).look.layout == "down"


def test_a_chart_without_a_record_of_it_is_drawn_from_the_top_down_and_to_choose_that_is_no_edit():
    assert CLIENT.look == ChartLook(layout="down", compact=False)
    for edit in (lay_out_chart("down"), set_compact(compact=False)):
        work = Revision(CLIENT)
        edit.run(work)
        assert not work.change()


def test_a_seat_that_reports_to_somebody_can_be_an_assistant():
    assert after(set_assistant("it", assistant=True)).seat("it").assistant
    assert not after(set_assistant("it", assistant=False)).seat("it").assistant


def test_a_seat_at_the_top_assists_nobody():
    with pytest.raises(Refused) as refused:
        after(set_assistant("boss", assistant=True))
    assert "“Owner” reports to nobody" in refusal_text(refused.value)


def test_second_lines_are_added_changed_and_taken_out():
    more = after(add_second_line("l2", "money", "it", about=" tools "))
    assert more.second_lines("money") == (SecondLine("l2", "money", "it", "tools"),)
    assert after(change_second_line("l1", "audit")).second_lines("it")[0].about == "audit"
    assert after(remove_second_line("l1")).second_lines("it") == ()


def test_a_second_line_that_is_gone_is_not_changed():
    with pytest.raises(Refused, match="gone"):
        after(change_second_line("l9", "audit"))
    with pytest.raises(Refused, match="gone"):
        after(remove_second_line("l9"))


def test_a_second_line_to_the_seat_itself_is_refused():
    with pytest.raises(Refused, match="reports-to-itself"):
        after(add_second_line("l2", "it", "it"))


def test_the_edits_have_names():
    assert edit_text("lay-out-branch", {"seat": "IT"}) == "lay out what is below “IT”"
    edit = add_second_line("l2", "money", "it", title="IT")
    assert edit_text(edit.name, edit.params) == "add a second line to “IT”"
    assert edit_text("set-no-assistant", {"seat": "IT"}) == "draw “IT” among the others"


def test_a_copied_branch_keeps_its_layout_assistants_and_second_lines_within_it():
    client = Client.of(
        (
            Profile(),
            Seat("boss", None, 1, "Owner"),
            Seat("it", "boss", 1, "IT", layout="stacked"),
            Seat("desk", "it", 1, "Desk", assistant=True),
            Seat("lab", "it", 2, "Lab"),
            Seat("money", "boss", 2, "Finance"),
            SecondLine("l1", "desk", "lab", "tests"),
            SecondLine("l2", "lab", "money"),
        )
    )
    work = Revision(client)
    ids = (f"n{number}" for number in range(50))
    copy_seats(["it"], parent="money", new_id=lambda: next(ids)).run(work)
    rules.check(work.client, work.change())
    (copy,) = work.client.children("money")
    desk, lab = work.client.children(copy)
    assert work.client.seat(copy).layout == "stacked"
    assert work.client.seat(desk).assistant
    assert [(x.to, x.about) for x in work.client.second_lines(desk)] == [(lab, "tests")]
    assert work.client.second_lines(lab) == ()
