"""Edits of the client itself: its names and settings, core values and the bar."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.domain.order import GAP
from mspseat_desktop.domain.revision import Edit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.records import CoreValue, Profile
    from mspseat_desktop.domain.revision import Revision


def change_profile(profile: Profile, *, merge_key: str = "") -> Edit:
    """Replace the client's names and settings."""

    def run(work: Revision) -> None:
        work.put(profile)

    return Edit("change-client", run, merge_key=merge_key)


def set_core_values(values: Sequence[CoreValue]) -> Edit:
    """Set the client's core values, in this order; those not given are taken out.

    Finished reviews keep the values that they were judged by.
    """

    def run(work: Revision) -> None:
        kept = {value.id for value in values}
        for old in work.client.core_values():
            if old.id not in kept:
                work.remove(old)
        for number, value in enumerate(values, start=1):
            work.put(replace(value, order=number * GAP))

    return Edit("set-core-values", run)


def set_bar(*, exceptions: int | None, minuses: int) -> Edit:
    """Set the bar: all but `exceptions` values are +, of those at most `minuses` are -."""

    def run(work: Revision) -> None:
        profile = work.client.profile
        work.put(replace(profile, bar_exceptions=exceptions, bar_minuses=minuses))

    return Edit("set-bar", run)
