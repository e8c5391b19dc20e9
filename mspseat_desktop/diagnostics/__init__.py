"""The program's own folder, its log and crash trace without client words, and what Qt misses."""

from __future__ import annotations

from mspseat_desktop.diagnostics.discretion import keep_to_oneself
from mspseat_desktop.diagnostics.home import (
    HOME_VARIABLE,
    home_path,
    log_folder,
    private_folder,
    program_home,
)
from mspseat_desktop.diagnostics.libraries import (
    MissingLibrary,
    has_display,
    install_line,
    missing_libraries,
)
from mspseat_desktop.diagnostics.log import (
    describe_exception,
    log_event,
    log_exception,
    start_log,
    stop_log,
    watch_for_crashes,
)

__all__ = [
    "HOME_VARIABLE",
    "MissingLibrary",
    "describe_exception",
    "has_display",
    "home_path",
    "install_line",
    "keep_to_oneself",
    "log_event",
    "log_exception",
    "log_folder",
    "missing_libraries",
    "private_folder",
    "program_home",
    "start_log",
    "stop_log",
    "watch_for_crashes",
]
