"""Guards of storage, each taken away by name: the tests must notice that it is gone."""

from __future__ import annotations

import os
import shutil
from contextlib import nullcontext
from typing import TYPE_CHECKING

from mspseat_desktop.storage import client_file, engine, private_files, publish, untrusted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def _with_settings(changed: dict[str, str]) -> Callable[[], None]:
    def change() -> None:
        assert set(changed) <= set(engine._WORKING)
        engine._WORKING = tuple(changed.get(setting, setting) for setting in engine._WORKING)

    return change


def _no_sync() -> None:
    class NoSync:
        def __getattr__(self, name: str) -> object:
            return (lambda _: None) if name == "fsync" else getattr(os, name)

    publish.os = NoSync()


def _no_folder_sync() -> None:
    for module in (publish, private_files, client_file):
        module.sync_folder = lambda _folder: None


def _no_rename() -> None:
    def write_over(part: Path, target: Path) -> None:
        with part.open("rb") as source, target.open("wb") as into:
            shutil.copyfileobj(source, into, 4096)
        part.unlink()

    publish._replace = write_over


def _no_look_at_the_target() -> None:
    publish._check_target = lambda _target, _seen: None


def _no_transaction() -> None:
    client_file.transaction = lambda _db: nullcontext()


def _no_shape() -> None:
    untrusted._check = lambda _db, _version, _name: None


def _no_seal() -> None:
    untrusted.seal.check = lambda _db, _path: True


FULL, WAL = "PRAGMA synchronous = FULL", "PRAGMA journal_mode = WAL"
WEAKNESSES: dict[str, Callable[[], None]] = {
    "synchronous off": _with_settings({"PRAGMA synchronous = FULL": "PRAGMA synchronous = OFF"}),
    "synchronous normal": _with_settings(
        {"PRAGMA synchronous = FULL": "PRAGMA synchronous = NORMAL"}
    ),
    "no log": _with_settings({"PRAGMA journal_mode = WAL": "PRAGMA journal_mode = MEMORY"}),
    "published without sync": _no_sync,
    "names without sync": _no_folder_sync,
    "no rename": _no_rename,
    "no look at the target": _no_look_at_the_target,
    "no transaction": _no_transaction,
    "no look at the schema": _no_shape,
    "no look at the seal": _no_seal,
}


def _settings(journal: str, synchronous: str) -> Callable[[], None]:
    return _with_settings(
        {WAL: f"PRAGMA journal_mode = {journal}", FULL: f"PRAGMA synchronous = {synchronous}"}
    )


OWN = "WAL and FULL"
SETTINGS: dict[str, Callable[[], None]] = {
    f"{journal} and {synchronous}": _settings(journal, synchronous)
    for journal, synchronous in (
        ("WAL", "FULL"),
        ("WAL", "NORMAL"),
        ("DELETE", "EXTRA"),
        ("DELETE", "FULL"),
        ("DELETE", "NORMAL"),
        ("TRUNCATE", "FULL"),
        ("PERSIST", "FULL"),
    )
}
"""Settings of the working copy to compare; the first are the program's own."""


def weaken(name: str) -> None:
    """Take the guard of that name away from this process; do nothing for no name."""
    if name:
        (WEAKNESSES | SETTINGS)[name]()
