"""Comparisons in the whole window: the ways in, through a review and out again."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from driving import settle
from mspseat_desktop.domain.edits.candidates import start_comparison
from mspseat_desktop.domain.edits.people import unseat
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.review_records import Candidate, Comparison
from mspseat_desktop.domain.vocabulary import CandidateId, ComparisonId
from mspseat_desktop.ui.reporting.preview import PreviewDialog

MSP = "Managed IT & Security"


@pytest.fixture
def sample(program):
    """The sample with the provider's seat open and selected."""
    program.open_sample()
    program.select(MSP)
    (seating, *_more) = program.client.seatings(program.bridge.selection)
    program.bridge.do(unseat(seating.id, on=program.bridge.on))
    program.view.chart.setFocus()
    return program


def shown(program):
    return program.window.doing.candidates.dialog


def add(program, *names):
    program.hand.press("Ctrl+K")
    program.hand.type("; ".join(names))
    program.hand.press("Return")


def test_the_menu_the_key_and_the_panel_of_an_open_seat_lead_to_it(sample):
    sample.act("compare")
    assert shown(sample).parts.title.text() == f"Candidates for {MSP}"
    sample.hand.press("Esc")
    assert shown(sample) is None
    assert sample.view.chart.hasFocus()
    sample.hand.press("Ctrl+K")
    assert shown(sample) is not None
    sample.hand.press("Esc")
    link = sample.view.panel.seat_page.people.compare
    assert link.isVisible()
    sample.hand.click(link)
    assert shown(sample) is not None


def test_the_panel_counts_who_is_compared(sample):
    link = sample.view.panel.seat_page.people.compare
    assert link.caption == "Compare candidates"
    add(sample, "Northbeam IT", "Bright IT")
    assert link.caption == "Compare 2 candidates"
    sample.bridge.undo()
    assert link.caption == "Compare candidates"


def test_a_held_seat_offers_it_in_its_panel_only_while_candidates_are_compared(program):
    program.open_sample()
    program.select(MSP)
    link = program.view.panel.seat_page.people.compare
    assert link.isHidden()
    holder = program.client.accountable(program.bridge.selection)
    comparison = ComparisonId("one")
    candidate = Candidate(CandidateId("c"), comparison, holder.id)
    start = start_comparison(
        comparison, program.bridge.selection, on=program.bridge.on, candidates=[candidate]
    )
    program.bridge.do(start)
    settle()
    assert link.isVisible()


def test_a_review_takes_the_place_of_the_comparison_and_gives_it_back(sample):
    sample.bridge.hide_ratings(hidden=False)
    add(sample, "Bright IT", "Cedar")
    dialog = shown(sample)
    sample.hand.press("Return")
    review = sample.window.doing.review
    assert review is not None
    assert review.look.scene.is_candidate
    assert dialog.isHidden()
    sample.hand.press("+", "+")
    sample.hand.press("Esc")
    assert sample.window.doing.review is None
    assert dialog.isVisible()
    assert dialog.parts.grid.hasFocus()
    first = dialog.table.columns[0]
    assert first.review is not None
    assert [a.value for a in first.answers.values()] == ["+", "+"]


def test_a_review_that_was_only_looked_at_leaves_the_candidate_unasked(sample):
    sample.bridge.hide_ratings(hidden=False)
    add(sample, "Bright IT", "Cedar")
    sample.hand.press("Return", "Esc")
    assert shown(sample).table.columns[0].review is None


def test_printing_from_the_comparison_prints_it(sample, qtbot):
    add(sample, "Bright IT", "Cedar")
    sample.hand.press("Ctrl+P")
    preview = sample.dialog(PreviewDialog)
    qtbot.waitUntil(preview.save.isEnabled, timeout=20_000)
    assert preview.windowTitle() == f"Candidates for {MSP}"
    preview.close()


def test_hiding_ratings_hides_them_in_the_comparison(sample):
    sample.bridge.hide_ratings(hidden=False)
    add(sample, "Bright IT", "Cedar")
    assert len(shown(sample).parts.grid.shown.lines) > 10
    sample.hand.press("Ctrl+H")
    assert len(shown(sample).parts.grid.shown.lines) == 3


def test_a_candidate_opens_in_people(sample):
    add(sample, "Bright IT", "Cedar")
    dialog = shown(sample)
    dialog.people_wanted.emit(dialog.table.columns[1].occupant.id)
    settle()
    assert shown(sample) is None
    assert sample.view.page == "people"
    assert sample.client.get(Occupant, sample.view.people.chosen).name == "Cedar"


def test_closing_the_client_closes_the_comparison(sample, tmp_path):
    sample.save_to(tmp_path / "x.mspseat")
    add(sample, "Bright IT", "Cedar")
    sample.act("close")
    settle()
    assert sample.window.open_client is None
    assert shown(sample) is None


def test_nothing_behind_the_comparison_hears_its_keys(sample):
    seats = list(sample.client.chart())
    add(sample, "Bright IT", "Cedar")
    sample.hand.press("Del", "Tab", "Del", "Ctrl+T")
    assert list(sample.client.chart()) == seats
    assert QApplication.activePopupWidget() is None
    assert sample.client.count(Comparison) == 1
