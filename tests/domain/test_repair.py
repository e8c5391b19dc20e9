from mspseat_desktop.domain.records import (
    CoreValue,
    Occupant,
    Responsibility,
    Seat,
    Seating,
)
from mspseat_desktop.domain.repair import repaired
from mspseat_desktop.domain.review_records import (
    Action,
    Answer,
    Review,
    answer_id,
)


def test_a_seat_whose_superior_is_gone_becomes_a_root():
    found = repaired([Seat("it", "boss", 1, "IT"), Seat("desk", "it", 1, "Desk")])
    assert [(s.id, s.parent) for s in found.records] == [("it", None), ("desk", "it")]
    assert [s.title for s in found.new_roots] == ["IT"]


def test_seats_that_report_in_a_circle_are_cut_open_once():
    found = repaired([Seat("a", "b"), Seat("b", "c"), Seat("c", "a"), Seat("d", "a")])
    assert len(found.new_roots) == 1
    assert sum(s.parent is None for s in found.records) == 1
    assert {s.id for s in found.records} == {"a", "b", "c", "d"}


def test_what_belongs_to_something_gone_is_left_out_down_to_the_last():
    lost = [
        Responsibility("r1", "gone", 1, "Backups"),
        Review("rev1", "gone", "acme", "2026-10-01", "it_provider"),
        Answer(answer_id("rev1", "question", "q1"), "rev1", "question", "q1", "yes"),
        Action("a1", "rev1", 1, "Show a restore"),
        Seating("x1", "gone", "acme"),
    ]
    stays = [Seat("it"), Occupant("acme", "Acme IT", "provider"), Seating("x2", "it", "acme")]
    found = repaired([*stays, *lost])
    assert set(found.records) == set(stays)
    assert set(found.left_out) == set(lost)


def test_a_link_that_may_be_empty_is_emptied_and_its_record_stays():
    records = [
        Seat("it"),
        Occupant("acme", "Acme", "provider", continues_as="gone"),
        Review("rev1", "it", "acme", "2026-10-01", "it_provider", amends="gone"),
    ]
    found = repaired(records)
    assert found.left_out == ()
    assert [getattr(r, "continues_as", None) for r in found.records] == [None] * 3
    assert found.records[2].amends is None


def test_a_providers_value_never_becomes_one_of_the_clients_own():
    found = repaired([CoreValue("v1", 1, "Own it"), CoreValue("v2", 1, "Sell", occupant="gone")])
    assert [v.id for v in found.records] == ["v1"]
    assert [v.id for v in found.left_out] == ["v2"]


def test_records_that_fit_are_left_as_they_are():
    records = [Seat("boss"), Seat("it", "boss", 1, "IT"), Occupant("acme", "Acme")]
    found = repaired(records)
    assert found.records == tuple(records)
    assert found.left_out == found.new_roots == ()
