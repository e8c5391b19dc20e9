"""The whole program as a user has it: started on a home folder, driven by keys, mouse and files."""

from __future__ import annotations

import uuid
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QMimeData, QPoint, QPointF, QRect, Qt, QTimer, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMainWindow,
    QTabBar,
    QWidget,
)
from shiboken6 import delete, isValid

from mspseat_desktop.app import make_application, make_window, versions
from mspseat_desktop.storage.workshop import Workshop
from mspseat_desktop.ui.desk import Desk
from mspseat_desktop.ui.icons import Icons
from mspseat_desktop.ui.settings import Settings
from mspseat_desktop.ui.shortcuts.keymap import keymap
from mspseat_desktop.ui.theme import Theme
from mspseat_desktop.ui.widgets import NoticeHost
from world import TODAY, clock

if TYPE_CHECKING:
    from pathlib import Path

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


def words_of(action):
    """Return the words of a menu's entry as they are read, without the sign of its letter."""
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")


def settle(rounds: int = 6) -> None:
    """Let everything happen that follows from what was done."""
    for _round in range(rounds):
        QApplication.processEvents()


def rest(milliseconds: int = 5) -> None:
    """Wait for what other threads do; asking without a rest would leave them no turn."""
    waiting = QEventLoop()
    QTimer.singleShot(milliseconds, waiting.quit)
    waiting.exec()


@cache
def _icons() -> Icons:
    """The icons of all programs of this process: what one has drawn is the same for the next."""
    return Icons()


class Hand:
    """Does what a user does; a click, a drag, a chord and a typed word count one each."""

    def __init__(self) -> None:
        self.actions = 0

    def press(self, *chords: str) -> None:
        """Press chords such as "Ctrl+N", each on whatever has the keyboard then."""
        for chord in chords:
            self.actions += 1
            keys = QKeySequence(chord)[0]
            QTest.keyClick(_listener(), keys.key(), keys.keyboardModifiers())
            settle(2)

    def type(self, words: str) -> None:
        """Type words into whatever has the keyboard."""
        self.actions += len(words.split())
        for sign in words:
            QTest.keyClicks(_listener(), sign)
        settle(2)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        self.actions += 1
        QTest.mouseClick(widget, LEFT, PLAIN, at or widget.rect().center())
        settle(2)

    def drag(self, widget: QWidget, start: QPoint, end: QPoint) -> None:
        self.actions += 1
        QTest.mousePress(widget, LEFT, PLAIN, start)
        for step in range(1, 9):
            QTest.mouseMove(widget, start + (end - start) * step / 8)
        QTest.mouseRelease(widget, LEFT, PLAIN, end)
        settle(2)

    def drop_file(self, widget: QWidget, path: Path) -> bool:
        """Drop a file as a file manager does that would rather move it; tell whether it is taken.

        It is taken as a copy: what counts as moved may be deleted where it came from.
        """
        self.actions += 1
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        offered = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
        keys = (offered, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier)
        enter, drop = QDragEnterEvent(QPoint(40, 40), *keys), QDropEvent(QPointF(40, 40), *keys)
        for event in (enter, drop):
            QApplication.sendEvent(widget, event)
            if not event.isAccepted():
                return False
            assert event.dropAction() == Qt.DropAction.CopyAction
        settle(2)
        return True


def _listener() -> QWidget:
    popup = QApplication.activePopupWidget()
    if popup is not None:
        return popup.focusWidget() or popup
    if QApplication.activeWindow() is None:
        # What a desktop does when a dialog closes: the window below is the active one again.
        modal = QApplication.activeModalWidget()
        shown = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isWindow()]
        top = modal or next(w for w in shown if isinstance(w, QMainWindow))
        top.activateWindow()
        settle(2)
    focus = QApplication.focusWidget()
    assert focus is not None, "nothing has the keyboard"
    return focus


