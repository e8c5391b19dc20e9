"""The program's own folder, a log without client words, and what Qt misses on this machine."""

from __future__ import annotations

import os
import platform
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from mspseat_desktop.diagnostics import (
    MissingLibrary,
    describe_exception,
    has_display,
    install_line,
    libraries,
    log_event,
    log_exception,
    log_folder,
    missing_libraries,
    program_home,
    start_log,
    stop_log,
)
from mspseat_desktop.diagnostics.log import LOG_FILE_BYTES, LOG_FILES

CLIENT = "Lakeside Manufacturing"
on_posix = pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems bring all of it")
CURSOR = MissingLibrary("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "x", "y")


@pytest.fixture
def log():
    yield start_log()
    stop_log()


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def failure() -> Exception:
    try:
        try:
            {}[CLIENT]
        except KeyError as error:
            float(CLIENT + str(error))
    except ValueError as error:
        return error
    raise AssertionError


def test_the_variable_moves_everything_the_program_keeps(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("MSPSEAT_HOME", str(tmp_path / "deep" / "inside"))
    assert program_home() == tmp_path / "deep" / "inside"
    assert log_folder().is_relative_to(tmp_path / "deep" / "inside")


def test_without_the_variable_the_folder_lies_with_the_users_own_data(monkeypatch) -> None:
    monkeypatch.delenv("MSPSEAT_HOME")
    assert program_home().is_relative_to(Path.home())
    assert program_home().is_dir()


@on_posix
def test_only_the_user_can_look_into_the_folders_and_the_log(log) -> None:
    log_event("started")
    assert mode(program_home()) == 0o700
    assert mode(log_folder()) == 0o700
    assert mode(log) == 0o600


def test_an_event_is_one_line_of_time_code_and_numbers(log) -> None:
    log_event("client.opened", seats=12, ms=48.25)
    line = log.read_text(encoding="utf-8")
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ client\.opened seats=12 ms=48\.250\n", line
    )


@pytest.mark.parametrize("code", ["", CLIENT, "opened\n", "a" * 61])
def test_words_are_no_code(code: str) -> None:
    with pytest.raises(ValueError, match="log code"):
        log_event(code)


def test_words_are_no_number() -> None:
    with pytest.raises(ValueError, match="format code"):
        log_event("opened", seats=CLIENT)


def test_an_event_before_the_log_is_started_goes_nowhere(capsys) -> None:
    log_event("opened")
    assert capsys.readouterr() == ("", "")


def test_an_exception_is_told_without_its_message(log) -> None:
    log_exception(failure())
    told = log.read_text(encoding="utf-8")
    assert CLIENT not in told
    assert "builtins.ValueError" in told
    assert "builtins.KeyError" in told
    assert len(told.splitlines()) == 1


def test_a_described_exception_names_file_and_line_but_not_the_users_folders() -> None:
    told = describe_exception(failure())
    assert re.search(
        r"^  at tests/test_diagnostics\.py:\d+$", told.replace("\\", "/"), re.MULTILINE
    )
    assert str(Path(__file__).parent.parent) not in told


def test_the_log_is_kept_short_by_turning_over(log) -> None:
    for _ in range(LOG_FILES + 1):
        log.write_text("x" * LOG_FILE_BYTES)
        log_event("one.more")
        stop_log()
        start_log()
    files = sorted(log_folder().iterdir())
    assert len(files) == LOG_FILES
    assert log.read_text().endswith(" one.more\n")
    assert log.stat().st_size < 100


def test_a_log_that_cannot_be_written_stops_nothing(log, capsys) -> None:
    log.mkdir()
    log_event("opened")
    assert capsys.readouterr() == ("", "")


def test_a_hard_crash_leaves_its_stack_in_the_log_folder() -> None:
    crash = "import os, signal; from mspseat_desktop.diagnostics import watch_for_crashes;"
    crash += "keep = watch_for_crashes(); os.abort()"
    env = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parent.parent)}
    died = subprocess.run([sys.executable, "-c", crash], check=False, env=env)
    assert died.returncode != 0
    trace = log_folder() / "crash.txt"
    assert "Fatal Python error: Aborted" in trace.read_text()
    if os.name != "nt":
        assert mode(trace) == 0o600


def test_offscreen_lacks_nothing_where_these_tests_run() -> None:
    assert missing_libraries() == ()


@on_linux
def test_every_library_of_the_table_has_a_package_on_every_system() -> None:
    rows = [line.split() for line in (libraries._ALWAYS + libraries._X11).splitlines() if line]
    assert {len(row) for row in rows} == {5}
    assert all(".so." in row[0] for row in rows)


@on_linux
@pytest.mark.parametrize(
    ("release", "line"),
    [
        ({"ID": "debian"}, "apt install -y libxcb-cursor0"),
        ({"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}, "apt install -y libxcb-cursor0"),
        ({"ID": "fedora"}, "dnf install -y xcb-util-cursor"),
        ({"ID": "manjaro", "ID_LIKE": "arch"}, "pacman -S --needed x"),
        ({"ID": "opensuse-leap", "ID_LIKE": "suse opensuse"}, "zypper install -y y"),
    ],
)
def test_the_line_to_type_suits_the_system(monkeypatch, release, line) -> None:
    monkeypatch.setattr(platform, "freedesktop_os_release", lambda: release)
    assert install_line([CURSOR, CURSOR]) in {line, f"sudo {line}"}


@on_linux
def test_an_unknown_system_gets_no_line(monkeypatch) -> None:
    monkeypatch.setattr(platform, "freedesktop_os_release", lambda: {"ID": "plan9"})
    assert install_line([CURSOR]) is None


@on_linux
@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_a_window_can_be_shown_when_one_of_these_is_set(monkeypatch, name) -> None:
    for each in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(each, raising=False)
    assert not has_display()
    monkeypatch.setenv(name, "something")
    assert has_display()
