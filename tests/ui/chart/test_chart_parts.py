from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QPixmap

from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.edits.chart import add_seat, delete_seat, move_seat, rename_seat
from mspseat_desktop.domain.edits.people import add_occupant, seat_occupant
from mspseat_desktop.domain.edits.seat import add_responsibility
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.records import (
    Occupant,
    Profile,
    Seat,
)
from mspseat_desktop.domain.revision import Revision
from mspseat_desktop.domain.vocabulary import (
    OccupantId,
    ResponsibilityId,
    SeatId,
    SeatingId,
)
from mspseat_desktop.ui.chart.cache import KEPT_BYTES, CardCache
from mspseat_desktop.ui.chart.camera import Camera, next_step
from mspseat_desktop.ui.chart.scene import ChartScene

if TYPE_CHECKING:
    from mspseat_desktop.domain.change import Change

PLACES = st.integers(min_value=0, max_value=40)
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["add", "move", "lift", "cut", "rename", "task", "seat"]), PLACES, PLACES
    ),
    max_size=25,
)


def start():
    return Client.of(
        [
            Profile(name="Lakeside"),
            Seat(SeatId("a"), None, 1, "A"),
            Seat(SeatId("b"), SeatId("a"), 1, "B"),
            Seat(SeatId("c"), SeatId("a"), 2, "C"),
            Seat(SeatId("d"), SeatId("b"), 1, "D"),
        ]
    )


def changes(client, steps):
    """Yield each change that the steps make, with the client before and after it."""
    numbers = count()
    for what, first, second in steps:
        seats = list(client.chart())
        one = seats[first % len(seats)] if seats else None
        other = seats[second % len(seats)] if seats else None
        number = next(numbers)
        match what, one:
            case "add", _:
                edit = add_seat(SeatId(f"n{number}"), parent=one, index=second % 3, title="New")
            case _, None:
                continue
            case "move", _:
                edit = move_seat(one, parent=other if second % 5 else None, index=second % 3)
            case "lift" | "cut", _:
                reports = "lift" if what == "lift" else "delete"
                edit = delete_seat(one, reports=reports, on="2026-01-01")
            case "rename", _:
                edit = rename_seat(one, "A much longer title than before " * (second % 4))
            case "task", _:
                edit = add_responsibility(ResponsibilityId(f"r{number}"), one, "Do it")
            case _:
                who = Occupant(OccupantId(f"o{number}"), "Ann", "provider")
                work = Revision(client)
                add_occupant(who).run(work)
                seat_occupant(SeatingId(f"s{number}"), one, who.id, on="2026-01-01").run(work)
                yield client, work.change(), work.client
                client = work.client
                continue
        work = Revision(client)
        try:
            edit.run(work)
        except Refused:
            continue
        yield client, work.change(), work.client
        client = work.client


def drawn(scene):
    return {seat: scene.tree.rect(seat) for seat in scene.client.chart()}, len(scene.tree)


@given(EDITS)
def test_a_chart_that_follows_edits_stands_as_one_laid_out_anew(steps):
    scene = ChartScene(start(), rated=True)
    done: list[tuple[Client, Change]] = []
    for before, change, after in changes(start(), steps):
        scene.apply(after, change)
        done.append((before, change))
        assert drawn(scene) == drawn(ChartScene(after, rated=True))
    for before, change in reversed(done):
        scene.apply(before, change.inverse())
    assert drawn(scene) == drawn(ChartScene(start(), rated=True))


def test_a_seat_and_the_one_above_it_change_places_in_one_edit():
    scene = ChartScene(start(), rated=True)
    work = Revision(start())
    move_seat(SeatId("d"), parent=SeatId("a")).run(work)
    move_seat(SeatId("b"), parent=SeatId("d")).run(work)
    swapped = work.change()
    scene.apply(work.client, swapped)
    assert drawn(scene) == drawn(ChartScene(work.client, rated=True))
    scene.apply(start(), swapped.inverse())
    assert drawn(scene) == drawn(ChartScene(start(), rated=True))


def test_hiding_ratings_lays_the_chart_out_as_if_there_had_never_been_any():
    scene = ChartScene(start(), rated=True)
    scene.rate(rated=False)
    assert drawn(scene) == drawn(ChartScene(start(), rated=False))


def test_a_mere_move_keeps_the_picture_of_the_moved_card():
    scene = ChartScene(start(), rated=True)
    work = Revision(start())
    move_seat(SeatId("d"), parent=SeatId("c")).run(work)
    assert scene.apply(work.client, work.change()) == set()


@pytest.mark.usefixtures("qapp")
def test_pictures_are_kept_within_their_bound():
    cache = CardCache(kept_bytes=10 * 100 * 100 * 4)
    for number in range(25):
        cache.put(SeatId(str(number)), QPixmap(100, 100), 1.0)
    assert len(cache) == 10
    assert cache.used_bytes == 10 * 100 * 100 * 4
    assert cache.find(SeatId("0")) is None
    assert cache.find(SeatId("24")) is not None
    cache.clear()
    assert cache.used_bytes == 0


@pytest.mark.usefixtures("qapp")
def test_the_bound_follows_the_size_of_the_canvas():
    cache = CardCache()
    cache.make_room_for(3840 * 2160)
    for number in range(16):
        cache.put(SeatId(str(number)), QPixmap(1000, 1000), 1.0)
    assert len(cache) == 16
    cache.make_room_for(800 * 600)
    assert len(cache) == 1
    assert cache.used_bytes <= KEPT_BYTES


@pytest.mark.usefixtures("qapp")
def test_the_picture_used_longest_ago_goes_first():
    cache = CardCache(kept_bytes=2 * 100 * 100 * 4)
    for name in ("a", "b"):
        cache.put(SeatId(name), QPixmap(100, 100), 1.0)
    cache.find(SeatId("a"))
    cache.put(SeatId("c"), QPixmap(100, 100), 1.0)
    assert cache.find(SeatId("b")) is None
    assert cache.find(SeatId("a")) is not None


@given(
    st.floats(0.01, 4),
    st.floats(0.01, 4),
    st.sampled_from([1.0, 1.25, 1.5, 2.0]),
    st.integers(0, 1200),
    st.integers(0, 800),
)
def test_zooming_keeps_the_point_under_the_pointer(before, after, ratio, x, y):
    camera = Camera(1200, 800, ratio, before, 137, -55)
    under = camera.to_tree(x, y)
    camera.zoom_to(after, x, y, smallest=0.01)
    now = camera.to_canvas(*under)
    assert abs(now[0] - x) <= 2 / ratio
    assert abs(now[1] - y) <= 2 / ratio


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_a_fitted_chart_is_wholly_in_view(ratio):
    camera = Camera(1000, 700, ratio)
    camera.fit((-40_000, 0, 52_000, 3_000))
    left, top, right, bottom = camera.shown()
    assert left < -40_000
    assert right > 52_000
    assert top < 0
    assert bottom > 3_000


def test_zoom_steps_are_round_and_end():
    assert next_step(1.0, larger=True) == 1.1
    assert next_step(1.03, larger=False) == 1.0
    assert next_step(4.0, larger=True) == 4.0
    assert next_step(0.001, larger=False) == 0.05
