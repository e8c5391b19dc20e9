"""The user guide inside the program: a list of topics, one topic to read, and a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from mspseat_desktop.language import _
from mspseat_desktop.ui.help_topics import ReadingPage, Topic, dress, find, topics
from mspseat_desktop.ui.widgets import Ground, PlainLabel, Separator, TextField, fit_on_screen

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from mspseat_desktop.ui.theme import Theme

USUAL = QSize(980, 720)
CONTENTS_WIDTH = 250


class HelpWindow(QDialog):
    """A window of its own beside the work; `show()` it, `show_topic("review")` opens a topic.

    Nothing but the shipped guide is ever loaded: a link leads to another topic or nowhere.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("User guide"))
        self._theme = theme
        self._topics = {topic.id: topic for topic in topics()}
        self._shown = ""
        self.search = TextField(_("Search the guide"), hint=_("Search the guide"))
        self.search.setProperty("search", True)  # noqa: FBT003 - Qt's own call
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.contents = QListWidget()
        self.contents.setAccessibleName(_("Contents"))
        self.contents.setStyleSheet("QListView::item { padding-left: 6px; }")
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.currentItemChanged.connect(self._choose)
        self.nothing = PlainLabel(_("Nothing found. Try another word."), tone="muted", wrap=True)
        self.nothing.setContentsMargins(8, 0, 8, 0)
        self.nothing.hide()
        self.page = ReadingPage(margin=28)
        self.page.anchorClicked.connect(self._follow)
        self._lay_out()
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._go_to_search)
        theme.changed.connect(self._show_again)
        self._find("")
        self.contents.setFocus()

    def _lay_out(self) -> None:
        side = Ground("surface")
        side.setFixedWidth(CONTENTS_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 14, 12, 12)
        column.setSpacing(10)
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(self.contents, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(Separator(upright=True))
        row.addWidget(self.page, 1)
        fit_on_screen(self, USUAL)

    @property
    def topic(self) -> str:
        """The id of the topic on show."""
        return self._shown

    def show_topic(self, topic: str) -> None:
        """Show a topic by its id; an unknown one changes nothing."""
        if topic not in self._topics:
            return
        if not self._select(topic):
            self.search.clear()
            self._select(topic)
        self._show(self._topics[topic])

    def _select(self, topic: str) -> bool:
        for row in range(self.contents.count()):
            item = self.contents.item(row)
            if item.data(Qt.ItemDataRole.UserRole) == topic:
                self.contents.setCurrentRow(row)
                return True
        return False

    def _find(self, words: str) -> None:
        """List the topics with all these words, and open the first if the one shown has none."""
        found = find(tuple(self._topics.values()), words)
        self.contents.blockSignals(True)  # noqa: FBT003 - Qt's own call
        self.contents.clear()
        for topic in found:
            item = QListWidgetItem(topic.title)
            item.setData(Qt.ItemDataRole.UserRole, topic.id)
            self.contents.addItem(item)
        self.contents.blockSignals(False)  # noqa: FBT003 - Qt's own call
        self.nothing.setVisible(not found)
        self.contents.setVisible(bool(found))
        if not found:
            self._mark()
            return
        still = any(topic.id == self._shown for topic in found)
        shown = self._topics[self._shown] if still else found[0]
        self._select(shown.id)
        self._show(shown)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._show(self._topics[str(item.data(Qt.ItemDataRole.UserRole))])

    def _show(self, topic: Topic) -> None:
        if topic.id != self._shown:
            self._shown = topic.id
            self._fill(topic)
        self._mark()

    def _fill(self, topic: Topic) -> None:
        document: QTextDocument = self.page.document()
        dress(document, topic, self._theme)
        self.page.setAccessibleName(topic.title)
        self.page.moveCursor(QTextCursor.MoveOperation.Start)
        self.page.verticalScrollBar().setValue(0)

    def _show_again(self) -> None:
        if self._shown:
            self._fill(self._topics[self._shown])
            self._mark()

    def _mark(self) -> None:
        """Mark what was searched for and show the first place of it."""
        marks: list[QTextEdit.ExtraSelection] = []
        for word in self.search.text().split():
            cursor = self.page.document().find(word, 0)
            while not cursor.isNull() and len(marks) < 500:
                mark = QTextEdit.ExtraSelection()
                mark.cursor = cursor
                mark.format.setBackground(self._theme.color("partly_soft"))
                mark.format.setForeground(self._theme.color("partly_text"))
                marks.append(mark)
                cursor = self.page.document().find(word, cursor)
        self.page.setExtraSelections(marks)

    def _follow(self, link: QUrl) -> None:
        if not link.scheme() and not link.host():
            self.show_topic(link.path().removesuffix(".md"))

    def _go_to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()
