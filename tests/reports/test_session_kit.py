"""The papers of a session: agenda, conversation sheet, blank forms of all seats, open actions."""

from dataclasses import replace

import pytest

from mspseat_desktop.content.banks import banks
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.edits.actions import drop_action
from mspseat_desktop.domain.records import RECORD_TYPES, Occupant
from mspseat_desktop.domain.review_records import Action
from mspseat_desktop.domain.vocabulary import ActionId, ReviewId
from mspseat_desktop.reports.action_list import action_list_pdf
from mspseat_desktop.reports.agenda import agenda_pdf, rules
from mspseat_desktop.reports.blank_form import blank_form_pdf, blank_forms_pdf
from mspseat_desktop.reports.conversation import conversation_pdf, quarterly_questions
from mspseat_desktop.reports.seat_review import seat_review_pdf
from pdf_reading import flat, read_pages, reader, shown_text
from planning_world import world
from printed_world import FIRM, IT, PERSON, TECH, small_client, small_records
from world import ON, chart_of, edited

LONG = " Ünlimited wörds 信息安全 أمن " * 30


def conversation(client, kind="quarter", occupant=FIRM):
    bank = banks()["it_provider"]
    return conversation_pdf(client, IT, occupant=occupant, on=ON, bank=bank, kind=kind)


def forms(client):
    known = banks()
    wanted = [(TECH, PERSON, known["person"]), (IT, FIRM, known["it_provider"])]
    return blank_forms_pdf(client, wanted, on=ON)


PAPERS = {
    "agenda": lambda client: agenda_pdf(client, 90, on=ON),
    "quarterly": conversation,
    "questions": lambda client: conversation(client, "review"),
    "forms": forms,
    "actions": lambda client: action_list_pdf(client, on=ON),
}


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("words", ["", LONG])
def test_every_paper_stays_inside_its_margins_whatever_the_words(name, paper, words):
    pages = read_pages(PAPERS[name](small_client(words, paper)))
    across = 612 if paper == "Letter" else 595
    assert pages
    for page in pages:
        assert round(page.size[0]) == across
        assert page.is_inside
        assert not page.overlaps
        assert page.embedded


@pytest.mark.parametrize("minutes", [60, 90, 180])
def test_an_agenda_names_rules_seats_actions_and_ends_in_time(minutes):
    text = flat(shown_text(agenda_pdf(world(), minutes, on=ON)))
    for words in (
        f"Agenda: {minutes} minutes about our seats",
        *rules(),
        "due on 13 November 2026",
        "not reviewed yet",
        "Show the restore log",
        "10 November 2026",
        "Talk with Northbeam",
        "Parked for another time",
        f"to {minutes}",
    ):
        assert flat(words) in text, words
    assert flat("Numbers off target") not in text
    assert flat("Improvement plan") not in text


def test_an_agenda_lists_numbers_off_target_with_what_was_agreed():
    client = small_client()
    text = flat(shown_text(agenda_pdf(client, 60, on="2026-10-05")))
    assert flat("Numbers off target") in text
    assert flat("First response") in text
    assert flat("at least 95 % / week") in text


@pytest.mark.parametrize("name", ["agenda", "quarterly", "questions", "forms", "actions"])
def test_no_paper_of_the_kit_tells_a_rating_or_an_outcome(name):
    text = flat(shown_text(PAPERS[name](small_client()))).casefold()
    for words in (
        "wrong seat",
        "Declined the roadmap; would quote as they come.",
        "94 % answered in time",
        "Named two of the three",
    ):
        assert flat(words).casefold() not in text


def test_an_agenda_of_an_empty_client_asks_to_choose_a_seat():
    text = flat(shown_text(agenda_pdf(chart_of({"CEO": []}), 60, on=ON)))
    assert flat("Choose together which seat to look at.") in text
    assert flat("Open actions") not in text


def test_a_quarterly_conversation_asks_its_questions_and_shows_what_is_still_open():
    text = flat(shown_text(conversation(small_client())))
    for words in (
        "Conversation: Northbeam IT in Managed IT & Security",
        *quarterly_questions(),
        "Backups that restore",
        "Agree in writing whether Northbeam takes on the roadmap",
        "What we agree",
    ):
        assert flat(words) in text, words


def test_the_questions_of_the_review_stand_without_anything_to_tick():
    client = small_client()
    text = flat(shown_text(conversation(client, "review")))
    assert flat("Can it name our goals this year that depend on technology?") in text
    for word in ("unsure", "does not apply", "claimed", "+/-"):
        assert flat(word) not in text


def test_an_open_seat_has_a_conversation_sheet_as_well():
    text = flat(shown_text(conversation(small_client(), occupant=None)))
    assert flat("Managed IT & Security: open seat") in text


def test_forms_of_all_seats_are_those_of_each_seat_one_after_the_other():
    client = small_client()
    together = forms(client)
    known = banks()
    apart = [
        blank_form_pdf(client, TECH, occupant=PERSON, on=ON, bank=known["person"]),
        blank_form_pdf(client, IT, occupant=FIRM, on=ON, bank=known["it_provider"]),
    ]
    assert together.pages == sum(one.pages for one in apart)
    outline = [entry.title for entry in reader(together).outline]
    assert outline == [
        "Review form: Joel Kim in Technology",
        "Review form: Northbeam IT in Managed IT & Security",
    ]
    assert f"Page 1 of {together.pages}" in read_pages(together)[0].text


def test_the_list_of_actions_says_what_is_overdue_and_leaves_out_what_is_over():
    text = flat(shown_text(action_list_pdf(world(), on=ON)))
    assert flat("4 actions are open on 23 November 2026. 1 is overdue.") in text
    for words in ("Show the restore log", "Meet the second engineer", "Improvement plan"):
        assert flat(words) in text
    for words in ("Name a stand-in", "Buy new servers"):
        assert flat(words) not in text


def test_two_hundred_actions_and_the_longest_words_are_printed_over_pages():
    review = ReviewId("draft")
    actions = [
        Action(ActionId(f"n{n}"), review, n, f"Number {n} " + "long words " * (n % 40), "W" * n)
        for n in range(200)
    ]
    client = Client.of([*records_of(small_client()), *actions])
    result = action_list_pdf(client, on=ON)
    pages = read_pages(result)
    assert len(pages) > 5
    assert all(page.is_inside and not page.overlaps for page in pages)
    assert "Number 199" in shown_text(result)
    agenda = agenda_pdf(client, 60, on=ON)
    assert flat("and 171 more") in flat(shown_text(agenda))


def records_of(client):
    return [record for kind in RECORD_TYPES for record in client.every(kind)]


def test_a_provider_without_a_name_and_seats_without_a_title_are_named_so():
    client = Client.of(
        replace(r, name="") if isinstance(r, Occupant) else r for r in small_records()
    )
    assert "Unnamed" in shown_text(agenda_pdf(client, 60, on=ON))


def test_a_dropped_action_says_why_on_the_printed_review():
    client = edited(small_client(), drop_action(ActionId("a1"), because="Settled in the contract."))
    bank = banks()["it_provider"]
    printed = seat_review_pdf(client, ReviewId("8b3a91c2bb"), bank=bank)
    assert flat("Dropped: Settled in the contract.") in flat(shown_text(printed))
