"""Files from outside: refused in plain words or shown as they were written, and nothing is run."""

from __future__ import annotations

import pytest

from faults.evil import NAMED

SHORT = 600
"""Changed files in every test run; the long form opens 3,000 in each round."""


def test_every_evil_file_is_refused_as_what_it_is_or_does_no_harm(lab, report):
    found = lab.run("wild.py", "named", lab.folder / "wild", 0, 0)
    report("named evil files", found["tries"], len(found["losses"]), slowest=found["slowest"])
    assert found["losses"] == []
    assert found["tries"] == len(NAMED)


def test_no_changed_file_crashes_hangs_runs_or_shows_other_words(lab, report):
    for seed in range(max(1, lab.rounds)):
        count = 3000 if lab.rounds else SHORT
        found = lab.run("wild.py", "mutations", lab.folder / "wild", count, seed)
        report("changed files", found["tries"], len(found["losses"]), slowest=found["slowest"])
        assert found["losses"] == []
        assert found["tries"] == count
        assert found["codes"].keys() >= {"", "damaged", "altered", "not-a-client-file"}


@pytest.mark.parametrize("weakness", ["no look at the schema", "no look at the seal"])
def test_bad_files_come_in_when_a_guard_is_gone(lab, weakness):
    which = "named" if weakness == "no look at the schema" else "mutations"
    found = lab.run("wild.py", which, lab.folder / "wild", SHORT, 0, weakness=weakness)
    assert found["losses"] != []
