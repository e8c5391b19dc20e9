from dataclasses import replace

import pytest

from mspseat_desktop.content.banks import banks, checklist
from mspseat_desktop.domain.change import Touch
from mspseat_desktop.domain.records import Profile
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.vocabulary import ReviewId
from mspseat_desktop.reports.checklist import checklist_pdf
from mspseat_desktop.reports.first_look import FirstLook, first_look, reading
from mspseat_desktop.reports.sheet import sheet_of_review
from pdf_reading import flat, read_pages, shown_text
from printed_world import small_client

ITEMS = checklist()


@pytest.fixture
def look():
    return first_look(
        sheet_of_review(small_client(), ReviewId("8b3a91c2bb"), banks()["it_provider"])
    )


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_blank_checklist_is_one_page_with_ten_questions(paper):
    result = checklist_pdf(Profile(name="Lakeside", paper=paper), ITEMS)
    (page,) = read_pages(result)
    assert "10. Will it keep up?" in page.text
    assert "a roadmap within our plan and budget" in page.text
    assert page.is_inside
    assert not page.overlaps


@pytest.mark.parametrize("about", ["Northbeam IT in Managed IT", "N" * 3000, "long name " * 300])
def test_the_filled_checklist_is_one_page_whatever_the_names(look, about):
    result = checklist_pdf(
        Profile(name=about, firm=about), ITEMS, about=about, on="2026-10-14", look=look
    )
    (page,) = read_pages(result)
    assert "14 October 2026" in page.text
    assert "Incomplete" in page.text
    assert page.is_inside
    assert not page.overlaps


def test_a_review_answers_what_it_knows_and_leaves_the_rest_open(look):
    assert look.answers["k1"] == ""  # nobody asked whether the holder above knows
    assert look.answers["k2"] == "no"
    assert look.answers["k3"] == "no"  # one metric has no figure
    assert look.answers["k4"] == "yes"
    assert look.answers["k5"] == ""
    assert look.ticked["k5"] == (0,)
    assert look.answers["k7"] == "no"


def test_a_part_is_yes_only_when_all_its_items_are_yes_or_skipped():
    yes = FirstLook({"k7": "yes", "k8": "skip"})
    assert reading(ITEMS, yes, "wants") == "yes"
    assert reading(ITEMS, FirstLook({"k7": "yes"}), "wants") == ""
    assert reading(ITEMS, FirstLook({"k7": "yes", "k8": "no"}), "wants") == "no"
    assert reading(ITEMS, FirstLook({"k4": "skip"}), "values") == "skip"


def test_homework_reads_as_in_the_review_that_fills_the_checklist(look):
    assert look.answers["k2"] == look.answers["k3"] == "no"
    assert reading(ITEMS, look, "homework") == "yes"
    filled = flat(shown_text(checklist_pdf(Profile(), ITEMS, look=look)))
    assert flat("as in the review") in filled
    client = small_client()
    review = client.get(Review, ReviewId("8b3a91c2bb"))
    bare = replace(review, scene=replace(review.scene, metrics=()))
    owing = client.with_touch(Touch(review, bare))
    found = first_look(sheet_of_review(owing, review.id, banks()["it_provider"]))
    assert reading(ITEMS, found, "homework") == "no"


def test_ticks_are_drawn_only_when_filled(look):
    blank = checklist_pdf(Profile(), ITEMS)
    filled = checklist_pdf(Profile(), ITEMS, look=look)
    assert "Incomplete" not in shown_text(blank)
    assert "Incomplete" in shown_text(filled)
