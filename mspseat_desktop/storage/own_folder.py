"""The program's own folder, or a problem that can be told when there is none to be had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.diagnostics import home_path, program_home
from mspseat_desktop.storage.problems import FileProblem, os_code

if TYPE_CHECKING:
    from pathlib import Path


def usable_home() -> Path:
    """Return the program's own folder, made when it is not there yet.

    Raises FileProblem: `disk-full`, else `no-home`.
    """
    try:
        return program_home()
    except (OSError, ValueError) as error:
        is_full = isinstance(error, OSError) and os_code(error, "writing") == "disk-full"
        raise FileProblem("disk-full" if is_full else "no-home", name=str(home_path())) from error
