"""Bringing a chart in through the window: what was understood is shown first."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog

from driving import shown_texts
from mspseat_desktop.domain.records import Profile, Seat
from mspseat_desktop.ui.importing import ImportDialog

CHART = """id,reports to,title,occupant,responsibilities
1,,Owner,Zoë Müller,"Decide
Sell"
2,1,Managed IT,Northgate Ltd,Help; Protect
3,99,Payroll,Vacant,
4,5,Mail,Bo Ek,
5,4,Post,Bo Ek,
"""


@pytest.fixture
def bring_in(program, tmp_path):
    """Choose a file of these bytes or this text in File > Import."""

    def choose(content, name="chart.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        program.act("import")
        program.choose_file(path)

    return choose


def test_what_was_understood_is_shown_before_anything_is_made(program, bring_in):
    bring_in(CHART)
    dialog = program.dialog(ImportDialog)
    said = " ".join(shown_texts(dialog))
    assert "5 seats" in said
    for words in ("“99”", "Row 5", "Vacant", "Northgate Ltd"):
        assert words in said
    assert program.window.open_client is None
    program.answer("Cancel")
    assert program.window.open_client is None
    assert not program.has_dialog()


def test_an_accepted_chart_becomes_a_new_client_in_one_step(program, bring_in):
    bring_in(CHART, "Harbor Pine.csv")
    program.hand.press("Return")
    client = program.client
    assert client.get(Profile, "client").name == "Harbor Pine"
    assert client.count(Seat) == 5
    assert client.accountable(program.seat("Managed IT")).kind == "provider"
    assert program.bridge.ratings_hidden
    assert program.bridge.selection == program.seat("Owner")
    program.act("undo")
    assert program.client.count(Seat) == 0
    program.act("redo")
    assert program.client.count(Seat) == 5


def test_an_import_asks_for_the_place_of_the_client_that_is_open(program, bring_in, tmp_path):
    program.new_client("First")
    program.save_to(tmp_path / "first.mspseat")
    bring_in(CHART)
    program.hand.press("Return")
    assert program.client.profile.name == "chart"
    program.window.files.open_path(tmp_path / "first.mspseat")
    program.answer("Later")
    assert program.client.profile.name == "First"


def test_words_that_look_like_markup_or_formulas_are_shown_as_they_are(program, bring_in):
    title = "<b>R&D</b> =1+1 " + "long " * 600
    bring_in(f"id,title\n1,{title}\n2,\U0001f468\u200d\U0001f469\u200d\U0001f467 عربي\n")
    program.hand.press("Return")
    found = {program.client.seat(s).title for s in program.client.chart()}
    assert found == {title.strip(), "\U0001f468\u200d\U0001f469\u200d\U0001f467 عربي"}
    program.select(title.strip())
    assert program.view.panel.header.title.text() == title.strip()
    assert not program.window.grab().isNull()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\x00\x01\x02\xff" * 400, "no row that names its columns"),
        (b"PK\x03\x04" + bytes(60), "an Excel workbook, not a CSV"),
        (b"just one word\n", "no row that names its columns"),
        (b'id,title\n1,"never closed\n2,b\n', "quotation mark that opens in row 2"),
        (b",".join(b"c%d" % n for n in range(20_000)) + b"\n", "20000 columns; 500 can be read"),
        (b"%PDF-1.7\n", "is a PDF"),
    ],
    ids=["empty", "binary", "workbook", "no header", "open quote", "too wide", "pdf"],
)
def test_a_file_that_is_no_chart_is_named_in_a_sentence(program, bring_in, content, words):
    bring_in(content)
    assert words in program.notice
    assert not program.has_dialog()
    assert program.window.open_client is None


def test_a_folder_or_nothing_at_all_is_told(program, tmp_path):
    program.window.files.import_path(tmp_path)
    assert program.notice
    program.window.files.import_path(tmp_path / "gone.csv")
    assert program.notice


def test_no_file_chosen_changes_nothing(program):
    program.act("import")
    program.dialog(QFileDialog).reject()
    assert not program.has_dialog()
    assert program.window.open_client is None


def test_a_table_dropped_on_the_window_is_brought_in_and_a_workbook_says_what_to_do(
    program, tmp_path
):
    program.window.finish()  # what a start does right after the first paint
    for name, content in (("Book.xlsx", b"PK\x03\x04"), ("Harbor Pine.csv", CHART.encode())):
        path = tmp_path / name
        path.write_bytes(content)
        assert program.hand.drop_file(program.window, path)
        if name == "Book.xlsx":
            assert "CSV" in program.notice
    program.dialog(ImportDialog)
    program.hand.press("Return")
    assert program.client.get(Profile, "client").name == "Harbor Pine"
