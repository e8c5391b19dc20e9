"""What a client goes through in the fault lab, and what must hold after each fault.

A scene is played in a process of its own that tells, step by step, what it promised the user. The
judge then opens what is left and holds it against these promises.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from mspseat_desktop.domain.change import Change, Step, Touch
from mspseat_desktop.domain.edits.forgetting import forget_occupant
from mspseat_desktop.domain.records import (
    Occupant,
    Profile,
    Responsibility,
    Seat,
    Seating,
)
from mspseat_desktop.domain.vocabulary import OccupantId, SeatId
from mspseat_desktop.storage.keys import Key
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.rewriting import rewrite_backups
from mspseat_desktop.storage.salvage import Missing
from mspseat_desktop.storage.sending import send_client
from mspseat_desktop.storage.workshop import Workshop
from mspseat_desktop.wording.problems import sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.storage.document import Document

GOLDEN = Path(__file__).parent.parent / "storage" / "golden"
NAME = "Lakeside.mspseat"
COPY = "Copy.mspseat"
NOT_PLAIN = "not plain: "
IT = SeatId("it")

Tell = "Callable[[str], None]"
FIRST_KEY = Key(bytearray(range(32)), b"first salt of 16")
OTHER_KEY = Key(bytearray(range(32, 64)), b"other salt of 16")


class Ring:
    """Opens files with either key, and plain ones."""

    def key(self, salt: bytes) -> Key:
        (found,) = (key for key in (FIRST_KEY, OTHER_KEY) if key.salt == salt)
        return found.twin()

    def wipe(self) -> None:
        """Keep both: the next try needs them as well."""


RING = Ring()


def records() -> list[object]:
    """A client with two seats; the title of one counts the edits."""
    return [
        Profile(name="Lakeside Manufacturing"),
        Seat(SeatId("boss"), None, 1024, "Owner"),
        Seat(IT, SeatId("boss"), 1024, "title 0", notes="What is agreed. " * 200),
        Responsibility("r1", IT, 1024, "Backups come back"),
        Occupant("acme", "Acme IT", "provider"),
        Seating("x1", IT, "acme"),
    ]


@dataclass
class Place:
    """The disk of one try: the program's own folder, and the user's."""

    root: Path
    opened: Document | None = None

    @property
    def home(self) -> Path:
        return self.root / "home"

    @property
    def target(self) -> Path:
        return self.root / "documents" / NAME

    @property
    def damaged(self) -> Path:
        """A file that is no longer whole, where a scene has one."""
        return self.root / "stick" / NAME

    @property
    def damaged_before(self) -> Path:
        return self.root / "stick" / "as it was"

    @property
    def copy(self) -> Path:
        return self.target.with_name(COPY)

    def workshop(self, *, later: bool = False) -> Workshop:
        hours = timedelta(hours=3 if later else 0)
        return Workshop(self.home, now=lambda: datetime.now(UTC) + hours)


def number_in(client: Client) -> int:
    """Return how many edits the client has seen; the golden client has seen none."""
    title = client.seat(IT).title
    return int(title.removeprefix("title ")) if title.startswith("title ") else 0


def rename(document: Document, number: int) -> None:
    """Write edit `number`, with its step, as the program does."""
    seat = document.file.load().client.seat(IT)
    change = Change((Touch(seat, replace(seat, title=f"title {number}")),))
    step = Step(number, "rename", {}, change, "2026-11-23T09:00:00+00:00")
    document.file.write(change, steps=(step,))


@dataclass
class Player:
    """Plays a scene: does a thing, and once more when it is told that it did not work."""

    place: Place
    tell: Callable[[str], None]

    def does(self, promise: str, act: Callable[[], object]) -> bool:
        """Try twice, and say so when it is done; a user who is told of a fault tries again."""
        for _ in range(2):
            try:
                act()
            except FileProblem as problem:
                plain = problem.code in sentences()
                self.tell(f"problem {problem.code}" if plain else NOT_PLAIN + problem.code)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
                self.tell(f"{NOT_PLAIN}{type(error).__name__}: {error}")
                return False
            else:
                self.tell(promise)
                return True
        return False

    def opens(self) -> bool:
        def act() -> None:
            opened = self.place.workshop().open_document(self.place.target, RING)
            self.place.opened = opened.document

        return self.does("opened", act)

    def edits(self, number: int) -> bool:
        self.tell(f"tries {number}")
        return self.does(f"edited {number}", lambda: rename(self.document, number))

    def publishes(self) -> bool:
        return self.does("published", self.document.publish)

    @property
    def document(self) -> Document:
        assert self.place.opened is not None
        return self.place.opened


@dataclass(frozen=True)
class Scene:
    """`lay` makes the disk, `begin` leads up to what is tried, `play` is hit by the fault."""

    name: str
    lay: Callable[[Place], None]
    begin: Callable[[Player], object]
    play: Callable[[Player], object]
    beside: frozenset[str] = field(default_factory=frozenset)
    is_new: bool = False  # there is no file of the user's before it is published


def lay_client(place: Place) -> None:
    place.target.parent.mkdir(parents=True)
    document = place.workshop().new_document(records()).document
    document.set_target(place.target)
    document.publish()
    document.close()


def lay_old_client(place: Place) -> None:
    place.target.parent.mkdir(parents=True)
    shutil.copy(GOLDEN / "schema-1.mspseat", place.target)


def lay_crashed_client(place: Place) -> None:
    """A client whose program died with edits that the user's file has not."""
    lay_client(place)
    player = Player(place, lambda _: None)
    player.opens()
    for number in (1, 2):
        player.edits(number)
    work = player.document.file.path.parent
    left = place.root / "left"
    shutil.copytree(work, left)
    player.document.close(discard=True)
    shutil.copytree(left, work)
    shutil.rmtree(left)


