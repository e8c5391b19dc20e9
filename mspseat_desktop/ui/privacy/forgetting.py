"""The flows of forgetting: the history, somebody for good, and the whole client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mspseat_desktop.domain.edits.forgetting import forget_occupant, going, rewording
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.vocabulary import OccupantId
from mspseat_desktop.language import _
from mspseat_desktop.storage.erasing import also_backed_up, erase_client
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.rewriting import rewrite_backups
from mspseat_desktop.ui.privacy.erase_dialog import EraseDialog
from mspseat_desktop.ui.view_state import ViewState
from mspseat_desktop.ui.widgets import Answer, CheckBox, Question, ask
from mspseat_desktop.wording.forgetting import (
    backups_box_text,
    erased_text,
    erasing_text,
    going_text,
    history_text,
    removed_text,
    rewritten_text,
    stand_in,
)
from mspseat_desktop.wording.problems import problem_text

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from pathlib import Path

    from mspseat_desktop.storage.backups import Shelf
    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.main_window import MainWindow
    from mspseat_desktop.ui.open_client import OpenClient

_CHANGED = frozenset({"changed-outside", "taken-over"})
_NOTHING = Edit("forget-history", lambda _work: None)


class ForgettingFlows(QObject):
    """Connects the menu once, and the page of people of each client."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.actions_table.on("forget-history", self.forget_history)
        window.actions_table.on("erase-client", self.ask_erase)

    def connect_view(self, view: ClientView) -> None:
        """Listen to the page of people."""
        view.people.forget_wanted.connect(self.ask_remove)

    def forget_history(self) -> None:
        """Say what it means, and empty the history when that is wanted."""
        client = self._window.open_client
        if client is None:
            return
        client.bridge.pending.flush_all()
        box = self._box(client)

        def forget() -> None:
            if not client.bridge.forget():
                return
            words = _("The history is forgotten. Undo begins anew.")
            if box is not None and box.isChecked():
                self._rewrite(client, _NOTHING, lambda text: text, said=words)
            else:
                self._window.tell(words)
            client.publish_soon()

        self._ask(
            _("Forget the history"),
            history_text(client.bridge.steps_kept),
            verb=_("Forget the history"),
            keep=_("Keep it"),
            box=box,
            then=forget,
        )

    def ask_remove(self, occupant: object) -> None:
        """List what goes with somebody, and remove all of it when that is wanted."""
        client = self._window.open_client
        record = client.bridge.client.find(Occupant, str(occupant)) if client is not None else None
        if client is None or record is None:
            return
        client.bridge.pending.flush_all()
        snapshot, name = client.bridge.client, record.name
        told = going(snapshot, record.id, stand_in=stand_in())
        box = self._box(client)
        if box is not None:
            box.setChecked(True)

        def remove() -> None:
            edit = forget_occupant(OccupantId(str(occupant)), stand_in=stand_in())
            reword = rewording(client.bridge.client, record.id, stand_in=stand_in())
            if not client.bridge.forget(edit, reword=reword):
                return
            if box is not None and box.isChecked():
                self._rewrite(client, edit, reword, said=removed_text(name, backups=None))
            else:
                self._window.tell(removed_text(name, backups=None))
            client.publish_soon()

        self._ask(
            _("Remove “{name}” for good").replace("{name}", name[:60]),
            going_text(told),
            verb=_("Remove for good"),
            keep=_("Keep"),
            box=box,
            then=remove,
        )

    def _box(self, client: OpenClient) -> CheckBox | None:
        """Return the box that extends it to backups; None where there are none."""
        shelf = client.document.shelf
        count = len(shelf.listed()) if shelf is not None else 0
        return CheckBox(self._window.theme, backups_box_text(count)) if count else None

    def _ask(
        self,
        title: str,
        text: str,
        *,
        verb: str,
        keep: str,
        box: CheckBox | None,
        then: Callable[[], None],
    ) -> None:
        question = Question(
            self._window.theme,
            self._window,
            title=title,
            text=text,
            answers=(Answer(None, keep), Answer("yes", verb, "danger")),
            extra=box,
        )
        question.answered.connect(lambda answer: then() if answer == "yes" else None)
        question.open()

    def _rewrite(
        self, client: OpenClient, edit: Edit, reword: Callable[[str], str], *, said: str
    ) -> None:
        """Write the backups anew without what was forgotten, and say what came of it."""
        shelf, key = client.document.shelf, client.document.file.key
        if shelf is None:
            return

        def rewrite() -> tuple[int, int] | FileProblem:
            try:
                return rewrite_backups(shelf, edit, reword=reword, key=key)
            except FileProblem as problem:
                return problem

        def say(done: tuple[int, int] | FileProblem) -> None:
            if isinstance(done, FileProblem):
                self._ask_erase_backups(shelf, done)
            else:
                self._window.tell(f"{said} {rewritten_text(*done)}")

        client.in_background(rewrite, then=say)

    def _ask_erase_backups(self, shelf: Shelf, problem: FileProblem) -> None:
        def go_on(answer: Hashable | None) -> None:
            if answer == "erase":
                try:
                    shelf.erase()
                except FileProblem as again:
                    self._window.show_trouble(again)

        ask(
            self._window.theme,
            self._window,
            title=_("The backups still hold it"),
            text=problem_text(problem.code, problem.params)
            + "\n\n"
            + _("The client itself is done. The backups can be erased instead, all of them."),
            answers=(
                Answer(None, _("Keep the backups")),
                Answer("erase", _("Erase all backups"), "danger"),
            ),
            then=go_on,
        )

    def ask_erase(self) -> None:
        """List what goes, ask for the client's name, and erase the client."""
        client = self._window.open_client
        if client is None:
            return
        client.bridge.pending.flush_all()
        shelf = client.document.shelf
        count = len(shelf.listed()) if shelf is not None else 0
        dialog = EraseDialog(
            self._window.theme,
            client.bridge.client.profile.name,
            erasing_text(client.target, count, shared_with=_shared_with(client)),
            self._window,
        )
        dialog.erase_wanted.connect(self._erase)
        dialog.open()

    def _erase(self) -> None:
        client = self._window.open_client
        if client is None:
            return
        window, desk = self._window, self._window.desk
        name, target = client.bridge.client.profile.name, client.target
        document_id = client.document.file.document_id
        shelf = client.document.shelf if _shared_with(client) is None else None
        problem = client.publish_now() if target is not None else None
        is_ours = target is not None and problem is None and client.is_published()
        stays = target is not None and not is_ours
        if problem is not None and problem.code == "target-gone":
            stays = False
        window.doing.close_review()
        client.close(discard=True)
        try:
            erase_client(desk.home, target=target if is_ours else None, shelf=shelf)
        except FileProblem as refused:
            window.drop_client()
            window.show_trouble(refused)
            return
        if target is not None:
            desk.settings.forget_recent(str(target))
        desk.settings.forget_client(document_id)
        window.drop_client()
        ViewState(desk.home, document_id).forget()
        kept = target.name if target is not None and stays else ""
        is_reached = problem is None or problem.code in _CHANGED
        window.tell(erased_text(name, kept_file=kept, is_reached=is_reached))


def _shared_with(client: OpenClient) -> Path | None:
    """Return another file that the client's backups are of as well."""
    shelf = client.document.shelf
    return also_backed_up(shelf, client.target) if shelf is not None else None
