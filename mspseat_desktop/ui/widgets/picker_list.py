"""The popup of a picker: a search line over a list of names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from mspseat_desktop.language import _
from mspseat_desktop.layout.initials import initials
from mspseat_desktop.ui.formats import number_text
from mspseat_desktop.ui.widgets.matching import best_matches, fold
from mspseat_desktop.ui.widgets.paint import one_line, paint_face
from mspseat_desktop.ui.widgets.plain import PlainLabel, tip_text
from mspseat_desktop.ui.widgets.popup import PopupFrame

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from mspseat_desktop.ui.theme import Theme

    Face = Callable[[int, float], QPixmap]

SHOWN = 200
MOST = 8
EDGE = 6
AROUND = 4
"""Pixels that the style puts around the rows, above and below together."""
ROW = 34
ROW_WITH_DETAIL = 44
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PickerItem:
    """One thing to pick: its id, its name, a second line, and what stands before the name.

    `mark` is "person" or "provider" for an avatar with initials, the name of an icon, or "".
    `face` gives the picture for a side in pixels and a ratio of the screen, null for initials.
    """

    id: Hashable
    title: str
    detail: str = ""
    mark: str = ""
    face: Face | None = field(default=None, compare=False, repr=False)

    def face_for(self, side: int, ratio: float) -> QPixmap:
        """Return the picture for an avatar of that side, null where there is none."""
        return QPixmap() if self.face is None else self.face(side, ratio)


class PickerList(PopupFrame):
    """A type-ahead list. `picked(object)` has the id, `create_asked(str)` the typed name."""

    picked = Signal(object)
    create_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        owner: QWidget,
        *,
        items: Sequence[PickerItem],
        create_words: Callable[[str], str] | None,
        heading: str = "",
    ) -> None:
        """`heading` stands above the search line."""
        super().__init__(owner)
        self.setAccessibleName(name)
        self._items = items
        self._folded = [fold(f"{item.title} {item.detail}") for item in items]
        self._titles = frozenset(fold(item.title.strip()) for item in items)
        self._create_words = create_words
        self.new_rows = 0 if create_words is None else 1
        self.search = QLineEdit(self)
        self.search.setAccessibleName(name)
        self.search.setPlaceholderText(_("Type to find"))
        self.rows = _Rows(self)
        self.view = QListView(self)
        self.view.setAccessibleName(name)
        self.view.setModel(self.rows)
        self.view.setItemDelegate(_RowPainter(theme, self.view))
        self.view.setUniformItemSizes(all(not item.detail for item in items))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMouseTracking(True)
        self.view.setMinimumHeight(ROW)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.more = PlainLabel("", self, pixels=12, tone="muted")
        self.heading = PlainLabel("", self, pixels=12, tone="muted", elide=True)
        self.set_heading(heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(EDGE)
        for part in (self.heading, self.search, self.view, self.more):
            column.addWidget(part)
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.view.clicked.connect(self._take)
        self._filter("")

    def set_heading(self, words: str) -> None:
        """Write above the search line what the list is for; nothing for no words."""
        self.heading.setText(words)
        self.heading.setVisible(bool(words))

    def sizeHint(self) -> QSize:
        """Return the room for the rows found, for eight at most."""
        shown = [
            self.rows.item(self.rows.index(at)) for at in range(min(MOST, self.rows.rowCount()))
        ]
        rows = sum(_height(item) for item in shown if item is not None)
        parts = [self.search.sizeHint().height()]
        if shown:
            parts.append(rows + AROUND)
        lines = [line for line in (self.heading, self.more) if not line.isHidden()]
        parts += [line.sizeHint().height() for line in lines]
        return QSize(280, sum(parts) + EDGE * (len(parts) + 1))

    def most_height(self) -> int:
        """Return the height with the rows that typing a new name adds."""
        more = min(self.new_rows, MOST - self.rows.rowCount())
        added = more * ROW_WITH_DETAIL + AROUND + EDGE if more > 0 else 0
        return self.sizeHint().height() + added

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows, Enter and Esc typed in the search line move and choose in the list."""
        if (
            watched is self.search
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
        ):
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
        }
        if key in steps:
            last = self.rows.rowCount() - 1
            place = max(0, min(last, self.view.currentIndex().row() + steps[key]))
            self._mark(place)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._take(self.view.currentIndex())
            return True
        if key == Qt.Key.Key_Escape:
            self.close()
            return True
        return False

    def _filter(self, typed: str) -> None:
        places, count = best_matches(self._folded, typed, limit=SHOWN)
        name = " ".join(typed.split())
        shown = self._offered(name, [self._items[place] for place in places])
        self.rows.show(shown)
        self._mark(0)
        hidden = count > len(places)
        self.more.setVisible(hidden or not shown)
        if hidden:
            self.more.setText(
                _("The first {shown} of {count}. Type more to see fewer.").format(
                    shown=number_text(len(places)), count=number_text(count)
                )
            )
        elif not shown:
            self.more.setText(self._nothing_words(name))
        self.view.setVisible(bool(shown))
        self.fit()

    def _offered(self, name: str, found: list[PickerItem]) -> list[PickerItem]:
        """Return the rows for what is typed: those found, and what can be made new of it."""
        if self._create_words is None or not name or fold(name) in self._titles:
            return found
        return [*found, PickerItem(_Create(name), self._create_words(name), mark="plus")]

    def _nothing_words(self, _name: str) -> str:
        """Return what stands in place of the rows where there are none."""
        return _("Nothing fits.")

    def _mark(self, place: int) -> None:
        index = self.rows.index(place)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)
        item = self.rows.item(index)
        # The search line keeps the keyboard, so it has to tell where in the list one is.
        self.search.setAccessibleDescription(item.title if item else "")

    def _take(self, index: _Index) -> None:
        item = self.rows.item(index)
        if item is None:
            return
        self.close()
        if isinstance(item.id, _Create):
            self.create_asked.emit(item.id.name)
        else:
            self.picked.emit(item.id)


