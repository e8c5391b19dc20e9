"""Files that go out to the user's folders: whole or not at all, and never over a client's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.storage.marks import is_client_file
from mspseat_desktop.storage.private_files import write_whole
from mspseat_desktop.storage.problems import FileProblem, problems

if TYPE_CHECKING:
    from pathlib import Path


def write_out(path: Path, content: bytes) -> None:
    """Put the file there in one go, in place of an older one that is no client's.

    Raises FileProblem: `folder`, `not-a-file`, `is-a-client`, and what disk and folder may say.
    """
    with problems("writing", path.name):
        if path.is_dir():
            raise FileProblem("folder", name=path.name)
        if path.exists() and not path.is_file():
            raise FileProblem("not-a-file", name=path.name)
        keep_off_clients(path)
        write_whole(path, content)


def keep_off_clients(path: Path) -> None:
    """Raise FileProblem("is-a-client") when a client's file stands there."""
    if is_client_file(path):
        raise FileProblem("is-a-client", name=path.name)
