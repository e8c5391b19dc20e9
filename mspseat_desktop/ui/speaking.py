"""The words and formats that the window uses: those of the client that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.ui.formats import SYSTEM, formats_in_use, formats_of, use_formats
from mspseat_desktop.wording.packs import USUAL, pack_in_use, pack_of, use_pack

if TYPE_CHECKING:
    from mspseat_desktop.domain.records import Profile


def speaks_as(profile: Profile) -> bool:
    """Whether the window speaks and writes as this client does."""
    return pack_in_use() == pack_of(profile) and formats_in_use() == formats_of(profile)


def speak_as(profile: Profile | None) -> None:
    """Speak and write as the client does from now on, None for no client.

    What is on show already stays as it is.
    """
    use_pack(USUAL if profile is None else pack_of(profile))
    use_formats(SYSTEM if profile is None else formats_of(profile))
