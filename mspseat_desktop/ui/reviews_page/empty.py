"""What the page says while there is no seat to review: what belongs here, and where to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import EmptyPage, PrimaryButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.theme import Theme


class EmptyReviews(EmptyPage):
    """Its button `draw` leads to the chart."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        words = _(
            "Here stand all seats with who sits there, the ratings of the latest review, and when"
            " the next one is due. Draw the chart first, then review its seats here."
        )
        super().__init__("surface", _("There is no seat yet"), words, parent)
        self.draw = PrimaryButton(theme, _("Draw the chart"), self, icon="network")
        self.add_button(self.draw)
