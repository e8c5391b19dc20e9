"""What is due in all clients, on the start page: the same as the domain says, in words."""

from __future__ import annotations

import pytest

from driving import settle, shown_texts
from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.domain.planning import due
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.wording.planning import due_text
from world import ON


@pytest.mark.parametrize("place", ["a file", "no file yet"])
def test_all_that_is_due_stands_on_the_start_page_until_it_is_hidden(program, tmp_path, place):
    program.open_sample()
    if place == "a file":
        program.save_to(tmp_path / "Lakeside.mspseat")
    else:
        program.bridge.do(rename_seat(program.seat("Quality"), "Final inspection"))
    client = program.client
    near = due(client, ON)
    assert {d.kind for d in near} >= {"review", "action"}
    program.act("close")
    settle()
    button = program.window.start_page._due_button
    program.hand.click(button)
    said = shown_texts(program.window.start_page)
    name = client.profile.name
    for each in near:
        assert f"{name}: {due_text(client, each)}" in said
    late = next(d for d in near if d.on < ON and d.kind == "action")
    assert f"overdue since {date_text(late.on)}" in said
    program.hand.click(button)
    assert not any(name + ": " in words for words in shown_texts(program.window.start_page))
