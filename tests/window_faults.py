"""What can be wrong in a window on show: words read as markup, controls without a name."""

from __future__ import annotations

import re

from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

CONTROLS = (
    *(QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox),
    *(QAbstractSpinBox, QAbstractItemView, QTabBar),
)


def all_below(root):
    return [w for w in (root, *root.findChildren(QWidget)) if w.isVisible()]


def faults(root):
    """What is wrong in the widgets on show: markup that would be read, controls without a name."""
    found = []
    for widget in all_below(root):
        what = f"{type(widget).__name__} {widget.objectName()!r} in {type(root).__name__}"
        if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
            found.append(f"{what} reads markup: {widget.text()[:60]!r}")
        if reads_markup(widget.toolTip()):
            found.append(f"{what} has a tooltip with markup: {widget.toolTip()[:60]!r}")
        if isinstance(widget, QAbstractItemView) and any(map(reads_markup, tips_in(widget))):
            found.append(f"{what} has a line with markup in its tooltip")
        if isinstance(widget, QTextEdit) and not widget.isReadOnly():
            found.append(f"{what} takes markup that is pasted")
        if is_control(widget) and not name_of(widget):
            found.append(f"{what} has no name")
    return found


def tips_in(view):
    """The tooltips of the first lines of a list or table, and of its headings."""
    model, role = view.model(), Qt.ItemDataRole.ToolTipRole
    if model is None:
        return []
    top = view.rootIndex()
    has_one = isinstance(model, QAbstractListModel)  # it does not say so itself
    columns = 1 if has_one else min(model.columnCount(top), 30)
    rows = min(model.rowCount(top), 60)
    places = [model.index(row, column) for row in range(rows) for column in range(columns)]
    tips = [model.data(place, role) for place in places]
    for way, count in ((Qt.Orientation.Horizontal, columns), (Qt.Orientation.Vertical, rows)):
        tips += [model.headerData(at, way, role) for at in range(count)]
    return [tip for tip in tips if isinstance(tip, str)]


def reads_markup(tip):
    """Whether a tooltip is more than our own frame round escaped words."""
    if "<" not in tip:
        return False
    inside = re.fullmatch(r"<qt>(.*)</qt>", tip, re.DOTALL)
    return inside is None or "<" in inside[1].replace("<br/>", "")


def is_control(widget):
    if not isinstance(widget, CONTROLS) or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
        return isinstance(widget, QAbstractButton)
    parts = (QComboBox, QAbstractSpinBox)
    return not isinstance(widget.parentWidget(), parts)


def name_of(widget):
    if widget.accessibleName():
        return widget.accessibleName()
    return widget.text() if isinstance(widget, QAbstractButton) else ""
