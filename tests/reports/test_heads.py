"""What stands around a printed page: logo and mark, and the client's own words and formats."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image

from mspseat_desktop.content.banks import banks
from mspseat_desktop.domain.change import Touch
from mspseat_desktop.domain.vocabulary import BlobHash
from mspseat_desktop.reports.chart import chart_pdf
from mspseat_desktop.reports.coverage import coverage_pdf
from mspseat_desktop.reports.emblems import TALLEST, WIDEST, emblem_of
from mspseat_desktop.reports.frame import HEAD
from mspseat_desktop.reports.manner import Manner, manner_of
from mspseat_desktop.reports.seat_review import seat_review_pdf, seat_sheet_pdf
from pdf_reading import flat, read_pages, shown_text
from printed_world import FIRM, IT, small_client

LAST = "8b3a91c2bb"
LOGO, MARK = BlobHash("logo"), BlobHash("mark")
RED, BLUE = (220, 30, 30), (30, 30, 220)


def picture(color=RED, size=(600, 120), kind="PNG", mode="RGB"):
    out = io.BytesIO()
    Image.new(mode, size, color).save(out, kind)
    return out.getvalue()


def client_with(**settings):
    client = small_client()
    profile = client.profile
    return client.with_touch(Touch(profile, replace(profile, **settings)))


def image_boxes(printed):
    """The pictures of each page as (left, top, right, bottom) in points from the left top."""
    document = pypdfium2.PdfDocument(printed.pdf)
    pages = []
    for page in document:
        up = page.get_size()[1]
        images = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
        boxes = [image.get_bounds() for image in images]
        pages.append([(left, up - top, right, up - low) for left, low, right, top in boxes])
    document.close()
    return pages


def reports(client, manner):
    bank = banks()["it_provider"]
    yield chart_pdf(client, on="2026-10-14", with_ratings=True, manner=manner).printed
    yield seat_review_pdf(client, LAST, bank=bank, manner=manner)
    yield seat_sheet_pdf(client, IT, occupant=FIRM, on="2026-10-14", bank=bank, manner=manner)
    yield coverage_pdf(client, on="2026-10-14", manner=manner)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_logo_and_mark_stand_in_the_head_of_every_page(paper):
    client = client_with(logo=LOGO, mark=MARK, paper=paper)
    pictures = {LOGO: picture(), MARK: picture(BLUE, (200, 200), "JPEG")}
    for printed in reports(client, Manner(pictures=pictures)):
        across = read_pages(printed)[0].size[0]
        for boxes in image_boxes(printed):
            assert len(boxes) == 2
            for left, top, right, bottom in boxes:
                assert right - left <= WIDEST + 0.1
                assert bottom - top <= TALLEST + 0.1
                assert top > 12
                assert bottom < HEAD + 18
                assert left > 12
                assert right < across - 12


def test_a_page_without_pictures_has_none():
    for printed in reports(client_with(logo=LOGO, mark=MARK), Manner()):
        assert not any(image_boxes(printed))


def test_the_pictures_take_nothing_from_the_words_of_the_head():
    client = client_with(logo=LOGO, mark=MARK, name="Lakeside Manufacturing " * 40)
    pictures = {LOGO: picture(), MARK: picture()}
    printed = seat_review_pdf(
        client, LAST, bank=banks()["it_provider"], manner=Manner(pictures=pictures)
    )
    for page in read_pages(printed):
        assert "Accountability chart" in page.text
        assert "Confidential" in page.text
        assert not page.overlaps


def test_the_same_picture_is_in_the_file_once():
    client = client_with(logo=LOGO)
    noise = Image.effect_noise((800, 300), 90)
    out = io.BytesIO()
    noise.save(out, "PNG")
    bank = banks()["it_provider"]

    def size(pictures):
        printed = seat_review_pdf(
            client, LAST, bank=bank, manner=Manner(pictures=pictures, repeatable=True)
        )
        assert printed.pages > 1
        return len(printed.pdf)

    assert size({LOGO: out.getvalue()}) - size({}) < 1.5 * len(out.getvalue())


def test_what_shows_through_a_logo_is_the_paper():
    client = client_with(logo=LOGO)
    clear = picture((0, 0, 0, 0), (400, 200), mode="RGBA")
    printed = chart_pdf(
        client, on="2026-10-14", with_ratings=False, manner=Manner(pictures={LOGO: clear})
    ).printed
    (box,) = image_boxes(printed)[0]
    document = pypdfium2.PdfDocument(printed.pdf)
    shown = document[0].render(scale=2).to_pil().convert("RGB")
    document.close()
    middle = (box[0] + box[2], box[1] + box[3])
    assert shown.getpixel((int(middle[0]), int(middle[1]))) == (255, 255, 255)


def test_a_small_picture_is_not_blown_up_and_a_broken_one_left_out():
    small = emblem_of(picture(size=(16, 16)))
    assert (small.wide, small.high) == (12, 12)
    wide = emblem_of(picture(size=(1024, 20)))
    assert wide.wide == WIDEST
    assert emblem_of(picture()[:200]) is None
    assert emblem_of(b"<html>") is None
    assert emblem_of(None) is None


def test_reports_speak_in_the_clients_words():
    client = client_with(responsibility_word="roles", metric_word="measurables")
    texts = [shown_text(printed) for printed in reports(client, None)]
    assert "Roles" in texts[1]
    assert "Measurables" in texts[1]
    assert "Responsibilities" not in texts[1]
    assert "Role" in texts[2]


def test_headlines_on_paper_follow_the_client():
    bank = banks()["it_provider"]
    classic = seat_review_pdf(small_client(), LAST, bank=bank)
    plain = seat_review_pdf(client_with(headline_words="plain"), LAST, bank=bank)
    assert flat("Right provider, wrong seat") in flat(shown_text(classic))
    assert flat("Fits us, but not this seat") in flat(shown_text(plain))


@pytest.mark.parametrize(
    ("order", "sign", "day", "figure"),
    [
        ("", "", "14 October 2026", "98.5"),
        ("iso", "comma", "2026-10-14", "98,5"),
        ("day_first", "point", "14 October 2026", "98.5"),
        ("month_first", "comma", "October 14, 2026", "98,5"),
    ],
)
def test_dates_and_figures_on_paper_follow_the_client(order, sign, day, figure):
    profile = client_with(date_order=order, decimal_sign=sign).profile
    manner = manner_of(profile)
    assert manner.dates("2026-10-14") == day
    assert manner.dates("soon") == "soon"
    assert manner.numbers(98.5) == figure
    client = client_with(date_order=order, decimal_sign=sign)
    chart = chart_pdf(client, on="2026-10-14", with_ratings=False)
    assert flat(day) in flat(shown_text(chart.printed))
