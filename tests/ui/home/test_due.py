"""What is due in all clients, on the start page: the same as the domain says, in words."""

from __future__ import annotations

from driving import settle, shown_texts
from mspseat_desktop.domain.planning import due
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.wording.planning import due_text
from world import ON


def test_all_that_is_due_stands_on_the_start_page_until_it_is_hidden(program, tmp_path):
    program.open_sample()
    program.save_to(tmp_path / "Lakeside.mspseat")
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
