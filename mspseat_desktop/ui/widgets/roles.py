"""What the kit's own widgets are to screen readers, where Qt knows no better than "a widget"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from mspseat_desktop.ui.widgets.avatar import Avatar
from mspseat_desktop.ui.widgets.chips import Badge, Chip
from mspseat_desktop.ui.widgets.notices import Notice

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_Role = QAccessible.Role
ROLES: Final[dict[type[QWidget], QAccessible.Role]] = {
    Notice: _Role.Notification,
    Chip: _Role.StaticText,
    Badge: _Role.StaticText,
    Avatar: _Role.Graphic,
}
"""The roles of kinds of widgets and of what is derived from them."""

_kept: dict[int, list[QAccessibleInterface]] = {}
"""Qt holds no reference that Python counts: the interfaces of living widgets are kept here."""


def _make(_name: str, widget: QObject) -> QAccessibleInterface | None:
    role = next((role for kind, role in ROLES.items() if isinstance(widget, kind)), None)
    if role is None or not isinstance(widget, QWidget):
        return None
    key = id(widget)
    if key not in _kept:
        _kept[key] = []
        widget.destroyed.connect(lambda: _kept.pop(key))
    made = QAccessibleWidget(widget, role)
    _kept[key].append(made)
    return made


@cache
def install_roles() -> None:
    """Tell Qt what the widgets are; to be called once in a process."""
    QAccessible.installFactory(_make)
