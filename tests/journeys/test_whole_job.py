"""The whole job on real widgets: from a table of seats to a printed review, and again next day."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from mspseat_desktop.ui.home.client_card import ClientCard
from mspseat_desktop.ui.importing import ImportDialog
from mspseat_desktop.ui.reporting.preview import PreviewDialog
from world import everything

if TYPE_CHECKING:
    from pathlib import Path

MSP = "Managed IT"
DUTIES = ("Help desk within the agreed times", "Backups that restore", "A yearly roadmap")


@pytest.fixture
def table(tmp_path) -> Path:
    """About sixty seats as projects keep them: newlines in a cell, several names, gaps."""
    rows = [("root", "", "Harbor Pine", "Leads the whole\nDecides the plan", "Dana Whitfield")]
    for part in ("Finance", "Operations", "Sales", "Service"):
        rows.append(
            (part, "root", part, f"Runs {part}\nBudget of {part}", f"{part} Lead; Ana Reyes")
        )
        for team in range(1, 4):
            name = f"{part}/{team}"
            rows.append((name, part, f"{part} team {team}", "", ""))
            rows += [
                (f"{name}/{n}", name, f"{part} {team}{n}", f"Task {n}\nTask {n + 1}", f"Person {n}")
                for n in range(1, 5)
            ]
    rows.append(("it", "Operations", MSP, "", ""))
    rows.append(("lost", "nobody", "Lost seat", "", ""))
    file = tmp_path / "harbor.csv"
    with file.open("w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(("Seat ID", "Parent Seat ID", "Seat", "Responsibilities", "Occupants"))
        writer.writerows(rows)
    return file


def bring_in(program, table):
    program.act("import")
    program.choose_file(table)
    dialog = program.dialog(ImportDialog)
    assert "“nobody”, which is not in the file" in dialog.notes.toPlainText()
    dialog.name.setFocus()
    program.hand.press("Ctrl+A")
    program.hand.type("Harbor Pine Group")
    program.answer("Import")
    assert len(list(program.client.chart())) == 67
    root = program.client.children(None)[0]
    assert [r.text for r in program.client.responsibilities(root)] == [
        "Leads the whole",
        "Decides the plan",
    ]
    finance = program.client.seatings(program.seat("Finance"))
    assert [s.role for s in finance] == ["accountable", "also"]


def parent_of(program, title):
    parent = program.client.seat(program.seat(title)).parent
    return program.client.seat(parent).title if parent else ""


def drag_and_travel(program):
    chart = program.view.chart
    chart.fit()
    start, end = program.card(MSP).center(), program.card("Finance").center()
    program.hand.drag(chart, start, end)
    assert parent_of(program, MSP) == "Finance"
    program.hand.press("Ctrl+Z")
    assert parent_of(program, MSP) == "Operations"
    assert "Undone" in program.notice
    program.hand.press("Ctrl+Y")
    assert parent_of(program, MSP) == "Finance"


def write_what_it_is_for(program):
    hand = program.hand
    program.select(MSP)
    hand.press("Ctrl+Return")
    hand.type("Northbeam IT")
    hand.press("Down", "Return", "Alt+Return")
    for _stop in range(30):
        if QApplication.focusWidget().accessibleName() == "New responsibility":
            break
        hand.press("Tab")
    for duty in DUTIES:
        hand.type(duty)
        hand.press("Return")
    seat = program.seat(MSP)
    assert program.client.accountable(seat).kind == "provider"
    assert tuple(r.text for r in program.client.responsibilities(seat)) == DUTIES
    hand.press("Ctrl+I", "Ctrl+PgDown", "Enter")
    hand.type("Own it")
    hand.press("Enter")
    hand.type("Be fair")
    hand.press("Ctrl+S")
    assert [v.name for v in program.client.core_values()] == ["Own it", "Be fair"]


def review(program):
    hand = program.hand
    hand.press("Ctrl+R", "+", "+")
    for letter, call in (("y", "y"), ("w", "n"), ("y", "y")):
        hand.press("PgDown", "1", *letter * 3, call)
        hand.type("We talked it through")
    hand.press("PgDown")
    hand.type("Agree on the roadmap")
    hand.press("Return", "Ctrl+Return")
    done = program.client.reviews(program.seat(MSP))[-1]
    assert done.state == "finished"
    return done


def save_pdf(program, qtbot, place):
    program.hand.press("Ctrl+P")
    preview = program.dialog(PreviewDialog)
    qtbot.waitUntil(preview.save.isEnabled, timeout=20_000)
    preview.save.click()
    program.choose_file(place)
    preview.close()
    text = "\n".join(page.extract_text() for page in PdfReader(place).pages)
    for words in ("Harbor Pine", "Northbeam IT", *DUTIES, "Own it", "Agree on the roadmap"):
        assert words in text


def open_again(program):
    program.window.close()
    program.stop()
    program.start()
    cards = program.window.start_page.findChildren(ClientCard)
    (card,) = [c for c in cards if c.isVisible() and c.accessibleName() == "Harbor Pine Group"]
    program.hand.click(card)


def test_the_whole_job_and_all_of_it_is_there_next_day(program, table, qtbot, tmp_path):
    bring_in(program, table)
    drag_and_travel(program)
    write_what_it_is_for(program)
    done = review(program)
    save_pdf(program, qtbot, tmp_path / "review.pdf")
    program.hand.press("Esc", "F2")
    program.hand.type("IT partner")
    program.hand.press("Return")
    program.save_to(tmp_path / "Harbor Pine.mspseat")
    assert str(tmp_path / "Harbor Pine.mspseat") in program.notice
    before = program.client

    open_again(program)
    assert everything(program.client) == everything(before)
    undo = program.window.actions_table["undo"]
    assert undo.text().startswith("Undo: ")
    program.hand.press("Ctrl+Z")
    assert program.client.seat(program.seat(MSP)).title == MSP
    while undo.isEnabled():
        program.act("undo")
    assert program.client.reviews(program.seat(MSP))[-1] == done
    assert QKeySequence("Ctrl+Z") in undo.shortcuts()
