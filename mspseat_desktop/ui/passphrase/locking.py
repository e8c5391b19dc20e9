"""Locks a protected client: by hand, or when nobody has used the program for a while."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.language import _
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.passphrase.asking import try_secret
from mspseat_desktop.ui.passphrase.lock_page import LockPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.storage.keys import Secret
    from mspseat_desktop.ui.client_view import Page
    from mspseat_desktop.ui.main_window import MainWindow
    from mspseat_desktop.ui.open_client import OpenClient
    from mspseat_desktop.ui.passphrase.asking import Tried

USUAL_MINUTES = 15
_SETTING = "lock-after-minutes"
_USE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
"""What tells that somebody is using the program."""
_PUBLISHING = 2.0
"""Seconds that the client's file may take before the lock; the rest waits in the working copy."""


def seconds_awake_or_asleep() -> float:
    """Return a clock that nobody can set and that goes on while the computer sleeps."""
    boot: int | None = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


@dataclass(frozen=True, slots=True)
class Locked:
    """What is remembered of a locked client: where it is, and which seat and page were on show."""

    target: Path | None
    work_id: str
    page: Page
    seat: SeatId | None


class Locking(QObject):
    """Watches for use while a protected client is open; `clock` counts seconds."""

    def __init__(
        self, window: MainWindow, *, clock: Callable[[], float] = seconds_awake_or_asleep
    ) -> None:
        super().__init__(window)
        self._window = window
        self.clock = clock
        self._used = clock()
        self._is_watching = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self.page: LockPage | None = None

    @property
    def minutes(self) -> int:
        """After how many minutes without use a client is locked; 0 for never."""
        text = self._window.desk.settings.text(_SETTING)
        return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else USUAL_MINUTES

    def choose_minutes(self, minutes: int) -> None:
        """Remember the minutes."""
        self._window.desk.settings.set_text(_SETTING, str(minutes))
        self.watch()

    def watch(self) -> None:
        """Begin to watch, or stop, as the client that is open now asks for."""
        client = self._window.open_client
        wanted = client is not None and client.document.is_protected and self.minutes > 0
        application = QApplication.instance()
        if wanted != self._is_watching and application is not None:
            (application.installEventFilter if wanted else application.removeEventFilter)(self)
            self._is_watching = wanted
        self._timer.stop()
        if wanted:
            self._used = self.clock()
            self._wait()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take note of use; the first one after a long sleep finds the client locked."""
        if event.type() in _USE:
            if self._is_due():
                self.look()
                return True
            self._used = self.clock()
        return False

    def look(self) -> None:
        """Lock when it is time to, else wait on."""
        if not self._is_watching:
            return
        if not self._is_due() or not self.lock():
            self._wait()

    def lock(self) -> bool:
        """Close the client with nothing lost and show the lock; return whether that was done."""
        client, view = self._window.open_client, self._window.view
        if client is None or view is None:
            return False
        if not client.document.is_protected:
            words = _("Only a client with a passphrase can be locked.")
            self._window.tell(
                words,
                action=_("Set a passphrase…"),
                then=self._window.actions_table["passphrase"].trigger,
            )
            return False
        self._close_dialogs()
        if not _is_all_handed_over(client):
            self._used = self.clock()  # what the disk did not take stays where it can be seen
            return False
        if client.target is not None and client.document.has_unpublished:
            client.publish_now(seconds=_PUBLISHING)
        place = (view.page, client.bridge.selection)
        locked = Locked(client.target, client.document.work_id, *place)
        is_only_shown = client.document.only_shown is not None
        client.close()
        self._window.drop_client()
        self.watch()
        if client.target is not None or not is_only_shown:  # of what is only shown nothing waits
            self._show(locked)
        return True

    def _is_due(self) -> bool:
        return self.minutes > 0 and self.clock() - self._used >= self.minutes * 60

    def _wait(self) -> None:
        left = self.minutes * 60 - (self.clock() - self._used)
        self._timer.start(max(1_000, round(left * 1_000)))

    def _close_dialogs(self) -> None:
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        self._window.doing.close_review()
        while (top := QApplication.activeModalWidget()) is not None:
            top.close()
            if top is QApplication.activeModalWidget():
                break
        for dialog in self._window.findChildren(QDialog):
            dialog.close()

    def _show(self, locked: Locked) -> None:
        page = LockPage(self._window.theme)
        page.form.given.connect(lambda secret: self._unlock(page, secret, locked))
        page.form.left.connect(self._window.show_start_page)
        self._window.show_lock(page)

    def _unlock(self, page: LockPage, secret: Secret, locked: Locked) -> None:
        def attempt(given: Secret) -> Tried:
            files, workshop = self._window.files, self._window.desk.workshop
            try:
                opened = (
                    workshop.open_document(locked.target, given)
                    if locked.target is not None
                    else workshop.resume(locked.work_id, given)
                )
            except FileProblem as problem:
                return problem
            files.present(opened)
            return "done"

        if try_secret(page.form, secret, attempt, names=False):
            self._go_back(locked)

    def _go_back(self, locked: Locked) -> None:
        client, view = self._window.open_client, self._window.view
        if client is None or view is None:
            return
        if locked.seat is not None and client.bridge.client.has(Seat, locked.seat):
            view.show_seat(locked.seat)
        view.show_page(locked.page)


def _is_all_handed_over(client: OpenClient) -> bool:
    """Hand over what is typed; return whether the client took all of it."""
    troubles: list[object] = []
    client.bridge.trouble.connect(troubles.append)
    done = client.bridge.pending.flush_all()
    client.bridge.trouble.disconnect(troubles.append)
    return done and not troubles