def lay_old_crashed_client(place: Place) -> None:
    """A working copy that a program of schema 1 left."""
    lay_crashed_client(place)
    (work,) = (place.home / "work").iterdir()
    for file in work.glob("client.sqlite*"):
        file.unlink()
    shutil.copy(GOLDEN / "schema-1.mspseat", work / "client.sqlite")


def nothing(_player: Player) -> None:
    """Begin with the disk as it was laid."""


def open_and_edit(player: Player) -> None:
    player.opens()
    player.edits(1)


def play_open(player: Player) -> None:
    if player.opens() and player.edits(3):
        player.publishes()


def play_edits(player: Player) -> None:
    for number in (1, 2, 3):
        player.edits(number)


def play_publish(player: Player) -> None:
    player.publishes()
    if player.edits(2):
        player.publishes()


def play_close(player: Player) -> None:
    player.publishes()
    player.does("closed", player.document.close)


def play_new(player: Player) -> None:
    """What bringing in comes to in storage: a new client is made of records, and gets a place."""
    place = player.place

    def make() -> None:
        place.opened = place.workshop().new_document(records()).document

    if player.does("made", make) and player.does("placed", lambda: place_new(player)):
        player.publishes()


def place_new(player: Player) -> None:
    player.document.set_target(player.place.target)


def play_copy(player: Player) -> None:
    player.does("copied", lambda: player.document.save_copy(player.place.copy))
    player.does("copied", lambda: player.document.send_copy(player.place.copy))


def play_move(player: Player) -> None:
    player.does("moved", lambda: player.document.move_to(player.place.copy))


def lay_backed_up_client(place: Place) -> None:
    lay_client(place)
    document = place.workshop().open_document(place.target).document
    document.back_up("opened")
    document.close()


def play_back_up(player: Player) -> None:
    player.does("backed up", lambda: player.document.back_up("published"))
    player.edits(2)
    player.does("backed up", lambda: player.document.back_up("opened"))


def play_restore(player: Player) -> None:
    workshop = player.place.workshop()

    def restore() -> None:
        shelf = workshop.backups.shelf_of(player.place.target)
        listed = shelf.listed() if shelf else ()
        if shelf is None or not listed:  # the list says that there is none: look again
            raise FileProblem("gone")
        player.place.opened = workshop.open_backup(shelf, listed[0], RING).document

    player.does("restored", restore)


def play_forget(player: Player) -> None:
    """The history goes, with all traces; what comes after is kept as ever."""
    if player.does("forgotten", lambda: player.document.file.forget(Change())):
        player.edits(2)
        player.publishes()