class Program:
    """One running program at a time on a home folder; `start` and `stop` as often as wanted."""

    def __init__(self, home: Path, *, today=TODAY) -> None:
        self.home = home
        self.today = today
        self.passing: tuple[Path, ...] = ()
        self.hand = Hand()
        self._window: MainWindow | None = None

    def start(
        self,
        *,
        theme: str = "light",
        size: tuple[int, int] | None = (1440, 900),
        moving: bool = False,
    ) -> None:
        """Start as the program's own start does, with a fixed day, and wait for the keyboard.

        The chart glides only when it is `moving`: no test waits for that.
        """
        home = self.home
        dress = Theme(theme)
        dress.icons = _icons()
        desk = Desk(
            theme=dress,
            settings=Settings(home),
            workshop=Workshop(home, now=clock),
            home=home,
            clock=clock,
            today=lambda: self.today,
            new_id=lambda: uuid.uuid4().hex,
            versions=versions,
            passing=self.passing,
        )
        desk.settings.set_flag("less-motion", value=not moving)
        self._window = make_window(make_application(), desk)
        if size is not None:
            self._window.resize(*size)
        self._window.show()
        self._window.activateWindow()
        settle()
        self._window.finish()
        settle()

    def stop(self) -> None:
        """End the program as a crash would, for the tests' own end; work stays where it is."""
        keymap().use(None)
        window, self._window = self._window, None
        if window is None or not isValid(window):
            return
        if window.open_client is not None:
            window.doing.close_review()
            window.open_client.close()
            window.drop_client()
        for dialog in window.findChildren(QDialog):
            dialog.close()
        window.close()
        settle()
        delete(window)

    @property
    def window(self) -> MainWindow:
        assert self._window is not None
        return self._window

    @property
    def view(self) -> ClientView:
        assert self.window.view is not None
        return self.window.view

    @property
    def bridge(self) -> Bridge:
        assert self.window.open_client is not None
        return self.window.open_client.bridge

    @property
    def client(self) -> Client:
        return self.bridge.client

    def act(self, doing: str) -> None:
        """Choose an action of the menus."""
        action = self.window.actions_table[doing]
        assert action.isEnabled(), f"{doing} is not possible now"
        action.trigger()
        settle(2)

    # what is on the screen

    @property
    def notice(self) -> str:
        """The sentence in the dialog on top, the review or the window, "" when there is none."""
        over = [self.window, self.window.doing.review, QApplication.activeModalWidget()]
        hosts = [host for top in over if top is not None for host in top.findChildren(NoticeHost)]
        shown = [host.notice.label.text() for host in hosts if host.notice is not None]
        return shown[-1] if shown else ""

    def dialog(self, kind: type[QDialog] = QDialog) -> QDialog:
        """The dialog on top, which must be of this kind."""
        settle(2)
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind), f"on top is {found!r}"
        return found

    def has_dialog(self) -> bool:
        settle(2)
        return QApplication.activeModalWidget() is not None

    def answer(self, words: str) -> None:
        """Press the button of the dialog on top that has these words on it."""
        buttons = self.dialog().findChildren(QAbstractButton)
        named = [b for b in buttons if b.isVisible() and words in (b.text(), b.accessibleName())]
        assert named, f"{words!r} is not among {[b.text() for b in buttons]}"
        self.hand.click(named[0])
        settle()

    def choose_file(self, path: Path) -> None:
        """Choose a file or a place in the file dialog on top."""
        dialog = self.dialog(QFileDialog)
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
        dialog.accept()
        settle()

    # the chart

    def seat(self, title: str) -> SeatId:
        """The one seat of this title."""
        found = [s for s in self.client.chart() if self.client.seat(s).title == title]
        assert len(found) == 1, f"{len(found)} seats are called {title!r}"
        return found[0]

    def card(self, title: str) -> QRect:
        """Where the card of a seat is on the canvas."""
        return self.view.chart.card_rect(self.seat(title))

    def select(self, title: str) -> None:
        self.bridge.select(self.seat(title))
        settle(2)

    # whole ways

    def open_sample(self) -> None:
        self.act("sample")
        settle()

    def new_client(self, name: str = "Harbor Pine") -> None:
        """A new client from the usual template."""
        self.act("new")
        self.hand.type(name)
        self.hand.press("Return")
        settle()

    def save_to(self, path: Path) -> None:
        """Save the open client to a place chosen the first time."""
        self.act("save")
        self.choose_file(path)

    def spoken_chart(self) -> list[str]:
        """What a screen reader says of every seat of the chart."""
        chart = QAccessible.queryAccessibleInterface(self.view.chart)
        found, waiting = [], [chart]
        while waiting:
            item = waiting.pop()
            found.append(item.text(QAccessible.Text.Name))
            found.append(item.text(QAccessible.Text.Description))
            waiting += [item.child(at) for at in range(item.childCount()) if item is not None]
        return found


_TEXTS = ("text", "toPlainText", "title", "placeholderText", "currentText")
_ABOUT = ("accessibleName", "accessibleDescription", "toolTip", "windowTitle")


def shown_texts(root: QWidget) -> set[str]:
    """Every word on show in a widget and all below it, what a screen reader says included."""
    found: set[str] = set()
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        for name in (*_TEXTS, *_ABOUT):
            say = getattr(widget, name, None)
            if callable(say) and not isinstance(widget, QTabBar):
                said = say()
                found.add(said if isinstance(said, str) else "")
        if isinstance(widget, QTabBar):
            found |= {widget.tabText(at) for at in range(widget.count())}
        if isinstance(widget, QComboBox):
            found |= {widget.itemText(at) for at in range(widget.count())}
    return found - {""}
