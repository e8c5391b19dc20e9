from dataclasses import replace

import pytest

from mspseat_desktop.layout import cards
from mspseat_desktop.layout.cards import CardText, card_box
from mspseat_desktop.layout.text import wrap
from mspseat_desktop.ui.chart.faces import Face
from mspseat_desktop.ui.chart.marks import ChipText, Marks
from mspseat_desktop.ui.chart.painter import CardPainter, title_size

TEXT = CardText(title="Quality", occupant="Ann Lee", responsibilities=("A", "B"), has_marks=True)
FACE = Face(card_box(TEXT), letters="AL", is_provider=False, is_open=False, is_named=True)
YES = ChipText("G", "yes", mark="check")
NO = ChipText("G", "no", mark="cross")


def drawn(theme, marks, zoom, ratio=1):
    return CardPainter(theme).picture(FACE, marks, scale=zoom * ratio, zoom=zoom).toImage()


@pytest.mark.parametrize("ratio", [1, 2])
def test_letters_of_a_far_card_tell_a_yes_from_a_no(theme, ratio):
    assert drawn(theme, Marks((YES,)), 0.46, ratio) != drawn(theme, Marks((NO,)), 0.46, ratio)
    assert drawn(theme, Marks((YES,)), 0.46, ratio) != drawn(theme, None, 0.46, ratio)


def test_a_card_too_small_for_letters_shows_its_title_alone(theme):
    assert drawn(theme, Marks((YES,)), 0.39) == drawn(theme, None, 0.39)


def test_hidden_ratings_show_initials_and_no_letters_from_afar(theme):
    assert drawn(theme, None, 0.46) == drawn(theme, Marks(), 0.46)


@pytest.mark.parametrize("zoom", [0.28, 0.33, 0.4])
@pytest.mark.parametrize("title", ["Technology", "Bookkeeping & Payroll", "Purchasing"])
def test_a_title_is_made_smaller_rather_than_broken_inside_a_word(zoom, title):
    room = cards.WIDTH - cards.LEFT - 8
    size = title_size(title, zoom, room)
    lines = wrap(title, font=cards.TITLE_FONT, size=size, width=room, max_lines=4)
    assert " ".join(lines).split() == title.split()
    assert size * zoom >= 8


def test_a_short_title_keeps_its_size():
    assert title_size("IT", 0.3, 200) == 10.5 / 0.3


@pytest.mark.parametrize("title", ["Quality", "Quality and all that is measured for it"])
@pytest.mark.parametrize("occupant", ["Ann Lee", ""])
@pytest.mark.parametrize("zoom", [0.42, 0.46, 0.49])
def test_a_tag_lies_on_no_letter_of_the_title_of_a_small_card(theme, title, occupant, zoom):
    def painted(role="yes", *, is_named=True):
        face = replace(FACE, box=box, is_named=is_named)
        tag = ChipText("Later", role, icon="calendar")
        return CardPainter(theme).picture(face, None, shade=tag, scale=zoom, zoom=zoom).toImage()

    def changed(one, other):
        spots = ((x, y) for x in range(8, one.width()) for y in range(one.height()))
        return {spot for spot in spots if one.pixel(*spot) != other.pixel(*spot)}

    for rows in range(3):
        box = card_box(
            CardText(
                title=title,
                occupant=occupant,
                tag="Provider" * (rows % 2),
                responsibilities=("A",) * rows,
            )
        )
        tag = changed(painted(), painted("no"))
        letters = changed(painted(), painted(is_named=False))
        assert tag
        assert letters
        assert not tag & letters
