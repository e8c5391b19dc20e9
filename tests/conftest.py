"""What holds for every test: no real home folder, no display, no window or Qt warning left over."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

settings.register_profile("desk", deadline=None, max_examples=25)
settings.register_profile("ci", deadline=None, max_examples=15, derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

MEMORY = Path("/dev/shm")  # noqa: S108 - each run makes a folder of its own in it
"""Where Linux keeps files in memory: thousands of clients are kept safe there without a disk."""
ROOM = 4 * 1024**3
"""What must be free there, in bytes, for the tests to use it."""

_empty_home = pytest.StashKey[str]()
_tests_done = pytest.StashKey[int]()


def pytest_configure(config: pytest.Config) -> None:
    """Cut the whole run off from this machine's user, language and display."""
    is_long = bool(config.getoption("--torture", default=None))  # its figures are of a real disk
    has_room = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    if has_room and not is_long and "TMPDIR" not in os.environ:
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)
    home = tempfile.mkdtemp(prefix="mspseat-test-home-")
    config.stash[_empty_home] = home
    os.umask(0o022)
    for name in list(os.environ):
        if name.startswith(("QT_", "XDG_", "LC_", "MSPSEAT_")) and name != "MSPSEAT_TEST_PLATFORM":
            del os.environ[name]
    os.environ.pop("LANGUAGE", None)
    os.environ |= {
        "HOME": home,
        "USERPROFILE": home,
        "XDG_RUNTIME_DIR": home,
        "LC_ALL": "C.UTF-8",
        "MSPSEAT_HOME": home,
        "QT_QPA_PLATFORM": os.environ.get("MSPSEAT_TEST_PLATFORM", "offscreen"),
    }


def pytest_unconfigure(config: pytest.Config) -> None:
    """Throw the empty home away, and what is on the clipboard of no display.

    That would be let go of after Python has ended, which Qt's wrappers do not survive.
    """
    qt = sys.modules.get("PySide6.QtGui")
    if qt is not None and qt.QGuiApplication.instance() is not None:
        qt.QGuiApplication.clipboard().clear()
    shutil.rmtree(config.stash[_empty_home], ignore_errors=True)


@pytest.fixture(autouse=True)
def program_home_of_the_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a folder of its own for settings, logs and working copies."""
    home = tmp_path / "program-home"
    monkeypatch.setenv("MSPSEAT_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def heap_of_earlier_tests_is_set_apart(request: pytest.FixtureRequest) -> None:
    """Spare the program's own collecting what thousands of tests have left in this process.

    What they left is looked through seldom: each time takes as long as three tests of a window.
    """
    done = request.config.stash[_tests_done] = request.config.stash.get(_tests_done, 0) + 1
    if done % 200 == 0:
        gc.unfreeze()
        gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def no_window_stays_behind() -> Iterator[None]:
    """Fail the test that leaves a window behind, and close it so that the next one is not hit."""
    before = _windows()
    yield
    left = _windows() - before
    if left:
        gc.collect()  # a window in a reference cycle is gone now; one that is held is not
        left = _windows() - before
    if left:
        from PySide6.QtWidgets import QApplication
        from shiboken6 import delete, isValid

        names = sorted(
            f"{type(widget).__name__} {widget.objectName()!r}"
            for widget in QApplication.topLevelWidgets()
            if id(widget) in left
        )
        for widget in QApplication.topLevelWidgets():
            if id(widget) in left and isValid(widget):
                delete(widget)
        pytest.fail(f"windows left behind: {', '.join(names)}")


def _windows() -> set[int]:
    """Return the windows there are now, each by its identity; empty as long as Qt is not used."""
    if "PySide6.QtWidgets" not in sys.modules:
        return set()
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return set()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return {id(widget) for widget in QApplication.topLevelWidgets()}
