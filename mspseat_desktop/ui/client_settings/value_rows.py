"""Core values as rows: a name, what it means, and keys to add, order and take out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.domain.records import CoreValue
from mspseat_desktop.domain.vocabulary import CoreValueId
from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import IconButton, LineLink, PlainLabel, TextField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mspseat_desktop.ui.theme import Theme

MOST_VALUES = 12


class ValueRow(QWidget):
    """One core value on its line."""

    changed = Signal()

    def __init__(self, theme: Theme, value: CoreValue, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = value
        self.name = TextField(_("Core value"), hint=_("For example: Own it"))
        self.name.load(value.name)
        self.meaning = TextField(_("What it means"), hint=_("What it looks like at work"))
        self.meaning.load(value.meaning)
        self.up = IconButton(theme, "arrow-up", _("Move up"), role="muted", side=28)
        self.down = IconButton(theme, "arrow-down", _("Move down"), role="muted", side=28)
        self.delete = IconButton(theme, "trash-2", _("Take out"), role="muted", side=28)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.name, 2)
        row.addWidget(self.meaning, 3)
        for button in (self.up, self.down, self.delete):
            row.addWidget(button)
        for field in (self.name, self.meaning):
            field.textChanged.connect(lambda _text: self.changed.emit())

    def written(self) -> CoreValue:
        """Return the value with what stands in the row."""
        return replace(
            self.value, name=self.name.text().strip(), meaning=self.meaning.text().strip()
        )

    def is_blank(self) -> bool:
        """Whether nothing stands in the row."""
        written = self.written()
        return not written.name and not written.meaning

    def number(self, place: int, count: int) -> None:
        """Say which one this is, and what can be done with it there."""
        which = {"number": str(place)}
        for widget, words in (
            (self.name, _("Core value {number}")),
            (self.meaning, _("What core value {number} means")),
        ):
            widget.setAccessibleName(words.replace("{number}", which["number"]))
        for button, words in (
            (self.up, _("Move core value {number} up")),
            (self.down, _("Move core value {number} down")),
            (self.delete, _("Take core value {number} out")),
        ):
            button.set_name(words.replace("{number}", which["number"]))
        self.up.setEnabled(place > 1)
        self.down.setEnabled(place < count)


class ValueRows(QWidget):
    """The core values in order; `changed` is sent with every letter and every move.

    Enter goes on to the next row, at the last one to a new row; Alt with Up or Down moves a row.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        values: Sequence[CoreValue],
        *,
        new_id: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._new_id = new_id
        self.rows: list[ValueRow] = []
        self._taken_out: list[tuple[int, CoreValue]] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.add_button = LineLink(theme, _("Add a core value"), icon="plus")
        self.add_button.clicked.connect(self.add)
        self.back = LineLink(theme, _("Put it back"), icon="undo-2")
        self.back.clicked.connect(self._put_back)
        self.back.hide()
        self._nameless = PlainLabel(_("Name this core value, or take it out."), tone="no")
        self._nameless.hide()
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.add_button)
        foot.addWidget(self.back)
        foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addLayout(self._column)
        whole.addWidget(self._nameless)
        whole.addLayout(foot)
        for value in values:
            self._insert(len(self.rows), value)
        self._tell()

    def values(self) -> tuple[CoreValue, ...]:
        """Return the values in order; a row in which nothing stands is none."""
        return tuple(row.written() for row in self.rows if not row.is_blank())

    def trouble(self) -> QWidget | None:
        """Return the name of a value that has a meaning but no name, and say so."""
        bad = next((r.name for r in self.rows if not r.is_blank() and not r.written().name), None)
        self._nameless.setVisible(bad is not None)
        if bad is not None:
            bad.set_wrong(wrong=True)
        return bad

    def add(self) -> ValueRow:
        """Add an empty row at the end, or go to one that is empty, and put the keyboard there."""
        blank = next((row for row in self.rows if row.is_blank()), None)
        if blank is None:
            new = CoreValue(CoreValueId(self._new_id()), 0, "")
            blank = self._insert(len(self.rows), new)
            self._tell()
        blank.name.setFocus()
        return blank

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Act on Enter and on Alt with an arrow in a row's fields."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            row = next((r for r in self.rows if watched in (r.name, r.meaning)), None)
            if row is not None and self._take_key(row, event):
                return True
        return super().eventFilter(watched, event)

    def _take_key(self, row: ValueRow, event: QKeyEvent) -> bool:
        place = self.rows.index(row)
        if event.modifiers() == Qt.KeyboardModifier.AltModifier:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            self._move(row, step)
            return step != 0
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if not plain or event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if place + 1 < len(self.rows):
            self.rows[place + 1].name.setFocus()
        elif not row.is_blank() and len(self.rows) < MOST_VALUES:
            self.add()
        return True

    def _insert(self, place: int, value: CoreValue) -> ValueRow:
        row = ValueRow(self._theme, value, self)
        row.changed.connect(self._hear)
        row.up.clicked.connect(lambda: self._move(row, -1))
        row.down.clicked.connect(lambda: self._move(row, 1))
        row.delete.clicked.connect(lambda: self._take_out(row))
        for field in (row.name, row.meaning):
            field.installEventFilter(self)
        self.rows.insert(place, row)
        self._column.insertWidget(place, row)
        row.show()
        self._keep_tab_order()
        return row

    def _move(self, row: ValueRow, step: int) -> None:
        place = self.rows.index(row)
        target = place + step
        if not step or not 0 <= target < len(self.rows):
            return
        self.rows.insert(target, self.rows.pop(place))
        self._column.removeWidget(row)
        self._column.insertWidget(target, row)
        self._keep_tab_order()
        self._tell()

    def _take_out(self, row: ValueRow) -> None:
        place = self.rows.index(row)
        if not row.is_blank():
            self._taken_out.append((place, row.written()))
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._tell()
        if self.rows:
            self.rows[min(place, len(self.rows) - 1)].name.setFocus()
        else:
            self.add_button.setFocus()

    def _put_back(self) -> None:
        place, value = self._taken_out.pop()
        row = self._insert(min(place, len(self.rows)), value)
        self._tell()
        row.name.setFocus()

    def _hear(self) -> None:
        self._nameless.hide()
        for row in self.rows:
            row.name.set_wrong(wrong=False)
        self.changed.emit()

    def _tell(self) -> None:
        for place, row in enumerate(self.rows, start=1):
            row.number(place, len(self.rows))
        self.add_button.setEnabled(len(self.rows) < MOST_VALUES)
        self.back.setVisible(bool(self._taken_out))
        if self._taken_out:
            name = self._taken_out[-1][1].name
            self.back.set_caption(_("Put “{name}” back").replace("{name}", name))
        self.changed.emit()

    def _keep_tab_order(self) -> None:
        before: QWidget | None = None
        for row in self.rows:
            for stop in (row.name, row.meaning, row.up, row.down, row.delete):
                if before is not None:
                    self.setTabOrder(before, stop)
                before = stop
        if before is not None:
            self.setTabOrder(before, self.add_button)
        self.setTabOrder(self.add_button, self.back)
