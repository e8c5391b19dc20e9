"""A disk of its own in a file: an ext4 whose power can be cut, or a small memory that fills up.

Both need the rights to mount; where these are missing the tests are skipped, and say so.
"""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHUT_DOWN = 0x8004587D
"""The request by which ext4 stops at once, as file system tests do; no log is written out."""
_WITHOUT_LOG = 2


def _run(*command: object) -> None:
    subprocess.run(list(map(str, command)), check=True, capture_output=True)


def _needs(*tools: str) -> None:
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("NO REAL DISK IS CUT OR FILLED: that needs Linux and root")
    for tool in tools:
        if not any((Path(place) / tool).exists() for place in ("/sbin", "/usr/sbin", "/bin")):
            pytest.skip(f"NO REAL DISK IS CUT OR FILLED: {tool} is missing")


class CutDisk:
    """An ext4 in a file, mounted on a folder."""

    def __init__(self, folder: Path) -> None:
        self._image = folder / "disk.img"
        self.folder = folder / "disk"
        self.folder.mkdir()
        with self._image.open("wb") as file:
            file.truncate(64 * 1024 * 1024)
        _run("mkfs.ext4", "-q", self._image)
        self._mount()

    def _mount(self) -> None:
        _run("mount", "-o", "loop", self._image, self.folder)

    def cut(self) -> None:
        """Take the power away: what is not on the disk yet never will be."""
        import fcntl

        folder = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.ioctl(folder, _SHUT_DOWN, struct.pack("<I", _WITHOUT_LOG))
        finally:
            os.close(folder)

    def start_again(self) -> None:
        """Give the power back; the file system repairs itself by its log."""
        self.let_go()
        self._mount()

    def let_go(self) -> None:
        _unmount(self.folder)


def _unmount(folder: Path) -> None:
    for _ in range(50):  # a process that just ended may hold it for a moment
        if subprocess.run(["umount", str(folder)], check=False, capture_output=True).returncode:
            time.sleep(0.1)
        else:
            return
    subprocess.run(["umount", "-l", str(folder)], check=False, capture_output=True)


@contextmanager
def ext4(folder: Path) -> Iterator[CutDisk]:
    """Have an ext4 inside; skip the test where none can be had."""
    _needs("mkfs.ext4", "mount")
    try:
        disk = CutDisk(folder)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("NO REAL POWER CUTS: no file can be mounted as a disk here")
    try:
        yield disk
    finally:
        disk.let_go()


@contextmanager
def small_memory(folder: Path, kilobytes: int) -> Iterator[Path]:
    """Have a disk in memory of that size inside; skip the test where none can be had."""
    _needs("mount")
    folder.mkdir()
    try:
        _run("mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", folder)
    except subprocess.CalledProcessError:
        pytest.skip("NO DISK RUNS FULL: no memory can be mounted as a disk here")
    try:
        yield folder
    finally:
        _unmount(folder)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Let a mounted disk take no writing inside."""
    _run("mount", "-o", "remount,ro", folder)
    try:
        yield
    finally:
        _run("mount", "-o", "remount,rw", folder)


def fill(folder: Path) -> None:
    """Leave no byte of room on the disk of the folder."""
    with (folder / "other programs' files").open("ab", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 1):
            try:
                while file.write(bytes(size)):
                    pass
            except OSError:
                continue
