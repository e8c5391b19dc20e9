from dataclasses import fields, replace
from typing import get_args

from mspseat_desktop.domain.difference import difference
from mspseat_desktop.domain.edits.chart import add_seat, delete_seat
from mspseat_desktop.domain.edits.layouts import lay_out_chart, set_compact
from mspseat_desktop.domain.records import (
    RECORD_TYPES,
    ChartLook,
    Figure,
    Metric,
    Seat,
)
from mspseat_desktop.domain.review_records import (
    Action,
    Answer,
    Review,
    answer_id,
)
from mspseat_desktop.domain.vocabulary import ChartLayout
from mspseat_desktop.storage.rotation import CAUSES
from mspseat_desktop.wording.backups import cause_text, missing_lines
from mspseat_desktop.wording.charts import look_text, looks_text
from mspseat_desktop.wording.difference import (
    _TITLES,
    LONGEST,
    difference_lines,
    kind_text,
    record_text,
)
from mspseat_desktop.wording.differing import values_text
from world import ON, chart_of, edited, responsible, seated


def test_every_kind_of_record_has_words_and_a_title_of_fields_that_it_has():
    assert len({kind_text(kind) for kind in RECORD_TYPES}) == len(RECORD_TYPES)
    for kind in RECORD_TYPES:
        assert set(_TITLES[kind]) <= {field.name for field in fields(kind)}


def test_every_cause_has_words():
    assert len({cause_text((cause,)) for cause in CAUSES} - {""}) == len(CAUSES)


def test_a_record_is_named_by_its_kind_its_words_and_where_it_belongs():
    client = seated(chart_of({"Owner": ["IT"]}), "IT", "Acme", provider=True)
    review = Review("rev1", "IT", "Acme", "2026-10-01", "it_provider")
    assert record_text(review, client) == "Review: IT, Acme, 2026-10-01"
    spoken = record_text(review, client, date=lambda day: f"on {day}")
    assert spoken == "Review: IT, Acme, on 2026-10-01"
    metric = Metric("m1", "IT", 1, "Restore test")
    assert record_text(metric, client) == "Metric: Restore test, IT"
    assert record_text(client.get(Seat, "IT"), client) == "Seat: IT"


def test_the_layout_of_a_chart_is_told_in_words_also_against_one_without_a_record_of_it():
    usual = chart_of({"Owner": []})
    right = edited(usual, lay_out_chart("right"), set_compact(compact=True))
    (found,) = difference(usual, right)
    assert record_text(found.record, right) == (
        "Layout of the chart: from left to right and compact"
    )
    told = ("from top to bottom", "from left to right and compact")
    assert values_text(found, usual, right) == told
    (back,) = difference(right, usual)
    assert values_text(back, right, usual) == told[::-1]
    for look in (ChartLook(layout=way) for way in get_args(ChartLayout)):
        assert looks_text(look, look) is None
        assert look_text(look) in look_text(replace(look, compact=True))


def test_what_a_record_points_at_may_be_gone():
    client = chart_of({"Owner": []})
    assert record_text(Figure("f1", "m1", "2026-10-01", 3.0), client) == "Figure: 2026-10-01"
    lost = Answer(answer_id("rev1", "question", "q1"), "rev1", "question", "q1")
    assert record_text(lost, client) == "Answer of a draft: unnamed"


def test_long_words_and_line_breaks_stay_on_one_short_line():
    told = record_text(Action("a1", "rev1", 1, "Show\na restore " * 40), chart_of({"Owner": []}))
    assert "\n" not in told
    assert len(told) < LONGEST + 20


def test_differences_are_told_under_three_headings_in_this_order():
    before = responsible(chart_of({"Owner": ["IT"]}), "IT", "Backups")
    after = edited(
        before,
        delete_seat("IT", reports="lift", on=ON, title="IT"),
        add_seat("Payroll", parent="Owner", title="Payroll"),
    )
    assert difference_lines(difference(before, after), before, after) == (
        ("Added since then", ("Seat: Payroll",)),
        ("Removed since then", ("Seat: IT", "Responsibility: Backups, IT")),
    )


def test_what_is_missing_is_told_by_kind_by_record_and_by_seat():
    client = chart_of({"IT": []})
    lines = missing_lines(
        client,
        unread=(Figure,),
        left_out=(Action("a1", "gone", 1, "Show a restore"),),
        new_roots=(client.get(Seat, "IT"),),
        pictures=True,
    )
    assert dict(lines) == {
        "Could not be read, or not all of it": ("Figure", "Pictures and attached files"),
        "Left out, because what it belonged to is gone": ("Action: Show a restore",),
        "At the top of the chart now, because the seat above is gone": ("IT",),
        "Never in it": ("The history: undo begins anew", "What-if copies and versions"),
    }
