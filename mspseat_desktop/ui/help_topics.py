"""The topics of the user guide: read from the shipped files, searched, and set in our type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser

from mspseat_desktop.assets import resource
from mspseat_desktop.ui.theme import inter
from mspseat_desktop.ui.widgets.matching import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextBlock

    from mspseat_desktop.ui.theme import Theme

_HEADINGS = {1: 20, 2: 15, 3: 13}


@dataclass(frozen=True, slots=True)
class Topic:
    """One page of the guide: `id` is its file's name without number and ending."""

    id: str
    title: str
    text: str


class ReadingPage(QTextBrowser):
    """Shows what it is given and fetches nothing."""

    def __init__(self, *, margin: int) -> None:
        super().__init__()
        self.document().setDocumentMargin(margin)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Load nothing."""
        return None


def topics() -> tuple[Topic, ...]:
    """Return the guide in order; each file begins with its title."""
    found = []
    for path in sorted(resource("help").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        title = text.partition("\n")[0].removeprefix("#").strip()
        found.append(Topic(path.stem.partition("-")[2], title, text))
    return tuple(found)


def find(among: Sequence[Topic], words: str) -> list[Topic]:
    """Return the topics that have all the words, those with one in the title first."""
    wanted = [fold(word) for word in words.split()]
    hits = [topic for topic in among if all(word in fold(topic.text) for word in wanted)]
    if not wanted:
        return hits
    return sorted(hits, key=lambda t: not any(word in fold(t.title) for word in wanted))


def dress(document: QTextDocument, topic: Topic, theme: Theme) -> None:
    """Set a topic in our type and colours; HTML in it stays text."""
    document.setDefaultFont(inter(13))
    features = QTextDocument.MarkdownFeature
    document.setMarkdown(topic.text, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
    block = document.begin()
    while block.isValid():
        _dress_block(block, theme)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, theme)


def _dress_block(block: QTextBlock, theme: Theme) -> None:
    shape = block.blockFormat()
    level = shape.headingLevel()
    in_table = QTextCursor(block).currentTable() is not None
    if level:
        whole = QTextCursor(block)
        whole.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        look = whole.charFormat()
        look.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)  # it wins over the size
        look.setFont(inter(_HEADINGS.get(level, 13), QFont.Weight.DemiBold))
        look.setForeground(theme.color("ink"))
        whole.setCharFormat(look)
    if shape.nonBreakableLines():
        _dress_code(block, theme)
        return
    change = QTextBlockFormat()
    height = 120.0 if in_table else 135.0
    change.setLineHeight(height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    in_list = block.textList() is not None and block.next().textList() is not None
    change.setTopMargin(16 if level > 1 else 0)
    change.setBottomMargin(0 if in_table else 4 if in_list else 8)
    QTextCursor(block).mergeBlockFormat(change)
    _dress_words(block, theme)


def _dress_words(block: QTextBlock, theme: Theme) -> None:
    """Give links and code within a paragraph the colours of the theme."""
    pieces = []
    walk = block.begin()
    while not walk.atEnd():
        piece = walk.fragment()
        shape = piece.charFormat()
        if shape.isAnchor() or shape.fontFixedPitch():
            pieces.append((piece.position(), piece.length(), shape.isAnchor()))
        walk += 1
    for at, length, is_link in pieces:
        look = QTextCharFormat()
        if is_link:
            look.setForeground(theme.color("accent_text"))
        else:
            look.setBackground(QBrush(theme.color("field")))
            look.setFontPointSize(9.5)
        cursor = QTextCursor(block)
        cursor.setPosition(at)
        cursor.setPosition(at + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(look)


def _dress_code(block: QTextBlock, theme: Theme) -> None:
    shape = QTextBlockFormat()
    shape.setBackground(QBrush(theme.color("field")))
    shape.setBottomMargin(0 if block.next().blockFormat().nonBreakableLines() else 12)
    cursor = QTextCursor(block)
    cursor.mergeBlockFormat(shape)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    look = QTextCharFormat()
    look.setFontPointSize(9.5)
    cursor.mergeCharFormat(look)


def _dress_table(table: QTextTable, theme: Theme) -> None:
    shape = table.format()
    shape.setBorder(1)
    shape.setBorderCollapse(True)
    shape.setBorderBrush(QBrush(theme.color("line")))
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setCellPadding(6)
    shape.setCellSpacing(0)
    shape.setAlignment(Qt.AlignmentFlag.AlignLeft)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setTopMargin(4)
    shape.setBottomMargin(10)
    table.setFormat(shape)
