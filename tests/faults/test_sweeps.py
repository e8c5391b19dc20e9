"""A fault at every operation on files: nothing promised is lost, nothing half made stays."""

from __future__ import annotations

import pytest

from faults.scenes import SCENES

TWICE = "twice"

SHORT = 12
"""Points of each scene in every test run; the long form tries all of them."""
EVERY = 1_000_000


@pytest.mark.parametrize("scene", SCENES)
def test_a_fault_at_any_operation_loses_nothing(lab, report, scene):
    most, seed = (EVERY, 1) if lab.rounds else (SHORT, 1)
    found = lab.run("sweep.py", scene, lab.folder / "sweep", most, seed)
    report(scene, found["tries"], len(found["losses"]), faults=found["by fault"])
    assert found["losses"] == []
    assert found["tries"] == (found["points"] if lab.rounds else SHORT)


@pytest.mark.parametrize("scene", ["publish", "recover", "migrate"])
def test_a_crash_while_a_crash_is_mended_loses_nothing(lab, report, scene):
    tries = 300 * lab.rounds or 3
    found = lab.run("sweep.py", scene, lab.folder / "sweep", tries, 1, weakness=TWICE)
    report(f"two to four crashes in a row: {scene}", found["tries"], len(found["losses"]))
    assert found["losses"] == []
    assert found["tries"] == tries


@pytest.mark.parametrize("scene", ["edit", "publish"])
def test_a_power_cut_at_any_moment_loses_nothing(lab, report, scene):
    images = 1000 * lab.rounds or 16
    for seed in range(1, max(1, lab.rounds) + 1):
        found = lab.run("powercut.py", scene, lab.folder / "cut", images, seed)
        report(f"power cut: {scene}", found["tries"], len(found["losses"]))
        assert found["losses"] == []
        assert found["tries"] == images
