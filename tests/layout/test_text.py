from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from mspseat_desktop.assets import resource
from mspseat_desktop.layout import font_table
from mspseat_desktop.layout.font_table import advances
from mspseat_desktop.layout.text import elide, one_line, width, wrap

FILES = {"regular": "Inter-Regular", "semibold": "Inter-SemiBold", "bold": "Inter-Bold"}
TITLES = [
    "Managed IT & Security",
    "Vertrieb, Größe und Maß",
    "1:1 (x) -> 10x20 fi ffl AVAToT.",
    "Łódź \u2013 “quoted” … 100 %",
]
MARKS = "e\u0301"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
ARABIC = "\u0645\u062f\u064a\u0631 \u0627\u0644\u062e\u062f\u0645\u0629"


@pytest.mark.parametrize("font", FILES)
@pytest.mark.parametrize("title", TITLES)
def test_widths_are_those_of_the_pdf(font, title):
    pdfmetrics.registerFont(TTFont(FILES[font], str(resource("fonts", FILES[font] + ".ttf"))))
    expected = pdfmetrics.stringWidth(title, FILES[font], 13.5)
    assert width(title, font=font, size=13.5) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.usefixtures("qapp")
def test_widths_are_those_of_the_window(title):
    QFontDatabase.addApplicationFont(str(resource("fonts", "Inter-SemiBold.ttf")))
    font = QFont("Inter")
    font.setWeight(QFont.Weight.DemiBold)
    font.setPixelSize(100)
    font.setKerning(False)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in ("calt", "liga", "ccmp"):
        font.setFeature(QFont.Tag(feature), 0)
    expected = QFontMetricsF(font).horizontalAdvance(title)
    assert width(title, font="semibold", size=100) == pytest.approx(expected, abs=0.5)


def test_a_line_that_fits_is_left_alone():
    assert wrap("Visionary", font="semibold", size=13.5, width=196, max_lines=3) == ("Visionary",)
    assert elide("Visionary", font="semibold", size=13.5, width=196) == "Visionary"


def test_lines_break_at_spaces_hyphens_and_slashes():
    lines = wrap("Bookkeeping & Payroll", font="semibold", size=13.5, width=130, max_lines=3)
    assert lines == ("Bookkeeping &", "Payroll")
    lines = wrap("Administration/Purchasing", font="semibold", size=13.5, width=130, max_lines=3)
    assert lines == ("Administration/", "Purchasing")
    lines = wrap("Administration-Purchasing", font="semibold", size=13.5, width=130, max_lines=3)
    assert lines == ("Administration-", "Purchasing")


def test_a_word_wider_than_a_line_is_broken_anywhere():
    lines = wrap("W" * 30, font="regular", size=10, width=100, max_lines=9)
    assert "".join(lines) == "W" * 30
    assert len(lines) > 2


def test_the_last_line_says_that_there_was_more():
    lines = wrap("very long title " * 200, font="semibold", size=13.5, width=196, max_lines=3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert not lines[0].endswith("…")


def test_empty_text_has_no_lines():
    assert wrap(" \n\t ", font="regular", size=12, width=100, max_lines=3) == ()
    assert elide("", font="regular", size=12, width=100) == ""


def test_line_ends_tabs_and_control_characters_are_spaces():
    assert one_line(" one\r\n two\x00\u2028three\x85 ") == "one two three"
    assert width("a\nb\x07", font="regular", size=12) == width("a b ", font="regular", size=12)


def test_half_characters_become_a_mark():
    assert one_line("a\ud83db") == "a\ufffdb"


@pytest.mark.parametrize("joined", [MARKS, FAMILY])
def test_a_cut_parts_no_letter_from_its_marks(joined):
    text = joined * 40
    wholes = {joined * count + "…" for count in range(41)}
    for room in range(20, 200, 7):
        assert elide(text, font="regular", size=12, width=room) in wholes
    lines = wrap(text, font="regular", size=12, width=60, max_lines=50)
    assert all(set(line.split(joined)) == {""} for line in lines)


def test_marks_take_no_room_and_unknown_signs_take_some():
    assert width(MARKS, font="regular", size=12) == width("e", font="regular", size=12)
    for text in (ARABIC, "\U0001f600", "漢字", "\U00012000", "\ud800"):
        assert width(text, font="semibold", size=12) > 5


def test_a_million_letters_are_cut_to_a_line():
    line = elide("x" * 1_000_000, font="regular", size=12, width=100)
    assert 10 < len(line) < 30


@given(st.text(max_size=80), st.integers(100, 400), st.integers(1, 4))
def test_no_line_is_wider_than_asked_and_nothing_is_lost(text, room, max_lines):
    lines = wrap(text, font="regular", size=10, width=room, max_lines=max_lines)
    assert len(lines) <= max_lines
    for line in lines:
        assert width(line, font="regular", size=10) <= room + 0.01
    if not any(line.endswith("…") for line in lines):
        assert "".join(lines).replace(" ", "") == one_line(text).replace(" ", "")


@given(st.text(max_size=80), st.integers(100, 400))
def test_an_elided_line_is_the_text_or_its_beginning(text, room):
    line = elide(text, font="medium", size=10, width=room)
    assert width(line, font="medium", size=10) <= room + 0.01
    assert line == one_line(text) or one_line(text).startswith(line[:-1])


@pytest.mark.parametrize("name", ["Inter-Regular.ttf", "NotoSansArabic-Regular.ttf"])
def test_both_common_character_maps_name_the_same_glyphs(name):
    font = resource("fonts", name).read_bytes()
    cmap = font_table._tables(font)["cmap"]
    maps = {}
    for entry in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        offset = cmap + struct.unpack_from(">HHL", font, cmap + 4 + 8 * entry)[2]
        maps[struct.unpack_from(">H", font, offset)[0]] = offset
    grouped = dict(font_table._grouped(font, maps[12]))
    segmented = dict(font_table._segmented(font, maps[4]))
    drawn = {code: glyph for code, glyph in segmented.items() if glyph}
    assert drawn == {code: glyph for code, glyph in grouped.items() if glyph and code < 0x10000}


def test_another_file_is_no_font(tmp_path):
    other = tmp_path / "other.ttf"
    other.write_bytes(b"hello")
    with pytest.raises(ValueError, match="not a TrueType font"):
        advances(other)
