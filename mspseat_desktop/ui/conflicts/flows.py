"""What the window does about other versions of a client: says so, keeps both, brings them over."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from mspseat_desktop.language import _, ngettext
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.conflicts.banner import Banner, Standing
from mspseat_desktop.ui.conflicts.comparing import Comparing
from mspseat_desktop.ui.conflicts.passing import is_passing
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.ui.shortcuts.telling import with_keys
from mspseat_desktop.ui.widgets import Answer, ask
from mspseat_desktop.wording.conflicts import (
    OPEN,
    bring_over_words,
    open_elsewhere_text,
    read_beside_text,
)
from mspseat_desktop.wording.problems import problem_text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
    from pathlib import Path

    from mspseat_desktop.domain.vocabulary import BlobHash
    from mspseat_desktop.storage.keys import Secret
    from mspseat_desktop.storage.opened import Opened
    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.main_window import MainWindow
    from mspseat_desktop.ui.open_client import OpenClient

    Blobs = Mapping[BlobHash, tuple[bytes, bool]]
    FindBlobs = Callable[[Collection[BlobHash]], Blobs]

ABOVE_PAGES = 2
"""Where the banner lies in the view's column: below the top bar and its line."""


class ConflictFlows(QObject):
    """One for the window; the banner of the open client is built with its view."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._workshop = window.desk.workshop
        self._comparing = Comparing(window)
        self.banner: Banner | None = None
        self._note: Standing | None = None
        self._noted: Path | None = None

    def connect_view(self, view: ClientView) -> None:
        """Give the view its banner; a view is also built anew while its client stays open."""
        column = view.layout()
        client = self._window.open_client
        if client is None or not isinstance(column, QVBoxLayout):
            return
        self.banner = Banner(self._window.theme, view)
        column.insertWidget(ABOVE_PAGES, self.banner)
        client.kept_changed.connect(self._refresh)
        self._refresh()

    def welcome(self, client: OpenClient, opened: Opened) -> None:
        """Say what is special about a client that has just been opened."""
        self._note = None
        self._refresh()
        if opened.rescued is not None:
            self._comparing.show_rescued(client, opened.rescued)
        elif opened.set_aside is not None:
            words = _("Somebody else has changed this file. Your version is beside it: {file}")
            compare = partial(self._comparing.with_file, client, opened.set_aside)
            self._window.tell(
                words.replace("{file}", opened.set_aside.name),
                action=_("What differs…"),
                then=compare,
            )
        elif opened.recovered and client.target is not None:
            self._window.tell(_("Work that was not in the file yet has been brought back."))
        elif opened.is_upgraded:
            words = _(
                "An older version of the program made this file. From the next edit on, older "
                "versions can show it, at most."
            )
            self._window.tell(words)
        if client.target is not None and client.document.only_shown is None:
            self._look_at_place(client, client.target)

    def say_waiting(self, files: Sequence[Path]) -> None:
        """Say at the start which files lack work that is safe on this laptop."""
        if not files:
            return
        words = ngettext(
            "Work on “{file}” is not in its file yet. It is safe on this laptop.",
            "Work on {n} clients is not in their files yet, “{file}” among them. It is safe on "
            "this laptop.",
            len(files),
        )
        self._window.tell(
            words.replace("{n}", str(len(files))).replace("{file}", files[0].name),
            action=_("Open it"),
            then=lambda: self._window.files.open_path(files[0]),
        )

    def offer(self, path: Path, problem: FileProblem, secret: Secret | None = None) -> bool:
        """Offer to look at a file that is open elsewhere, or a copy; False for another problem."""
        if problem.code not in OPEN:
            return False
        answers = [
            Answer(None, _("Not now")),
            Answer("look", _("Only look at it")),
            Answer("copy", _("Open a copy"), "primary"),
        ]
        if problem.code == "open-elsewhere":
            answers.insert(2, Answer("take", _("Take over")))
        ways: dict[Hashable, Callable[[Secret | None], Opened]] = {
            "look": lambda given: self._workshop.open_to_look(path, given),
            "copy": lambda given: self._workshop.open_copy(path, given),
            "take": lambda given: self._workshop.open_document(path, given, take_over=True),
        }

        def go_on(answer: Hashable | None) -> None:
            if answer in ways:
                after = self._say_copy if answer == "copy" else None
                self._window.files.show_new(ways[answer], secret=secret, then=after)

        ask(
            self._window.theme,
            self._window,
            title=_("The client is open already"),
            text=open_elsewhere_text(problem.code, problem.params, date=date_text),
            answers=tuple(answers),
            then=go_on,
        )
        return True

    def ask_about(self, problem: FileProblem) -> None:
        """Ask what to do when the user's file is gone, or is not only ours any more."""
        if problem.code == "target-gone":
            usual = Answer("back", _("Put it back"), "primary")
        else:
            usual = Answer("both", _("Keep both"), "primary")

        def go_on(answer: Hashable | None) -> None:
            ways = {"back": self.put_back, "both": self.keep_both, "place": self._save_elsewhere}
            if answer in ways:
                ways[str(answer)]()

        ask(
            self._window.theme,
            self._window,
            title=_("The file is not as it was"),
            text=problem_text(problem.code, problem.params),
            answers=(Answer(None, _("Not now")), Answer("place", _("Save elsewhere…")), usual),
            then=go_on,
        )

    def put_back(self) -> None:
        """Write the user's file again where it was."""
        client = self._window.open_client
        if client is None or client.target is None:
            return
        try:
            client.document.set_target(client.target)
        except FileProblem as problem:
            self._window.show_trouble(problem)
            return
        client.look_again()
        self._window.keeping.save()

    def keep_both(self) -> None:
        """Put our version beside the file, open the file, and show what differs."""
        client = self._window.open_client
        if client is None or client.target is None:
            return
        client.bridge.pending.flush_all()
        ours, target = client.bridge.charts.current, client.target
        secret = client.document.secret()
        try:
            aside = client.document.save_aside(self._window.desk.today().isoformat())
        except FileProblem as problem:
            self._window.show_trouble(problem)
            return
        client.close(discard=True)
        self._window.drop_client()

        def compare(present: OpenClient) -> None:
            find = partial(self._comparing.blobs_of, aside, present)
            if not self._comparing.show(present, ours, find, bring_over_words(aside.name)):
                self._window.tell(
                    _("Your version is in {file}. It holds what the other one holds.").replace(
                        "{file}", aside.name
                    )
                )

        self._window.files.open_file(target, secret=secret, then=compare)

    def take_back(self) -> None:
        """Go on with a file that was taken over on another computer."""
        client = self._window.open_client
        if client is not None:
            client.document.take_over()
            client.look_again()
            self._window.keeping.save()

    def _refresh(self, _kept: object = None) -> None:
        client = self._window.open_client
        if self.banner is not None and client is not None:
            self.banner.show_standing(self._standing(client))

    def _standing(self, client: OpenClient) -> Standing | None:
        shown, problem = client.document.only_shown, client.problem
        if shown is not None:
            may_copy = shown.code == "only-shown"
            return Standing(
                problem_text(shown.code, shown.params),
                ((_("Open a copy"), self._open_copy),) if may_copy else (),
                tone="plain",
            )
        note = self._note if client.target == self._noted else None
        if problem is None:
            return note
        offers = {
            "changed-outside": (
                (_("What differs…"), self._compare_with_target),
                (_("Keep both"), self.keep_both),
                (_("Save elsewhere…"), self._save_elsewhere),
            ),
            "taken-over": (
                (_("Take over"), self.take_back),
                (_("Keep both"), self.keep_both),
                (_("Save elsewhere…"), self._save_elsewhere),
            ),
            "target-gone": (
                (_("Put it back"), self.put_back),
                (_("Save elsewhere…"), self._save_elsewhere),
            ),
            "still-trying": (),
        }.get(problem.code, ((_("Save elsewhere…"), self._save_elsewhere),))
        return Standing(problem_text(problem.code, problem.params), offers)

    def _look_at_place(self, client: OpenClient, target: Path) -> None:
        """Ask for another place where files do not stay or can not be written."""
        try:
            client.document.check_place()
        except FileProblem as problem:
            if problem.code == "read-only":
                offers = ((_("Save elsewhere…"), self._save_elsewhere),)
                self._say(Standing(problem_text(problem.code, problem.params), offers))
            return
        if is_passing(target, self._window.desk.passing):
            words = _(
                "“{file}” is in a folder for temporary files and may be deleted. Choose a place "
                "where it stays."
            )
            offers = ((_("Choose a place…"), self._save_elsewhere),)
            self._say(Standing(words.replace("{file}", target.name), offers))
            return
        file, secret = client.document.file, client.document.secret()

        def look() -> Path | None:
            try:
                return self._workshop.other_copy(target, file.document_id, secret)
            finally:
                if secret is not None:
                    secret.wipe()

        client.in_background(look, then=lambda other: self._say_other(client, target, other))

    def _say_other(self, client: OpenClient, target: Path, other: Path | None) -> None:
        if other is None or client is not self._window.open_client or client.target != target:
            return
        words = read_beside_text(target, other)
        offers = ((_("What differs…"), partial(self._comparing.with_file, client, other)),)
        self._say(Standing(words, offers, tone="plain", may_go=True))

    def _say(self, standing: Standing) -> None:
        client = self._window.open_client
        self._note, self._noted = standing, client.target if client is not None else None
        self._refresh()

    def _open_copy(self) -> None:
        """Go on in a copy of what is only shown."""
        client = self._window.open_client
        if client is None or client.document.only_shown is None or client.target is None:
            return
        way = partial(self._workshop.open_copy, client.target)
        secret = client.document.secret()
        self._window.files.show_new(way, secret=secret, then=self._say_copy)

    def _say_copy(self, _client: OpenClient) -> None:
        words = _("This is a copy of its own. {keys} asks for a place for its file.")
        self._window.tell(with_keys(words, "save"))

    def _save_elsewhere(self) -> None:
        self._window.keeping.ask_place()

    def _compare_with_target(self) -> None:
        """Show how the file is now; nothing is brought over while ours has no place."""
        client = self._window.open_client
        if client is not None and client.target is not None:
            self._comparing.with_file(client, client.target)
