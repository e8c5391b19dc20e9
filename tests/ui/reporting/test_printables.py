import pytest

from mspseat_desktop.content.functions import start_coverage
from mspseat_desktop.domain.edits.actions import mark_action
from mspseat_desktop.domain.edits.coverage import mark
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.vocabulary import ReviewId, SeatId
from mspseat_desktop.ui.reporting.chart_printables import chart_printable
from mspseat_desktop.ui.reporting.printable import Options
from mspseat_desktop.ui.reporting.printables import (
    blank_form_printable,
    checklist_printable,
    coverage_printable,
    day_printable,
    days_with_reviews,
    latest_review,
    review_printable,
    seat_sheet_printable,
)
from mspseat_desktop.ui.reporting.session_printables import actions_printable
from pdf_reading import flat, shown_text
from planning_world import FAR, world
from printed_world import IT, TECH, small_client

LAST = ReviewId("8b3a91c2bb")


def words(printable, **options):
    return flat(shown_text(printable.make(Options(**options) if options else printable.start)))


def test_a_finished_review_is_printed_and_named_for_sealing(bridge):
    printable = review_printable(bridge, LAST)
    assert printable.title == "Seat review: Northbeam IT in Managed IT & Security"
    assert printable.file_name == (
        "Seat review Northbeam IT in Managed IT & Security 2026-10-14.pdf"
    )
    assert printable.reviews == (LAST,)
    assert "Rightprovider,wrongseat" in words(printable)


def test_a_draft_is_printed_as_it_stands_and_seals_nothing(bridge):
    printable = review_printable(bridge, ReviewId("draft"))
    assert printable.title.startswith("Draft: Joel Kim")
    assert printable.reviews == ()
    assert "Saysitinownwords." in words(printable)


def test_the_chart_leaves_ratings_out_while_they_are_hidden(bridge):
    shown = chart_printable(bridge)
    assert shown.start.with_ratings
    assert not shown.is_veiled
    bridge.hide_ratings(hidden=True)
    hidden = chart_printable(bridge)
    assert not hidden.start.with_ratings
    assert hidden.asks_ratings
    assert "Values3/4" in words(shown)
    assert "Values3/4" not in words(hidden)
    assert "NorthbeamIT" in words(hidden)


def test_reviews_are_veiled_on_screen_while_ratings_are_hidden(bridge):
    assert not review_printable(bridge, LAST).is_veiled
    bridge.hide_ratings(hidden=True)
    assert review_printable(bridge, LAST).is_veiled
    assert day_printable(bridge, "2026-10-14").is_veiled
    assert checklist_printable(bridge, LAST).is_veiled
    assert not checklist_printable(bridge).is_veiled
    assert not blank_form_printable(bridge, IT).is_veiled


def test_open_actions_are_veiled_only_when_they_tell_of_an_improvement_plan(bridge_on):
    bridge = bridge_on(world())
    assert not actions_printable(bridge).is_veiled
    bridge.hide_ratings(hidden=True)
    assert actions_printable(bridge).is_veiled
    bridge.do(mark_action(FAR, done_on="2026-11-23"))
    assert not actions_printable(bridge).is_veiled


def test_paper_is_chosen_for_one_print_without_changing_the_client(bridge):
    printable = review_printable(bridge, LAST)
    assert printable.start.paper == "A4"
    from mspseat_desktop.ui.reporting.raster import PdfRaster

    with PdfRaster(printable.make(Options("Letter")).pdf) as raster:
        assert raster.size(0) == (612, 792)
    assert bridge.client.profile.paper == "A4"


def test_a_day_prints_all_its_finished_reviews(bridge):
    assert days_with_reviews(bridge.client) == ("2026-10-14", "2026-07-14")
    printable = day_printable(bridge, "2026-07-14")
    assert printable.reviews == (ReviewId("7f3a91c2aa"),)
    assert "Rightprovider,rightseat" in words(printable)


def test_a_seat_that_was_never_reviewed_prints_a_sheet(bridge):
    printable = seat_sheet_printable(bridge, TECH)
    assert printable.reviews == ()
    assert "JoelKiminTechnology" in words(printable)


def test_the_blank_form_takes_a_seat_or_a_review(bridge):
    by_seat, by_review = blank_form_printable(bridge, IT), blank_form_printable(bridge, LAST)
    assert by_seat.title == by_review.title == "Review form: Managed IT & Security"
    assert words(by_seat) == words(by_review)
    assert "Backupsthatrestore" in words(by_seat)


def test_the_checklist_is_blank_or_filled(bridge):
    blank, filled = checklist_printable(bridge), checklist_printable(bridge, LAST)
    assert "NorthbeamIT" not in words(blank)
    assert "NorthbeamITinManagedIT&Security" in words(filled)
    assert (blank.reviews, filled.reviews) == ((), (LAST,))


def test_what_is_gone_is_refused(bridge):
    for make in (review_printable, blank_form_printable, seat_sheet_printable):
        with pytest.raises(Refused):
            make(bridge, SeatId("gone"))


def test_a_print_keeps_the_moment_in_which_it_was_asked_for(bridge):
    from mspseat_desktop.domain.edits.chart import rename_seat

    printable = chart_printable(bridge)
    assert bridge.do(rename_seat(IT, "Renamed since"))
    assert "Renamedsince" not in words(printable)
    assert "Renamedsince" in words(chart_printable(bridge))


def test_the_latest_finished_review_stands_for_a_seat(bridge):
    assert latest_review(bridge.client, IT).id == LAST
    assert latest_review(bridge.client, TECH).id == "draft"


def test_characters_without_a_glyph_are_counted(bridge_on):
    printable = chart_printable(bridge_on(small_client(words=" 株🙂")))
    assert printable.make(printable.start).missing == 2


def test_the_coverage_map_is_printed_as_it_stands(bridge):
    bridge.do(start_coverage(bridge.new_id))
    backup = next(f for f in bridge.client.functions() if f.code == "backup")
    bridge.do(mark(backup.id, IT, "accountable"))
    printable = coverage_printable(bridge)
    assert printable.title == "Coverage map of Lakeside Manufacturing"
    assert printable.file_name.startswith("Coverage map of Lakeside Manufacturing 20")
    assert "1of28clear" in words(printable)
    assert not printable.is_veiled
