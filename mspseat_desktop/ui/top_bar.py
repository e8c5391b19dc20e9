"""The bar over an open client: whose chart this is, and the acts that are wanted most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets.buttons import IconButton, PrimaryButton, QuietButton, ThemedButton
from mspseat_desktop.ui.widgets.frames import Ground
from mspseat_desktop.ui.widgets.menus import give_letters
from mspseat_desktop.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from mspseat_desktop.ui.actions import Actions
    from mspseat_desktop.ui.theme import Theme

HEIGHT = 52


class TopBar(Ground):
    """Client name with its menu at the left; undo, redo, add, print and review at the right."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._theme = theme
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        self._mark = PlainLabel()
        theme.changed.connect(self._paint_mark)
        self._paint_mark()
        self._name = PlainLabel(pixels=15, weight=Weight.DemiBold, elide=True)
        self._more = IconButton(theme, "chevron-down", _("Client menu"), side=28, role="muted")
        menu = QMenu(self._more)
        menu.aboutToShow.connect(actions.dress)
        for doing in ("client", "save", "save-copy", "send-copy", "rename-client"):
            menu.addAction(actions[doing])
        menu.addAction(actions["show-in-folder"])
        menu.addSeparator()
        menu.addAction(actions["close"])
        give_letters(menu)
        self._more.setMenu(menu)
        for part in (self._mark, self._name, self._more):
            row.addWidget(part)
        row.addStretch(1)
        for doing, icon in (("undo", "undo-2"), ("redo", "redo-2")):
            row.addWidget(self._icon_button(actions[doing], icon))
        add = QuietButton(theme, _("Add seat"), icon="plus")
        add.clicked.connect(actions["add-child"].trigger)
        printing = QuietButton(theme, _("Print"), icon="printer")
        printing.clicked.connect(actions["print"].trigger)
        review = PrimaryButton(theme, _("Review seat"), icon="clipboard-check")
        review.clicked.connect(actions["review"].trigger)
        for button, doing in ((add, "add-child"), (printing, "print"), (review, "review")):
            row.addWidget(button)
            _Follower(button, actions[doing])

    def show_client(self, name: str) -> None:
        """Show whose chart is open."""
        self._name.setText(name or _("Client without a name"))

    def _icon_button(self, action: QAction, icon: str) -> IconButton:
        button = IconButton(self._theme, icon, action.text())
        button.clicked.connect(action.trigger)
        _Follower(button, action)
        return button

    def _paint_mark(self) -> None:
        color = self._theme.color("accent")
        self._mark.setPixmap(self._theme.icons.pixmap("armchair", color, size=22, ratio=2))


class _Follower(QObject):
    """Lives in a button and keeps it as its action is.

    Actions outlive the bar: a plain function would go on calling a button that is gone.
    """

    def __init__(self, button: ThemedButton, action: QAction) -> None:
        super().__init__(button)
        self._button, self._action = button, action
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        button, action = self._button, self._action
        if button.isEnabled() != action.isEnabled():
            button.setEnabled(action.isEnabled())
        if isinstance(button, IconButton):
            button.set_name(action.text().replace("&&", "&"))
