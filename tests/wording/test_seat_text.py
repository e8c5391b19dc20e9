from __future__ import annotations

from mspseat_desktop.domain.edits.seat import add_metric, describe_seat
from mspseat_desktop.domain.records import Metric
from mspseat_desktop.domain.vocabulary import MetricId, SeatId
from mspseat_desktop.wording.seats import seat_text
from world import chart_of, edited, responsible, seated

IT = SeatId("IT")


def test_a_seat_as_text_says_who_what_and_by_which_numbers():
    client = seated(chart_of({"CEO": ["IT"]}), "IT", "Northbeam", provider=True)
    client = responsible(client, "IT", "Help people fast", "Back up")
    client = edited(
        client,
        describe_seat(IT, "purpose", "Keeps us working."),
        add_metric(Metric(MetricId("m"), IT, name="Backups good")),
    )
    assert seat_text(client, IT, with_people=True).splitlines() == [
        "IT",
        "Northbeam",
        "Reports to CEO",
        "",
        "Keeps us working.",
        "",
        "1. Help people fast",
        "2. Back up",
        "",
        "Metrics: Backups good",
    ]


def test_an_open_seat_without_anything_is_two_lines():
    assert seat_text(chart_of({"CEO": []}), SeatId("CEO"), with_people=True) == "CEO\nOpen seat"
