"""What the outline can list alone, with counts, and never what hidden ratings would tell."""

import pytest

from mspseat_desktop.domain.edits.chart import delete_seat
from mspseat_desktop.domain.edits.people import unseat
from mspseat_desktop.domain.sifting import KINDS, seats_of_kind
from mspseat_desktop.ui.outline.words import kind_words


def choose(listed, kind):
    listed.outline.kind.setCurrentIndex(listed.outline.kind.findData(kind))
    listed.outline.kind.activated.emit(listed.outline.kind.currentIndex())


def offered(listed):
    box = listed.outline.kind
    return [box.itemData(at) for at in range(box.count())]


def test_every_kind_is_offered_while_ratings_are_shown(listed):
    listed.program.bridge.hide_ratings(hidden=False)
    assert offered(listed) == list(KINDS)
    assert set(kind_words()) == set(KINDS)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "all"])
def test_a_filtered_list_shows_what_fits_with_all_above_it(listed, kind):
    program = listed.program
    program.bridge.hide_ratings(hidden=False)
    choose(listed, kind)
    fits = seats_of_kind(program.client, kind, program.bridge.on)
    rows = listed.tree.rows
    assert rows.fits == fits
    above = {seat for fit in fits for seat in program.client.seats_above(fit)}
    assert set(rows.seats) == fits | above
    assert listed.outline.count.text() == f"{len(fits)} of 13"


def test_hidden_ratings_take_back_the_filter_that_would_tell_them(listed):
    bridge = listed.program.bridge
    bridge.hide_ratings(hidden=False)
    choose(listed, "wrong")
    assert len(listed.lines) < 13
    bridge.hide_ratings(hidden=True)
    assert len(listed.lines) == 13
    assert "wrong" not in offered(listed)
    assert listed.outline.kind.value == "all"
    assert "all" in offered(listed)


def test_hidden_ratings_are_in_no_row(listed):
    bridge = listed.program.bridge
    bridge.hide_ratings(hidden=False)
    with_marks = [listed.tree._state_of(row).look.role for row in range(13)]
    assert any(with_marks)
    bridge.hide_ratings(hidden=True)
    assert not any(listed.tree._state_of(row).look.role for row in range(13))


def test_an_edit_moves_seats_in_and_out_of_the_list(listed, qtbot):
    program = listed.program
    choose(listed, "open")
    before = set(listed.tree.rows.fits)
    seat = program.seat("Purchasing")
    seating = program.client.seatings(seat)[0]
    program.bridge.do(unseat(seating.id, on="2026-11-23"))
    qtbot.waitUntil(lambda: listed.tree.rows.fits == before | {seat})
    program.bridge.undo()
    qtbot.waitUntil(lambda: listed.tree.rows.fits == before)


def test_an_empty_list_says_so(listed, qtbot):
    program = listed.program
    choose(listed, "open")
    for seat in list(listed.tree.rows.fits):
        program.bridge.do(delete_seat(seat, reports="lift", on="2026-11-23"))
    qtbot.waitUntil(listed.outline.empty.isVisible)
    assert listed.outline.empty.text() == "Somebody sits in every seat."


def test_what_is_looked_for_over_the_chart_filters_here_too(listed):
    program = listed.program
    program.view.finding.finder.finish()
    listed.press("Ctrl+F")
    program.hand.type("patch")
    assert listed.lines == [
        "Visionary",
        "  Integrator",
        "    Technology",
        "      Managed IT & Security",
    ]
    assert listed.outline.count.text() == "1 of 13"
    listed.press("Esc")
    assert len(listed.lines) == 13
    program.view.finding.finder.look_for("xylophone")
    assert listed.lines == []
    assert listed.outline.empty.text() == "No seat here fits what you are looking for."


def test_in_a_filtered_list_rows_are_walked_but_nothing_is_folded_or_put_between(listed):
    choose(listed, "open")
    listed.press("Home", "Left", "-", "Space")
    assert len(listed.lines) > 1
    assert listed.tree.rows.folded == set()
    quality = listed.point("Quality", 0.02)
    listed.drag("Operations", quality, drop=False)
    assert listed.tree.drag._landing.is_onto
    listed.press("Esc")


def test_nothing_to_list_in_a_client_without_seats(program):
    program.new_client()
    for seat in program.client.children(None):
        program.bridge.do(delete_seat(seat, reports="delete", on="2026-11-23"))
    if program.view.outline.isHidden():
        program.act("outline")
    program.view.outline.take_keyboard()
    program.hand.press("Down", "Up", "Home", "End", "Left", "Right", "*", "Space", "F2", "Del")
    program.hand.press("Return")
    program.hand.type("x")
    assert program.view.outline.tree.rows.count == 0
    assert program.view.outline.empty.isVisible()
