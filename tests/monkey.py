"""A user who tries everything in no order: keys, clicks, drags, odd words, dialogs, files.

The same seed does the same things. What was done is in `did`, so that a fault can be followed.
"""

from __future__ import annotations

import random
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from driving import PLAIN, Program, settle
from mspseat_desktop.ui.doings import doings
from odd_words import CHORDS, ODD_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

BUTTONS = (Qt.MouseButton.LeftButton,) * 8 + (
    Qt.MouseButton.RightButton,
    Qt.MouseButton.MiddleButton,
)
HELD = (PLAIN,) * 6 + (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier)
LONG = 10
"""So many ticks without a thing done mean that Qt waits for an answer."""
DRAWING = (
    *("add-child", "add-child", "add-sibling", "add-root", "rename", "delete", "move-earlier"),
    *("move-later", "promote", "demote"),
)
JUDGING = (*"ynuadw12345s", "Down", "Up", "Tab", "PgDown", "PgDown", "PgUp", "0", "Ctrl+Return")
NOT_FOR_HERE = frozenset({"quit", "open-log", "show-in-folder"})
"""Actions that end the program, or that hand over to other programs of the computer."""


class Monkey:
    """Drives a program; `folder` is where its files go."""

    def __init__(self, program: Program, seed: int, folder: Path) -> None:
        self.program = program
        self.folder = folder
        self.did: list[str] = []
        self._chance = random.Random(seed)  # noqa: S311 - to be had again, not to be secret
        # Qt's own questions and the menus of its fields wait in a loop of their own.
        self._waited = (0, 0)
        self._way_out = QTimer()
        self._way_out.setInterval(20)
        self._way_out.timeout.connect(self._leave_loop)
        self._ways: list[tuple[int, Callable[[], str]]] = [
            (10, self._press),
            (6, self._write),
            (3, self._paste),
            (2, self._compose),
            (6, self._click),
            (10, self._click_control),
            (8, self._draw),
            (6, self._fill_field),
            (3, self._name_somebody),
            (6, self._judge),
            (5, self._click_card),
            (5, self._drag),
            (4, self._drag_card),
            (2, self._wheel),
            (5, self._act),
            (4, self._undo_and_redo),
            (1, self._resize),
        ]

    def burst(self, count: int) -> None:
        """Do so many things, whatever comes of them."""
        with self.at_hand():
            for _ in range(count):
                self.step()

    @contextmanager
    def at_hand(self) -> Iterator[None]:
        """Answer what waits in a loop of Qt's own; afterwards nobody's list is closed."""
        self._way_out.start()
        try:
            yield
        finally:
            self._way_out.stop()

    def step(self) -> None:
        """Do one thing; a dialog on top is answered sooner or later."""
        try:
            self.did.append(self._next()())
        except RuntimeError as gone:  # closed by the first half of a click: nothing to let go of
            if "already deleted" not in str(gone):
                raise
            self.did.append(str(gone))
        settle(2)

    def _next(self) -> Callable[[], str]:
        top = QApplication.activeModalWidget()
        if isinstance(top, QFileDialog) or (top is not None and self._chance.random() < 0.3):
            return self._answer
        weights = [weight for weight, _way in self._ways]
        ((_weight, way),) = self._chance.choices(self._ways, weights)
        return way

    def calm_down(self) -> None:
        """Close lists, dialogs and the review; hand over what is typed."""
        for _ in range(20):
            popup, dialog = QApplication.activePopupWidget(), QApplication.activeModalWidget()
            if popup is not None:
                popup.close()
            elif isinstance(dialog, QDialog):
                dialog.reject()
            else:
                break
            settle(3)
        window = self.program.window
        window.doing.close_review()
        settle(3)
        for dialog in window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.close()
        if window.open_client is not None:
            window.open_client.bridge.pending.flush_all()
        settle()

    # where to

    def _top(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        return popup or QApplication.activeModalWidget() or self.program.window

    def _target(self) -> QWidget:
        """Return something on show, small parts as often as large ones."""
        shown = self._shown(QWidget)
        return self._chance.choice(shown) if shown else self._top()

    def _shown(self, *kinds: type[QWidget]) -> list[QWidget]:
        top = self._top()
        shown = [w for w in QApplication.allWidgets() if w.isVisible() and w.window() is top]
        shown.sort(key=lambda w: (type(w).__name__, w.mapTo(top, QPoint()).toTuple()))
        return [w for w in shown if isinstance(w, kinds)]

    def _spot(self, widget: QWidget) -> QPoint:
        return QPoint(
            self._chance.randrange(max(1, widget.width())),
            self._chance.randrange(max(1, widget.height())),
        )

    def _card(self) -> tuple[QWidget, QPoint] | None:
        view = self.program.window.view
        if view is None or view.page != "chart" or self._top() is not self.program.window:
            return None
        seats = [s for s in self.program.client.chart() if s in view.chart.scene]
        if not seats:  # none at all; those below a folded one have no card
            return None
        return view.chart, view.chart.card_rect(self._chance.choice(seats)).center()

    # what to do

    def _press(self) -> str:
        chord = self._chance.choice(CHORDS)
        self._key(chord)
        return f"press {chord}"

    def _key(self, chord: str) -> None:
        keys = QKeySequence(chord)[0]
        popup = QApplication.activePopupWidget()
        if popup is not None:  # not to its window: QTest goes on with one that Alt has closed
            QTest.keyClick(popup.focusWidget() or popup, keys.key(), keys.keyboardModifiers())
            return
        window = self._top().windowHandle()
        if window is not None:
            QTest.keyPress(window, keys.key(), keys.keyboardModifiers())
            if isValid(window):
                QTest.keyRelease(window, keys.key(), keys.keyboardModifiers())

    def _write(self) -> str:
        words = self._chance.choice(ODD_WORDS)[:40]
        for sign in words:
            focus = QApplication.focusWidget()
            if focus is None:
                break
            event = QKeyEvent(QEvent.Type.KeyPress, 0, PLAIN, sign)
            QCoreApplication.sendEvent(focus, event)
        return f"write {words!r}"

    def _paste(self) -> str:
        words = self._chance.choice(ODD_WORDS)
        QGuiApplication.clipboard().setText(words)
        self._key("Ctrl+V")
        return f"paste {words[:30]!r} ({len(words)})"

    def _compose(self) -> str:
        focus = QApplication.focusWidget()
        for at in range(2):
            if focus is not None and isValid(focus):
                event = QInputMethodEvent("\u304b" if at == 0 else "", [])
                if at == 1:
                    event.setCommitString("\u304b\u306a")
                QCoreApplication.sendEvent(focus, event)
        return "compose"

    def _click(self) -> str:
        target = self._target()
        spot = self._spot(target)
        return f"click {self._click_at(target, spot)}"

    def _click_control(self) -> str:
        controls = self._shown(QAbstractButton, QLineEdit, QPlainTextEdit, QTabBar)
        if not controls:
            return "no control"
        target = self._chance.choice(controls)
        return f"click {self._click_at(target, target.rect().center())}"

    def _draw(self) -> str:
        card = self._card()
        if card is not None and self._chance.random() < 0.7:
            self._click_at(*card)
        if self._top() is not self.program.window or self.program.window.view is None:
            return "busy"
        if self._chance.random() < 0.2:  # what is undone is dropped by the edit that follows
            self._undo_and_redo()
        doing = self._chance.choice(DRAWING)
        action = self.program.window.actions_table[doing]
        if action.isEnabled():
            action.trigger()
            settle(2)
            self._write()
            self._key(self._chance.choice(("Return", "Return", "Esc", "Tab")))
        return f"draw {doing}"

    def _fill_field(self) -> str:
        fields = self._shown(QLineEdit, QPlainTextEdit)
        if not fields:
            return "no field"
        field = self._chance.choice(fields)
        field.setFocus()
        done = self._chance.choice((self._write, self._paste, self._compose))()
        self._key(self._chance.choice(("Tab", "Return", "Esc", "Ctrl+Return")))
        return f"fill {field.accessibleName()[:30]!r}: {done}"

    def _name_somebody(self) -> str:
        if self._top() is not self.program.window or self.program.window.view is None:
            return "busy"
        self._key("Ctrl+Return")
        settle(2)
        self._write()
        self._key("Return")
        return "name somebody"

    def _judge(self) -> str:
        if self.program.window.doing.review is None:
            action = self.program.window.actions_table["review"]
            if self._top() is self.program.window and action.isEnabled():
                action.trigger()
        keys = [self._chance.choice(JUDGING) for _ in range(8)]
        for key in keys:
            if QApplication.activePopupWidget() is None:
                self._key(key)
        return "judge " + " ".join(keys)

    def _click_card(self) -> str:
        card = self._card()
        return f"card {self._click_at(*card)}" if card else "no card"

    def _click_at(self, target: QWidget, spot: QPoint) -> str:
        window = target.window().windowHandle()
        button, held = self._chance.choice(BUTTONS), self._chance.choice(HELD)
        name = f"{type(target).__name__} {target.accessibleName()[:30]!r} {spot.toTuple()}"
        if window is not None:
            at = _within(target, spot)
            QTest.mousePress(window, button, held, at)
            if isValid(window):
                QTest.mouseRelease(window, button, held, at)
            if isValid(window) and self._chance.random() < 0.1:
                QTest.mouseDClick(window, button, held, at)
        return f"{name} {button.name}"

    def _drag(self) -> str:
        target = self._target()
        return self._drag_over(target, self._spot(target), self._spot(target))

    def _drag_card(self) -> str:
        start, end = self._card(), self._card()
        if start is None or end is None:
            return "no card"
        side = QPoint(self._chance.randrange(-130, 130), self._chance.randrange(-60, 60))
        return self._drag_over(start[0], start[1], end[1] + side)

    def _drag_over(self, target: QWidget, start: QPoint, end: QPoint) -> str:
        window = target.window().windowHandle()
        name = f"drag {type(target).__name__} {start.toTuple()} {end.toTuple()}"
        if window is None or _is_text(target.window().childAt(_within(target, start))):
            return name  # a drag of marked words waits in a loop of Qt's own for a real mouse
        held = self._chance.choice(HELD)
        stop = self._chance.random() < 0.15
        a, b = (_within(target, at) for at in (start, end))
        QTest.mousePress(window, Qt.MouseButton.LeftButton, held, a)
        for step in range(1, 7):
            if isValid(window):
                QTest.mouseMove(window, a + (b - a) * step / 6)
            if step == 4 and stop:
                self._key("Esc")
        if isValid(window):
            QTest.mouseRelease(window, Qt.MouseButton.LeftButton, held, b)
        return name

    def _leave_loop(self) -> None:
        number, ticks = self._waited
        self._waited = (len(self.did), ticks + 1 if number == len(self.did) else 0)
        popup, dialog = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if ticks > LONG and popup is not None:
            popup.close()
        if isinstance(dialog, QMessageBox):
            dialog.reject()

    def _wheel(self) -> str:
        target = self._target()
        spot = QPointF(self._spot(target))
        turn = QPoint(self._chance.choice((0, 0, 120)), self._chance.choice((-960, -120, 15, 120)))
        event = QWheelEvent(
            spot,
            QPointF(target.mapToGlobal(spot)),
            QPoint(),
            turn,
            Qt.MouseButton.NoButton,
            self._chance.choice(HELD),
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QCoreApplication.sendEvent(target, event)
        return f"wheel {type(target).__name__}"

    def _act(self) -> str:
        if self._top() is not self.program.window:
            return "busy"
        table = self.program.window.actions_table
        ids = [doing.id for doing in doings() if doing.id not in NOT_FOR_HERE]
        doing = self._chance.choice([one for one in ids if table[one].isEnabled()])
        table[doing].trigger()
        return f"act {doing}"

    def _undo_and_redo(self) -> str:
        if self._top() is not self.program.window:
            return "busy"
        ways = [self._chance.choice(("undo", "undo", "redo")) for _ in range(4)]
        for way in ways:
            action = self.program.window.actions_table[way]
            if action.isEnabled():
                action.trigger()
                settle(1)
        return "history " + " ".join(ways)

    def _resize(self) -> str:
        size = self._chance.choice(((960, 600), (1280, 720), (1440, 900), (2000, 1200)))
        self.program.window.resize(*size)
        return f"resize {size}"

    def _answer(self) -> str:
        dialog = QApplication.activeModalWidget()
        name = type(dialog).__name__
        if isinstance(dialog, QFileDialog):
            return self._name_file(dialog)
        key = self._chance.choice(("Return", "Esc", "Ctrl+Return"))
        self._key(key)
        return f"answer {name} with {key}"

    def _name_file(self, dialog: QFileDialog) -> str:
        here = self.folder
        names = (
            *("one.mspseat", "two.mspseat", "one.mspseat", "chart.csv", "paper.pdf", "folder"),
            *("no/such/place.mspseat", "\u0645\u062f\u064a\u0631 <b>.mspseat", "n" * 300, "."),
        )
        path = here / self._chance.choice(names)
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        if line is not None:
            line.setText(str(path))
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        if path.parent.is_dir() and len(path.name) < 200 and self._chance.random() < 0.7:
            dialog.accept()
        else:
            dialog.reject()
        return f"name {path.name[:40]}"


def _within(widget: QWidget, spot: QPoint) -> QPoint:
    """Return the spot in the widget's window, or the nearest one that is inside of it."""
    top = widget.window()
    at = widget.mapTo(top, spot)
    return QPoint(min(max(at.x(), 0), top.width() - 1), min(max(at.y(), 0), top.height() - 1))


def _is_text(widget: QWidget | None) -> bool:
    parts = (widget, widget.parentWidget() if widget is not None else None)
    return any(isinstance(part, QLineEdit | QPlainTextEdit) for part in parts)
