"""The program talks to nobody: no module of it may, and none of its processes does."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
RULES = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
BANNED = RULES["tool"]["ruff"]["lint"]["flake8-tidy-imports"]["banned-api"]
CONTRACTS = RULES["tool"]["importlinter"]["contracts"]
CONNECTING = {
    "PySide6.QtHttpServer",
    "PySide6.QtNetwork",
    "PySide6.QtRemoteObjects",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebSockets",
    "asyncio",
    "ftplib",
    "http",
    "imaplib",
    "logging.handlers.HTTPHandler",
    "logging.handlers.SocketHandler",
    "logging.handlers.SysLogHandler",
    "multiprocessing.connection",
    "multiprocessing.managers",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "urllib.request",
    "webbrowser",
    "wsgiref",
    "xmlrpc",
}
"""Whatever could open a connection, or listen for one."""
INTERNET = re.compile(r"\bAF_INET6?\b|\bPF_INET6?\b|AF_PACKET")
SPEAKS = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"


def import_of(name: str) -> str:
    module, _, taken = name.rpartition(".")
    return f"from {module} import {taken}" if taken[:1].isupper() and module else f"import {name}"


def test_the_rules_for_imports_know_all_that_can_open_a_connection() -> None:
    assert CONNECTING - set(BANNED) == set()
    (contract,) = [c for c in CONTRACTS if c["name"] == "Nothing opens a network connection"]
    whole = {name for name in CONNECTING if "." not in name}
    assert whole - set(contract["forbidden_modules"]) == set()
    assert contract["source_modules"] == ["mspseat_desktop"]


def test_ruff_refuses_each_of_them() -> None:
    source = "\n".join(import_of(name) for name in sorted(CONNECTING))
    command = [sys.executable, "-m", "ruff", "check", "--select", "TID251", "--output-format"]
    told = subprocess.run(
        [*command, "concise", "--stdin-filename", "mspseat_desktop/new.py", "-"],
        input=source,
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    refused = {int(line) for line in re.findall(r"new\.py:(\d+):\d+: TID251", told.stdout)}
    assert refused == set(range(1, len(CONNECTING) + 1)), told.stdout + told.stderr


def test_no_module_imports_any_of_them() -> None:
    command = [sys.executable, "-m", "ruff", "check", "--select", "TID251", "mspseat_desktop"]
    told = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert told.returncode == 0, told.stdout


@pytest.fixture(name="watched")
def _watched(tmp_path):
    """Run a Python under strace and return what it asked for of sockets, and all it printed."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("NOBODY LOOKS WHETHER A SOCKET IS OPENED: that needs Linux with strace")

    def watched(*arguments):
        log = tmp_path / "sockets"
        calls = "trace=socket,socketpair,connect,bind,sendto,sendmsg"
        environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(TESTS), str(ROOT)))}
        done = subprocess.run(
            [strace, "-f", "-qq", "-e", calls, "-o", str(log), sys.executable, *arguments],
            capture_output=True,
            text=True,
            env=environment,
            check=False,
        )
        if "ptrace" in done.stderr or not log.exists():
            pytest.skip("NOBODY LOOKS WHETHER A SOCKET IS OPENED: strace is not permitted here")
        return log.read_text(), done

    return watched


def test_a_socket_to_the_internet_would_be_seen(watched) -> None:
    asked, _done = watched("-c", SPEAKS)
    assert INTERNET.search(asked)


@pytest.mark.timeout(300)
def test_the_running_program_opens_no_socket_to_the_internet(watched, tmp_path) -> None:
    (tmp_path / "files").mkdir()
    script = TESTS / "offline_user.py"
    asked, done = watched(str(script), str(tmp_path / "home"), str(tmp_path / "files"))
    assert done.stdout == "done\n", done.stderr[-2000:]
    assert (tmp_path / "files" / "sent.mspseat").exists()
    assert [line for line in asked.splitlines() if INTERNET.search(line)] == []
