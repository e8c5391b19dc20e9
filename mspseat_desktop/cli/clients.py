"""Opens, reads and makes client files for one command."""

from __future__ import annotations

import uuid
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from mspseat_desktop.cli.telling import Told, say_sentence
from mspseat_desktop.cli.unlocking import unlocked
from mspseat_desktop.domain.leaving_out import reduced
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.editing.session import Session
from mspseat_desktop.language import _
from mspseat_desktop.storage.marks import ENDING
from mspseat_desktop.storage.own_folder import usable_home
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.rewriting import rewrite_backups
from mspseat_desktop.storage.sending import send_client
from mspseat_desktop.storage.workshop import Workshop
from mspseat_desktop.wording.problems import problem_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.leaving_out import Sending
    from mspseat_desktop.domain.records import Record
    from mspseat_desktop.editing.charts import ChartKeeper
    from mspseat_desktop.storage.backups import Backup
    from mspseat_desktop.storage.document import Document
    from mspseat_desktop.storage.keys import Secret
    from mspseat_desktop.storage.loading import Loaded


def new_id() -> str:
    """Return an id that nothing else has."""
    return uuid.uuid4().hex


def now() -> datetime:
    """Return the time in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Return the day that it is here."""
    return now().astimezone().date()


def read_client(path: Path) -> Client:
    """Return what the client file holds; it may be open in a window meanwhile.

    Raises FileProblem.
    """
    return read_loaded(path).client


def read_loaded(path: Path) -> Loaded:
    """Return what the client file holds with the pictures for printed pages.

    Of a newer program's file it is said that it can be read only. Raises FileProblem.
    """
    loaded = unlocked(lambda secret: _workshop().read_document(path, secret))
    if loaded.made_by is not None:
        params = {"name": path.name, "version": loaded.made_by}
        say_sentence(problem_text("newer-only-shown", params))
    return loaded


@contextmanager
def look_at(path: Path) -> Iterator[tuple[Client, ChartKeeper]]:
    """Give the client of the file with what is kept beside its chart; it may be open in a window.

    Raises FileProblem.
    """
    opened = unlocked(lambda secret: _workshop().open_to_look(path, secret))
    try:
        yield opened.loaded.client, opened.document.file.charts
    finally:
        opened.document.close(discard=True)


def check_ending(path: Path) -> None:
    """Raise Told for a name that is no client's: nothing else tells what a protected one is."""
    if path.suffix.lower() != ENDING:
        words = _("A client's file ends in “{ending}”. Name it “{name}”.")
        raise Told(words.replace("{ending}", ENDING).replace("{name}", f"{path.name}{ENDING}"))


def write_copy(path: Path, sending: Sending, out: Path) -> None:
    """Write a copy of the client file that leaves out what it says to a new file.

    Raises FileProblem, `exists` among others: nothing is ever replaced.
    """
    if out.exists():
        raise FileProblem("exists", name=out.name)
    workshop = _workshop()
    opened = unlocked(lambda secret: workshop.open_to_look(path, secret))
    try:
        rest = reduced(opened.loaded.client, sending)
        send_client(workshop, rest, opened.document.file, out)
    finally:
        opened.document.close(discard=True)


def forget_history_of(path: Path, *, backups: bool) -> tuple[int, int] | None:
    """Empty the history of the client file; return what became of its backups, if they take part.

    Raises FileProblem, `in-use` when it is open in a window.
    """
    with _opened(path) as (session, document):
        session.forget()
        shelf = document.shelf if backups else None
        key = document.file.key.twin() if document.file.key is not None else None
    if shelf is None:
        return None
    nothing = Edit("forget-history", lambda _work: None)
    try:
        return rewrite_backups(shelf, nothing, reword=lambda words: words, key=key)
    finally:
        if key is not None:
            key.wipe()


def make_client(path: Path, records: Iterable[Record]) -> None:
    """Make a client file of the records, whole or not at all.

    Raises FileProblem, `exists` among others: nothing is ever replaced; Told for another ending.
    """
    check_ending(path)
    document = _workshop().new_document(records).document
    try:
        document.set_target(path)
        document.publish()
    finally:
        document.close(discard=True)


@contextmanager
def open_client(path: Path) -> Iterator[Session]:
    """Open the client for edits; the file is up to date when the block has ended.

    Raises FileProblem, `in-use` when it is open in a window. What was edited before an error is
    kept in the working copy.
    """
    with open_document(path) as (session, _document):
        yield session


@contextmanager
def open_document(path: Path) -> Iterator[tuple[Session, str]]:
    """Open the client as `open_client` does, with the id that all copies of its file share."""
    with _opened(path) as (session, document):
        yield session, document.file.document_id


@contextmanager
def _opened(path: Path) -> Iterator[tuple[Session, Document]]:
    opened = unlocked(lambda secret: _workshop().open_document(path, secret))
    document = opened.document
    try:
        with suppress(FileProblem):  # no room for one is no reason not to do what was asked for
            document.back_up("opened")
        loaded = opened.loaded
        session = Session(loaded.client, document.file, steps=loaded.steps, clock=now)
        yield session, document
        if document.has_unpublished:
            document.publish()
    finally:
        document.close()


def backups_of(path: Path) -> tuple[Backup, ...]:
    """Return the backups of the client file, the newest first; it may be damaged or gone.

    Raises FileProblem when the file can not be read and no backup was taken of it.
    """
    shelf = unlocked(lambda secret: _workshop().shelf_of(path, secret))
    return shelf.listed() if shelf is not None else ()


def restore_backup(path: Path, number: int, out: Path) -> Backup | None:
    """Write a backup of the client file to a new file; None when there is no such backup.

    Raises FileProblem, `exists` among others: nothing is ever replaced; Told for another ending.
    """
    check_ending(out)
    return unlocked(lambda secret: _restored(path, number, out, secret))


def _restored(path: Path, number: int, out: Path, secret: Secret | None) -> Backup | None:
    workshop = _workshop()
    shelf = workshop.shelf_of(path, secret)
    found = [b for b in shelf.listed() if b.number == number] if shelf is not None else []
    if shelf is None or not found:
        return None
    document = workshop.open_backup(shelf, found[0], secret).document
    try:
        document.set_target(out)
        document.publish()
    finally:
        document.close(discard=True)
    return found[0]


def _workshop() -> Workshop:
    return Workshop(usable_home(), now=now)