def play_rewrite(player: Player) -> None:
    """Each backup is exchanged for one without its history."""
    edit = forget_occupant(OccupantId("acme"), stand_in="somebody")
    shelf, key = player.document.shelf, player.document.file.key

    def rewrite() -> None:
        if shelf is not None:
            rewrite_backups(shelf, edit, reword=str, key=key)

    player.does("backed up", rewrite)


def play_send(player: Player) -> None:
    """A copy is made of records, with an id of its own."""
    workshop, file = player.place.workshop(), player.document.file
    copy = player.place.copy
    player.does("copied", lambda: send_client(workshop, file.load().client, file, copy))


def lay_protected_client(place: Place) -> None:
    """A client whose file and backup are protected with the first key."""
    place.target.parent.mkdir(parents=True)
    document = place.workshop().new_document(records(), FIRST_KEY).document
    document.set_target(place.target)
    document.publish()
    document.back_up("opened")
    document.close()


def change_key(key: Key | None) -> Callable[[Player], None]:
    """Give an open client another key, or none, edit it and publish it."""

    def play(player: Player) -> None:
        def change() -> None:
            player.document.change_key(key.twin() if key else None)

        if player.does("protected" if key else "unprotected", change):
            player.edits(2)
            player.publishes()

    return play


def lay_no_client(place: Place) -> None:
    place.target.parent.mkdir(parents=True)


def lay_damaged_client(place: Place) -> None:
    """A client file in a folder of its own, in which one page of an index is rubbish."""
    lay_client(place)
    place.damaged.parent.mkdir()
    place.target.rename(place.damaged)
    shutil.rmtree(place.home)
    with closing(sqlite3.connect(place.damaged)) as db:
        (page,) = db.execute(
            "SELECT rootpage FROM sqlite_schema WHERE tbl_name = 'seat' AND type = 'index'"
        ).fetchone()
        (size,) = db.execute("PRAGMA page_size").fetchone()
    content = bytearray(place.damaged.read_bytes())
    content[(page - 1) * size : page * size] = b"\xff" * size
    place.damaged.write_bytes(content)
    place.damaged_before.write_bytes(content)


def play_salvage(player: Player) -> None:
    """Open what can be read of a damaged file, and give it a place."""
    place = player.place

    def rescue() -> None:
        opened, missing = place.workshop().open_salvaged(place.damaged)
        place.opened = opened.document
        assert missing == Missing((), (), ()), missing

    if player.does("made", rescue) and player.does("placed", lambda: place_new(player)):
        player.publishes()


SCENES = {
    scene.name: scene
    for scene in (
        Scene("open", lay_client, nothing, play_open),
        Scene("edit", lay_client, lambda player: player.opens(), play_edits),
        Scene("publish", lay_client, open_and_edit, play_publish),
        Scene("close", lay_client, open_and_edit, play_close),
        Scene("migrate", lay_old_client, nothing, play_open),
        Scene("recover", lay_crashed_client, nothing, play_open),
        Scene("migrate a working copy", lay_old_crashed_client, nothing, play_open),
        Scene("import", lay_no_client, nothing, play_new, is_new=True),
        Scene("salvage", lay_damaged_client, nothing, play_salvage, is_new=True),
        Scene("copy", lay_client, open_and_edit, play_copy, frozenset({COPY})),
        Scene("back up", lay_backed_up_client, open_and_edit, play_back_up),
        Scene("forget the history", lay_client, open_and_edit, play_forget),
        Scene("rewrite backups", lay_backed_up_client, open_and_edit, play_rewrite),
        Scene("send", lay_client, open_and_edit, play_send, frozenset({COPY})),
        Scene("restore", lay_backed_up_client, nothing, play_restore),
        Scene("protect", lay_backed_up_client, open_and_edit, change_key(FIRST_KEY)),
        Scene("publish a protected client", lay_protected_client, open_and_edit, play_publish),
        Scene("change the passphrase", lay_protected_client, open_and_edit, change_key(OTHER_KEY)),
        Scene("take the passphrase away", lay_protected_client, open_and_edit, change_key(None)),
        Scene("move", lay_client, open_and_edit, play_move, frozenset({COPY})),
    )
}
