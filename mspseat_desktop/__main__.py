"""Runs the command line: `python -m mspseat_desktop`."""

from __future__ import annotations

from mspseat_desktop.cli import main

if __name__ == "__main__":
    main()
