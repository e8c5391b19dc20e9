"""Shows the lists beside the chart: the outline, and what is worth a look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.main_window import MainWindow

SideList: TypeAlias = Literal["outline", "worth-a-look"]


def show_list(window: MainWindow, view: ClientView, which: SideList, *, shown: bool) -> None:
    """Show a list or hide it; in a window too narrow for both beside the panel the other goes."""
    lists = {"outline": view.outline, "worth-a-look": view.looks}
    lists[which].setVisible(shown)
    window.actions_table[which].setChecked(shown)
    for doing, other in lists.items():
        is_narrow = view.split.minimumSizeHint().width() > view.split.width()
        if shown and doing != which and is_narrow and other.isVisible():
            other.hide()
            window.actions_table[doing].setChecked(False)
