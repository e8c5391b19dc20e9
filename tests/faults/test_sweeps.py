"""A fault at every operation on files: nothing promised is lost, nothing half made stays."""

from __future__ import annotations

import pytest

from faults.scenes import SCENES

TWICE = "twice"

SHORT = 4
"""Points of each scene in every test run; the long form tries all of them."""
EVERY = 1_000_000


TOGETHER = 5
"""Groups of scenes in the short form: starting a process takes longer than a few tries."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    is_long = bool(metafunc.config.option.torture)
    if "scenes" in metafunc.fixturenames:
        names = list(SCENES)
        groups = (
            [[name] for name in names] if is_long else [names[n::TOGETHER] for n in range(TOGETHER)]
        )
        metafunc.parametrize("scenes", groups, ids="+".join)
    if "mended" in metafunc.fixturenames:
        metafunc.parametrize("mended", ["publish", "recover", "migrate"][: None if is_long else 1])


def test_a_fault_at_any_operation_loses_nothing(lab, report, scenes):
    most, seed = (EVERY, 1) if lab.rounds else (SHORT, 1)
    told = lab.run("sweep.py", "+".join(scenes), lab.folder / "sweep", most, seed)
    for found in told if isinstance(told, list) else [told]:
        report(found["scene"], found["tries"], len(found["losses"]), faults=found["by fault"])
        assert found["losses"] == [], found["scene"]
        assert found["tries"] == (found["points"] if lab.rounds else SHORT)


def test_a_quota_that_is_used_up_is_told_as_a_full_disk(lab):
    found = lab.run("sweep.py", "edit", lab.folder / "sweep", 6, 1, weakness="EDQUOT for good")
    assert found["losses"] == []
    assert set(found["told"]) == {"EDQUOT for good: problem disk-full"}


def test_a_disk_that_does_not_read_a_damaged_file_is_told_in_plain_words(lab):
    most = EVERY if lab.rounds else 12
    found = lab.run("sweep.py", "salvage", lab.folder / "sweep", most, 1, weakness="EIO reading")
    assert found["losses"] == []
    assert found["tries"] >= 12
    assert set(found["told"]) <= {
        f"EIO reading: problem {code}" for code in ("damaged", "not-readable", "not-saved")
    }


def test_a_move_that_fails_late_leaves_one_file_and_the_other_name_free(lab):
    most = EVERY if lab.rounds else 16
    found = lab.run("sweep.py", "move", lab.folder / "sweep", most, 1, weakness="ENOSPC")
    assert found["losses"] == []
    assert found["tries"] >= 16


def test_a_crash_while_a_crash_is_mended_loses_nothing(lab, report, mended):
    tries = 300 * lab.rounds or 5
    found = lab.run("sweep.py", mended, lab.folder / "sweep", tries, 1, weakness=TWICE)
    report(f"two to four crashes in a row: {mended}", found["tries"], len(found["losses"]))
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
