"""The left of the page: search, filter, the titles of the columns and the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.people.heads import Heads
from mspseat_desktop.ui.people.rows import Roster, Wanted
from mspseat_desktop.ui.people.table import PeopleTable
from mspseat_desktop.ui.people.words import Showing, count_words, showing_words
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import (
    Choice,
    ChoiceRow,
    Ground,
    LineLink,
    PlainLabel,
    QuietButton,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from mspseat_desktop.domain.change import Change
    from mspseat_desktop.domain.vocabulary import OccupantId, OccupantKind
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.people.rows import Column
    from mspseat_desktop.ui.theme import Theme

EDGE = 20
BESIDE = 600
"""From this width on the filter stands beside the search."""


class Search(QLineEdit):
    """A line that filters as one types; `key_wanted(Qt.Key)` for keys that belong to the list."""

    key_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Search people and providers"))
        self.setPlaceholderText(_("Find a name, seat or contact"))
        self.setProperty("search", True)  # noqa: FBT003 - Qt's own call
        self.setClearButtonEnabled(False)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window while there is no typing to take back here."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.text()
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the arrows, Enter and Esc on."""
        key = Qt.Key(event.key())
        keys = (
            Qt.Key.Key_Down,
            Qt.Key.Key_Up,
            Qt.Key.Key_PageDown,
            Qt.Key.Key_PageUp,
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        )
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in keys:
            self.key_wanted.emit(key)
        else:
            super().keyPressEvent(event)


