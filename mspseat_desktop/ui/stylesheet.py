"""The few rules of looks that Qt's own widgets need; everything else paints itself."""

from __future__ import annotations

from dataclasses import asdict
from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mspseat_desktop.layout.palette import Palette

_RULES = Template("""
QWidget { selection-background-color: $accent; selection-color: $on_accent; }
QMainWindow, QDialog { background: $surface; }
QToolTip {
    background: $tip; color: $on_tip; border: 1px solid $tip; padding: 4px 6px; font-size: 12px;
}

PlainLabel[tone="muted"], SectionLabel { color: $muted; }
PlainLabel[tone="accent"] { color: $accent_text; }
PlainLabel[tone="yes"] { color: $yes_text; }
PlainLabel[tone="partly"] { color: $partly_text; }
PlainLabel[tone="no"] { color: $no_text; }
PlainLabel[tone="provider"] { color: $provider_text; }
PlainLabel[tone="notice"] { color: $on_tip; }
PlainLabel:disabled { color: $muted; }

Card { background: $surface; border: 1px solid $line; border-radius: 12px; }
Card[tight="true"] { border-radius: 8px; }
Card[ground="rail"] { background: $rail; }
Card[ground="dashed"] { background: transparent; border: 1px dashed $link; }
Ground[role="canvas"] { background: $canvas; }
Ground[role="surface"] { background: $surface; }
Ground[role="rail"] { background: $rail; }
Separator { background: $line; border: none; }
PopupFrame { background: $surface; border: 1px solid $line_strong; }

QLineEdit, QPlainTextEdit {
    background: $surface; color: $ink; border: 1px solid $line_strong; border-radius: 8px;
    padding: 0 8px; placeholder-text-color: $muted;
}
QLineEdit { min-height: 30px; }
QPlainTextEdit { padding: 2px 6px; }
QLineEdit:hover, QPlainTextEdit:hover { border-color: $link; }
QLineEdit:focus, QPlainTextEdit:focus {
    border: 2px solid $accent; padding: 0 7px;
}
QPlainTextEdit:focus { padding: 1px 5px; }
QLineEdit:focus { min-height: 28px; }
QLineEdit:disabled, QPlainTextEdit:disabled { background: $field; color: $muted; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $field; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border-color: $no; }
QLineEdit[bare="true"], QPlainTextEdit[bare="true"] {
    background: transparent; border: 1px solid transparent;
}
QLineEdit[bare="true"]:hover, QPlainTextEdit[bare="true"]:hover { border-color: $line_strong; }
QLineEdit[bare="true"]:focus, QPlainTextEdit[bare="true"]:focus {
    background: $surface; border: 2px solid $accent;
}
QLineEdit[search="true"] { background: $field; border-color: $field; }
QLineEdit[search="true"]:focus { background: $surface; border-color: $accent; }

QTabBar { background: transparent; border: none; font-weight: 500; }
QTabBar::tab {
    background: transparent; color: $muted; border: none; border-bottom: 2px solid transparent;
    padding: 8px 6px 8px 6px; margin-right: 6px;
}
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; font-weight: 600; }
QTabBar::tab:focus { color: $accent_text; border-bottom-color: $accent; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }

QScrollArea { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $link; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenuBar { background: $surface; color: $ink; }
QMenuBar::item { padding: 6px 10px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $surface; color: $ink; border: 1px solid $line_strong; padding: 5px; }
QMenu::item { padding: 6px 16px 6px 10px; border-radius: 6px; }
QMenu::icon { padding-left: 8px; }
QMenu::icon:checked { background: transparent; border: none; }
QMenu::indicator { width: 0; }
QToolButton::menu-indicator { image: none; }
QMenu::item:selected { background: $accent_soft; color: $accent_text; }
QMenu::item:disabled { color: $faint; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 5px 6px; }

QListView, QTreeView, QTableView {
    background: $surface; color: $ink; border: none; outline: none;
    selection-background-color: $accent_soft; selection-color: $ink;
}
QListView::item, QTreeView::item { min-height: 26px; border-radius: 6px; }
QListView::indicator {
    width: 18px; height: 18px; background: transparent; border: none; image: none;
}
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected { background: $accent_soft; color: $ink; }
QTableView[spaced="true"]::item { padding: 0 5px; }
QTableView[spaced="true"]::item:selected { background: $accent_soft; color: $ink; }
QComboBox QAbstractItemView, NameList {
    background: $surface; border: 1px solid $line_strong; padding: 4px; outline: none;
}
QHeaderView::section {
    background: $surface; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: 6px 8px; font-size: 11px; font-weight: 600;
}

QCalendarWidget QWidget { alternate-background-color: $surface; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QCalendarWidget QAbstractItemView:disabled { color: $faint; }
QCalendarWidget QToolButton {
    color: $ink; background: transparent; border: none; border-radius: 6px; padding: 4px 8px;
    font-weight: 600;
}
QCalendarWidget QToolButton:hover { background: $hover; }
QCalendarWidget QToolButton::menu-indicator { image: none; width: 0; }
QCalendarWidget QAbstractItemView { selection-background-color: $surface; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $accent; }
QProgressBar {
    background: $pressed; border: none; border-radius: 3px; max-height: 6px; color: transparent;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
""")


def stylesheet(palette: Palette) -> str:
    """Return the application's style sheet in the colours of a palette."""
    return _RULES.substitute(asdict(palette))
