"""Every id in a record points at a record; the rules and the database agree on which do."""

from __future__ import annotations

from contextlib import closing
from dataclasses import fields, replace

import pytest

from mspseat_desktop.domain.change import Change, Touch
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.rules import check
from mspseat_desktop.storage.engine import in_memory
from mspseat_desktop.storage.rows import KINDS, NAMES, table
from mspseat_desktop.storage.schema import build


def links():
    """Return table, field and the table that it points at, of every link between records."""
    with closing(in_memory()) as db:
        build(db)
        for name, kind in KINDS.items():
            at = table(kind)
            for row in db.execute(f"PRAGMA foreign_key_list({name})").fetchall():
                if row[3] in at.columns:
                    yield name, at.fields[at.columns.index(row[3])], row[2]


LINKS = sorted(set(links()))


def of_kind(records, name):
    return next(r for r in records if type(r) is KINDS[name])


@pytest.mark.parametrize(("name", "field"), [link[:2] for link in LINKS])
def test_an_id_that_points_nowhere_is_refused(name, field, newest_records):
    record = of_kind(newest_records, name)
    change = Change((Touch(record, replace(record, **{field: "nowhere"})),))
    with pytest.raises(Refused):
        check(Client.of(newest_records).applied(change), change)


@pytest.mark.parametrize("target", sorted({target for _, _, target in LINKS}))
def test_no_record_goes_while_another_points_at_it(target, newest_records):
    client = Client.of(newest_records)
    pointed_at = {
        getattr(record, field)
        for name, field, to in LINKS
        if to == target
        for record in newest_records
        if NAMES[type(record)] == name
    }
    gone = [r for r in newest_records if NAMES[type(r)] == target and r.id in pointed_at]
    assert gone
    for record in gone:
        change = Change((Touch(record, None),))
        with pytest.raises(Refused, match="still-in-use"):
            check(client.applied(change), change)


def test_every_table_of_records_with_an_owner_has_a_link():
    free = {"profile", "occupant", "core_value", "function", "accepted", "bank_question", "seat"}
    free |= {"chart_look"}
    assert {name for name, _, _ in LINKS} | free == set(KINDS)
    assert {f.name for f in fields(KINDS["cover"])} >= {"function", "seat", "responsibility"}
