"""Kept charts in the file: copies of rows, read when they are opened, with steps of their own."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from mspseat_desktop.domain.change import Change, Step, Touch
from mspseat_desktop.domain.charts import KeptChart
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.records import Cover, Occupant, Seat, Seating
from mspseat_desktop.domain.vocabulary import CURRENT_CHART, ChartId
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.publish import publish, send_copy
from mspseat_desktop.storage.untrusted import take_in

LEAD = KeptChart(ChartId("c1"), "With an IT lead", "what_if", "2026-11-26", "for the board")
AT = "2026-10-14T12:00:00+00:00"


def titles(file, chart=CURRENT_CHART):
    records = (
        file.load().client.every(Seat) if chart == CURRENT_CHART else file.charts.records(chart)
    )
    return {r.id: r.title for r in records if isinstance(r, Seat)}


def own(records):
    return {(type(r), r.id): r for r in records}


@pytest.fixture
def file(new_file, newest_records):
    file = new_file(newest_records)
    file.charts.keep(LEAD)
    return file


def test_a_kept_chart_has_every_row_of_the_chart_that_it_was_made_of(file, newest_records):
    from mspseat_desktop.domain.charts import OF_A_CHART

    expected = own(r for r in newest_records if type(r) in OF_A_CHART)
    assert {type(r) for r in expected.values()} == OF_A_CHART
    assert own(file.charts.records(LEAD.id)) == expected
    assert file.charts.all() == (LEAD,)


def test_keeping_counts_as_an_edit_so_that_the_file_is_published(new_file):
    file = new_file()
    before = file.edits
    file.charts.keep(LEAD)
    assert file.edits == before + 1


def test_an_edit_of_one_chart_leaves_the_others_as_they_are(file):
    seat = next(r for r in file.charts.records(LEAD.id) if r.id == "it")
    change = Change((Touch(seat, replace(seat, title="IT lead")),))
    step = Step(1, "rename-seat", {}, change, AT, chart=LEAD.id)
    file.write(change, steps=(step,), chart=LEAD.id)
    assert titles(file, LEAD.id)["it"] == "IT lead"
    assert titles(file)["it"] == "IT and security"
    assert file.load().steps == (step,)


def test_what_belongs_to_the_client_is_written_for_all_charts(file):
    acme = file.load().client.get(Occupant, "acme")
    file.write(Change((Touch(acme, replace(acme, name="Acme")),)), chart=LEAD.id)
    assert file.load().client.get(Occupant, "acme").name == "Acme"


def test_a_dropped_chart_takes_its_rows_and_its_line_of_undo_with_it(file):
    seat = next(r for r in file.charts.records(LEAD.id) if r.id == "it")
    change = Change((Touch(seat, replace(seat, title="IT lead")),))
    file.write(
        change, steps=(Step(1, "rename-seat", {}, change, AT, chart=LEAD.id),), chart=LEAD.id
    )
    before = file.load().client
    file.charts.drop(LEAD.id)
    assert file.charts.all() == ()
    assert file.charts.records(LEAD.id) == ()
    assert file.load().steps == ()
    assert own(file.load().client.every(Seat)) == own(before.every(Seat))


def test_the_current_chart_is_never_dropped(file):
    with pytest.raises(ValueError, match="stays"):
        file.charts.drop(CURRENT_CHART)
    assert titles(file)


def test_name_and_note_can_be_written_anew(file):
    file.charts.rename(replace(LEAD, name="Own IT", note=""))
    assert file.charts.all() == (replace(LEAD, name="Own IT", note=""),)


def test_which_charts_name_a_person_or_a_function_can_be_asked(file):
    seating = next(r for r in file.load().client.every(Seating))
    file.write(Change((Touch(seating, None),)))
    assert file.charts.naming(["acme"]) == {"acme": {LEAD.id}}
    cover = next(r for r in file.load().client.every(Cover))
    assert file.charts.naming([cover.function]) == {cover.function: {LEAD.id, CURRENT_CHART}}
    assert file.charts.naming(["nobody"]) == {}


def test_loading_a_client_reads_its_current_chart_only(file, newest_records):
    seat = Seat("extra", "boss", 4096, "Extra")
    file.write(Change((Touch(None, seat),)), chart=LEAD.id)
    loaded = file.load().client
    assert own(loaded.every(Seat)) == own(Client.of(newest_records).every(Seat))


def test_a_kept_chart_is_published_and_taken_in_again_but_not_sent(file, tmp_path):
    publish(file, tmp_path / "a.mspseat", seen=None)
    send_copy(file, tmp_path / "b.mspseat")
    for name, expected in (("a", (LEAD,)), ("b", ())):
        take_in(tmp_path / f"{name}.mspseat", tmp_path / f"{name}.sqlite")
        with closing(ClientFile.open(tmp_path / f"{name}.sqlite")) as copy:
            assert copy.charts.all() == expected
            assert bool(copy.charts.records(LEAD.id)) == bool(expected)


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE chart SET kind = 'spell' WHERE id = 'c1'",
        "UPDATE chart SET kind = 'current' WHERE id = 'c1'",
        "UPDATE chart SET kind = 'version' WHERE id = 'current'",
    ],
)
def test_a_foreign_file_with_a_chart_that_is_none_of_ours_is_refused(file, tmp_path, harm):
    publish(file, tmp_path / "a.mspseat", seen=None)
    with closing(sqlite3.connect(tmp_path / "a.mspseat")) as db, db:
        db.execute("DELETE FROM meta WHERE key = 'seal'")
        db.execute(harm)
    with pytest.raises(FileProblem) as refused:
        take_in(tmp_path / "a.mspseat", tmp_path / "private.sqlite")
    assert refused.value.code == "damaged"


def test_a_kept_chart_is_not_in_what_is_salvaged(file, tmp_path):
    from mspseat_desktop.storage.salvage import salvage

    seat = next(r for r in file.charts.records(LEAD.id) if r.id == "it")
    file.write(Change((Touch(seat, replace(seat, title="IT lead")),)), chart=LEAD.id)
    publish(file, tmp_path / "a.mspseat", seen=None)
    found = salvage(tmp_path / "a.mspseat", tmp_path).records
    assert {r.title for r in found if isinstance(r, Seat)} == set(titles(file).values())
