"""Each guard of storage is taken away once, and the fault lab must notice that it is gone."""

from __future__ import annotations

import pytest

GUARDS = [
    ("powercut.py", "edit", "synchronous off", 12),
    ("powercut.py", "edit", "synchronous normal", 12),
    ("powercut.py", "publish", "published without sync", 25),
    ("powercut.py", "publish", "names without sync", 25),
    ("sweep.py", "edit", "no log", 60),
    ("sweep.py", "edit", "no transaction", 60),
    ("sweep.py", "publish", "no rename", 300),
]


@pytest.mark.parametrize(("program", "scene", "weakness", "tries"), GUARDS)
def test_the_lab_notices_a_guard_that_is_gone(lab, program, scene, weakness, tries):
    found = lab.run(program, scene, lab.folder / "lab", tries, 1, weakness=weakness)
    assert found["losses"] != []
