"""Measures the program on clients of several sizes, and the machine that it runs on.

    python tests/benchmarks/run.py [SEATS ...]

Each size runs in a process of its own, since memory is measured too.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import busy
import trees

from mspseat_desktop.domain.records import Profile
from mspseat_desktop.storage.client_file import ClientFile

SIZES = (1_000, 10_000, 100_000)
BUSY_SEATS = 1_000
"""Seats of the client with 200 occupants, 5,000 reviews and 60,000 figures."""
HERE = Path(__file__).parent


def make(path: Path, seats: int) -> None:
    """Write a client file of so many seats; 0 gives one without any."""
    records = trees.records(seats) if seats else iter([Profile(name="Empty")])
    ClientFile.create(path, records).close()


def storing(folder: Path) -> int:
    """Measure how a client is kept, with the fault lab's shim where it can be built."""
    shim = folder / "shim.so"
    source = HERE.parent / "faults" / "shim.c"
    built = ["gcc", "-O1", "-shared", "-fPIC", "-o", str(shim), str(source), "-ldl"]
    has_shim = sys.platform == "linux" and bool(shutil.which("gcc")) and not subprocess.call(built)
    environment = os.environ | ({"LD_PRELOAD": str(shim)} if has_shim else {})
    environment["PYTHONPATH"] += os.pathsep + str(HERE.parent)
    command = [sys.executable, str(HERE / "storing.py"), str(folder / "storing")]
    command += ["counted"] if has_shim else []
    return subprocess.call(command, env=environment)


def growing(folder: Path) -> int:
    """Measure how a client's file grows with its history."""
    environment = dict(os.environ)
    environment["PYTHONPATH"] += os.pathsep + str(HERE.parent)
    command = [sys.executable, str(HERE / "growing.py"), str(folder / "growing")]
    return subprocess.call(command, env=environment)


def protecting(folder: Path) -> int:
    """Measure a protected client beside a plain one."""
    environment = dict(os.environ)
    environment["PYTHONPATH"] += os.pathsep + str(HERE.parent)
    (folder / "protecting").mkdir()
    command = [sys.executable, str(HERE / "protecting.py"), str(folder / "protecting")]
    return subprocess.call(command, env=environment)


def main() -> int:
    """Run all sizes, or those named on the command line."""
    sizes = [int(argument) for argument in sys.argv[1:]] or list(SIZES)
    with tempfile.TemporaryDirectory(prefix="mspseat-bench-") as folder:
        home = Path(folder) / "home"
        home.mkdir()
        os.environ |= {"MSPSEAT_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
        os.environ["PYTHONPATH"] = os.pathsep.join(
            [str(HERE.parent.parent), os.environ.get("PYTHONPATH", "")]
        )
        failed = subprocess.call([sys.executable, str(HERE / "limits.py")])
        failed |= subprocess.call([sys.executable, str(HERE / "bare_edit.py")])
        failed |= subprocess.call([sys.executable, str(HERE / "shapes.py")])
        failed |= storing(Path(folder))
        failed |= growing(Path(folder))
        failed |= protecting(Path(folder))
        make(Path(folder) / "empty.mspseat", 0)
        for seats in sizes:
            file = Path(folder) / f"{seats}.mspseat"
            make(file, seats)
            for script in ("one_size.py", "memory.py"):
                command = [sys.executable, str(HERE / script), str(seats), str(file), str(home)]
                failed |= subprocess.call(command)
        file = Path(folder) / "busy.mspseat"
        ClientFile.create(file, busy.records(BUSY_SEATS)).close()
        command = [sys.executable, str(HERE / "pages.py"), str(BUSY_SEATS), str(file), str(home)]
        failed |= subprocess.call(command)
    return failed


if __name__ == "__main__":
    sys.exit(main())
