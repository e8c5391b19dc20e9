"""The last step whole: the result, and once it is finished its content and who signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.ui.reviews.result_page import ResultPage
from mspseat_desktop.ui.reviews.signing_part import SigningPart
from mspseat_desktop.ui.reviews.voices_part import VoicesPart

if TYPE_CHECKING:
    from mspseat_desktop.ui.reviews.look import Look
    from mspseat_desktop.ui.reviews.writing import Pen
    from mspseat_desktop.ui.theme import Theme


class ResultStep(ResultPage):
    """The result page with other voices below it, and once it is locked who signed."""

    signing: SigningPart | None = None
    voices: VoicesPart | None = None

    def __init__(self, theme: Theme, pen: Pen, look: Look) -> None:
        super().__init__(theme, pen, look)
        self.voices = VoicesPart(theme, pen, look)
        self.column.insertWidget(self.column.count() - 1, self.voices)
        self.voices.show_look(look)
        if look.is_locked:
            self.signing = SigningPart(theme, pen, look)
            self.column.insertWidget(self.column.count() - 1, self.signing)
            self.signing.show_look(look)

    def show_look(self, look: Look) -> None:
        """Show the result and what stands below it."""
        super().show_look(look)
        if self.voices is not None:
            self.voices.show_look(look)
        if self.signing is not None:
            self.signing.show_look(look)
