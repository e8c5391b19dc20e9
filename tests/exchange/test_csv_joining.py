"""How rows become a forest: parents, repeated ids, rows that report to themselves, circles."""

from hypothesis import given
from hypothesis import strategies as st

from mspseat_desktop.exchange.csv_in import read_chart_csv
from mspseat_desktop.exchange.imported import ImportedChart

HEADER = "id,reports to,title,occupant\n"


def chart(rows: str, header: str = HEADER) -> ImportedChart:
    return read_chart_csv((header + rows).encode())


def parents(found: ImportedChart) -> list[int | None]:
    return [seat.parent for seat in found.seats]


def notes(found: ImportedChart) -> list[tuple[str, int, str]]:
    return [(note.code, note.row, note.value) for note in found.notes]


def names(found: ImportedChart, seat: int) -> list[str]:
    return [one.name for one in found.seats[seat].occupants]


def test_children_may_stand_before_their_parents():
    assert parents(chart("2,1,Finance,\n1,,Owner,\n")) == [1, None]


def test_every_usual_word_for_nobody_makes_a_root():
    found = chart("1,,A,\n2,XX,B,\n3,*,C,\n4,N/A,D,\n5,0,E,\n6,null,F,\n7,-,G,\n")

    assert parents(found) == [None] * 7
    assert notes(found) == []


def test_zero_is_a_parent_where_it_is_an_id():
    assert parents(chart("0,,Owner,\n1,0,Finance,\n")) == [None, 0]


def test_a_missing_parent_makes_a_root_and_is_named():
    found = chart("1,,Owner,\n2,99,Finance,\n")

    assert parents(found) == [None, None]
    assert notes(found) == [("missing_parent", 3, "99")]
    assert [seat.source_id for seat in found.seats] == ["1", "2"]


def test_a_row_that_reports_to_itself_is_a_root_and_is_named():
    found = chart("1,1,Owner,\n2,1,Finance,\n")

    assert parents(found) == [None, 0]
    assert notes(found) == [("self_parent", 2, "1")]


def test_rows_that_agree_on_a_repeated_id_are_one_seat():
    found = chart("1,,Owner,Ann Lee\n2,1,Desk,Bo Ek\n2,1,Desk,Cy Fox\n2,1,Desk,Bo Ek\n")

    assert len(found.seats) == 2
    assert names(found, 1) == ["Bo Ek", "Cy Fox"]
    assert notes(found)[:2] == [("id_shared", 4, "2"), ("row_repeated", 5, "2")]


def test_rows_that_differ_under_one_id_are_seats_of_their_own():
    found = chart("1,,Owner,\n2,1,Desk,\n2,1,Post room,\n3,2,Clerk,\n")

    assert parents(found) == [None, 0, 0, 1]
    assert [seat.source_id for seat in found.seats] == ["1", "2", "2", "3"]
    assert notes(found) == [("id_used_again", 4, "2"), ("parent_of_several", 5, "2")]


def test_a_circle_is_cut_at_its_first_row_and_its_members_are_marked():
    found = chart("1,3,A,\n2,1,B,\n3,2,C,\n4,3,D,\n")

    assert parents(found) == [None, 0, 1, 2]
    assert notes(found) == [("cycle_cut", 2, "3"), ("in_cycle", 3, "1"), ("in_cycle", 4, "2")]


def test_a_long_chain_is_no_circle_and_does_not_recurse():
    found = chart("".join(f"{n},{n + 1},Seat,\n" for n in range(1, 5000)) + "5000,,Owner,\n")

    assert found.roots == 1
    assert notes(found) == []


def test_the_parent_may_be_named_by_person_title_or_mail():
    by_name = chart(
        'Owner,Ann Lee,\nDesk,Bo Ek,Ann Lee\nMail,Cy Fox,"Ek, Bo"\n', "title,name,manager\n"
    )
    by_title = chart("Owner,\nDesk,owner\n", "title,reports to\n")
    by_mail = chart(
        "Owner,Ann Lee,a@x.org,\nDesk,Bo Ek,b@x.org,A@x.org\n", "title,name,email,manager email\n"
    )

    assert parents(by_name) == [None, 0, 1]
    assert parents(by_title) == [None, 0]
    assert parents(by_mail) == [None, 0]


def test_a_name_that_fits_several_seats_takes_the_first_and_is_named():
    found = chart("A,Ann Lee,\nB,Ann Lee,\nC,Bo Ek,Ann Lee\n", "title,name,manager\n")

    assert parents(found) == [None, None, 0]
    assert ("parent_of_several", 4, "Ann Lee") in notes(found)


def test_ids_that_a_spreadsheet_damaged_are_found_and_named():
    found = chart("007,,Owner,\n8,7.0,Finance,\n")

    assert parents(found) == [None, 0]
    assert notes(found) == [("parent_read_as", 3, "7.0")]


def test_without_a_named_column_the_parent_is_the_one_that_holds_ids_only():
    found = chart("a,,Owner\nb,a,Desk\nc,a,Post\n", "id,above,title\n")

    assert parents(found) == [None, 0, 0]
    assert notes(found) == [("parent_by_values", 0, "above")]