@dataclass(frozen=True, slots=True)
class _Create:
    """The id of the row that makes something new."""

    name: str


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._items: list[PickerItem] = []

    def show(self, items: list[PickerItem]) -> None:
        self.beginResetModel()
        self._items = items
        self.endResetModel()

    def item(self, index: _Index) -> PickerItem | None:
        return self._items[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row."""
        item = self.item(index)
        if item is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_text(f"{item.title}\n{item.detail}".strip())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{item.title}, {item.detail}" if item.detail else item.title
        return None


class _RowPainter(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return one line, or two with a detail."""
        item = _item_at(index)
        return QSize(120, _height(item) if item is not None else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw mark, name and detail."""
        item = _item_at(index)
        if item is None:
            return
        theme = self._theme
        rect = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(rect, 6, 6)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(rect, 6, 6)
        room = rect.adjusted(8, 0, -8, 0)
        if item.mark:
            self._paint_mark(painter, room, item)
            room.adjust(34, 0, 0, 0)
        if item.detail:
            upper = QRectF(room.left(), rect.top() + 5, room.width(), 18)
            lower = QRectF(room.left(), rect.top() + 23, room.width(), 16)
            self._words(painter, upper, item.title, QFont.Weight.DemiBold)
            self._words(painter, lower, item.detail, None)
        else:
            self._words(painter, room, item.title, QFont.Weight.Medium)
        painter.restore()

    def _paint_mark(self, painter: QPainter, room: QRectF, item: PickerItem) -> None:
        theme = self._theme
        top = room.center().y() - 13
        if item.mark in ("person", "provider"):
            at = QRectF(room.left(), top, 26, 26)
            letters, is_provider = initials(item.title), item.mark == "provider"
            face = item.face_for(26, painter.device().devicePixelRatioF())
            paint_face(painter, at, face, letters, provider=is_provider, theme=theme)
        else:
            at = QRectF(room.left() + 5, top + 5, 16, 16)
            theme.icons.paint(painter, at, item.mark, theme.color("muted"))

    def _words(
        self, painter: QPainter, room: QRectF, text: str, weight: QFont.Weight | None
    ) -> None:
        font = self._theme.font(12) if weight is None else self._theme.font(13, weight)
        painter.setFont(font)
        painter.setPen(self._theme.color("muted" if weight is None else "ink"))
        shown = one_line(QFontMetricsF(font), text, room.width())
        align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(room, align, shown)


def _height(item: PickerItem) -> int:
    return ROW_WITH_DETAIL if item.detail else ROW


def _item_at(index: _Index) -> PickerItem | None:
    model = index.model()
    return model.item(index) if isinstance(model, _Rows) else None
