"""Who signed a review, in words; the same on screen and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.domain.review_records import Signature


def signature_text(signature: Signature, dates: Callable[[str], str]) -> str:
    """Return who signed, for whom and when; `dates` writes an ISO date."""
    words = signature.name
    if signature.of:
        words = _("{name} for {side}").replace("{side}", signature.of)
        words = words.replace("{name}", signature.name)
    return f"{words}, {dates(signature.on)}" if signature.on else words
