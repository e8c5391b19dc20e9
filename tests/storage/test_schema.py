"""A client file of each schema that was ever released lies in `golden`, never made anew."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.records import RECORD_TYPES, Review, Scene, SceneValue
from mspseat_desktop.storage.engine import in_memory, open_to_read
from mspseat_desktop.storage.problems import ProblemCode
from mspseat_desktop.storage.rows import KINDS, OF_A_CHART, table
from mspseat_desktop.storage.schema import STEPS, VERSION, build, expected_shape, shape_of
from mspseat_desktop.storage.untrusted import take_in
from mspseat_desktop.wording.problems import problem_text, sentences

GOLDEN = Path(__file__).parent / "golden"
FROZEN = {1: "023ca99a0238665f27b02e8a525bc39bba218b7aef84d83cbbdd66177d70711b"}
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


def test_the_golden_file_opens_with_everything_in_it(tmp_path, small_records):
    _, loaded = take_in(golden(1, "mspseat"), tmp_path / "private.sqlite")
    expected = Client.of(small_records)
    draft = expected.get(Review, "rev1")
    finished = replace(
        draft,
        state="finished",
        asked=("q1",),
        answers=expected.answers(draft.id),
        scene=Scene("IT and security", "Acme IT", True, values=(SceneValue("v1", "Own it"),)),
        headline="right-seat",
    )
    for kind in RECORD_TYPES:
        found = {r.id: r for r in loaded.client.every(kind)}
        if kind is Review:
            assert found == {"rev1": finished}
        elif kind.__name__ != "Answer":
            assert found == {r.id: r for r in expected.every(kind)}
    (step,) = loaded.steps
    assert (step.number, step.name, step.params, step.sealed) == (
        1,
        "finish-review",
        {"seat": "IT and security"},
        True,
    )
    assert loaded.client.applied(step.change.inverse()).get(Review, "rev1") == draft


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
