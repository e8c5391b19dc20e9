"""The table of faults names tests that there are."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
NAMED = re.compile(r"`([\w/]+\.py)::(\w+)`")


def test_each_test_that_the_table_names_is_there():
    named = set(NAMED.findall((TESTS / "faults" / "FAULTS.md").read_text(encoding="utf-8")))
    assert len(named) > 60
    gone = [
        f"{file}::{test}"
        for file, test in sorted(named)
        if f"\ndef {test}(" not in (TESTS / file).read_text(encoding="utf-8")
    ]
    assert gone == []


def test_the_table_has_all_bad_inputs():
    rows = re.findall(
        r"^\| (\d+)(?:-(\d+))? \|", (TESTS / "faults" / "FAULTS.md").read_text("utf-8"), re.M
    )
    numbers = {n for low, high in rows for n in range(int(low), int(high or low) + 1)}
    assert numbers == set(range(1, 136))
