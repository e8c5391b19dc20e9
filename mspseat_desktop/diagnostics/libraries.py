"""Finds the system libraries that Qt needs and this machine lacks, and the line that gets them.

`dev.py` loads this file by its path before anything is installed: standard library only.
"""

from __future__ import annotations

import ctypes
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class MissingLibrary:
    """A shared library that is not there, and the package that holds it by each package tool."""

    soname: str
    apt: str
    dnf: str
    pacman: str
    zypper: str


# file name, then its package for: apt, dnf, pacman, zypper
_ALWAYS = """
libEGL.so.1          libegl1         libglvnd-egl  libglvnd      libglvnd
libGL.so.1           libgl1          libglvnd-glx  libglvnd      libglvnd
libX11.so.6          libx11-6        libX11        libx11        libX11-6
libfontconfig.so.1   libfontconfig1  fontconfig    fontconfig    libfontconfig1
libfreetype.so.6     libfreetype6    freetype      freetype2     libfreetype6
libglib-2.0.so.0     libglib2.0-0    glib2         glib2         libglib-2_0-0
libgthread-2.0.so.0  libglib2.0-0    glib2         glib2         libgthread-2_0-0
libdbus-1.so.3       libdbus-1-3     dbus-libs     dbus          libdbus-1-3
libxkbcommon.so.0    libxkbcommon0   libxkbcommon  libxkbcommon  libxkbcommon0
"""
_X11 = """
libxcb-cursor.so.0       libxcb-cursor0       xcb-util-cursor      xcb-util-cursor      libxcb-cursor0
libxcb-icccm.so.4        libxcb-icccm4        xcb-util-wm          xcb-util-wm          libxcb-icccm4
libxcb-image.so.0        libxcb-image0        xcb-util-image       xcb-util-image       libxcb-image0
libxcb-keysyms.so.1      libxcb-keysyms1      xcb-util-keysyms     xcb-util-keysyms     libxcb-keysyms1
libxcb-render-util.so.0  libxcb-render-util0  xcb-util-renderutil  xcb-util-renderutil  libxcb-render-util0
libxcb-util.so.1         libxcb-util1         xcb-util             xcb-util             libxcb-util1
libxkbcommon-x11.so.0    libxkbcommon-x11-0   libxkbcommon-x11     libxkbcommon-x11     libxkbcommon-x11-0
libX11-xcb.so.1          libx11-xcb1          libX11-xcb           libx11               libX11-xcb1
libxcb-randr.so.0        libxcb-randr0        libxcb               libxcb               libxcb-randr0
libxcb-render.so.0       libxcb-render0       libxcb               libxcb               libxcb-render0
libxcb-shape.so.0        libxcb-shape0        libxcb               libxcb               libxcb-shape0
libxcb-shm.so.0          libxcb-shm0          libxcb               libxcb               libxcb-shm0
libxcb-sync.so.1         libxcb-sync1         libxcb               libxcb               libxcb-sync1
libxcb-xfixes.so.0       libxcb-xfixes0       libxcb               libxcb               libxcb-xfixes0
libxcb-xkb.so.1          libxcb-xkb1          libxcb               libxcb               libxcb-xkb1
"""  # noqa: E501 (a table is read by its columns)
_INSTALL = {
    "apt": "apt install -y",
    "dnf": "dnf install -y",
    "pacman": "pacman -S --needed",
    "zypper": "zypper install -y",
}
_TOOL_OF_SYSTEM = {
    "debian": "apt",
    "ubuntu": "apt",
    "fedora": "dnf",
    "rhel": "dnf",
    "centos": "dnf",
    "arch": "pacman",
    "suse": "zypper",
    "opensuse": "zypper",
}


def missing_libraries() -> tuple[MissingLibrary, ...]:
    """Return the shared libraries that Qt needs to start here and that cannot be loaded.

    Without one of them Qt ends the process, or names only the first. Empty on Windows and macOS,
    where Qt brings its own.
    """
    if not sys.platform.startswith("linux"):
        return ()
    table = _ALWAYS + (_X11 if _shows_through_x11() else "")
    needed = (MissingLibrary(*line.split()) for line in table.splitlines() if line)
    return tuple(library for library in needed if not _loads(library.soname))


def _shows_through_x11() -> bool:
    chosen = os.environ.get("QT_QPA_PLATFORM")
    if chosen:
        return chosen.startswith("xcb")
    return not os.environ.get("WAYLAND_DISPLAY")


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def install_line(missing: Iterable[MissingLibrary]) -> str | None:
    """Return the command that installs these libraries here; None on an unknown system."""
    tool = package_tool()
    if tool is None:
        return None
    return install_command(tool, dict.fromkeys(getattr(library, tool) for library in missing))


def install_command(tool: str, packages: Iterable[str]) -> str:
    """Return the whole line for `apt`, `dnf`, `pacman` or `zypper`, with sudo unless root asks."""
    line = f"{_INSTALL[tool]} {' '.join(packages)}"
    is_root = sys.platform != "win32" and os.geteuid() == 0
    return line if is_root else f"sudo {line}"


def package_tool() -> str | None:
    """Return which package tool this Linux uses, by /etc/os-release and what it descends from."""
    import platform  # noqa: PLC0415 (only when something is missing)

    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return None
    for system in [release.get("ID", ""), *release.get("ID_LIKE", "").split()]:
        tool = _TOOL_OF_SYSTEM.get(system.partition("-")[0])
        if tool:
            return tool
    return None


def has_display() -> bool:
    """Say whether a window could be shown: without a display Qt ends the process unasked."""
    if not sys.platform.startswith("linux"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)
