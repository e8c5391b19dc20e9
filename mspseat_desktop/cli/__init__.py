"""The command line: the program's verbs for scripts, without a window; only `open` starts Qt."""

from __future__ import annotations

from mspseat_desktop.cli.entry import main

__all__ = ["main"]
