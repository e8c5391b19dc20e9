"""What every part of the window may need, made once by the start of the program and passed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime
    from pathlib import Path

    from mspseat_desktop.storage.workshop import Workshop
    from mspseat_desktop.ui.settings import Settings
    from mspseat_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Desk:
    """Looks, memory, working copies, clock and id maker of the running program."""

    theme: Theme
    settings: Settings
    workshop: Workshop
    home: Path
    clock: Callable[[], datetime]
    today: Callable[[], date]
    new_id: Callable[[], str]
    versions: Callable[[], Mapping[str, str]]
    passing: tuple[Path, ...] = ()
    """Folders whose files are thrown away by the system."""
