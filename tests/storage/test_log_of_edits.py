"""The log of edits has its full length from the start."""

from __future__ import annotations

import subprocess
import sys

import pytest

FULL_LENGTH = 4_000 * 1024
ON_A_FULL_DISK = """
import resource, sys
from dataclasses import replace
from pathlib import Path
from mspseat_desktop.domain.change import Change, Touch
from mspseat_desktop.domain.records import Profile
from mspseat_desktop.storage.client_file import ClientFile

path = Path(sys.argv[1])
profile = Profile(name="Harbor Pine")
ClientFile.create(path, [profile]).close()
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
file = ClientFile.open(path)
log = path.with_name(path.name + "-wal").stat().st_size
file.write(Change((Touch(profile, replace(profile, name="Harbor Pine Foods")),)))
print(log, file.client_name)
"""


def test_the_log_has_its_full_length_before_the_first_edit(new_file):
    path = new_file().path
    log = path.with_name(path.name + "-wal")
    assert FULL_LENGTH <= log.stat().st_size < FULL_LENGTH * 1.05


def test_nothing_of_the_making_of_the_log_reaches_a_copy(new_file, tmp_path):
    new_file().copy_to(tmp_path / "copy")
    assert b"CREATE TABLE room" not in (tmp_path / "copy").read_bytes()
    assert (tmp_path / "copy").stat().st_size < FULL_LENGTH / 10


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the length of files")
def test_a_disk_without_room_for_the_log_still_opens_and_takes_edits(tmp_path):
    path = tmp_path / "c.sqlite"
    command = [sys.executable, "-c", ON_A_FULL_DISK, str(path)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    length, name = said.split(maxsplit=1)
    assert int(length) == 0
    assert name.strip() == "Harbor Pine Foods"
