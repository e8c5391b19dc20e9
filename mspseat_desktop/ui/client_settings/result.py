"""What the settings give back, and the one edit that it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.domain.edits.client import change_profile, set_core_values
from mspseat_desktop.domain.revision import both

if TYPE_CHECKING:
    from mspseat_desktop.content.seat_names import Renaming
    from mspseat_desktop.domain.records import CoreValue, Profile
    from mspseat_desktop.domain.revision import Edit


@dataclass(frozen=True, slots=True)
class ClientSettings:
    """What the settings give back: the client's record and its core values in order.

    `renamings` are seats that the user wants to be renamed together with the wording.
    """

    profile: Profile
    values: tuple[CoreValue, ...]
    renamings: tuple[Renaming, ...] = ()


def settings_edit(settings: ClientSettings) -> Edit:
    """Return the edit that keeps the settings, as one step of the history."""
    return both(
        "change-client",
        change_profile(settings.profile),
        set_core_values(settings.values),
        *(rename_seat(one.seat, one.after) for one in settings.renamings),
    )
