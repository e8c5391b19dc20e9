"""The journey "choose among three MSPs" for one open seat, by keyboard in the whole window."""

from __future__ import annotations

from mspseat_desktop.domain.edits.people import unseat
from mspseat_desktop.domain.review_records import Comparison

BUDGET = 12
FIRMS = ("Brightline", "Cedar", "Sevenoaks")


def test_three_providers_are_asked_the_same_and_one_is_seated_within_the_budget(program):
    program.open_sample()
    seat = program.seat("Managed IT & Security")
    before = program.client.seatings(seat)[0]
    program.bridge.do(unseat(before.id, on=program.bridge.on))
    hand = program.hand
    hand.actions = 0

    hand.click(program.view.chart, program.card("Managed IT & Security").center())
    hand.press("Ctrl+K")
    hand.type("; ".join(FIRMS))
    hand.press("Return")
    beside = hand.actions

    dialog = program.window.doing.candidates.dialog
    grid = dialog.parts.grid
    names = [column.candidate.id for column in dialog.table.columns]
    duties = program.client.responsibilities(seat)
    for name, wants in zip(names, ("W", "R", "C"), strict=True):
        for number, duty in enumerate(duties):
            grid.go_to(("wants", duty.id), name)
            hand.press("W" if number else wants)
        for letter in ("gets", "wants", "capacity"):
            grid.go_to(("call", letter), name)
            hand.press("N" if letter == "wants" and wants == "R" else "Y")
    answers = hand.actions - beside
    grid.go_to(("head", "outcome"), names[0])
    noes = {row.key for row in dialog.table.noes(1)}
    assert noes >= {("call", "wants"), ("wants", duties[0].id)}
    assert not dialog.table.noes(0)

    hand.click(dialog.parts.choose)
    hand.press("Return")
    assert hand.actions - answers <= BUDGET, f"{hand.actions - answers} actions"

    assert program.client.accountable(seat).name == FIRMS[0]
    (kept,) = program.client.every(Comparison)
    assert kept.decided_on == program.bridge.on
    assert [c.occupant for c in program.client.candidates(kept.id)] == [
        column.occupant.id for column in dialog.table.columns
    ]
    hand.press("Ctrl+Z")
    assert program.client.accountable(seat) is None
