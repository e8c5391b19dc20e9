"""Cards say in their corner, and to screen readers, how many things are worth a look."""

from __future__ import annotations

from PySide6.QtGui import QAccessible

from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.layout.cards import WIDTH
from mspseat_desktop.ui.chart.accessible import install_accessibility
from mspseat_desktop.ui.chart.painter import LOOKS_PLACE, TEXT_FROM
from mspseat_desktop.ui.chart.stamps import LOOKS_HEIGHT, margin_of

SALES, PLANT = SeatId("sales"), SeatId("plant")


def corner(desk, seat):
    """The upper right corner of a card, where the sign stands."""
    frame = desk.chart.frame
    scale, margin = desk.chart.sight.camera.scale, margin_of(desk.chart.sight.camera.scale)
    picture = frame.picture(seat).toImage()
    left, high = round(WIDTH * scale / 2), round((LOOKS_PLACE[1] + LOOKS_HEIGHT) * scale)
    return picture.copy(margin + left, margin, picture.width() - left - margin, high)


def test_a_card_shows_its_number_and_another_one_when_it_changes(desk):
    counts = {SALES: 0}
    bare = corner(desk, SALES)
    desk.chart.show_looks(lambda seat: counts.get(seat, 0))
    assert corner(desk, SALES) == bare
    pictures = []
    for number in (1, 2, 12):
        counts[SALES] = number
        desk.chart.recount({SALES})
        pictures.append(corner(desk, SALES))
    assert all(picture != bare for picture in pictures)
    assert pictures[0] != pictures[1] != pictures[2]


def test_only_cards_with_another_number_are_painted_anew(desk):
    kept = {seat: desk.chart.frame.picture(seat).cacheKey() for seat in (SALES, PLANT)}
    desk.chart.recount({SALES})
    assert desk.chart.frame.cache.find(SALES) is None
    assert desk.chart.frame.picture(PLANT).cacheKey() == kept[PLANT]


def test_a_card_too_small_to_be_read_shows_no_sign(desk):
    desk.chart.show_looks(lambda _seat: 3)
    camera = desk.chart.sight.camera
    desk.chart.sight.restore(TEXT_FROM * 0.8, 0, 0)
    small = desk.chart.frame.picture(SALES).toImage()
    desk.chart.show_looks(lambda _seat: 0)
    assert camera.zoom < TEXT_FROM
    assert desk.chart.frame.picture(SALES).toImage() == small


def test_a_screen_reader_hears_the_number(desk):
    install_accessibility()
    desk.chart.show_looks(lambda seat: 2 if seat == SALES else 0)
    names = spoken(QAccessible.queryAccessibleInterface(desk.chart))
    assert [name for name in names if name.endswith(", 2 things to look at")] == [
        name for name in names if name.startswith("Sales")
    ]
    assert len([name for name in names if "to look at" in name]) == 1


def spoken(item):
    found = []
    for at in range(item.childCount()):
        child = item.child(at)
        found += [child.text(QAccessible.Text.Name), *spoken(child)]
    return found