def test_an_empty_manager_id_falls_back_on_the_managers_name():
    found = chart(
        "1,Owner,Ann Lee,,\n2,Desk,Bo Ek,,Ann Lee\n", "id,title,name,manager id,manager\n"
    )

    assert parents(found) == [None, 0]


def test_two_parent_columns_that_disagree_are_named():
    found = chart(
        "1,Owner,Ann Lee,,\n2,Desk,Bo Ek,99,Ann Lee\n3,Mail,Cy Fox,1,Bo Ek\n"
        "4,Post,Di Orr,1,Ann Lee\n5,Loop,Ed Poe,98,Flo Ray\n6,Back,Flo Ray,5,\n",
        "id,title,name,manager id,manager\n",
    )

    assert parents(found) == [None, 0, 0, 0, None, 4]
    assert notes(found)[:3] == [
        ("parent_instead", 3, "99"),
        ("parent_not_taken", 4, "Bo Ek"),
        ("parent_instead", 6, "98"),
    ]
    assert ("cycle_cut", 6, "Flo Ray") in notes(found)


def test_words_for_nobody_leave_the_seat_open_and_are_named():
    found = chart("1,,Owner,Vacant\n2,1,Desk,N/D\n3,1,Mail,--unfilled--\n")

    assert [seat.occupants for seat in found.seats] == [()] * 3
    assert notes(found)[0] == ("open_word", 2, "Vacant")


def test_a_company_is_suggested_as_a_provider_and_named():
    found = chart("1,,IT,Northgate Ltd\n2,1,Desk,Bo Ek\n")

    assert [seat.occupants[0].kind for seat in found.seats] == ["provider", "person"]
    assert notes(found) == [("taken_as_provider", 2, "Northgate Ltd")]


def test_a_kind_column_says_who_is_a_provider():
    found = chart("IT,Northgate,Vendor\nDesk,Bo Ek Ltd,Employee\n", "title,name,type\n")

    assert [seat.occupants[0].kind for seat in found.seats] == ["provider", "person"]


def test_several_occupants_in_a_cell_come_with_what_is_said_of_each():
    found = chart(
        "Desk,Ann Lee; Bo Ek; Ann Lee,Acme; Bolt; Acme,chair; chair; lead\n",
        "seat,occupants,company,roles\n",
    )

    assert names(found, 0) == ["Ann Lee", "Bo Ek"]
    assert found.seats[0].notes == "Ann Lee: Acme, chair, lead\nBo Ek: Bolt, chair"
    assert notes(found) == [("several_occupants", 2, "Ann Lee")]


def test_second_managers_become_second_lines_and_unknown_ones_stay_in_the_notes():
    found = chart(
        'a,Owner,,\nb,Desk,a,"c,zz"\nc,Money,a,\nd,Audit,a,"b:c"\n', "id,title,manager,refs\n"
    )

    assert found.seats[1].second_lines == ((2, ""),)
    assert found.seats[1].notes == "refs: zz"
    assert found.seats[3].second_lines == ((1, ""), (2, ""))


def test_a_seat_that_is_its_own_second_manager_keeps_that_in_the_notes():
    found = chart('a,Owner,,\nb,Desk,a,"b;a"\n', "id,title,manager,refs\n")

    assert found.seats[1].second_lines == ()
    assert found.seats[1].notes == "refs: b"


def test_a_second_line_names_a_seat_by_title_and_says_what_it_is_about():
    found = chart(
        'a,Owner,,\nb,Desk,a,"Money: budget, tools; Owner"\nc,Money,a,Desk\n',
        "id,title,manager,also reports to\n",
    )

    assert found.seats[1].second_lines == ((2, "budget, tools"),)
    assert found.seats[2].second_lines == ((1, ""),)
    assert found.seats[1].notes == ""


def test_a_second_manager_who_could_be_several_seats_stays_in_the_notes():
    found = chart(
        "a,Owner,,\nb,Desk,a,\nc,Desk,a,\nd,Audit,a,Desk\n", "id,title,manager,dotted line\n"
    )

    assert found.seats[3].second_lines == ()
    assert found.seats[3].notes == "dotted line: Desk"


def test_a_column_says_who_is_an_assistant():
    found = chart("a,Owner,,\nb,Help,a,TRUE\nc,Desk,a,0\n", "id,title,manager,IsAssistant\n")

    assert [seat.assistant for seat in found.seats] == [False, True, False]


_IDS = st.sampled_from(["", "1", "2", "3", "4", "5", "XX", "007"])


@given(st.lists(st.tuples(_IDS, _IDS, st.sampled_from("AB")), min_size=1, max_size=12))
def test_any_references_end_in_a_forest_with_every_row_in_it(rows):
    found = chart("".join(f"{own},{above},{title},\n" for own, above, title in rows))

    for start in range(len(found.seats)):
        at: int | None = start
        for _step in range(len(found.seats) + 1):
            at = found.seats[at].parent if at is not None else None
        assert at is None
    named = {note.row for note in found.notes} | {seat.row for seat in found.seats}
    assert named == set(range(2, len(rows) + 2))
