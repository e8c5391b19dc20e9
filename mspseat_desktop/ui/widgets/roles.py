"""What self-painted widgets are to screen readers, where Qt knows no better than "a widget"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QSplitterHandle, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_kept: dict[int, list[QAccessibleInterface]] = {}
"""Qt holds no reference that Python counts: the interfaces of living widgets are kept here."""


class _Described(QAccessibleWidget):
    def state(self) -> QAccessible.State:
        """Return what is true of every widget, and that nothing beside a dialog is to be read."""
        state = super().state()
        state.modal = self.role() == QAccessible.Role.Dialog
        return state


def _role_of(widget: QObject) -> QAccessible.Role | None:
    """Return what the widget's class says that it is."""
    if isinstance(widget, QSplitterHandle):
        return QAccessible.Role.Separator
    role = getattr(type(widget), "spoken_role", None)
    return role if isinstance(role, QAccessible.Role) else None


def _make(_name: str, widget: QObject) -> QAccessibleInterface | None:
    role = _role_of(widget)
    if role is None or not isinstance(widget, QWidget):
        return None
    key = id(widget)
    if key not in _kept:
        _kept[key] = []
        widget.destroyed.connect(lambda: _kept.pop(key))
    made = _Described(widget, role)
    _kept[key].append(made)
    return made


@cache
def install_roles() -> None:
    """Tell Qt what widgets with a `spoken_role` are; to be called once in a process."""
    QAccessible.installFactory(_make)
