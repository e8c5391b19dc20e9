from dataclasses import replace

import pytest

from mspseat_desktop.content.banks import bank_of, banks
from mspseat_desktop.content.sample import sample_records
from mspseat_desktop.domain.change import Touch
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.edits.client import change_profile
from mspseat_desktop.domain.edits.signatures import add_signature
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.locking import short_hash
from mspseat_desktop.domain.records import Profile, Seat
from mspseat_desktop.domain.review_records import Review, Voice
from mspseat_desktop.domain.vocabulary import (
    ReviewId,
    SeatId,
    SignatureId,
    VoiceId,
)
from mspseat_desktop.reports.blank_form import blank_form_pdf
from mspseat_desktop.reports.day import day_pdf
from mspseat_desktop.reports.manner import Manner
from mspseat_desktop.reports.seat_review import seat_review_pdf, seat_sheet_pdf
from pdf_reading import flat, read_pages, reader, shown_text
from printed_world import FIRM, IT, TECH, small_client
from world import TODAY, edited, responsible

LAST, DRAFT = ReviewId("8b3a91c2bb"), ReviewId("draft")
REPEATABLE = Manner(repeatable=True)
BAD = "<b>&#0; =1+1 😀 مرحبا علي"
SHORT_DAYS = Manner(dates=lambda on: f"day {on}", numbers=lambda value: f"n{value:g}", lang="de")


def finished(client, manner=None):
    return seat_review_pdf(client, LAST, bank=banks()["it_provider"], manner=manner)


def draft(client):
    return seat_review_pdf(client, DRAFT, bank=banks()["person"])


def form(client):
    bank = banks()["it_provider"]
    return blank_form_pdf(client, IT, occupant=FIRM, on="2026-10-14", bank=bank)


def sheet(client):
    bank = banks()["it_provider"]
    return seat_sheet_pdf(client, IT, occupant=FIRM, on="2026-10-14", bank=bank)


def on_paper(client, paper):
    return edited(client, change_profile(replace(client.profile, paper=paper)))


def test_a_finished_review_says_everything_that_was_judged():
    text = flat(shown_text(finished(small_client())))
    for words in (
        "Northbeam IT in Managed IT & Security",
        "Seat review of 14 October 2026.",
        "Reports to Technology (Joel Kim).",
        "Answered by Joel Kim. Facilitated by A. Rivera (independent).",
        "Homework: reports to Technology (held) · 5 responsibilities · 3 metrics.",
        "Evidence: 5 seen, 6 claimed, 0 unknown.",
        "Right provider, wrong seat",
        "Would rather not take responsibility 4, “Security roadmap with the budget”.",
        "Declined the roadmap; would quote as they come.",
        "Off target: First response.",
        "The bar: at least 3 of 4 are +, at most 1 +/\N{MINUS SIGN}, no \N{MINUS SIGN}. "
        "At or over the bar.",
        "Right provider, right seat",
        "at least 95 % / week",
        "2 to 4 / quarter",
        "Agree in writing whether Northbeam takes on the roadmap",
        "6 November 2026",
        "Find it another seat, or re-scope this one.",
        "Can it name our goals this year that depend on technology?",
        "For Northbeam IT, date. Signed: received, not necessarily agreed.",
        "Prepared by Rivera Advisory · next review 13 December 2026 · record 8B3A-91C2",
        "Not affiliated with or endorsed by EOS Worldwide",
        "Page 1 of 2",
    ):
        assert flat(words) in text, words


def test_the_document_has_title_author_language_and_embedded_fonts():
    result = finished(small_client())
    document = reader(result)
    assert document.metadata.title == "Northbeam IT in Managed IT & Security"
    assert document.metadata.author == "Rivera Advisory"
    assert document.root_object["/Lang"] == "en"
    assert [entry.title for entry in document.outline] == [document.metadata.title]
    pages = read_pages(result)
    assert len(pages) == result.pages == 2
    assert all(page.embedded for page in pages)
    assert {name.partition("+")[2] for page in pages for name in page.fonts} >= {
        "Inter-Regular",
        "Inter-SemiBold",
        "Inter-Bold",
    }


def test_the_same_records_give_the_same_bytes_when_asked():
    assert finished(small_client(), REPEATABLE).pdf == finished(small_client(), REPEATABLE).pdf


def test_dates_figures_and_language_follow_the_manner():
    result = finished(small_client(), SHORT_DAYS)
    text = shown_text(result)
    assert "Seat review of day 2026-10-14." in text
    assert "n94 %" in text
    assert reader(result).root_object["/Lang"] == "de"


