"""All that the program makes can be read by its user only, whatever the system's usual rights."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import offline_user
from mspseat_desktop.diagnostics import log_event, start_log, stop_log, watch_for_crashes
from mspseat_desktop.ui.settings import Settings

ROOT = Path(__file__).resolve().parents[3]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")


def open_to_others(folder):
    """The files and folders from there on that somebody else may look into."""
    found = [folder, *folder.rglob("*")]
    return sorted(
        f"{path.relative_to(folder.parent)} {stat.S_IMODE(path.stat().st_mode):o}"
        for path in found
        if stat.S_IMODE(path.stat().st_mode) & 0o077
    )


def test_nothing_that_the_program_makes_is_open_to_others(program, tmp_path):
    assert os.umask(0o022) == 0o022  # the usual one, which makes files that all can read
    files = tmp_path / "files"
    files.mkdir(mode=0o700)
    start_log()
    trace = watch_for_crashes()
    log_event("started")
    offline_user.use(program, files)
    program.window.desk.settings.sync()
    stop_log()
    trace.close()
    home = tmp_path / "program-home"
    seen = {path.name for path in home.rglob("*")}
    assert {"settings.ini", "mspseat.log", "crash.txt", "backups", "work", "locks"} <= seen
    assert open_to_others(home) == []
    (files / "back.pdf").unlink()  # the test's own
    assert {"Lakeside.mspseat", "sent.mspseat", "chart.csv", "form.pdf"} <= {
        path.name for path in files.iterdir()
    }
    assert open_to_others(files) == []


def test_settings_that_others_could_read_are_closed_to_them(tmp_path):
    path = tmp_path / "settings.ini"
    path.write_text("[General]\ntheme=dark\n")
    path.chmod(0o644)
    settings = Settings(tmp_path)
    assert settings.theme() == "dark"
    settings.choose_theme("light")
    settings.sync()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def run_python(code, tmp_path):
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)}
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
        cwd=tmp_path,
    )


def test_a_process_that_keeps_to_itself_makes_private_files_and_no_core(tmp_path):
    code = """
import os, resource
from mspseat_desktop.diagnostics import keep_to_oneself
os.umask(0o022)
keep_to_oneself()
open("new", "w").close()
os.mkdir("folder")
print(oct(os.stat("new").st_mode & 0o777), oct(os.stat("folder").st_mode & 0o777),
      resource.getrlimit(resource.RLIMIT_CORE)[0])
"""
    assert run_python(code, tmp_path).stdout.split() == ["0o600", "0o700", "0"]


def test_a_process_that_keeps_to_itself_prints_nothing_of_its_libraries(tmp_path):
    talk = """
import logging, warnings
logging.getLogger("pypdf").warning("Lakeside %s", "Manufacturing")
logging.getLogger("pypdf").error("%d", "Lakeside")
warnings.warn("Lakeside Manufacturing")
"""
    quiet = "from mspseat_desktop.diagnostics import keep_to_oneself; keep_to_oneself()\n"
    assert "Lakeside" in run_python(talk, tmp_path).stderr
    done = run_python(quiet + talk, tmp_path)
    assert (done.stdout, done.stderr) == ("", "")


def test_what_qt_and_a_fault_say_is_printed_without_words(tmp_path):
    code = """
import sys, threading
from PySide6.QtCore import qWarning
from mspseat_desktop.ui.error_hooks import ErrorHooks
ErrorHooks(lambda _description: None).install()
qWarning("Lakeside Manufacturing")
def fail():
    raise ValueError("Lakeside Manufacturing")
thread = threading.Thread(target=fail)
thread.start()
thread.join()
class Last:
    def __del__(self):
        fail()
del_me = Last()
del del_me
try:
    fail()
except ValueError:
    sys.excepthook(*sys.exc_info())
"""
    done = run_python(code, tmp_path)
    assert "Lakeside" not in done.stderr + done.stdout
    assert done.stderr.count("builtins.ValueError") == 3


@pytest.mark.parametrize("start", ["mspseat_desktop.app.run", "mspseat_desktop.cli.entry.main"])
def test_window_and_command_line_both_keep_to_themselves(start):
    module, _, function = start.rpartition(".")
    source = (ROOT / module.replace(".", "/")).with_suffix(".py").read_text()
    body = source.partition(f"def {function}(")[2].partition("\ndef ")[0]
    assert "keep_to_oneself()" in body
