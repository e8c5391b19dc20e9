"""Whether the chart glides to a new shape: the menu's tick, the system's wish, the open client."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.main_window import MainWindow

FLAG = "less-motion"
_ASK_FOR_ANIMATIONS = 0x1042
"""SPI_GETCLIENTAREAANIMATION of the Windows function SystemParametersInfoW."""


class MotionFlows:
    """Keeps the tick in the menu and the charts of open clients in step."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        action = window.actions_table[FLAG]
        action.setChecked(self._is_less)
        window.actions_table.on(FLAG, self._turn)

    def connect_view(self, view: ClientView) -> None:
        """Let the chart of an open client glide, or not."""
        view.chart.gliding.is_wanted = not self._is_less

    @property
    def _is_less(self) -> bool:
        return self._window.desk.settings.flag(FLAG, start=system_wants_less())

    def _turn(self) -> None:
        less = not self._is_less
        self._window.desk.settings.set_flag(FLAG, value=less)
        self._window.actions_table[FLAG].setChecked(less)
        if self._window.view is not None:
            self.connect_view(self._window.view)


def system_wants_less() -> bool:
    """Say whether the system is set to do without animations; False where it does not tell."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only where it is asked

        shown = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(_ASK_FOR_ANIMATIONS, 0, ctypes.byref(shown), 0)
        return shown.value == 0
    return False
