import pytest

from mspseat_desktop.domain.over_time import stages
from mspseat_desktop.domain.rounds import Quarter, Share
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.wording.rounds import (
    MINUS,
    bar_cell_text,
    bars_text,
    because_text,
    metrics_text,
    quarter_text,
    share_text,
)
from rounds_world import Q4, company, reviewed


@pytest.mark.parametrize(
    ("values", "exceptions", "minuses", "words"),
    [
        (4, 1, 0, f"at least 3 +, at most 1 +/{MINUS}, no {MINUS}"),
        (5, 2, 1, f"at least 3 +, of the others at most 1 {MINUS}"),
        (2, 0, 0, "all 2 are +"),
        (2, 5, 9, f"at least 0 +, of the others at most 2 {MINUS}"),
        (0, 1, 0, ""),
    ],
)
def test_the_bar_is_said_in_one_cell(values, exceptions, minuses, words):
    assert bar_cell_text(values=values, exceptions=exceptions, minuses=minuses) == words


def test_reviews_that_kept_different_bars_are_not_put_under_one():
    assert bars_text({(4, 1, 0)}) == f"at least 3 +, at most 1 +/{MINUS}, no {MINUS}"
    assert bars_text({(4, 1, 0), (4, 2, 0)}) == "as each review kept it"
    assert bars_text(()) == ""


def test_a_share_says_how_many_and_what_has_no_outcome():
    assert share_text(Share(6, 8)) == "6 of 8 reviewed seats right"
    assert share_text(Share(0, 1)) == "0 of 1 reviewed seat right"
    assert share_text(Share(5, 8, 2)) == "5 of 8 reviewed seats right, 2 without an outcome"
    assert share_text(Share()) == "No seat is reviewed yet"


def test_what_changed_is_said_with_its_reason_or_that_nothing_did():
    client = company()
    first, second = stages(client, SeatId("Managed IT"))
    assert because_text(first, since="") == ""
    assert because_text(second, since="July") == (
        "Changed since July: Wants it: Yes → No, because: Declined the roadmap; "
        "Plain speaking: + → +/-; Right provider, right seat → Right provider, wrong seat."
    )
    same = stages(client, SeatId("Owner"))[-1]
    assert because_text(same, since="July") == "Nothing changed since July."


def test_what_is_not_rated_any_more_and_a_new_headline_are_changes():
    bare = reviewed(
        company(),
        "Managed IT",
        "Northbeam IT",
        "2026-11-14",
        "YN-",
        marks=("+", "", "", ""),
        headline="wrong_seat",
    )
    again = reviewed(
        bare, "Managed IT", "Northbeam IT", "2026-11-20", "YNY", marks=("+",), headline="wrong_seat"
    )
    *_before, less, more = stages(again, SeatId("Managed IT"))
    assert because_text(less, since="October") == (
        "Changed since October: not rated this time: Capacity to do it, Do the right thing, "
        "Plain speaking, Keep improving; Right provider, wrong seat → Wrong seat."
    )
    assert because_text(more, since="then") == (
        "Changed since then: not rated last time: Capacity to do it."
    )


def test_what_can_not_be_compared_says_why():
    client = reviewed(company(), "Owner", "Dana Whitfield", "2026-11-01", headline="incomplete")
    last = stages(client, SeatId("Owner"))[-1]
    assert because_text(last, since=Q4) == (
        f"Changed since {Q4}: not comparable: one of them has no outcome; "
        "Right person, right seat → Incomplete."
    )


def test_quarters_and_metrics_are_said_shortly():
    assert quarter_text(Quarter(2026, 4)) == "Q4 2026"
    assert metrics_text(2, 3) == "2 of 3 metrics on target"
    assert metrics_text(0, 0) == ""
