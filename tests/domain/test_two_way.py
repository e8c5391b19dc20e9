"""How a provider sees the client: its own line, which never changes ours."""

from __future__ import annotations

import pytest

from mspseat_desktop.domain.records import CoreValue
from mspseat_desktop.domain.review_records import Answer, Voice
from mspseat_desktop.domain.two_way import two_way
from mspseat_desktop.wording.voices import two_way_text

VALUES = [CoreValue(f"v{n}", n, f"Value {n}", occupant="firm") for n in range(3)]


def voice(marks="", needs=""):
    answers = [
        Answer(f"c{n}", "r", "client_value", f"v{n}", mark)
        for n, mark in enumerate(marks.split())
        if mark != "."
    ]
    if needs:
        answers.append(Answer("h", "r", "homework", "h5", needs))
    return Voice("v", "r", kind="provider", name="Northbeam", answers=tuple(answers))


@pytest.mark.parametrize(
    ("marks", "needs", "code"),
    [
        ("+ + +", "yes", "fits"),
        ("+ + +/-", "yes", "fits"),
        ("+ +/- +/-", "yes", "below"),
        ("+ + -", "yes", "below"),
        ("+ + -", "no", "below_and_owes"),
        ("+ + +", "no", "owes"),
        ("", "no", "owes"),
        (". . -", "", "below"),
        ("+ + +", "", "open"),
        ("+ +/- .", "yes", "open"),
        ("+ + +", "unsure", "open"),
    ],
)
def test_values_and_what_it_needs_give_one_headline(marks, needs, code):
    fit = two_way(voice(marks, needs), VALUES)
    assert fit.code == code
    assert "Northbeam" in two_way_text("Northbeam", fit)


def test_a_provider_without_values_of_its_own_may_still_say_what_it_needs():
    fit = two_way(voice(needs="yes"), [])
    assert (fit.code, fit.bar) == ("fits", "none")


def test_where_nothing_was_said_there_is_no_line():
    assert two_way(voice(), VALUES) is None
