"""To whom else the seat reports: one row for each second line, and a list to add one from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mspseat_desktop.domain.edits.layouts import (
    add_second_line,
    change_second_line,
    remove_second_line,
)
from mspseat_desktop.domain.vocabulary import SeatId, SecondLineId
from mspseat_desktop.language import _
from mspseat_desktop.ui.seat_panel.entries import text_entry
from mspseat_desktop.ui.widgets import (
    IconButton,
    Picker,
    PickerItem,
    PlainLabel,
    SectionLabel,
    TextField,
)

if TYPE_CHECKING:
    from mspseat_desktop.domain.records import SecondLine
    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme


class LineRow(QWidget):
    """One second line: the seat, what it is about, and a button that takes it out."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.line: SecondLine | None = None
        self.title = PlainLabel("", self, elide=True)
        self.about = TextField(
            _("What the second line is about"),
            self,
            pending=bridge.pending,
            hint=_("About what"),
        )
        self._entry = text_entry(bridge, self.about, _change)
        self.remove = IconButton(theme, "x", _("Take the second line out"), self, role="muted")
        self.remove.clicked.connect(lambda _on=False: self._remove())
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.title, 0, 0, 1, 2)
        grid.addWidget(self.about, 1, 0)
        grid.addWidget(self.remove, 1, 1)
        grid.setColumnStretch(0, 1)

    def show_line(self, line: SecondLine) -> None:
        """Show the seat by its title and what the line is about."""
        self.line = line
        title = self._bridge.client.seat(line.to).title.strip() or _("unnamed")
        self.title.setText(title)
        named = _("What the second line to {seat} is about").replace("{seat}", title)
        self.about.setAccessibleName(named)
        self.remove.set_name(_("Take the second line to {seat} out").replace("{seat}", title))
        self._entry.show(line.id, line.about)

    def _remove(self) -> None:
        if self.line is not None:
            self._bridge.pending.flush_all()
            self._bridge.do(remove_second_line(self.line.id))


class AlsoReportsTo(QWidget):
    """All second lines of a seat."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._theme = bridge, theme
        self._seat: SeatId | None = None
        self._rows: list[LineRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.add = Picker(
            theme,
            _("Also reports to"),
            self,
            items=self._items,
            placeholder=_("Add a second line to…"),
        )
        self.add.chosen.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(SectionLabel(_("Also reports to"), self))
        column.addLayout(self._column)
        column.addWidget(self.add)

    @property
    def rows(self) -> tuple[LineRow, ...]:
        """The rows on show."""
        return tuple(row for row in self._rows if row.line is not None)

    def show_seat(self, seat: SeatId) -> None:
        """Show the second lines of a seat."""
        self._seat = seat
        lines = self._bridge.client.second_lines(seat)
        if not lines and not self.rows:  # as with most seats at most edits
            return
        while len(self._rows) < len(lines):
            row = LineRow(self._bridge, self._theme, self)
            self._rows.append(row)
            self._column.addWidget(row)
        for place, row in enumerate(self._rows):
            if place < len(lines):
                row.show_line(lines[place])
            else:
                row.line = None
            row.setVisible(place < len(lines))

    def _items(self) -> list[PickerItem]:
        client, seat = self._bridge.client, self._seat
        if seat is None:
            return []
        parent = client.seat(seat).parent
        taken = {line.to for line in client.second_lines(seat)} | {seat, parent}
        return [
            PickerItem(each, client.seat(each).title or _("unnamed"), "", "armchair")
            for each in client.chart()
            if each not in taken
        ]

    def _add(self, picked: object) -> None:
        if self._seat is None:
            return
        to = SeatId(str(picked))
        line = SecondLineId(self._bridge.new_id())
        title = self._bridge.client.seat(to).title
        if self._bridge.do(add_second_line(line, self._seat, to, title=title)):
            for row in self.rows:
                if row.line is not None and row.line.id == line:
                    row.about.setFocus()


def _change(key: str, text: str, merge_key: str, /) -> Edit:
    return change_second_line(SecondLineId(key), text, merge_key=merge_key)
