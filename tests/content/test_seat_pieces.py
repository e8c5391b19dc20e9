"""People that come along with copied seats are taken as they are meant, whatever is there."""

from __future__ import annotations

from mspseat_desktop.content.seat_pieces import (
    PieceOccupant,
    people_of,
    piece_bytes,
    piece_of,
    read_people,
    seat_people,
)
from mspseat_desktop.content.template_files import read_template
from mspseat_desktop.domain import rules
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.revision import Revision
from world import chart_of, id_maker, seated


def test_a_piece_carries_names_beside_its_seats_and_a_template_takes_none():
    client = seated(chart_of({"CEO": ["IT"]}), "IT", "Acme", provider=True)
    piece = piece_of(client, ["CEO"])
    people = people_of(client, ["CEO"])
    assert people == (PieceOccupant("2", "Acme", "provider", "accountable"),)
    content = piece_bytes(piece, people)
    assert read_people(content) == people
    assert "Acme" not in repr(read_template(content, file=""))
    assert b"Acme" not in piece_bytes(piece)


def test_people_who_make_no_sense_break_no_rule():
    ann = PieceOccupant("1", "Ann", "person", "accountable")
    people = (
        ann,
        ann,
        PieceOccupant("1", " ANN ", "provider", "accountable"),
        PieceOccupant("9", "Bo", "person", "also"),
    )
    work = Revision(chart_of({"CEO": []}))
    seat_people(people, {"1": "CEO"}, new_id=id_maker("new")).run(work)
    rules.check(work.client, work.change())
    assert [(s.occupant, s.role) for s in work.client.seatings("CEO")] == [
        ("new000001", "accountable"),
        ("new000003", "also"),
    ]
    assert work.client.count(Occupant) == 2
    damaged = b'[[occupant]]\nname = 7\n[[occupant]]\nname = "A\\u0000"\nrole = "x"\nkind = "y"'
    assert read_people(damaged) == (PieceOccupant("", "A", "person", "also"),)
