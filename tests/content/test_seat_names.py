from mspseat_desktop.content.seat_names import renamings
from mspseat_desktop.content.templates import templates
from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.domain.vocabulary import SeatId
from world import chart_of, edited

PLAIN = {"Owner or CEO": ["General manager"], "General manager": ["Accounting", "Operations"]}


def test_seats_with_names_from_templates_get_the_names_of_the_other_wording():
    found = renamings(chart_of(PLAIN), "eos")
    assert [(r.before, r.after) for r in found] == [
        ("Owner or CEO", "Visionary"),
        ("General manager", "Integrator"),
        ("Accounting", "Finance and Admin"),
    ]


def test_a_seat_that_was_named_by_hand_keeps_its_name():
    client = edited(chart_of(PLAIN), rename_seat(SeatId("Accounting"), "Books and payroll"))
    assert [r.before for r in renamings(client, "eos")] == ["Owner or CEO", "General manager"]


def test_there_and_back_leaves_every_name_as_it_was():
    client = chart_of({title: [] for title in sorted({t.title for t in templates("plain")})})
    there = edited(client, *(rename_seat(r.seat, r.after) for r in renamings(client, "eos")))
    back = edited(there, *(rename_seat(r.seat, r.after) for r in renamings(there, "plain")))
    names = [[c.seat(s).title for s in c.chart()] for c in (client, there, back)]
    assert names[0] == names[2] != names[1]
    assert renamings(client, "plain") == ()
