"""A client file of each schema that was ever released lies in `golden`, never made anew."""

from __future__ import annotations

import hashlib
import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from mspseat_desktop.domain.change import Change, Touch
from mspseat_desktop.domain.charts import OF_A_CHART
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.records import RECORD_TYPES, ChartLook, Metric
from mspseat_desktop.domain.review_records import (
    Review,
    Scene,
    SceneValue,
)
from mspseat_desktop.storage import schema
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.storage.engine import in_memory, open_to_read
from mspseat_desktop.storage.problems import FileProblem, ProblemCode
from mspseat_desktop.storage.rows import KINDS, table
from mspseat_desktop.storage.schema import STEPS, VERSION, build, expected_shape, shape_of
from mspseat_desktop.storage.untrusted import take_in
from mspseat_desktop.wording.problems import problem_text, sentences

GOLDEN = Path(__file__).parent / "golden"
FROZEN = {
    1: "023ca99a0238665f27b02e8a525bc39bba218b7aef84d83cbbdd66177d70711b",
    2: "c5fff4c4696ff6f49d0a03c35e0bf007fa3f8250062be754a59490f623382156",
    3: "fae42bd993e53733c1a63892a991e2925025c1bf829a62740cb5088241625b3f",
    4: "b04094b723bbc459f62aee281025d9aafab04cb63821fb0c6e7a0d393bf80aa8",
    5: "33b648f03524277bc2a37f45f5f28410611b7149aebe09f1459800d4bae4be1c",
}
"""SHA-256 of the SQL of each released step."""


def golden(version: int, ending: str) -> Path:
    return GOLDEN / f"schema-{version}.{ending}"


def test_a_released_step_is_never_edited():
    assert {n: hashlib.sha256(sql.encode()).hexdigest() for n, sql in STEPS.items()} == FROZEN


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_each_schema_has_a_golden_file_of_exactly_its_shape(version):
    with closing(open_to_read(golden(version, "mspseat"))) as db:
        assert shape_of(db) == expected_shape(version)


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_golden_file_holds_what_its_dump_says(version):
    address = f"file:{golden(version, 'mspseat')}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as db:
        dump = "\n".join(db.iterdump()) + "\n"
    assert dump == golden(version, "sql").read_text(encoding="utf-8")


def reviewed(records) -> Client:
    """The client of the records as the golden files keep it: with its one review finished."""
    client = Client.of(records)
    draft = client.get(Review, "rev1")
    answers = client.answers(draft.id)
    finished = replace(
        draft,
        state="finished",
        asked=("q1",),
        answers=answers,
        scene=Scene("IT and security", "Acme IT", True, values=(SceneValue("v1", "Own it"),)),
        headline="right-seat",
    )
    return client.applied(Change((*(Touch(a, None) for a in answers), Touch(draft, finished))))


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_golden_file_of_each_version_opens_with_everything_in_it(
    version,
    tmp_path,
    small_records,
    full_records,
    reviewed_records,
    charted_records,
    newest_records,
):
    older = (small_records, full_records, reviewed_records, charted_records)
    every = [*([*records, ChartLook()] for records in older), newest_records]
    records = every[version - 1]
    _, loaded = take_in(golden(version, "mspseat"), tmp_path / "private.sqlite")
    expected = reviewed(records)
    for kind in RECORD_TYPES:
        assert {r.id: r for r in loaded.client.every(kind)} == {
            r.id: r for r in expected.every(kind)
        }
    (step,) = loaded.steps
    assert (step.number, step.name, step.params, step.sealed) == (
        1,
        "finish-review",
        {"seat": "IT and security"},
        True,
    )
    before = Client.of(records).get(Review, "rev1")
    assert loaded.client.applied(step.change.inverse()).get(Review, "rev1") == before


def test_an_older_file_is_brought_up_to_date_in_the_private_copy_only(tmp_path):
    before = golden(1, "mspseat").read_bytes()
    take_in(golden(1, "mspseat"), tmp_path / "private.sqlite")
    assert golden(1, "mspseat").read_bytes() == before
    with closing(open_to_read(tmp_path / "private.sqlite")) as db:
        assert shape_of(db) == expected_shape(VERSION)


def test_a_working_copy_of_an_older_program_is_brought_up_to_date(tmp_path):
    path = tmp_path / "working.sqlite"
    shutil.copy(golden(1, "mspseat"), path)
    with closing(ClientFile.open(path)) as file:
        assert file.load().client.seat("it").title == "IT and security"
    with closing(open_to_read(path)) as db:
        assert shape_of(db) == expected_shape(VERSION)


def test_a_step_that_fails_half_way_leaves_the_older_schema_whole(tmp_path, monkeypatch):
    path = tmp_path / "working.sqlite"
    shutil.copy(golden(1, "mspseat"), path)
    broken = {**STEPS, 2: STEPS[2] + "\nCREATE TABLE seat (id TEXT);\n"}
    with monkeypatch.context() as patched:
        patched.setattr(schema, "STEPS", broken)
        with pytest.raises(FileProblem):
            ClientFile.open(path)
    with closing(ClientFile.open(path)) as file:
        assert file.load().client.seat("it").title == "IT and security"


def test_percentages_and_minutes_of_an_older_file_become_measures(tmp_path):
    path = tmp_path / "old.sqlite"
    shutil.copy(golden(1, "mspseat"), path)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE metric SET unit = '%'")
    with closing(ClientFile.open(path)) as file:
        (metric,) = file.load().client.every(Metric)
    assert (metric.measure, metric.unit) == ("percent", "")


def test_every_table_has_exactly_the_columns_that_records_are_written_to():
    with closing(in_memory()) as db:
        build(db)
        for kind in RECORD_TYPES:
            at = table(kind)
            columns = [row[1] for row in db.execute(f"PRAGMA table_info({at.name})").fetchall()]
            extra = {c for c in columns if c not in at.columns}
            assert [c for c in columns if c not in extra] == list(at.columns)
            assert extra <= {"chart"}
            assert (columns[0] == "chart") == (kind in OF_A_CHART)


def test_every_record_type_has_a_table():
    assert set(KINDS.values()) == set(RECORD_TYPES)


def test_the_schema_is_strict_and_does_nothing_by_itself():
    for kind, name, _table, sql in expected_shape(VERSION):
        assert kind in {"table", "index"}
        if kind == "table":
            assert str(sql).endswith("STRICT"), name
            links = str(sql).count("REFERENCES")
            assert str(sql).count("NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY") == links


def test_every_problem_has_its_sentences():
    assert set(sentences()) == set(get_args(ProblemCode))
    for code in get_args(ProblemCode):
        text = problem_text(code, {"name": "Lakeside.mspseat", "version": "9.1"})
        assert not re.search(r"[{}!]|please", text, re.IGNORECASE)
        assert text.count(". ") >= 1 or code in {"damaged", "exists"}
        assert text.endswith(".")


def test_a_name_with_braces_is_shown_as_it_is():
    assert "“{version}.mspseat”" in problem_text("gone", {"name": "{version}.mspseat"})
