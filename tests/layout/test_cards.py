from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mspseat_desktop.layout.cards import (
    LEFT,
    RIGHT,
    CardText,
    Detail,
    card_box,
    card_height,
)
from mspseat_desktop.layout.text import width

INTEGRATOR = CardText(
    title="Integrator",
    occupant="Marcus Oyelaran",
    responsibilities=(
        "Lead, manage, hold accountable",
        "Run the business plan",
        "Remove obstacles",
    ),
    has_marks=True,
)
MSP = CardText(
    title="Managed IT & Security",
    occupant="Northbeam IT",
    responsibilities=("Help desk", "Patch", "Backups that restore", "Security roadmap", "Review"),
    tag="Provider",
    has_marks=True,
)

cards = st.builds(
    CardText,
    title=st.text(max_size=200),
    occupant=st.text(max_size=80),
    responsibilities=st.lists(st.text(max_size=60), max_size=7).map(tuple),
    is_whole=st.booleans(),
    tag=st.sampled_from(["", "Provider", "External service provider"]),
    also=st.integers(0, 200),
    has_marks=st.booleans(),
)


@pytest.mark.parametrize(
    ("card", "height"),
    [
        (CardText(title="Visionary", occupant="Dana Whitfield", has_marks=True), 96),
        (CardText(title="Visionary", occupant="Dana Whitfield"), 68),
        (INTEGRATOR, 160),
        (MSP, 216),
    ],
)
def test_cards_are_as_tall_as_what_stands_on_them(card, height):
    assert card_height(card) == height


def test_each_level_of_detail_adds_to_the_one_before():
    heights = [card_height(INTEGRATOR, detail) for detail in Detail]
    assert heights == [44, 68, 132, 132, 160]
    assert card_box(INTEGRATOR, Detail.TITLE).occupant == ()
    assert card_box(INTEGRATOR, Detail.OCCUPANT).responsibilities == ()
    counted = replace(INTEGRATOR, figures=2)
    assert card_box(counted, Detail.RESPONSIBILITIES).figures == ()
    assert len(card_box(counted, Detail.METRICS).figures) == 2
    assert card_box(counted, Detail.METRICS).marks is None


def test_the_tag_takes_its_room_from_the_title():
    assert [line.text for line in card_box(MSP).title] == ["Managed IT &", "Security"]
    assert [line.text for line in card_box(replace(MSP, tag="")).title] == ["Managed IT & Security"]
    left, _, wide, _ = card_box(MSP).tag
    assert left + wide == RIGHT
    longest = max(width(line.text, font="semibold", size=13.5) for line in card_box(MSP).title)
    assert LEFT + longest < left


def test_five_responsibilities_are_shown_and_cut_to_a_line_each():
    card = replace(INTEGRATOR, responsibilities=tuple(f"{n} {'very long ' * 9}" for n in range(7)))
    shown = card_box(card).responsibilities
    assert [line.text[0] for line in shown] == list("01234")
    assert all(line.text.endswith("…") for line in shown)


def test_what_is_beyond_the_fifth_is_counted_in_a_line_of_its_own():
    six = replace(INTEGRATOR, responsibilities=tuple("abcdef"), more="+1 more")
    box = card_box(six)
    assert [line.text for line in box.responsibilities] == [*"abcde", "+1 more"]
    assert len(box.bullets) == 5
    assert box.height > card_height(replace(six, responsibilities=tuple("abcde"), more=""))


def test_a_whole_card_shows_every_word_of_its_responsibilities():
    duties = ("Help people fast, to agreed times and without being asked twice", "Patch")
    box = card_box(replace(INTEGRATOR, responsibilities=duties, is_whole=True))
    assert " ".join(line.text for line in box.responsibilities) == " ".join(duties)
    assert len(box.responsibilities) == 4
    assert len(box.bullets) == 2
    assert box.bullets[1][1] > box.bullets[0][1] + 20


def test_a_whole_card_breaks_a_long_name_and_makes_room_for_it():
    name = "Open seat, covered by Bartholomew Featherstonehaugh the Younger"
    short, long = (
        card_box(replace(INTEGRATOR, occupant=words, is_whole=True)) for words in ("Ann", name)
    )
    assert " ".join(line.text for line in long.occupant) == name
    assert long.occupant[-1].baseline < long.responsibilities[0].baseline
    assert long.height > short.height


def test_further_people_are_counted_beside_a_shorter_name():
    card = replace(INTEGRATOR, occupant="A very long name of a company with limited liability")
    alone, together = card_box(card), card_box(replace(card, also=12))
    assert together.also.text == "+12"
    assert len(together.occupant[0].text) < len(alone.occupant[0].text)


def test_a_title_of_3000_letters_takes_three_lines():
    box = card_box(CardText(title="Überlänge " * 300, occupant="x"))
    assert len(box.title) == 3
    assert box.title[-1].text.endswith("…")


def test_an_empty_title_keeps_its_line():
    assert card_height(CardText(title="")) == card_height(CardText(title="A"))


@given(cards, st.sampled_from(Detail))
def test_everything_stands_inside_its_card_and_below_what_comes_before(card, detail):
    box = card_box(card, detail)
    assert box.height == card_height(card, detail)
    assert box.height % 4 == 0
    baselines = [line.baseline for line in (*box.title, *box.occupant, *box.responsibilities)]
    if box.marks:
        baselines.append(box.marks[1] + box.marks[3])
    assert baselines == sorted(baselines)
    assert baselines[-1] <= box.height - 12
    for line in box.title:
        assert width(line.text, font="semibold", size=13.5) <= RIGHT - LEFT + 0.01
    for area in (box.tag, box.avatar, box.marks):
        if area:
            assert area[0] >= LEFT
            assert area[0] + area[2] <= RIGHT + 0.01
            assert area[1] >= 12
            assert area[1] + area[3] <= box.height - 12
    assert len(box.bullets) == min(5, len(card.responsibilities)) * (detail >= 2)
