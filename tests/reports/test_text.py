import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.platypus import Flowable

from mspseat_desktop.domain.records import Profile
from mspseat_desktop.reports.chips import Beside, Chip
from mspseat_desktop.reports.frame import print_pages
from mspseat_desktop.reports.lines import drawn_order, elided, has, width
from mspseat_desktop.reports.manner import Manner
from mspseat_desktop.reports.panels import Panel, Row
from mspseat_desktop.reports.style import _ROLES, REGULAR, SMALLEST
from mspseat_desktop.reports.tables import table
from mspseat_desktop.reports.text import LONGEST_TEXT, MISSING, Typesetter
from pdf_reading import flat, read_pages, shown_text

ARABIC = "مرحبا علي حسن"


def printed(*texts, profile=None):
    def story(setter, _surround) -> list[Flowable]:
        return [part for text in texts for part in setter.paragraphs(text)]

    return print_pages(story, profile or Profile(), title="T", manner=Manner(repeatable=True))


@pytest.mark.parametrize(
    "text",
    [
        "<b>x</b>",
        '<img src="file:///etc/passwd"/>',
        '<para fontSize="500">',
        "&#0; &nosuch; &lt;b&gt;",
        "=1+1",
        "a < b & c > d",
        "]]> %s %n {0}",
        '<font face="No">unclosed',
        '<a href="javascript:alert(1)">',
    ],
)
def test_markup_and_formulas_are_printed_as_they_are(text):
    assert flat(text) in flat(shown_text(printed(text)))


def test_control_and_direction_characters_are_left_out():
    setter = Typesetter()
    assert setter.safe("a\x00b\x1b[31m\u202ec\u200d\tz") == "ab[31mc z"
    assert setter.missing == 0


def test_each_line_of_a_text_is_a_paragraph_of_its_own():
    assert len(Typesetter().paragraphs("one\r\ntwo\u2028three\n\n")) == 3


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "\u200b"])
def test_blank_text_prints_nothing(text):
    assert Typesetter().paragraphs(text) == []


def test_characters_without_a_glyph_become_a_counted_mark():
    result = printed("one 😀 two 漢 three 漢")
    assert shown_text(result).count(MISSING) == 3
    assert result.missing == 2  # different characters


def test_a_lone_surrogate_is_marked():
    assert printed("a\ud800b").missing == 1


def test_a_wide_character_is_printed_as_its_plain_one():
    setter = Typesetter()
    assert setter.safe("\uff1d1") == "=1"
    assert setter.missing == 0


def test_a_tower_of_accents_does_not_grow_over_other_lines():
    setter = Typesetter()
    assert len(setter.safe("Z" + "\u0301" * 3000)) < 6
    assert setter.missing == 1


def test_letters_of_european_scripts_are_printed():
    text = "Zoë Ångström Łukasz Nguyễn Ελλάδα Жук ß “quoted” 1 000 €"
    result = printed(text)
    assert result.missing == 0
    assert flat(text) in flat(shown_text(result))


def test_arabic_is_joined_and_runs_from_right_to_left():
    drawn = drawn_order(ARABIC)
    assert drawn != ARABIC
    assert unicodedata.normalize("NFKC", drawn)[::-1].split() == ARABIC.split()
    result = printed(ARABIC + " and Latin")
    assert result.missing == 0
    assert "Latin" in shown_text(result)
    assert any("NotoSansArabic" in font for page in read_pages(result) for font in page.fonts)


def test_a_word_of_thousands_of_letters_is_broken_and_complete():
    word = "Wq" * 1500
    result = printed(word, ARABIC.replace(" ", "") * 100)
    assert flat(shown_text(result)).count("Wq") == 1500


@pytest.mark.parametrize("letters", [1_000_000, LONGEST_TEXT + 5])
def test_an_endless_text_says_what_is_not_printed(letters):
    assert f"({letters - LONGEST_TEXT} more letters are not printed.)" in shown_text(
        printed("x" * letters)
    )


def test_fifty_thousand_line_breaks_are_harmless():
    assert printed("\n" * 50_000 + "end").pages == 1


def test_no_style_is_smaller_than_six_points():
    assert min(size for _font, size, _leading, _ink in _ROLES.values()) >= SMALLEST


@given(st.text(max_size=60))
def test_whatever_is_safe_has_a_glyph(text):
    assert all(has(sign) for sign in Typesetter().safe(text))


@given(st.text(max_size=80), st.floats(min_value=12, max_value=300))
def test_an_elided_line_fits_its_room(text, room):
    line = Typesetter().safe(text)
    assert width(elided(line, REGULAR, 8, room=room), REGULAR, 8) <= room + 0.01


def test_long_rows_run_on_with_their_headings_repeated():
    words = [f"word{number:04d}" for number in range(1800)]

    def story(setter, surround):
        rows = [[" ".join(words), "short"], ["last", "end"]]
        return [table(setter, ("Heading", "Other"), rows, widths=(1, 1), room=surround.room)]

    result = print_pages(story, Profile(), title="T", manner=Manner())
    pages = read_pages(result)
    assert len(pages) > 2
    assert all("Heading" in page.text for page in pages)
    found = shown_text(result)
    assert all(word in found for word in words)
    assert all(page.is_inside for page in pages)


def test_names_too_long_for_header_and_footer_end_in_an_ellipsis():
    result = printed("x", profile=Profile(name="Client" * 200, firm="Firm" * 200))
    (page,) = read_pages(result)
    assert page.text.count("…") == 2
    assert "Accountability chart" in page.text
    assert "Confidential" in page.text
    assert "Page 1 of 1" in page.text
    assert "Not affiliated with or endorsed by EOS Worldwide" in page.text
    assert page.is_inside
    assert not page.overlaps


@pytest.mark.parametrize("text", [ARABIC * 30, "Latin words " * 30])
def test_what_is_put_at_the_foot_of_a_page_is_no_higher_than_the_room_there(text):
    setter = Typesetter()
    boxes = Row([Panel(setter.paragraphs(text)) for _box in range(3)], across=4)
    beside = Beside(setter.paragraphs(text, "small"), Chip("Yes", "yes"))
    for flowable in (*setter.paragraphs(text), boxes, beside):
        for room in range(200):
            parts = flowable.split(300, room)
            assert not parts or parts[0].wrap(300, room)[1] <= room
