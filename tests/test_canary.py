"""A client's words are in the client, its backups and what was exported, and nowhere else."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from canary_world import CANARY, canary_records, write_canary
from mspseat_desktop.domain.typed_words import word_fields
from mspseat_desktop.storage.workshop import Workshop

TESTS = Path(__file__).resolve().parent
SIGNS = (
    CANARY.encode(),
    CANARY.lower().encode(),
    CANARY.encode("utf-16-le"),
    CANARY.encode("utf-16-be"),
    base64.b64encode(CANARY.encode())[:-2],
)
NAMED = {b"recents=", b"adviser=", b"firm="}
"""Lines of the settings that may: the names on the start page, and who the user is."""


def test_every_text_of_every_record_holds_the_canary():
    for record in canary_records():
        for name in word_fields(type(record)):
            assert CANARY in getattr(record, name), f"{type(record).__name__}.{name}"


def is_the_client(path: Path, home: Path) -> bool:
    """Whether a file of the program's folder is a client or one of its backups, or a template."""
    where = path.relative_to(home).parts
    return (
        (where[0] == "work" and ".sqlite" in path.name)
        or (where[0] == "backups" and path.suffix in {".mspseat", ".json", ".new"})
        or where[0] in {"templates", "my-templates"}
    )


def lines_with_it(path: Path) -> list[bytes]:
    content = path.read_bytes()
    return [line for line in content.splitlines() if any(sign in line for sign in SIGNS)]


@pytest.mark.timeout(300)
def test_nothing_of_a_client_is_outside_of_it_after_everything_and_a_kill(tmp_path):
    home, files, temporary = (tmp_path / name for name in ("home", "files", "temporary"))
    files.mkdir()
    temporary.mkdir()
    write_canary(Workshop(home, now=lambda: datetime.now(UTC)), files / "client.mspseat")
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join((str(TESTS), str(TESTS.parent))),
        "MSPSEAT_HOME": str(home),
        "HOME": str(tmp_path / "user"),
        "TMPDIR": str(temporary),
    }
    (tmp_path / "user").mkdir()
    command = [sys.executable, str(TESTS / "canary_user.py"), str(home), str(files)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, cwd=temporary
    ) as program:
        late = threading.Timer(240, program.kill)
        late.start()
        said = program.stdout.readline()
        threading.Event().wait(0.5)  # it is editing and publishing now
        program.kill()
        late.cancel()
        out, err = program.communicate()
    assert said == b"ready\n", err.decode(errors="replace")[-3000:]

    own = [path for path in home.rglob("*") if path.is_file()]
    assert {"mspseat.log", "crash.txt", "settings.ini"} <= {path.name for path in own}
    assert {"print.pdf", "export-csv.pdf", "send-copy.pdf.mspseat"} <= {
        path.name for path in files.iterdir()
    }
    assert b"builtins.ValueError" in (home / "logs" / "mspseat.log").read_bytes()
    assert any(lines_with_it(path) for path in own if is_the_client(path, home))
    others = [path for path in own if not is_the_client(path, home)]
    others += [p for place in ("temporary", "user") for p in (tmp_path / place).rglob("*")]
    found = {
        str(path.relative_to(tmp_path)): lines
        for path in others
        if path.is_file() and (lines := lines_with_it(path))
    }
    settings = found.pop("home/settings.ini", [])
    assert {line[: line.index(b"=") + 1] for line in settings} <= NAMED
    assert found == {}
    names = [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")]
    outside = [name for name in names if CANARY in name and not name.startswith("files/")]
    assert outside == []
    assert not any(sign in out + err for sign in SIGNS)
