"""What an imported chart becomes in a client: one edit, ordered records, marks where needed."""

from itertools import count

from mspseat_desktop.domain import rules
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.records import (
    Occupant,
    Profile,
    Seat,
    Seating,
)
from mspseat_desktop.domain.revision import Revision
from mspseat_desktop.domain.vocabulary import OccupantId, SeatId
from mspseat_desktop.exchange.chart_edit import import_edit
from mspseat_desktop.exchange.csv_in import read_chart_csv
from mspseat_desktop.exchange.summary import summary_lines


def imported(text: str, client: Client | None = None) -> Client:
    numbers = count(1)
    work = Revision(client or Client.of([Profile()]))
    chart = read_chart_csv(text.encode())
    import_edit(chart, new_id=lambda: f"n{next(numbers)}", on="2026-10-14").run(work)
    rules.check(work.client, work.change())
    return work.client


def shown(client: Client) -> list[str]:
    return [client.seat(seat).title for seat in client.chart()]


def test_seats_stand_in_the_order_of_the_file():
    client = imported("id,reports to,title\n3,1,C\n1,,A\n4,3,D\n2,1,B\n5,,E\n")

    assert shown(client) == ["A", "C", "D", "B", "E"]


def test_an_import_goes_after_what_is_there():
    there = Client.of([Profile(), Seat(SeatId("s"), order=5 << 20, title="There")])

    client = imported("id,title\n1,New\n", there)

    assert shown(client) == ["There", "New"]


def test_the_first_occupant_is_accountable_and_the_others_are_also_there():
    client = imported("title,name\nDesk,Ann Lee; Bo Ek\n")

    seat = next(client.chart())
    roles = [(client.get(Occupant, s.occupant).name, s.role) for s in client.seatings(seat)]
    assert roles == [("Ann Lee", "accountable"), ("Bo Ek", "also")]
    assert {s.since for s in client.seatings(seat)} == {""}


def test_one_name_in_several_rows_is_one_occupant_and_the_summary_says_so():
    text = "title,name\nDesk,Ann Lee\nPost,ann  lee\n"

    assert imported(text).count(Occupant) == 1
    assert any("Ann Lee" in line for line in summary_lines(read_chart_csv(text.encode())))


def test_one_name_with_two_addresses_is_two_occupants():
    assert imported("title,name,email\nDesk,Ann Lee,a@x\nPost,Ann Lee,b@x\n").count(Occupant) == 2


def test_an_occupant_whom_the_client_knows_takes_the_seat():
    ann = Occupant(OccupantId("ann"), "Ann Lee", email="a@x")

    client = imported("title,name\nDesk,Ann Lee\n", Client.of([Profile(), ann]))

    assert [seating.occupant for seating in client.every(Seating)] == ["ann"]


def test_a_seat_keeps_its_source_id_and_why_it_stands_where_it_stands():
    client = imported("id,reports to,title\n1,,Owner\n7,99,Desk\n")

    owner, desk = (client.seat(seat) for seat in client.chart())
    assert (owner.source_id, owner.import_note) == ("1", "")
    assert desk.source_id == "7"
    assert "2026-10-14" in desk.import_note
    assert "99" in desk.import_note


def test_the_summary_names_every_row_that_needed_a_decision():
    text = "id,reports to,title,salary\n1,1,A,9\n2,99,B,9\n3,4,C,9\n4,3,D,9\n"

    lines = "\n".join(summary_lines(read_chart_csv(text.encode())))

    for said in ("4 seats", "salary", "Row 2", "“99”", "rows 4, 5", "Row 5"):
        assert said in lines
