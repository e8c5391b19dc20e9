"""Which key does what while the outline has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Qt, QTimer

from mspseat_desktop.domain.searching import fold
from mspseat_desktop.ui.chart.keys import seat_commands
from mspseat_desktop.ui.shortcuts.chords import chord_of
from mspseat_desktop.ui.shortcuts.keymap import keymap
from mspseat_desktop.ui.shortcuts.moves import pointed

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.chart.neighbours import Direction
    from mspseat_desktop.ui.outline.tree import OutlineTree

TYPED_MS = 1000
"""After the last letter, until typing ahead begins anew."""
Modifier = Qt.KeyboardModifier
_Key: TypeAlias = tuple[int, Modifier]
_MIRRORED: dict[int, int] = {
    Qt.Key.Key_Left: Qt.Key.Key_Right,
    Qt.Key.Key_Right: Qt.Key.Key_Left,
}
_WAYS_MIRRORED: dict[Direction, Direction] = {"left": "right", "right": "left"}
_MOVES: dict[Direction, str] = {
    "up": "move-earlier",
    "down": "move-later",
    "left": "promote",
    "right": "demote",
}
"""What the keys that point do here: siblings stand one below the other."""
_OWN = frozenset({"Tab", "Return"})
"""Keys of the chart that the outline has for itself, as every list of a tree."""
_PLAIN, _SHIFT = Modifier.NoModifier, Modifier.ShiftModifier
_HELD = Modifier.ControlModifier | Modifier.AltModifier | Modifier.MetaModifier


class OutlineKeys(QObject):
    """Runs the command of a key, or types ahead to the next title that begins so.

    As everywhere in lists of trees: Right opens and then goes to the first report, Left closes and
    then goes to the seat above, * opens all siblings, Enter goes to the chart and Tab on. Any
    other key does what the keymap says, as on the chart. Keys that point move a seat as it is
    drawn: here siblings stand one below the other, so up and down lead along them.
    """

    def __init__(self, tree: OutlineTree, bridge: Bridge) -> None:
        super().__init__(tree)
        self._tree, self._bridge = tree, bridge
        self._typed = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPED_MS)
        self._pause.timeout.connect(self._begin_anew)
        self._keys = self._table()
        self._runs: dict[str, Callable[[], object]] = {
            **seat_commands(tree.commands),
            "fold": self._turn,
        }

    def bind(self, doing: str, run: Callable[[], object]) -> None:
        """Call `run` for the keys of an action."""
        self._runs[doing] = run

    def handle(self, event: QKeyEvent) -> bool:
        """Deal with a key; False for one that means nothing here."""
        key, modifiers = event.key(), event.modifiers() & ~Modifier.KeypadModifier
        if self._tree.drag.is_on:
            if key == Qt.Key.Key_Escape:
                self._tree.drag.cancel()
            return True
        if key == Qt.Key.Key_Space and self._typed:
            return self._type_ahead(" ")
        if not self._tree.isLeftToRight():
            key = _MIRRORED.get(key, key)
        command = self._keys.get((key, modifiers))
        if command is None and event.text() in ("*", "+", "-"):
            command = self._keys.get((ord(event.text()), _PLAIN))
        run = command if command is not None else self._means(chord_of(event))
        if run is not None:
            self._begin_anew()
            run()
            return True
        if modifiers & _HELD:
            return False
        words = event.text()
        return bool(words.strip()) and words.isprintable() and self._type_ahead(words)

    def _table(self) -> dict[_Key, Callable[[], None]]:
        tree = self._tree
        return {
            (Qt.Key.Key_Down, _PLAIN): lambda: tree.go_by(1),
            (Qt.Key.Key_Up, _PLAIN): lambda: tree.go_by(-1),
            (Qt.Key.Key_Down, _SHIFT): lambda: tree.choose_by(1),
            (Qt.Key.Key_Up, _SHIFT): lambda: tree.choose_by(-1),
            (Qt.Key.Key_PageDown, _PLAIN): lambda: tree.go_by(tree.rows_on_show),
            (Qt.Key.Key_PageUp, _PLAIN): lambda: tree.go_by(-tree.rows_on_show),
            (Qt.Key.Key_Home, _PLAIN): lambda: tree.go_to_row(0),
            (Qt.Key.Key_End, _PLAIN): lambda: tree.go_to_row(tree.rows.count - 1),
            (Qt.Key.Key_Right, _PLAIN): self._toward,
            (Qt.Key.Key_Left, _PLAIN): self._back,
            (Qt.Key.Key_Plus, _PLAIN): lambda: self._fold(folded=False),
            (Qt.Key.Key_Minus, _PLAIN): lambda: self._fold(folded=True),
            (Qt.Key.Key_Asterisk, _PLAIN): self._open_siblings,
            (Qt.Key.Key_Escape, _PLAIN): tree.left.emit,
            (Qt.Key.Key_Return, _PLAIN): self._enter,
            (Qt.Key.Key_Enter, _PLAIN): self._enter,
        }

    def keys_of(self, doing: str) -> tuple[str, ...]:
        """Return the keys that do an action of the chart here, for what shows them."""
        names = dict.fromkeys((doing, *_MOVES.values()))
        keys = [chord for name in names for chord in keymap().keys(name)]
        return tuple(c for c in keys if c not in _OWN and self._doing_of(c) == doing)

    def _means(self, chord: str) -> Callable[[], object] | None:
        """Return what a key does by the keymap, None for nothing here."""
        return self._runs.get(self._doing_of(chord))

    def _doing_of(self, chord: str) -> str:
        """Return the action that a key of the keymap means here, "" for none."""
        doing = keymap().means(chord)
        way = pointed(doing, chord)
        if way is None:
            return doing
        return _MOVES[way if self._tree.isLeftToRight() else _WAYS_MIRRORED.get(way, way)]

    def _toward(self) -> None:
        """Open the seat, or go to its first report when it is open."""
        rows, seat = self._tree.rows, self._bridge.selection
        row = rows.row_of(seat)
        if seat is None or row < 0:
            return
        if not rows.is_open(seat):
            rows.folding.fold([seat], folded=False)
        elif row + 1 < len(rows.seats) and rows.depths[row + 1] > rows.depths[row]:
            self._tree.go_by(1)

    def _back(self) -> None:
        """Close the seat, or go to the one above when it is closed or has no reports."""
        rows, seat = self._tree.rows, self._bridge.selection
        if seat is None or rows.row_of(seat) < 0:
            return
        if rows.has_reports(seat) and rows.is_open(seat) and not rows.is_filtered:
            rows.folding.fold([seat], folded=True)
            return
        above = self._bridge.client.seat(seat).parent
        if above is not None:
            self._bridge.select(above)

    def _fold(self, *, folded: bool) -> None:
        seat = self._bridge.selection
        if seat is not None and not self._tree.rows.is_filtered:
            self._tree.rows.folding.fold([seat], folded=folded)

    def _turn(self) -> None:
        seat = self._bridge.selection
        if seat is not None:
            self._fold(folded=self._tree.rows.is_open(seat))

    def _open_siblings(self) -> None:
        seat, client = self._bridge.selection, self._bridge.client
        if seat is not None and not self._tree.rows.is_filtered:
            self._tree.rows.folding.fold(client.children(client.seat(seat).parent), folded=False)

    def _enter(self) -> None:
        if self._bridge.selection is not None:
            self._tree.entered.emit(self._bridge.selection)

    def _type_ahead(self, words: str) -> bool:
        self._typed += fold(words)
        self._pause.start()
        same = len(set(self._typed)) == 1
        found = self._next_beginning(self._typed, after=len(self._typed) == 1)
        if found is None and same:
            found = self._next_beginning(self._typed[0], after=True)
        if found is not None:
            self._bridge.select(found)
        return True

    def _next_beginning(self, typed: str, *, after: bool) -> SeatId | None:
        """Return the next listed seat whose title begins so, from the selected one round."""
        rows, client = self._tree.rows, self._bridge.client
        here = max(0, rows.row_of(self._bridge.selection) + after)
        for seat in (*rows.seats[here:], *rows.seats[:here]):
            if fold(client.seat(seat).title.strip()[: len(typed) * 4]).startswith(typed):
                return seat
        return None

    def _begin_anew(self) -> None:
        self._pause.stop()
        self._typed = ""
