"""Candidates side by side, on the page "Reports"."""

from __future__ import annotations

import pytest

from candidates_world import COMPARISON, compared, open_seat, reviewed, seating
from mspseat_desktop.domain.edits.candidates import choose
from mspseat_desktop.domain.edits.review import finish_review
from mspseat_desktop.domain.vocabulary import CandidateId, ReviewId
from mspseat_desktop.ui.reporting.candidates import candidates_printable
from mspseat_desktop.ui.reporting.page import ReportsPage
from world import ON, edited


@pytest.fixture
def shown(qtbot, theme, bridge_on):
    def show(client):
        page = ReportsPage(bridge_on(client), theme)
        page.resize(1200, 700)
        qtbot.addWidget(page)
        page.show()
        page.wanted = []
        page.preview_wanted.connect(page.wanted.append)
        return page

    return show


def test_a_comparison_is_offered_and_printed(shown):
    page = shown(reviewed())
    found = page.candidates
    assert found.which.currentText() == "Managed IT, begun 23 Nov 2026"
    found.card.preview.click()
    (printable,) = page.wanted
    assert printable.title == "Candidates for Managed IT"
    assert printable.make(printable.start).pages in (1, 2)


def test_without_a_comparison_it_says_where_to_begin(shown):
    page = shown(open_seat())
    assert not page.candidates.card.preview.isEnabled()
    assert page.candidates.which.isHidden()


def test_a_comparison_that_is_decided_meanwhile_is_offered_as_decided(shown):
    page = shown(compared())
    page._bridge.do(choose(CandidateId("Cedar"), seating=seating(), on=ON))
    assert page.candidates.which.currentText() == "Managed IT, decided 23 Nov 2026"


def test_hidden_ratings_keep_the_pages_off_the_screen_until_they_are_asked_for(bridge_on):
    bridge = bridge_on(reviewed())
    assert not candidates_printable(bridge, COMPARISON).is_veiled
    bridge.hide_ratings(hidden=True)
    assert candidates_printable(bridge, COMPARISON).is_veiled


def test_finished_reviews_on_the_pages_are_sealed_when_they_leave(bridge_on):
    done = ReviewId("review of Northbeam")
    client = edited(reviewed(), finish_review(done, finished_at=f"{ON}T09:00:00Z", questions=()))
    assert candidates_printable(bridge_on(client), COMPARISON).reviews == (done,)
