"""The flow of a copy to send: what it leaves out, where it goes, and that it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mspseat_desktop.domain.leaving_out import Sending, reduced
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.language import _
from mspseat_desktop.storage.outputs import keep_off_clients
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.sending import send_client
from mspseat_desktop.ui.files import ask_save, show_in_folder
from mspseat_desktop.ui.privacy.send_dialog import SendDialog
from mspseat_desktop.wording.file_names import safe_file_name
from mspseat_desktop.wording.sending import sent_text

if TYPE_CHECKING:
    from pathlib import Path

    from mspseat_desktop.domain.vocabulary import OccupantId
    from mspseat_desktop.ui.main_window import MainWindow

ENDING = ".mspseat"


class SendFlow(QObject):
    """Connects the menu once."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.actions_table.on("send-copy", self.send)

    def send(self) -> None:
        """Say what a copy leaves out and holds before a place is asked for it."""
        client = self._window.open_client
        if client is None:
            return
        client.publish_soon()
        dialog = SendDialog(
            self._window.theme,
            client.bridge.charts.current,
            provider=self._provider_at_hand(),
            is_protected=client.document.is_protected,
            parent=self._window,
        )
        dialog.chosen.connect(self._ask_place)
        dialog.open()

    def _provider_at_hand(self) -> OccupantId | None:
        """Return the provider in the selected seat, else the one with most seats."""
        client = self._window.open_client
        if client is None:
            return None
        snapshot, seat = client.bridge.charts.current, client.bridge.selection
        here = [s.occupant for s in snapshot.seatings(seat)] if seat is not None else []
        for occupant in here:
            if snapshot.get(Occupant, occupant).kind == "provider":
                return occupant
        providers = [o for o in snapshot.every(Occupant) if o.kind == "provider"]
        most = max(providers, key=lambda o: (len(snapshot.seats_of(o.id)), o.id), default=None)
        return most.id if most is not None else None

    def _ask_place(self, sending: Sending) -> None:
        client = self._window.open_client
        if client is None:
            return
        snapshot = client.bridge.charts.current
        name = safe_file_name(snapshot.profile.name)
        whom = _("to send")
        if sending.provider is not None:
            provider = snapshot.get(Occupant, sending.provider).name
            whom = _("for {provider}").replace("{provider}", safe_file_name(provider))
        ask_save(
            self._window,
            title=_("Send a copy"),
            suggested=f"{name} ({whom} {self._window.desk.today().isoformat()}){ENDING}",
            pattern=_("Client files") + f" (*{ENDING})",
            then=lambda path: self._write(sending, path),
        )

    def _write(self, sending: Sending, path: Path) -> None:
        client = self._window.open_client
        if client is None:
            return
        path = path if path.suffix == ENDING else path.with_name(path.name + ENDING)
        workshop, file = self._window.desk.workshop, client.document.file
        snapshot = client.bridge.charts.current

        def write() -> FileProblem | None:
            try:
                keep_off_clients(path)
                send_client(workshop, reduced(snapshot, sending), file, path)
            except FileProblem as problem:
                return problem
            return None

        client.in_background(write, then=lambda problem: self._say(sending, path, problem))

    def _say(self, sending: Sending, path: Path, problem: FileProblem | None) -> None:
        client = self._window.open_client
        if problem is not None or client is None:
            self._window.show_trouble(problem)
            return
        client.bridge.seal()
        self._window.tell(
            sent_text(path.name, sending.without),
            action=_("Show in folder"),
            then=lambda: show_in_folder(path),
        )
