"""A copy to hand over: a client file of its own that never held what it leaves out."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.review_records import Answer, Review, Voice
from mspseat_desktop.domain.typed_words import every_record
from mspseat_desktop.storage.problems import FileProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import BlobHash
    from mspseat_desktop.storage.client_file import ClientFile
    from mspseat_desktop.storage.workshop import Workshop


def send_client(workshop: Workshop, client: Client, source: ClientFile, path: Path) -> None:
    """Write the client to a new file, over what stands there; a dialog has asked before.

    `source` has its pictures and attached files. The file is made of the records alone, so there
    is no history in it, no trace of what was left out, and an id of its own: it is not the same
    client any more. A protected client's copy opens with its phrase. Raises FileProblem; nothing
    is left then.
    """
    copy = workshop.new_document(every_record(client), source.key).document
    try:
        for name, is_file in dict(_blobs_of(client)).items():
            with suppress(FileProblem):  # a picture is not worth the rest
                _pass_on(source, copy.file, name, is_file=is_file)
        copy.send_copy(path)
    finally:
        copy.close(discard=True)


def _pass_on(source: ClientFile, copy: ClientFile, name: BlobHash, *, is_file: bool) -> None:
    content = source.attached(name) if is_file else source.blob(name)
    if content is not None:
        (copy.keep_file if is_file else copy.keep_blob)(content)


def _blobs_of(client: Client) -> Iterator[tuple[BlobHash, bool]]:
    """Yield what the records name, and whether it is an attached file; pictures come last."""
    folded = [
        *(one.answers for one in client.every(Review)),
        *(one.answers for one in client.every(Voice)),
        tuple(client.every(Answer)),
    ]
    yield from ((answer.file, True) for answers in folded for answer in answers if answer.file)
    profile = client.profile
    pictures = (profile.logo, profile.mark, *(o.portrait for o in client.every(Occupant)))
    yield from ((name, False) for name in pictures if name)