class Directory(Ground):
    """`chosen(OccupantId)` follows the marked row, `entered` and `delete_asked` its keys.

    `add_asked(OccupantKind, str)` asks for a new one, with the name that was searched in vain.
    """

    chosen = Signal(object)
    entered = Signal()
    delete_asked = Signal()
    add_asked = Signal(object, str)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__("surface", parent)
        self._bridge = bridge
        self._roster = Roster(bridge.client, bridge.on)
        self._wanted = Wanted()
        self.count = PlainLabel("", self, tone="muted", elide=True)
        self.person = QuietButton(theme, _("Add a person"), self, icon="user-plus")
        self.provider = QuietButton(theme, _("Add a provider"), self, icon="building-2")
        self.search = Search(self)
        self.showing = ChoiceRow(
            theme,
            _("Show"),
            [Choice(what, words, hint=hint) for what, (words, hint) in showing_words().items()],
            self,
            size="compact",
            clearable=False,
        )
        self.showing.set_value("all")
        self.heads = Heads(theme, self)
        self.table = PeopleTable(bridge, theme, self, roster=self._roster)
        self.none = PlainLabel("", self, tone="muted", wrap=True)
        self.new_person = LineLink(theme, "", self, icon="user-plus")
        self.new_provider = LineLink(theme, "", self, icon="building-2")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(EDGE, 0, EDGE, 0)
        head.setSpacing(8)
        head.addWidget(PlainLabel(_("People"), self, pixels=20, weight=Weight.DemiBold))
        head.addWidget(self.count, 1)
        head.addWidget(self.person)
        head.addWidget(self.provider)
        self._tools = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._tools.setContentsMargins(EDGE, 0, EDGE, 0)
        self._tools.setSpacing(8)
        self._tools.addWidget(self.search, 1)
        self._tools.addWidget(self.showing, 0, Qt.AlignmentFlag.AlignLeft)
        lines = QVBoxLayout()
        lines.setContentsMargins(EDGE - 8, 0, EDGE - 8, 0)
        lines.setSpacing(0)
        lines.addWidget(self.heads)
        lines.addWidget(self.table, 1)
        lines.addWidget(self.none)
        for link in (self.new_person, self.new_provider):
            lines.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self._filler = QWidget(self)
        lines.addWidget(self._filler, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(self._tools)
        column.addLayout(lines, 1)
        self.none.setContentsMargins(8, 14, 8, 6)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._show())
        self.search.key_wanted.connect(self._take_key)
        self.showing.chosen.connect(lambda _what: self._show())
        self.heads.asked.connect(self._sort)
        self.table.arranged.connect(self._arrange)
        self.table.chosen.connect(self._choose)
        self.table.entered.connect(self.entered)
        self.table.delete_asked.connect(self.delete_asked)
        self.table.typed.connect(self._type)
        self.table.left.connect(lambda: self.search.setFocus(Qt.FocusReason.BacktabFocusReason))
        for button, kind in ((self.person, "person"), (self.provider, "provider")):
            button.clicked.connect(lambda _on=False, kind=kind: self.add_asked.emit(kind, ""))
        for link, kind in ((self.new_person, "person"), (self.new_provider, "provider")):
            link.clicked.connect(lambda _on=False, kind=kind: self._add_searched(kind))

    @property
    def chosen_id(self) -> OccupantId | None:
        """Return whose row is marked, None for none."""
        row = self.table.people.row_at(self.table.currentIndex())
        return row.id if row is not None else None

    def fill(self, marked: OccupantId | None) -> None:
        """Look at everybody anew and mark one."""
        self._roster.fill(self._bridge.client, on=self._bridge.on)
        self._show(marked=marked, keep=True)

    def hear(self, change: Change, marked: OccupantId | None) -> None:
        """Show what an edit changed; the marked row stays marked if it is still there."""
        if self._roster.hear(change, self._bridge.client):
            self._show(marked=marked, keep=True)
        else:
            self.table.viewport().update()

    def refresh_ratings(self) -> None:
        """Show how seats came out, or hide it."""
        self._show(marked=self.chosen_id, keep=True)

    def show_all_of(self, kind: OccupantKind) -> None:
        """Take away what would hide a new name of this kind."""
        own: Showing = "people" if kind == "person" else "providers"
        if self.showing.value not in ("all", own):
            self.showing.set_value("all")
        self.search.blockSignals(True)  # noqa: FBT003 - Qt's own call
        self.search.clear()
        self.search.blockSignals(False)  # noqa: FBT003 - Qt's own call

    def focus_row(self) -> None:
        """Put the keyboard on the marked row."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_to(self, occupant: OccupantId) -> OccupantId | None:
        """Return whom to mark once this one is gone: the one below, else above."""
        rows = [row.id for row in self.table.people.rows]
        if occupant not in rows:
            return None
        at = rows.index(occupant)
        near = rows[at + 1 :] or rows[:at][::-1]
        return near[0] if near else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the filter below the search where there is no room beside."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        wide = event.size().width() >= BESIDE
        self._tools.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    def _show(self, *, marked: OccupantId | None = None, keep: bool = False) -> None:
        """Show the rows that are wanted; unless `keep`, choose the first if the marked is gone."""
        self._wanted = Wanted(
            self.search.text(),
            cast("Showing", self.showing.value),
            self._wanted.by,
            self._wanted.downwards,
        )
        rows = self._roster.listed(self._wanted)
        was = marked if keep else self.chosen_id
        self.table.show_rows(rows, was)
        self._tell_counts()
        self._show_none(any_row=bool(rows))
        if not keep and rows and all(row.id != was for row in rows):
            self.table.mark(rows[0].id)
            self.chosen.emit(rows[0].id)
        self._describe()

    def _show_none(self, *, any_row: bool) -> None:
        words = " ".join(self.search.text().split())
        self.table.setVisible(any_row)
        self._filler.setVisible(not any_row)
        self.none.setVisible(not any_row)
        for link in (self.new_person, self.new_provider):
            link.setVisible(not any_row and bool(words))
        if any_row:
            return
        if words:
            self.none.setText(
                _("No name, seat or contact here fits “{words}”.").format(words=words)
            )
        elif self.showing.value == "contracts":
            self.none.setText(
                _("No open contract ends, or asks for a notice, within the next 90 days.")
            )
        else:
            self.none.setText(_("Nobody of this kind yet."))
        self.new_person.set_caption(_("Add the person “{name}”").replace("{name}", words[:60]))
        self.new_provider.set_caption(_("Add the provider “{name}”").replace("{name}", words[:60]))

    def _tell_counts(self) -> None:
        rows = self._roster.rows.values()
        providers = sum(row.is_provider for row in rows)
        self.count.setText(count_words(len(rows) - providers, providers))

    def _describe(self) -> None:
        # The search line keeps the keyboard, so it has to tell where in the list one is.
        row = self.table.people.row_at(self.table.currentIndex())
        self.search.setAccessibleDescription(row.name if row is not None else "")

    def _choose(self, occupant: object) -> None:
        self._describe()
        self.chosen.emit(occupant)

    def _sort(self, column: Column) -> None:
        again = column == self._wanted.by
        self._wanted = Wanted(by=column, downwards=again and not self._wanted.downwards)
        self.heads.show_order(column, downwards=self._wanted.downwards)
        self._show(marked=self.chosen_id, keep=True)

    def _arrange(self) -> None:
        self.heads.arrange([self.table.columnWidth(at) for at in range(4)])

    def _take_key(self, key: Qt.Key) -> None:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.chosen_id is not None:
                self.entered.emit()
        else:
            self.table.step(key)

    def _type(self, words: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.insert(words)

    def _add_searched(self, kind: str) -> None:
        self.add_asked.emit(kind, " ".join(self.search.text().split()))
