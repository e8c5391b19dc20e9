"""The passphrase of the open client: set, changed, removed, and its recovery sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mspseat_desktop.language import _
from mspseat_desktop.storage.keys import Phrase
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.passphrase.change_dialog import PassphraseDialog
from mspseat_desktop.ui.passphrase.locking import Locking
from mspseat_desktop.ui.passphrase.sheet_printable import sheet_printable
from mspseat_desktop.ui.widgets import Answer, ask
from mspseat_desktop.wording.problems import problem_text

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from mspseat_desktop.storage.keys import Key
    from mspseat_desktop.ui.main_window import MainWindow
    from mspseat_desktop.ui.reporting.printable import Printable


class PassphraseFlows(QObject):
    """Connects the menu once."""

    def __init__(self, window: MainWindow, *, preview: Callable[[Printable], object]) -> None:
        super().__init__(window)
        self._window = window
        self._preview = preview
        self.locking = Locking(window)
        window.actions_table.on("passphrase", self.ask_change)
        window.actions_table.on("lock", self.locking.lock)

    def ask_change(self) -> None:
        """Ask for a passphrase, or what is to become of the one there is."""
        client = self._window.open_client
        if client is None:
            return
        client.bridge.pending.flush_all()
        from mspseat_desktop.storage.driver import CAN_PROTECT  # noqa: PLC0415 - not for the start

        if not CAN_PROTECT:
            self._window.tell(
                problem_text("no-cipher", {"name": client.bridge.client.profile.name})
            )
            return
        dialog = PassphraseDialog(
            self._window.theme,
            self._window,
            is_protected=client.document.is_protected,
            minutes=self.locking.minutes,
        )
        dialog.chosen.connect(lambda words: self._set(dialog, words))
        dialog.remove_wanted.connect(lambda: self._ask_remove(dialog))
        dialog.sheet_wanted.connect(self.print_sheet)
        dialog.minutes_chosen.connect(self.locking.choose_minutes)
        dialog.open()

    def print_sheet(self) -> None:
        """Show the recovery sheet of the open client before it is printed or saved."""
        client = self._window.open_client
        if client is not None and client.document.is_protected:
            self._preview(sheet_printable(client))

    def _set(self, dialog: PassphraseDialog, words: str) -> None:
        phrase = Phrase(words)
        try:
            done = self._change(dialog, phrase.fresh_key())
        finally:
            phrase.wipe()
        if done:
            dialog.accept()
            self.print_sheet()
            words = _(
                "The client is protected now. Print the recovery sheet or save it, and keep it "
                "apart from this laptop."
            )
            self._say(words)

    def _say(self, words: str) -> None:
        """Say what was done, or why the client's file does not have it yet."""
        client = self._window.open_client
        problem = client.problem if client is not None else None
        if problem is not None:
            words = _("The passphrase counts on this laptop, but not in the client's file yet.")
            words = f"{words} {problem_text(problem.code, problem.params)}"
        self._window.tell(words)

    def _ask_remove(self, dialog: PassphraseDialog) -> None:
        def go_on(answer: Hashable | None) -> None:
            if answer == "remove" and self._change(dialog, None):
                dialog.accept()
                self._say(_("The client opens without a passphrase from now on."))

        ask(
            self._window.theme,
            dialog,
            title=_("Remove the passphrase"),
            text=_(
                "Whoever gets the client's file, this laptop's disk or a backup can read the "
                "client then."
            ),
            answers=(
                Answer(None, _("Keep it")),
                Answer("remove", _("Remove the passphrase"), "danger"),
            ),
            then=go_on,
        )

    def _change(self, dialog: PassphraseDialog, key: Key | None) -> bool:
        """Give the client the key, and bring that to its file; say in the dialog why not."""
        client = self._window.open_client
        if client is None:
            return False
        try:
            client.change_key(key)
        except FileProblem as problem:
            dialog.refuse(problem_text(problem.code, problem.params))
            return False
        self._window.keeping.note_recent()
        self.locking.watch()
        return True
