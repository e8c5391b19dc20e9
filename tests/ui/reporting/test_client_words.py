"""What is previewed speaks and looks as the client that is open."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image

from mspseat_desktop.domain.edits.client import change_profile
from mspseat_desktop.domain.vocabulary import ReviewId
from mspseat_desktop.ui.reporting.chart_printables import chart_printable
from mspseat_desktop.ui.reporting.printables import (
    blank_form_printable,
    coverage_printable,
    review_printable,
)
from mspseat_desktop.ui.speaking import speak_as

LAST = ReviewId("8b3a91c2bb")


@pytest.fixture
def spoken(bridge):
    """A bridge whose client speaks of roles, writes ISO dates and has a logo and a mark."""
    names = []
    for color in ("teal", "purple"):
        out = io.BytesIO()
        Image.new("RGB", (300, 90), color).save(out, "PNG")
        names.append(bridge.keep_picture(out.getvalue()))
    profile = replace(
        bridge.client.profile,
        logo=names[0],
        mark=names[1],
        responsibility_word="roles",
        metric_word="measurables",
        headline_words="plain",
        date_order="iso",
        decimal_sign="comma",
    )
    bridge.do(change_profile(profile))
    speak_as(profile)
    yield bridge
    speak_as(None)


def read(pdf):
    document = pypdfium2.PdfDocument(pdf)
    words, images = "", 0
    for page in document:
        text = page.get_textpage()
        words += text.get_text_bounded()
        images += len(list(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])))
        text.close()
    pages = len(document)
    document.close()
    return words, images / pages


def test_a_previewed_review_follows_in_every_word(spoken, preview):
    dialog = preview(review_printable(spoken, LAST))
    words, images = read(dialog._prepared.pdf)
    assert images == 2
    assert "Roles" in words
    assert "Fits us, but not this seat" in words
    assert "2026-10-14" in words
    assert "esponsibilit" not in words


def test_the_questions_of_a_form_are_asked_in_the_clients_words(spoken, preview):
    dialog = preview(blank_form_printable(spoken, LAST))
    words, _images = read(dialog._prepared.pdf)
    assert "roles serves our plan" in " ".join(words.split())
    assert "esponsibilit" not in words


@pytest.mark.parametrize("printable", [chart_printable, coverage_printable])
def test_chart_and_map_have_logo_and_mark_and_the_clients_dates(spoken, preview, printable):
    dialog = preview(printable(spoken))
    words, images = read(dialog._prepared.pdf)
    assert images == 2
    assert "2026-11-23" in words


def test_without_a_choice_pages_look_as_they_did(bridge, preview):
    words, images = read(preview(review_printable(bridge, LAST))._prepared.pdf)
    assert images == 0
    assert "Responsibilities" in words
