"""What is pasted becomes seats, or is refused with a reason."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mspseat_desktop.domain import rules
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.edits.layouts import add_second_line, set_assistant
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.records import Profile, Seat
from mspseat_desktop.domain.revision import Revision
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.exchange.chart_edit import paste_edit
from mspseat_desktop.exchange.listing import seat_list
from mspseat_desktop.exchange.pasted import LARGEST, MOST_SEATS, read_pasted
from mspseat_desktop.exchange.problems import ImportProblem
from world import ON, chart_of, edited, id_maker, outline


def pasted(text, under=None, client=None):
    chart = read_pasted(text)
    new_id = id_maker("new")
    ids = [SeatId(new_id()) for _seat in chart.seats]
    edit = paste_edit(chart, under=under, ids=ids, new_id=new_id, on=ON)
    return edited(client or Client.of([Profile()]), edit)


@pytest.mark.parametrize(
    "text",
    [
        "Owner\n  Finance\n    Payroll\n  IT\n",
        "Owner\n\tFinance\n\t\tPayroll\n\tIT",
        "- Owner\n  - Finance\n    - Payroll\n  - IT",
        "* Owner\n\n    * Finance\n        * Payroll\n    * IT\n\n",
        "1. Owner\n   a) Finance\n      1) Payroll\n   b) IT",
        "\ufeffOwner\r\n  • Finance\r\n    • Payroll\r\n  • IT\r\n",
    ],
)
def test_an_indented_list_is_a_branch(text):
    assert outline(pasted(text)) == ["Owner", "  Finance", "    Payroll", "  IT"]


def test_lines_that_stand_equally_far_are_side_by_side():
    assert outline(pasted("    Sales\n    Quality\n    IT")) == ["Sales", "Quality", "IT"]


def test_a_line_further_left_than_the_first_is_a_seat_at_the_top_too():
    assert outline(pasted("    Sales\n  Quality\nIT")) == ["Sales", "Quality", "IT"]


def test_a_piece_of_a_table_is_read_like_an_imported_one():
    text = "Title\tReports to\tName\nOwner\t\tAnn\nIT\tOwner\tAcme Ltd\n"
    client = pasted(text)
    assert outline(client) == ["Owner", "  IT"]
    (owner,) = client.children(None)
    assert client.accountable(owner).name == "Ann"


def test_a_list_with_commas_in_it_is_no_table():
    assert outline(pasted("Sales, marketing and service\n  IT, plant\n")) == [
        "Sales, marketing and service",
        "  IT, plant",
    ]


def test_a_branch_as_json_with_its_reports_inside():
    text = json.dumps(
        {"title": "IT", "reports": [{"title": "Help desk", "responsibilities": ["A"]}]}
    )
    client = pasted(text)
    assert outline(client) == ["IT", "  Help desk"]
    (it,) = client.children(None)
    assert [r.text for r in client.responsibilities(client.children(it)[0])] == ["A"]


def test_what_the_command_line_lists_can_be_pasted():
    source = chart_of({"CEO": ["Finance", "Sales"], "Finance": ["IT"]})
    assert outline(pasted(json.dumps(seat_list(source)))) == outline(source)


def test_second_lines_and_assistants_that_the_command_line_lists_are_pasted_too():
    source = chart_of({"CEO": ["Finance", "Sales"], "Finance": ["IT"]})
    work = Revision(source)
    add_second_line("l1", "IT", "Sales", about="Tools").run(work)
    set_assistant("Sales", assistant=True).run(work)
    client = pasted(json.dumps(seat_list(work.client)))
    seats = {client.seat(seat).title: seat for seat in client.chart()}
    (line,) = client.second_lines(seats["IT"])
    assert (line.to, line.about) == (seats["Sales"], "Tools")
    assert client.seat(seats["Sales"]).assistant
    assert not client.seat(seats["Finance"]).assistant


def test_second_lines_that_make_no_sense_are_left_out_of_what_is_pasted():
    rows = [{"title": "A", "id": "a", "also_reports_to": said} for said in ("x", [{"seat": "a"}])]
    rows.append({"title": "B", "also_reports_to": [7, {"seat": 3}, {"seat": "zz"}]})
    client = pasted(json.dumps(rows))
    lines = [client.second_lines(seat) for seat in client.chart()]
    assert [len(found) for found in lines] == [0, 1, 0]


@pytest.mark.parametrize(
    "text",
    [
        '[{"id": "a", "title": "A", "parent": "b"}, {"id": "b", "title": "B", "parent": "a"}]',
        "Id\tTitle\tReports to\na\tA\tb\nb\tB\ta\n",
    ],
)
def test_a_circle_is_cut_at_one_seat_which_says_so(text):
    client = pasted(text)
    top, below = client.chart()
    assert sorted(line.strip() for line in outline(client)) == ["A", "B"]
    assert client.seat(below).parent == top
    assert "in a circle" in client.seat(top).import_note
    (cut,) = [note for note in read_pasted(text).notes if note.code == "cycle_cut"]
    assert cut.more


def test_a_seat_that_reports_to_itself_says_so():
    client = pasted('[{"id": "a", "title": "A", "parent": "a"}]')
    assert "reports to itself" in client.seat(next(iter(client.chart()))).import_note


@pytest.mark.parametrize(
    "text",
    [
        "Helpdesk\tIT lead\tBob\r\nPlant, west\tIT lead\t\r\n",
        '"Helpdesk"\tIT\tBob\n"Plant, west"\t"two\nlines"\tAnn',
        'Helpdesk,IT lead,Bob\n"Plant, west",IT lead,Ann\n',
        "Helpdesk;IT lead;Bob\nPlant, west;IT lead;\n",
    ],
)
def test_of_rows_without_a_heading_the_first_column_is_the_title(text):
    chart = read_pasted(text)
    assert [(seat.title, seat.parent) for seat in chart.seats] == [
        ("Helpdesk", None),
        ("Plant, west", None),
    ]
    assert [column.field for column in chart.columns] == ["title", "", ""]


@pytest.mark.parametrize(
    "text", ["1.\tOwner\n2.\tIT", "\tOwner\n\tIT", "Owner,\nIT", "\u2022\tOwner\n\uf0b7\tIT"]
)
def test_a_list_with_tabs_or_commas_in_it_is_no_table(text):
    chart = read_pasted(text)
    assert [seat.title.strip(",") for seat in chart.seats] == ["Owner", "IT"]
    assert not chart.columns


FIRST = [
    "C. Smith",
    "3M",
    "-5",
    "+1",
    "(IT)",
    "[IT]",
    "24/7",
    "IT",
    "iPad)",
    "#2",
    "z",
]
WORDS = [
    "(acting)",
    "C. Smith",
    "- x",
    "1. b",
    "a) c",
    "* d",
    "(2)",
    "1.1 e",
    "\u00b0C",
    "\u2022",
    "[x]",
]
BULLETS = [
    "",
    "- ",
    "* ",
    "\u2022 ",
    "1. ",
    "12) ",
    "a) ",
    "(b) ",
    "1.1 ",
    "1.2.3. ",
    "(2) ",
    "- [ ] ",
]
TITLES = st.builds(
    lambda first, more: " ".join([first, *more]),
    st.sampled_from(FIRST),
    st.lists(st.sampled_from(WORDS), max_size=3),
)


@given(
    st.lists(st.tuples(st.sampled_from(BULLETS), st.integers(0, 3), TITLES), min_size=1, max_size=6)
)
def test_an_indented_list_keeps_every_letter_of_its_titles(lines):
    text = "\n".join("  " * depth + bullet + title for bullet, depth, title in lines)
    assert [seat.title for seat in read_pasted(text).seats] == [title for *_, title in lines]


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        ("A. Sales\nB. Service", "Sales, Service"),
        ("a. Sales\nb. Service\nc. IT", "Sales, Service, IT"),
        ("i. Sales\nii. Service\niii. IT\niv. HR", "Sales, Service, IT, HR"),
        ("I) Sales\nII) Service", "Sales, Service"),
        ("(i) Sales\n(ii) Service", "Sales, Service"),
        ("A.\tSales\nB.\tService", "Sales, Service"),
        ("A. Sales\n  i. East\n  ii. West\nB. Service", "Sales, East, West, Service"),
        ("Teams\nA. Sales\nB. Service\nC. [ ] IT", "Teams, Sales, Service, IT"),
        # Names, and what only looks like a list.
        ("A. Smith", "A. Smith"),
        ("IT\n  A. Smith\nHR\n  B. Jones", "IT, A. Smith, HR, B. Jones"),
        ("C. Smith\nD. Jones", "C. Smith, D. Jones"),
        ("A. Smith\nB. Jones\nIT", "A. Smith, B. Jones, IT"),
        ("A. Smith\nC. Jones", "A. Smith, C. Jones"),
        ("A. Smith\nb) Jones", "A. Smith, Jones"),
        ("I. Sales\nIV. IT", "I. Sales, IV. IT"),
    ],
)
def test_letters_before_lines_go_where_the_lines_count_on(lines, titles):
    assert ", ".join(seat.title for seat in read_pasted(lines).seats) == titles


def test_signs_that_turn_a_title_round_are_taken_out_wherever_it_comes_from():
    turned = "Paid \u202eyadot\u2066\u2069"
    for text in (turned, f"{turned}\tBob", json.dumps({"title": turned}), f"Title,Id\n{turned},1"):
        assert [seat.title for seat in read_pasted(text).seats] == ["Paid yadot"]


def test_seats_hang_under_the_one_they_are_pasted_on_after_its_reports():
    client = pasted("Help desk\nNetwork", under="IT", client=chart_of({"IT": ["Cloud"]}))
    assert outline(client) == ["IT", "  Cloud", "  Help desk", "  Network"]


def test_nothing_is_pasted_under_a_closed_seat():
    client = Client.of([Profile(), Seat("old", closed_on=ON)])
    with pytest.raises(Refused, match="reports-to-closed-seat"):
        pasted("A", under="old", client=client)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "paste_empty"),
        (" \n\t\n - \n", "paste_empty"),
        ("x" * (LARGEST + 1), "paste_large"),
        ("A\n" * (MOST_SEATS + 1), "paste_large"),
        ("[1, 2]", "paste_json"),
        ('{"a": 1}', "paste_json"),
        ('{"title": "A", "reports": 7}', "paste_json"),
        ("[" * 100_000, "paste_json_broken"),
        ('{"title": "A"', "paste_json_broken"),
        ('{"title": "A", "x": NaN}', "paste_json_broken"),
        ("file:///home/ann/x%20y.csv", "paste_file"),
        ("copy\nfile:///home/ann/x y.csv\r\nfile:///home/ann/y.csv\r\n", "paste_file"),
        ("[]", "paste_empty"),
    ],
)
def test_what_names_no_seats_is_refused_with_a_reason(text, code):
    with pytest.raises(ImportProblem) as problem:
        read_pasted(text)
    assert problem.value.code == code


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_any_text_is_refused_or_becomes_a_chart_that_keeps_the_rules(text):
    try:
        chart = read_pasted(text)
    except ImportProblem:
        return
    new_id = id_maker("new")
    work = Revision(Client.of([Profile()]))
    ids = [SeatId(new_id()) for _seat in chart.seats]
    paste_edit(chart, under=None, ids=ids, new_id=new_id, on=ON).run(work)
    rules.check(work.client, work.change())
    assert len(list(work.client.chart())) == len(chart.seats)
