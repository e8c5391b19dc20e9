"""What the program writes as CSV: safe in a spreadsheet, and read back as it was."""

import csv
import io
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.order import GAP
from mspseat_desktop.domain.records import (
    Figure,
    Metric,
    Occupant,
    Profile,
    Record,
    Responsibility,
    Seat,
    Seating,
    SecondLine,
)
from mspseat_desktop.domain.revision import Revision
from mspseat_desktop.domain.vocabulary import (
    FigureId,
    MetricId,
    OccupantId,
    ResponsibilityId,
    SeatId,
    SeatingId,
    SecondLineId,
)
from mspseat_desktop.exchange.cells import FORMULA_STARTS
from mspseat_desktop.exchange.chart_edit import import_edit
from mspseat_desktop.exchange.csv_in import read_chart_csv
from mspseat_desktop.exchange.csv_out import chart_csv

Row = tuple[object, ...]


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def read_back(data: bytes) -> Client:
    numbers = count(1)
    work = Revision(Client.of([Profile()]))
    import_edit(read_chart_csv(data), new_id=lambda: f"n{next(numbers)}", on="2026-10-14").run(work)
    return work.client


def picture(client: Client) -> list[Row]:
    """Return what the CSV carries of each seat, in chart order, without ids."""
    places = {seat: at for at, seat in enumerate(client.chart())}
    found: list[Row] = []
    for seat in client.chart():
        record = client.seat(seat)
        people = [client.get(Occupant, s.occupant) for s in client.seatings(seat)]
        found.append(
            (
                record.title,
                record.purpose,
                record.source_id,
                places[record.parent] if record.parent else None,
                [r.text for r in client.responsibilities(seat)],
                [(one.name, one.kind) for one in people],
                record.assistant,
                sorted((places[line.to], line.about) for line in client.second_lines(seat)),
            )
        )
    return found


_WORD = st.text(st.sampled_from("ab =+-@'\";,|ÄЖ\uff1d<b>مد"), max_size=8).map(str.strip)
_NAME = _WORD.filter(bool)
_TEXT = st.lists(_WORD, max_size=3).map(lambda parts: "\n".join(parts).strip())


@st.composite
def clients(draw: st.DrawFn) -> Client:
    records: list[Record] = [Profile()]
    names = draw(st.lists(_NAME, max_size=4, unique_by=lambda n: " ".join(n.casefold().split())))
    kinds = st.sampled_from(["person", "provider"])
    people = [Occupant(OccupantId(f"o{at}"), name, draw(kinds)) for at, name in enumerate(names)]
    seats = draw(st.integers(1, 6))
    used = set()
    for at in range(seats):
        seat = SeatId(f"s{at}")
        parent = draw(st.none() | st.integers(0, at - 1)) if at else None
        above = None if parent is None else SeatId(f"s{parent}")
        title, purpose, source = draw(_WORD), draw(_TEXT), draw(_WORD)
        records.append(
            Seat(
                seat,
                above,
                (at + 1) * GAP,
                title,
                purpose,
                source_id=source,
                assistant=draw(st.booleans()),
            )
        )
        for other in draw(st.sets(st.integers(0, seats - 1), max_size=2)) - {at}:
            line = SecondLineId(f"l{at}{other}")
            records.append(SecondLine(line, seat, SeatId(f"s{other}"), draw(_WORD)))
        for number, text in enumerate(draw(st.lists(_NAME, max_size=3))):
            duty = ResponsibilityId(f"{seat}r{number}")
            records.append(Responsibility(duty, seat, number * GAP, text))
        sitting = draw(st.lists(st.sampled_from(people), unique=True, max_size=3)) if people else []
        for number, one in enumerate(sitting):
            role = "also" if number else "accountable"
            records.append(Seating(SeatingId(f"{seat}{number}"), seat, one.id, role))
            used.add(one)
    return Client.of([*records, *used])


@given(clients())
def test_what_is_written_is_read_back_as_it_was(client):
    assert picture(read_back(chart_csv(client))) == picture(client)


@given(clients())
def test_no_cell_starts_a_formula(client):
    for row in rows(chart_csv(client)):
        assert not any(cell.startswith(tuple(FORMULA_STARTS)) for cell in row.values())


def test_the_file_opens_in_a_spreadsheet_with_every_cell_quoted():
    client = Client.of(
        [
            Profile(),
            Seat(SeatId("a"), None, GAP, "=1+1"),
            Metric(MetricId("m"), SeatId("a"), GAP, "Reopened", 5.0, None, "%", "at_most", "month"),
            Figure(FigureId("f"), MetricId("m"), "2026-09-30", 4.0),
        ]
    )

    data = chart_csv(client)

    assert data.startswith(b"\xef\xbb\xbf")
    assert all(line.startswith(b'"') for line in data[3:].splitlines())
    [row] = rows(data)
    assert row["title"] == "'=1+1"
    assert row["kind"] == "open"
    assert row["metrics"] == "Reopened: <= 5 %, month, 4 % (2026-09-30)"


def test_a_closed_seat_is_left_out():
    seats = [
        Seat(SeatId("a"), title="Open"),
        Seat(SeatId("b"), title="Gone", closed_on="2026-01-01"),
    ]

    assert [row["title"] for row in rows(chart_csv(Client.of([Profile(), *seats])))] == ["Open"]