@pytest.mark.parametrize(("paper", "size"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_paper_is_the_one_of_the_client(paper, size):
    for printing in (finished, form):
        pages = read_pages(printing(small_client(paper=paper)))
        assert [round(x) for x in pages[0].size] == list(size)
        assert all(page.is_inside and not page.overlaps for page in pages)


def test_a_draft_says_so_and_that_it_is_a_view_of_its_date():
    text = shown_text(draft(small_client()))
    assert "Draft of a seat review of 14 October 2026, not finished." in text
    assert "A view formed on its date, neither a warning nor a dismissal." in text
    assert "None written down yet." in text


def test_a_seat_not_reviewed_yet_prints_its_sheet_with_blank_answers():
    text = shown_text(sheet(small_client()))
    assert "Not reviewed yet" in text
    assert "5. Quarterly business review" in text
    assert flat("Can it name our goals this year that depend on technology?") in flat(text)
    assert "Signed" not in text


def test_an_open_seat_prints_its_sheet():
    client = small_client()
    bank = banks()["person"]
    result = seat_sheet_pdf(client, TECH, occupant=None, on="2026-10-14", bank=bank)
    assert "Technology: open seat" in shown_text(result)


def test_an_empty_client_prints_a_sheet():
    client = type(small_client()).of([Seat(SeatId("s"))])
    bank = banks()["person"]
    printed = (
        seat_sheet_pdf(client, SeatId("s"), occupant=None, on="2026-10-14", bank=bank),
        blank_form_pdf(client, SeatId("s"), occupant=None, on="2026-10-14", bank=bank),
    )
    for result in printed:
        assert "Untitled seat: open seat" in shown_text(result)


def test_a_review_that_is_gone_is_refused():
    with pytest.raises(Refused):
        seat_review_pdf(small_client(), ReviewId("x"), bank=banks()["person"])


@pytest.mark.parametrize("printing", [finished, draft, form, sheet])
def test_long_texts_run_on_complete_inside_the_margins_and_without_overlap(printing):
    words = " ".join(f"long word{number:03d}," for number in range(120))
    client = small_client(" " + words)
    result = printing(client)
    pages = read_pages(result)
    assert all(page.is_inside for page in pages)
    assert not [pair for page in pages for pair in page.overlaps]
    whole = flat(shown_text(result))
    # Header and footer may shorten a name; every other text has its last words as often.
    counts = [whole.count(f"word{number:03d},") for number in range(60, 120)]
    assert set(counts) == {counts[0]}
    assert counts[0] >= 4


@pytest.mark.parametrize("printing", [finished, draft, form, sheet])
def test_a_word_of_1000_letters_everywhere_is_broken_and_nothing_overlaps(printing):
    result = printing(small_client(" " + "W" * 1000))
    pages = read_pages(result)
    assert all(page.is_inside for page in pages)
    assert not [pair for page in pages for pair in page.overlaps]


@pytest.mark.parametrize("printing", [finished, draft, form, sheet])
def test_bad_texts_everywhere_are_printed_as_they_are_and_marked(printing):
    result = printing(small_client(" " + BAD))
    assert result.missing == 1
    assert "<b>&#0; =1+1 \u25a1" in shown_text(result)


def test_all_reviews_of_a_day_are_in_one_document_each_from_a_new_page():
    client = small_client()
    moved = client.with_touch(_same_day(client))
    result = day_pdf(moved, "2026-10-14", manner=REPEATABLE)
    document = reader(result)
    assert document.metadata.title == "Seat reviews of 14 October 2026"
    assert len(document.outline) == 2
    numbers = [document.get_destination_page_number(entry) for entry in document.outline]
    pages = read_pages(result)
    assert numbers[0] == 0
    assert numbers[1] > 0
    assert all("Northbeam IT in" in pages[number].text for number in numbers)
    assert "record 7F3A-91C2" in pages[0].text
    assert "record 8B3A-91C2" in pages[numbers[1]].text


def test_a_day_without_finished_reviews_prints_nothing():
    assert day_pdf(small_client(), "2026-01-01") is None


def test_the_blank_form_has_boxes_for_questions_responsibilities_and_values():
    text = shown_text(form(small_client()))
    for words in ("does not apply", "would rather not", "+/-", "seen", "The call, and why"):
        assert words in text
    assert flat("1. Help desk within the agreed times") in flat(text)
    assert "Does the holder of the seat above know" in text
    assert "Yes" not in text
    # As in the dialog: each question, and each of five responsibilities for two letters.
    assert text.count("unsure") == text.count("does not apply") + 10


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("more", range(8))
def test_whoever_signs_the_blank_form_has_the_agreed_actions_on_the_same_page(paper, more):
    client = responsible(small_client(), IT, *(f"One more, {n}" for n in range(more)))
    profile = replace(client.get(Profile, "client"), paper=paper)
    result = form(edited(client, change_profile(profile)))
    (signed,) = [page for page in read_pages(result) if "Signed: received" in page.text]
    assert "Agreed actions" in signed.text


def _same_day(client):
    from dataclasses import replace

    from mspseat_desktop.domain.change import Touch
    from mspseat_desktop.domain.review_records import Review

    first = client.get(Review, ReviewId("7f3a91c2aa"))
    return Touch(first, replace(first, on="2026-10-14"))


@pytest.mark.parametrize(("on", "is_stale"), [("2026-10-11", False), ("2026-10-12", True)])
def test_a_metric_without_a_fresh_figure_is_called_stale(on, is_stale):
    bank = banks()["it_provider"]
    found = seat_sheet_pdf(small_client(), IT, occupant=FIRM, on=on, bank=bank)
    assert ("Stale" in shown_text(found)) == is_stale


def test_the_foot_shows_the_number_of_the_content_and_a_draft_has_none():
    client = small_client()
    number = f"content {short_hash(client.get(Review, LAST))}"
    for page in read_pages(finished(client)):
        assert number in page.text
    assert "content " not in shown_text(draft(client))


def test_who_signed_stands_where_the_line_was_and_the_other_line_is_left():
    client = small_client()
    name = client.profile.name
    signed = add_signature(SignatureId("one"), LAST, name="Joel Kim", of=name, on="2026-11-23")
    text = flat(shown_text(finished(edited(client, signed), SHORT_DAYS)))
    assert flat(f"Joel Kim for {name}, day 2026-11-23") in text
    assert flat(f"For {name}, date") not in text
    assert flat("For Northbeam IT, date. Signed: received, not necessarily agreed.") in text


def test_the_last_reviews_stand_side_by_side_with_what_changed_and_why():
    said = shown_text(finished(small_client()))
    for words in (
        "Over time",
        "3/4 +",
        "Metrics on target",
        "Changed since 14 July 2026: Wants it: Yes → No, because: Declined the roadmap",
    ):
        assert flat(words) in flat(said), words


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_samples_review_has_what_is_agreed_and_signed_on_its_first_page(paper):
    client = on_paper(Client.of(sample_records(TODAY)), paper)
    seat = next(s.id for s in client.every(Seat) if "Managed IT" in s.title)
    review = client.reviews_of(seat, client.accountable(seat).id)[-1]
    pages = read_pages(seat_review_pdf(client, review.id, bank=bank_of(client, review)))
    assert "Agreed actions" in pages[0].text
    assert "Signed: received" in pages[0].text
    assert [("Over time" in p.text, "Nothing changed since" in p.text) for p in pages[:2]] == [
        (False, False),
        (True, True),
    ]
    reasons = [line for line in pages[0].text.splitlines() if line.startswith("\u2022 ")]
    assert reasons[0].startswith("\u2022 Wants it: no. Would rather not take responsibility 4")
    assert reasons[1].startswith("\u2022 Core values are at or over the bar")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("more", [4, 6, 40])
def test_signatures_never_stand_on_a_page_without_actions(paper, more):
    client = on_paper(small_client(), paper)
    first = client.actions(LAST)[0]
    for n in range(more):
        what = f"One more, {n}"
        client = client.with_touch(Touch(None, replace(first, id=f"x{n}", order=n + 9, what=what)))
    (signed,) = [page for page in read_pages(finished(client)) if "Signed: received" in page.text]
    assert what in signed.text


def test_other_voices_stand_side_by_side_where_they_differ():
    client = small_client()
    review = client.get(Review, LAST)
    call = next(a for a in review.answers if a.kind == "call" and a.about == "gets")
    other = "no" if call.value == "yes" else "yes"
    voices = [
        Voice(VoiceId(f"v{n}"), LAST, n, "leader", name, "2026-10-15", answers=(said,))
        for n, (name, said) in enumerate(
            (
                ("Dana Reyes", replace(call, value=other)),
                ("B" * 300, call),
                ("Carla", call),
                ("Dee", call),
                ("Eve", replace(call, value=other)),
            )
        )
    ]
    for voice in voices:
        client = client.with_touch(Touch(None, voice))
    printed = finished(client)
    text = flat(shown_text(printed))
    assert flat("Side by side: they differ on 1 of 1") in text
    assert flat("Dana Reyes (Leader): in on 15 October 2026") in text
    for page in read_pages(printed):
        assert page.is_inside
        assert not page.overlaps


def test_hidden_voices_are_not_printed():
    client = small_client()
    old = client.get(Review, LAST)
    client = client.with_touch(Touch(old, replace(old, blind=True)))
    said = (replace(old.answers[0], note="Never asked"),)
    voice = Voice(VoiceId("v"), LAST, 0, "leader", "Dana Reyes", "2026-10-15", answers=said)
    text = shown_text(finished(client.with_touch(Touch(None, voice))))
    assert "Dana Reyes" not in text
