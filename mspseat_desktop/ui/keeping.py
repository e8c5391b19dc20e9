"""How a client is kept: saved to its file, copied, moved, and closed with nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.language import _
from mspseat_desktop.storage.locks import is_same_file
from mspseat_desktop.storage.outputs import keep_off_clients
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.exporting import export_csv
from mspseat_desktop.ui.exporting_pictures import export_picture
from mspseat_desktop.ui.files import ask_save, show_in_folder
from mspseat_desktop.ui.moments import Moments
from mspseat_desktop.ui.settings import Recent
from mspseat_desktop.ui.shortcuts.telling import with_keys
from mspseat_desktop.ui.widgets import Answer, ask
from mspseat_desktop.wording.file_names import safe_file_name
from mspseat_desktop.wording.problems import problem_text

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from pathlib import Path

    from mspseat_desktop.ui.main_window import MainWindow

ENDING = ".mspseat"


class Keeping(QObject):
    """The acts that keep the open client and close it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self.moments = Moments(lambda: window.open_client, self)
        table = window.actions_table
        table.on("save", self.save)
        table.on("save-copy", self._copy)
        table.on("rename-client", self._rename)
        table.on("show-in-folder", self._show_in_folder)
        table.on("export-csv", self._export)
        table.on("export-picture", self._export_picture)
        table.on("close", lambda: self.close_client(then=lambda: None))

    def save(self) -> None:
        """Bring the user's file up to date now and say where; ask for its place if it has none."""
        client = self._window.open_client
        if client is None:
            return
        if client.document.only_shown is not None:
            self._window.show_trouble(client.document.only_shown)
            return
        if client.target is None:
            self._ask_place(then=self._say_saved)
            return
        problem = client.publish_now()
        if problem is None:
            self._say_saved()
        elif problem.code in ("changed-outside", "target-gone", "taken-over"):
            self._window.doing.conflicts.ask_about(problem)
        else:
            self._window.tell(
                problem_text(problem.code, problem.params),
                action=_("Save elsewhere…"),
                then=lambda: self._ask_place(then=self._say_saved),
            )

    def close_client(
        self, *, then: Callable[[], None], otherwise: Callable[[], object] = lambda: None
    ) -> None:
        """Close the open client, with nothing lost, and go on; go on at once when none is open.

        `otherwise` is called in place of `then` where the client stays open.
        """
        client = self._window.open_client
        if client is None:
            then()
            return
        self._window.doing.close_review()
        client.bridge.pending.flush_all()
        if client.is_sample:
            self._leave_sample(then)
            return
        if client.document.only_shown is not None:
            self._finish_closing(then)
            return
        if client.target is None:
            self._ask_first_place(then, otherwise)
            return
        # A full disk is no reason to ask about a file that has everything already.
        problem = None if client.is_published() else client.publish_now()
        if problem is None:
            self._finish_closing(then)
            return
        ask(
            self._window.theme,
            self._window,
            title=_("Not in its file yet"),
            text=problem_text(problem.code, problem.params)
            + "\n\n"
            + _("Your work is safe on this laptop and is there when you open the client again."),
            answers=(
                Answer("stay", _("Stay")),
                Answer("place", _("Save elsewhere…")),
                Answer("close", _("Close"), "primary"),
            ),
            then=lambda answer: self._after_failed_publish(answer, then, otherwise),
        )

    def ask_place(self) -> None:
        """Ask where the client's file is to be from now on, and save it there."""
        self._ask_place(then=self._say_saved)

    def make_room(self, *, then: Callable[[], None]) -> None:
        """Settle first where an unsaved client is to be kept, before anything else is asked."""
        client = self._window.open_client
        if client is not None and client.target is None:
            self.close_client(then=then)
        else:
            then()

    def _leave_sample(self, then: Callable[[], None]) -> None:
        """Keep a sample that was changed on the start page, and throw an untouched one away."""
        client = self._window.open_client
        if client is None:
            return
        if client.bridge.undo_step() is None:
            client.close(discard=True)
            self._window.drop_client()
            then()
        else:
            self._finish_closing(then)

    def _ask_first_place(self, then: Callable[[], None], otherwise: Callable[[], object]) -> None:
        client = self._window.open_client
        if client is None:
            return
        name = client.bridge.client.profile.name

        def go_on(answer: Hashable | None) -> None:
            if answer == "place":
                self._ask_place(then=lambda: self._finish_closing(then), otherwise=otherwise)
            elif answer == "later":
                self._finish_closing(then)
            else:
                otherwise()

        words = _(
            "“{client}” is on this laptop only. Choose a place for its file, or leave it on the "
            "start page for later."
        )
        ask(
            self._window.theme,
            self._window,
            title=_("Where should this client's file be kept?"),
            text=words.replace("{client}", name),
            answers=(
                Answer(None, _("Stay")),
                Answer("later", _("Later")),
                Answer("place", _("Choose a place…"), "primary"),
            ),
            then=go_on,
        )

    def _ask_place(
        self, *, then: Callable[[], None], otherwise: Callable[[], object] = lambda: None
    ) -> None:
        client = self._window.open_client
        if client is None:
            return

        def go_on(path: Path) -> None:
            path = _with_ending(path)
            try:
                if client.target is None or not is_same_file(path, client.target):
                    keep_off_clients(path)
                client.document.set_target(path, may_replace=True)
            except FileProblem as refused:
                self._window.show_trouble(refused)
                otherwise()
                return
            client.look_again()
            problem = client.publish_now()
            if problem is not None:
                self._window.show_trouble(problem)
                otherwise()
                return
            self.note_recent()
            then()

        ask_save(
            self._window,
            title=_("Save the client"),
            suggested=safe_file_name(client.bridge.client.profile.name) + ENDING,
            pattern=_("Client files") + f" (*{ENDING})",
            then=go_on,
            otherwise=otherwise,
        )

    def _after_failed_publish(
        self,
        answer: Hashable | None,
        then: Callable[[], None],
        otherwise: Callable[[], object],
    ) -> None:
        if answer == "close":
            self._finish_closing(then)
        elif answer == "place":
            self._ask_place(then=lambda: self._finish_closing(then), otherwise=otherwise)
        else:
            otherwise()

    def _finish_closing(self, then: Callable[[], None]) -> None:
        client = self._window.open_client
        if client is None:
            return
        client.bridge.seal()
        if client.problem is None and client.document.has_unpublished:
            client.publish_now()
        self.note_recent()
        client.close()
        self._window.drop_client()
        then()

    def _say_saved(self) -> None:
        client = self._window.open_client
        if client is not None and client.target is not None:
            words = _("Saved to {file}").replace("{file}", str(client.target))
            target = client.target
            self._window.tell(
                words, action=_("Show in folder"), then=lambda: show_in_folder(target)
            )

    def _copy(self) -> None:
        client = self._window.open_client
        if client is None:
            return
        client.bridge.pending.flush_all()

        def go_on(path: Path) -> None:
            path = _with_ending(path)
            try:
                keep_off_clients(path)
                client.document.save_copy(path)
            except FileProblem as problem:
                self._window.show_trouble(problem)
                return
            self._window.tell(
                _("A copy is in {file}.").replace("{file}", path.name),
                action=_("Show in folder"),
                then=lambda: show_in_folder(path),
            )

        name = safe_file_name(client.bridge.client.profile.name)
        ending = f" ({_('copy')} {self._desk.today().isoformat()}){ENDING}"
        ask_save(
            self._window,
            title=_("Save a copy"),
            suggested=name + ending,
            pattern=_("Client files") + f" (*{ENDING})",
            then=go_on,
        )

    def _rename(self) -> None:
        client = self._window.open_client
        if client is None:
            return
        if client.target is None:
            self._ask_place(then=self._say_saved)
            return

        def go_on(path: Path) -> None:
            old = str(client.target)
            try:
                client.document.move_to(_with_ending(path))
            except FileProblem as problem:
                self._window.show_trouble(problem)
                return
            self._desk.settings.forget_recent(old)
            self.note_recent()
            client.look_again()
            self._say_saved()

        ask_save(
            self._window,
            title=_("Give the file another name or folder"),
            suggested=str(client.target),
            pattern=_("Client files") + f" (*{ENDING})",
            then=go_on,
        )

    def _export(self) -> None:
        client = self._window.open_client
        if client is not None:
            export_csv(self._window, client.bridge, tell=self._window.tell)

    def _export_picture(self) -> None:
        client = self._window.open_client
        if client is not None:
            window = self._window
            export_picture(window, client.bridge, window.theme, tell=window.tell)

    def _show_in_folder(self) -> None:
        client = self._window.open_client
        if client is None:
            return
        if client.target is None:
            words = _("This client is in no file yet. {keys} asks for a place.")
            self._window.tell(with_keys(words, "save"))
        else:
            show_in_folder(client.target)

    def note_recent(self) -> None:
        """Put the open client at the top of the start page."""
        client = self._window.open_client
        if client is None or client.target is None:
            return
        snapshot = client.bridge.charts.current
        seats = sum(not s.closed_on for s in snapshot.every(Seat))
        name = snapshot.profile.name
        if client.document.is_protected:  # the settings are not
            name, seats = client.target.stem, 0
        self._desk.settings.note_recent(Recent(str(client.target), name, seats, client.bridge.on))


def _with_ending(path: Path) -> Path:
    return path if path.suffix == ENDING else path.with_name(path.name + ENDING)
