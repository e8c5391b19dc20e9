"""Writes what a command makes: a whole file that only its owner reads, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.storage.private_files import write_whole
from mspseat_desktop.storage.problems import FileProblem, problems

if TYPE_CHECKING:
    from pathlib import Path


def write_output(path: Path, content: bytes, *, client: Path) -> None:
    """Put the file there in one go, in place of an older one.

    Raises FileProblem: `folder`, `not-a-file`, `exists` for the client file that it was made
    from, and what disk and folder may say.
    """
    with problems("writing", path.name):
        if path.is_dir():
            raise FileProblem("folder", name=path.name)
        if path.exists():
            if path.samefile(client):
                raise FileProblem("exists", name=path.name)
            if not path.is_file():
                raise FileProblem("not-a-file", name=path.name)
        write_whole(path, content)
