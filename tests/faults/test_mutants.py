"""Each guard of the program is taken away in a copy of it, and a test there must fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from faults.mutants import MUTANTS, Mutant

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("mspseat_desktop", "resources", "tests", "pyproject.toml")
TESTS_FAILED = 1
NOT_COPIED = shutil.ignore_patterns("__pycache__", ".*")


def content_of(mutant: Mutant) -> str:
    return (ROOT / "mspseat_desktop" / mutant.file).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", MUTANTS)
def test_each_guard_stands_in_the_program_as_it_is_written_down(name):
    mutant = MUTANTS[name]
    assert content_of(mutant).count(mutant.guard) == mutant.times
    for test in mutant.tests:
        assert (ROOT / test).exists()


def copied(folder: Path) -> None:
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=NOT_COPIED)
        else:
            shutil.copy(source, folder / part)


def is_noticed(folder: Path, mutant: Mutant) -> bool:
    """Take the guard away in the copy; return whether a test there fails, and put it back."""
    path = folder / "mspseat_desktop" / mutant.file
    whole = content_of(mutant)
    path.write_text(whole.replace(mutant.guard, mutant.gone), encoding="utf-8")
    try:
        for test in mutant.tests:
            command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", test]
            done = subprocess.run(
                command,
                cwd=folder,
                env=os.environ | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode in {0, TESTS_FAILED}, done.stdout[-2000:]
            if done.returncode == TESTS_FAILED:
                return True
    finally:
        path.write_text(whole, encoding="utf-8")
    return False


@pytest.mark.torture
def test_taking_any_guard_away_is_noticed(tmp_path, report):
    copied(tmp_path)
    overlooked = [name for name, mutant in MUTANTS.items() if not is_noticed(tmp_path, mutant)]
    report("guards taken away", len(MUTANTS), len(overlooked), overlooked=overlooked)
    assert overlooked == []
