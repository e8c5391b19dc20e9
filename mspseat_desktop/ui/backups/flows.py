"""What the window does with backups: list, compare, open, erase; and mending after damage."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mspseat_desktop.domain.difference import difference
from mspseat_desktop.domain.edits.client import change_profile
from mspseat_desktop.language import _
from mspseat_desktop.storage.problems import DAMAGED, FileProblem
from mspseat_desktop.ui.backups.dialog import BackupsDialog
from mspseat_desktop.ui.backups.listing import ListingDialog
from mspseat_desktop.ui.backups.words import as_of_text, taken_text
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.ui.shortcuts.telling import with_keys
from mspseat_desktop.ui.widgets import Answer, ask
from mspseat_desktop.wording.backups import contents_text, missing_lines
from mspseat_desktop.wording.difference import difference_lines
from mspseat_desktop.wording.problems import problem_text

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.storage.backups import Backup, Shelf
    from mspseat_desktop.storage.keys import Secret
    from mspseat_desktop.storage.salvage import Missing
    from mspseat_desktop.ui.main_window import MainWindow
    from mspseat_desktop.ui.open_client import OpenClient

_HURT = DAMAGED | {"altered", "empty", "not-a-client-file"}
"""Codes of a file that is not what it was; its backups are."""


class BackupFlows(QObject):
    """Connects the menu once, and offers backups of files that can not be opened."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._workshop = window.desk.workshop
        window.actions_table.on("backups", self.show_backups)

    def show_backups(self) -> None:
        """List the backups of the open client."""
        client = self._window.open_client
        shelf = client.document.shelf if client is not None else None
        if client is None or shelf is None:
            return
        client.bridge.pending.flush_all()
        dialog = BackupsDialog(self._window.theme, self._window)
        dialog.show_backups(shelf.listed())
        dialog.differs_wanted.connect(lambda backup: self._compare(dialog, shelf, backup))
        dialog.open_wanted.connect(lambda backup: self._restore(dialog, shelf, backup))
        dialog.erase_wanted.connect(lambda: self._ask_erase(dialog, shelf))
        dialog.open()

    def before_deleting(self, then: Callable[[], object]) -> None:
        """Back the open client up and call `then`."""
        client = self._window.open_client
        if client is not None:
            client.back_up("deletion", then=then)

    def recover(self, path: Path, problem: FileProblem, secret: Secret | None = None) -> bool:
        """Offer what there is of a file that can not be opened; return whether there was any.

        `secret` opens what is protected; it is wiped after the answer.
        """
        if problem.code not in _HURT:
            return False
        try:
            found = self._workshop.good_backup(path, secret)
        except FileProblem:
            found = None
        if found is None and problem.code not in DAMAGED:
            return False
        answers = [Answer(None, _("Not now"))]
        if problem.code in DAMAGED:
            words = _("Open what can be read")
            answers.append(Answer("salvage", words, "quiet" if found else "primary"))
        if found is not None:
            answers.append(Answer("backup", _("Open the backup"), "primary"))

        def go_on(answer: Hashable | None) -> None:
            if answer == "backup" and found is not None:
                self._open_backup(*found, secret)
            elif answer == "salvage":
                self._open_salvaged(path, secret)
            if secret is not None:
                secret.wipe()

        ask(
            self._window.theme,
            self._window,
            title=_("The file can not be opened"),
            text=_recovery_text(path, problem, found[1] if found else None),
            answers=tuple(answers),
            then=go_on,
        )
        return True

    def _compare(self, dialog: BackupsDialog, shelf: Shelf, backup: Backup) -> None:
        present = self._window.open_client
        secret = present.document.secret() if present is not None else None
        earlier = self._read(dialog, shelf, backup, secret)
        if secret is not None:
            secret.wipe()
        if present is not None and earlier is not None:
            self._show_difference(earlier, present.bridge.charts.current, backup, over=dialog)

    def _restore(self, dialog: BackupsDialog, shelf: Shelf, backup: Backup) -> None:
        """Back the present client up, and open the backup in its place."""
        client = self._window.open_client
        if client is None:
            return
        secret = client.document.secret()
        earlier = self._read(dialog, shelf, backup, secret)
        if earlier is None and not self._has_other_phrase(shelf, backup, secret):
            return
        dialog.accept()
        present = client.bridge.charts.current

        def go_on() -> None:
            def compare() -> None:
                if earlier is not None:
                    self._show_difference(earlier, present, backup, over=self._window)

            self._open_backup(shelf, backup, secret, then=compare)
            if secret is not None:
                secret.wipe()

        client.back_up("restore", then=go_on)

    def _read(
        self, dialog: BackupsDialog, shelf: Shelf, backup: Backup, secret: Secret | None
    ) -> Client | None:
        try:
            return self._workshop.read_document(shelf.path(backup), secret).client
        except FileProblem as problem:
            if problem.code == "wrong-phrase":
                words = _("This backup has the passphrase of then. Open it to see what is in it.")
            else:
                words = _("This backup is damaged. Choose another one.")
            dialog.notices.show(words)
            return None

    def _has_other_phrase(self, shelf: Shelf, backup: Backup, secret: Secret | None) -> bool:
        try:
            self._workshop.read_document(shelf.path(backup), secret)
        except FileProblem as problem:
            return problem.code in {"protected", "wrong-phrase"}
        return False

    def _open_backup(
        self,
        shelf: Shelf,
        backup: Backup,
        secret: Secret | None,
        *,
        then: Callable[[], object] = lambda: None,
    ) -> None:
        def name_it(client: OpenClient) -> None:
            _rename(client, lambda name: as_of_text(name, backup))
            words = _("This is a client of its own now. {keys} asks for a place for its file.")
            self._window.tell(with_keys(words, "save"))
            then()

        self._window.files.show_new(
            lambda given: self._workshop.open_backup(shelf, backup, given),
            secret=secret,
            then=name_it,
        )

    def _open_salvaged(self, path: Path, secret: Secret | None) -> None:
        try:
            opened, missing = self._workshop.open_salvaged(path, secret)
        except FileProblem as problem:
            if problem.code != "damaged":
                self._window.show_trouble(problem)
                return
            words = _("Nothing in “{file}” can be read. Look for a copy of it elsewhere.")
            self._window.tell(words.replace("{file}", path.name))
            return
        self._window.files.exchange(
            opened, then=lambda client: self._tell_salvaged(client, missing)
        )

    def _tell_salvaged(self, client: OpenClient, missing: Missing) -> None:
        _rename(client, lambda name: _("{client}, salvaged").replace("{client}", name))
        lines = missing_lines(
            client.bridge.client,
            unread=missing.unread,
            left_out=missing.left_out,
            new_roots=missing.new_roots,
            pictures=missing.pictures,
        )
        ListingDialog(
            self._window.theme,
            lines,
            title=_("What could be read is open now"),
            intro=_("It is a client of its own, and the file stays as it is. This is missing:"),
            parent=self._window,
        ).open()

    def _show_difference(
        self, earlier: Client, present: Client, backup: Backup, *, over: QWidget
    ) -> None:
        sections = difference_lines(difference(earlier, present), earlier, present, date=date_text)
        when = taken_text(backup)
        words = (
            _("What is different in the client as it was just now, compared with {when}.")
            if sections
            else _("Nothing: the client holds what it held then, {when}.")
        )
        ListingDialog(
            self._window.theme,
            sections,
            title=_("What differs from the backup"),
            intro=words.replace("{when}", when),
            parent=over,
        ).open()

    def _ask_erase(self, dialog: BackupsDialog, shelf: Shelf) -> None:
        def go_on(answer: Hashable | None) -> None:
            if answer != "erase":
                return
            try:
                shelf.erase()
            except FileProblem as problem:
                dialog.notices.show(problem_text(problem.code, problem.params))
            dialog.show_backups(shelf.listed())

        ask(
            self._window.theme,
            dialog,
            title=_("Erase this client's backups"),
            text=_(
                "All backups of this client on this laptop are deleted for good. The client and "
                "its file stay. Backups begin anew when it is opened next."
            ),
            answers=(
                Answer(None, _("Keep them")),
                Answer("erase", _("Erase the backups"), "danger"),
            ),
            then=go_on,
        )


def _rename(client: OpenClient, words: Callable[[str], str]) -> None:
    """Give the client another name, as an edit that can be taken back."""
    profile = client.bridge.client.profile
    client.bridge.do(change_profile(replace(profile, name=words(profile.name))))


def _recovery_text(path: Path, problem: FileProblem, backup: Backup | None) -> str:
    if problem.code == "damaged":
        told = _("“{file}” is damaged.").replace("{file}", path.name)
    elif problem.code == "broken-seal":
        words = _("“{file}” was changed by another program, or damaged, since it was saved.")
        told = words.replace("{file}", path.name)
    else:
        told = problem_text(problem.code, problem.params)
    if backup is None:
        more = _(
            "There is no backup of it on this laptop. What can still be read opens as a client "
            "of its own, with a list of what is missing."
        )
        return f"{told} {more}"
    more = _(
        "The newest good backup is of {when}, with {contents}. It opens as a client of its own, "
        "and the file stays as it is."
    )
    contents = contents_text(backup.seats, backup.reviews)
    return f"{told} {more.replace('{when}', taken_text(backup)).replace('{contents}', contents)}"
