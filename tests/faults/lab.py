"""Starts what runs under the shim, from a test."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
LONGEST = 3600


@dataclass(frozen=True)
class Lab:
    """The shim, a folder in memory where there is one, and how many rounds are wanted."""

    shim: Path
    folder: Path
    rounds: int

    def run(self, program: str, *args: object, weakness: str = "") -> dict:
        """Run a program of the lab under the shim and return what it prints."""
        command = [sys.executable, str(HERE / program), *map(str, args), weakness]
        environment = os.environ | {
            "LD_PRELOAD": str(self.shim),
            "PYTHONPATH": os.pathsep.join((str(HERE.parent), str(HERE.parent.parent))),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        told = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=LONGEST, check=False
        )
        assert told.returncode == 0, told.stderr[-3000:]
        return json.loads(told.stdout)


def build_shim(folder: Path) -> Path:
    """Compile the shim; skip the test where that can not be done, and say so."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("NO FAULTS ARE INJECTED: that needs Linux with gcc")
    shim = folder / "shim.so"
    command = [compiler, "-O1", "-shared", "-fPIC", "-o", str(shim), str(HERE / "shim.c"), "-ldl"]
    subprocess.run(command, check=True)
    return shim


def quick_folder() -> Iterator[Path]:
    """Yield a folder in memory where there is one: a sweep syncs thousands of times."""
    memory = Path("/dev/shm")  # noqa: S108 - the name of the system's own
    place = memory if os.access(memory, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="mspseat-faults-", dir=place) as folder:
        yield Path(folder)
