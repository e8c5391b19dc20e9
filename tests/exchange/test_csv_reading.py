"""What a CSV may look like: encodings, delimiters, headers, quotes, and files that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mspseat_desktop.exchange.csv_in import read_chart_csv
from mspseat_desktop.exchange.imported import ImportedChart
from mspseat_desktop.exchange.problems import ImportProblem
from mspseat_desktop.wording.imports import note_text, problem_text

SMALL = "id,reports to,title,occupant\n1,,Owner,Zoë Müller\n2,1,Finance,Bo Ek\n"


def titles(chart: ImportedChart) -> list[str]:
    return [seat.title for seat in chart.seats]


def codes(chart: ImportedChart) -> list[str]:
    return [note.code for note in chart.notes]


def words(problem: ImportProblem) -> str:
    return problem_text(problem.code, problem.params)


def attempt(data: bytes) -> ImportedChart | ImportProblem:
    try:
        return read_chart_csv(data)
    except ImportProblem as problem:
        return problem


def refusal(data: bytes) -> ImportProblem:
    with pytest.raises(ImportProblem) as problem:
        read_chart_csv(data)
    sentence = words(problem.value)
    assert sentence != problem_text("no such code", {})
    assert "{" not in sentence
    return problem.value


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_every_unicode_encoding_is_read_without_a_guess(encoding):
    chart = read_chart_csv(SMALL.encode(encoding))

    assert chart.seats[0].occupants[0].name == "Zoë Müller"
    assert codes(chart) == []


def test_windows_letters_are_read_and_the_guess_is_shown_with_a_sample():
    chart = read_chart_csv(SMALL.encode("cp1252"))

    assert chart.seats[0].occupants[0].name == "Zoë Müller"
    assert codes(chart) == ["encoding_guessed"]
    assert "Zoë" in chart.notes[0].value


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_delimiter_and_line_end_are_found(delimiter, line_end):
    text = SMALL.replace(",", delimiter).replace("\n", line_end)

    chart = read_chart_csv(text.encode())

    assert titles(chart) == ["Owner", "Finance"]
    assert chart.seats[1].parent == 0


def test_a_sep_line_names_the_delimiter():
    chart = read_chart_csv(b"sep=^\r\nid^title\r\n1^Owner, and founder\r\n")

    assert titles(chart) == ["Owner, and founder"]
    assert chart.seats[0].row == 2


def test_the_directive_lines_of_a_diagram_tool_stand_above_the_header():
    text = "# label: %name%\n# connect: {from: manager,\\\n to: name}\n## a comment\n" + SMALL

    chart = read_chart_csv(text.encode())

    assert titles(chart) == ["Owner", "Finance"]
    assert chart.seats[0].row == 6


def test_a_header_may_start_with_a_number_sign():
    assert titles(read_chart_csv(b"#;Title;Name\n1;Owner;Ann Lee\n")) == ["Owner"]


def test_title_rows_above_the_header_are_passed_over_and_counted():
    chart = read_chart_csv(f"Company chart,,,\nAs of May,,,\n{SMALL}".encode())

    assert titles(chart) == ["Owner", "Finance"]
    assert [(n.code, n.more) for n in chart.notes] == [("rows_above_header", "2")]


def test_rows_without_any_value_are_counted_and_keep_the_numbering():
    chart = read_chart_csv(b"id,title\n1,Owner\n,\n\n2,Finance\n")

    assert [seat.row for seat in chart.seats] == [2, 5]
    assert [(n.code, n.more) for n in chart.notes] == [("empty_rows", "2")]
    told = [note_text("empty_rows", row=0, value="", more=n) for n in ("1", "2")]
    assert [words.split(" without")[0] for words in told] == ["1 row", "2 rows"]


def test_quoted_line_breaks_stay_in_a_list_and_leave_a_title():
    chart = read_chart_csv(b'title,responsibilities\n"Head\r\nof IT","Plan;\r\n- Run\r\n2. Mend"\n')

    assert titles(chart) == ["Head of IT"]
    assert chart.seats[0].responsibilities == ("Plan;", "Run", "Mend")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Plan; Run ;", ("Plan", "Run")),
        ("Plan | Run", ("Plan", "Run")),
        ("<ul><li>Plan &amp; run</li><li>Mend<li></ul>", ("Plan & run", "Mend")),
        ("Plan, run and mend", ("Plan, run and mend",)),
    ],
)
def test_a_list_is_divided_as_tools_write_it(cell, expected):
    chart = read_chart_csv(f'title,duties\nIT,"{cell}"\n'.encode())

    assert chart.seats[0].responsibilities == expected


def test_column_names_are_known_in_other_languages_and_with_noise():
    header = "Stellen-Nr.;Vorgesetzte Stelle;Stellenbezeichnung;Stelleninhaber;Aufgaben"
    chart = read_chart_csv(f"{header}\n1;;Leitung;Ann Lee;Planen\n2;1;IT;;\n".encode())

    assert titles(chart) == ["Leitung", "IT"]
    assert chart.seats[1].parent == 0
    assert chart.seats[0].responsibilities == ("Planen",)
    assert titles(read_chart_csv("\u200bJob_Title (Overwrite)\nOwner\n".encode())) == ["Owner"]


def test_columns_that_are_not_taken_are_named():
    chart = read_chart_csv(b"id,title,salary,,name\n1,Owner,9,x,Ann Lee\n")

    left = [(column.number, column.header) for column in chart.columns if not column.field]
    assert left == [(3, "salary"), (4, "")]


def test_of_two_columns_with_one_name_the_first_counts_and_the_other_is_named():
    chart = read_chart_csv(b"id,title,name,name\n1,Owner,Ann Lee,Bo Ek\n")

    assert [one.name for one in chart.seats[0].occupants] == ["Ann Lee"]
    assert [c.number for c in chart.columns if not c.field] == [4]


def test_first_and_last_name_make_the_person():
    chart = read_chart_csv(b"id,name,lastName,position\n1,Ann,Lee,Owner\n")

    assert chart.seats[0].title == "Owner"
    assert chart.seats[0].occupants[0].name == "Ann Lee"


def test_a_name_without_any_title_column_is_the_title():
    chart = read_chart_csv(b"id,parentId,name\n1,,Owner\n2,1,Finance\n")

    assert titles(chart) == ["Owner", "Finance"]
    assert chart.seats[0].occupants == ()


def test_control_characters_are_taken_out_and_counted():
    chart = read_chart_csv(b"id,title\n1,Ow\x00ner\x1b[31m\n")

    assert titles(chart) == ["Owner[31m"]
    assert codes(chart) == ["control_characters"]


def test_texts_that_a_spreadsheet_would_run_are_kept_as_they_are():
    chart = read_chart_csv("title\n=1+1\n'=2+2\n<b>x</b>\nمدير 👩‍💻\n".encode())

    assert titles(chart) == ["=1+1", "=2+2", "<b>x</b>", "مدير 👩‍💻"]


def test_long_texts_are_taken_whole():
    text = "x" * 99_000

    assert titles(read_chart_csv(f"title\n{text}\n".encode())) == [text]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\n", "empty"),
        (b"PK\x03\x04rest", "is_workbook"),
        (b"SQLite format 3\x00", "is_database"),
        (b"%PDF-1.7", "is_pdf"),
        (b"<!DOCTYPE html><table>", "is_html"),
        (b'[{"id": 1}]', "is_json"),
        (b"\xff\xfeabc", "encoding"),
        (b"name\n\x81\x8d\x8f", "encoding"),
        (b"one,two\n3,4\n", "no_header"),
        (b"hello\ntitle\nOwner\n", "no_header"),
        (b"id,title\n", "no_rows"),
        (b'id,title\n1,"Owner\n2,Finance\n', "open_quote"),
        (b'"id,title\n1,Owner\n', "open_quote"),
        (b'id,title\n1,"Ow"ner\n', "bad_quotes"),
        (b"id,title\n1," + b"x" * 100_001, "long_cell"),
        (b"title" + b"," * 1_000_000 + b"\nx", "too_many_columns"),
    ],
)
def test_what_is_no_chart_is_refused_with_a_sentence(data, code):
    assert refusal(data).code == code


def test_an_open_quote_is_found_in_its_row():
    assert refusal(b'id,title\n1,Owner\n2,"Finance\n3,IT\n').params == {"row": "3"}


@given(st.binary(max_size=300))
def test_any_bytes_are_a_chart_or_a_problem(data):
    found = attempt(data)

    assert found.seats if isinstance(found, ImportedChart) else words(found)


_CELL = st.text(st.sampled_from("ab01;|\"'\n\r\t ,=XxéЖ*"), max_size=6)


@given(st.lists(st.lists(_CELL, min_size=1, max_size=6), min_size=1, max_size=12))
def test_any_table_keeps_every_row_or_says_why_not(rows):
    lines = ["id,reports to,title,occupant,responsibilities"]
    lines += [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]

    chart = attempt("\n".join(lines).encode())

    if isinstance(chart, ImportProblem):
        assert chart.code == "no_rows"
        return
    for note in chart.notes:
        sentence = note_text(note.code, row=note.row, value=note.value, more=note.more)
        assert sentence
    joined = sum(note.code in {"id_shared", "row_repeated"} for note in chart.notes)
    empty = sum(int(note.more) for note in chart.notes if note.code == "empty_rows")
    assert len(chart.seats) + joined + empty == len(rows)


def test_as_many_responsibilities_as_occupants_in_one_row_stay_responsibilities():
    chart = read_chart_csv(
        b"Seat ID,Seat,Responsibilities,Occupants\n"
        b'1,Sales,"Sell; Advise","Ann; Bob"\n'
        b'2,Service,"Mend; Visit",Cid\n'
        b"3,Stock,Count,\n"
    )
    assert [post.responsibilities for post in chart.seats] == [
        ("Sell", "Advise"),
        ("Mend", "Visit"),
        ("Count",),
    ]
