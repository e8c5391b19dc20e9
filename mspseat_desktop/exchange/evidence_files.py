"""The files that the answers of a script attach as evidence, read with the window's own limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.exchange.source_file import source_bytes
from mspseat_desktop.storage.blobs import LARGEST, LARGEST_OF_ALL
from mspseat_desktop.storage.problems import FileProblem

if TYPE_CHECKING:
    from pathlib import Path

    from mspseat_desktop.exchange.answers_in import GivenReview


def evidence_files(given: GivenReview, beside: Path) -> dict[str, bytes]:
    """Return the bytes of each attached file by the path that names it.

    Paths count from the folder `beside`. Raises ImportProblem as `source_bytes`, and FileProblem
    `attachment-empty`, `pictures-full` when they are more than a client takes.
    """
    found: dict[str, bytes] = {}
    for answer in given.answers:
        name = answer.rests_on.file
        if not name or name in found:
            continue
        content = source_bytes(beside / name, largest=LARGEST)
        if not content:
            raise FileProblem("attachment-empty", name=name)
        found[name] = content
        if sum(map(len, found.values())) > LARGEST_OF_ALL:
            raise FileProblem("pictures-full")
    return found
