"""The questions of a bank in a list: letter by letter, a tick for those that are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import paint_tick_box
from mspseat_desktop.wording.outcomes import letter_name

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.questions import Question, QuestionLetter
    from mspseat_desktop.ui.theme import Theme

LETTERS: tuple[QuestionLetter, ...] = ("gets", "wants", "capacity", "homework")
_QUESTION = Qt.ItemDataRole.UserRole
HEADING = 30


def letter_title(letter: QuestionLetter, *, deciding: bool) -> str:
    """Return what stands over the questions of a letter."""
    if letter == "homework":
        return _("Homework, asked of us")
    words = _("{letter}: these count") if deciding else _("{letter}: for the talk")
    return words.replace("{letter}", letter_name(letter))


class _Ticks(QStyledItemDelegate):
    """Draws the program's own boxes; the style sheet keeps their place free."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the item, then its box."""
        super().paint(painter, option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        own = QStyleOptionViewItem(option)
        self.initStyleOption(own, index)
        indicator = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        at = own.widget.style().subElementRect(indicator, own, own.widget)
        ticked = Qt.CheckState(state) == Qt.CheckState.Checked
        painter.save()
        paint_tick_box(painter, QRectF(at), self._theme, mark="check" if ticked else "")
        painter.restore()


class QuestionList(QListWidget):
    """Sends what the user wants of the question that is marked.

    `shown(str, bool)` when its tick changes, `moved(int)` by Alt with Up or Down, `edit_wanted`
    by Enter or F2, `delete_wanted` by Delete.
    """

    shown = Signal(str, bool)
    moved = Signal(int)
    edit_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Ticks(theme, self))
        theme.changed.connect(self.viewport().update)
        self.setAccessibleName(_("Questions"))
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setSpacing(1)
        self.itemChanged.connect(self._tell)
        self.itemDoubleClicked.connect(lambda _item: self.edit_wanted.emit())
        self.installEventFilter(self)

    @property
    def question(self) -> str:
        """The id of the question that is marked, "" for none."""
        row = self.currentRow()
        return str(self.item(row).data(_QUESTION) or "") if row >= 0 else ""

    def show_questions(
        self, questions: Sequence[Question], *, hidden: Collection[str], own: Collection[str]
    ) -> None:
        """Show these in their order; the mark stays on its question."""
        kept, at = self.question, self.verticalScrollBar().value()
        place = self.currentRow()
        self.blockSignals(True)  # noqa: FBT003 - Qt's own call
        self.clear()
        for letter in LETTERS:
            for deciding in (True, False):
                group = [q for q in questions if q.letter == letter and q.deciding == deciding]
                if group:
                    self._add_heading(letter_title(letter, deciding=deciding))
                for question in group:
                    self._add(question, hidden=question.id in hidden, own=question.id in own)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own call
        if not self.mark(kept):
            self._mark_near(max(place, 0))
        self.verticalScrollBar().setValue(at)

    def mark(self, question: str) -> bool:
        """Mark the question; whether it is there."""
        for row in range(self.count()):
            if question and self.item(row).data(_QUESTION) == question:
                self.setCurrentRow(row)
                return True
        return False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Move, change and take out by key; the list itself would walk or search."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key, alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_wanted.emit()
        elif key == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            return False
        return True

    def _mark_near(self, place: int) -> None:
        rows = [r for r in range(self.count()) if self.item(r).data(_QUESTION)]
        if rows:
            self.setCurrentRow(min(rows, key=lambda row: abs(row - place)))

    def _add_heading(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        item.setFont(font)
        item.setSizeHint(QSize(0, HEADING))
        self.addItem(item)

    def _add(self, question: Question, *, hidden: bool, own: bool) -> None:
        words = _("{words} (our own)") if own else "{words}"
        if hidden:
            words = _("{words} (left out)").replace("{words}", words)
        item = QListWidgetItem(words.replace("{words}", question.words))
        item.setData(_QUESTION, question.id)
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
        )
        item.setCheckState(Qt.CheckState.Unchecked if hidden else Qt.CheckState.Checked)
        self.addItem(item)

    def _tell(self, item: QListWidgetItem) -> None:
        question = str(item.data(_QUESTION) or "")
        if question:
            self.shown.emit(question, item.checkState() == Qt.CheckState.Checked)
