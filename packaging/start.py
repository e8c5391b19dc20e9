"""Where the bundled program begins: one start for two programs, told apart by their names."""

from __future__ import annotations

import multiprocessing
import sys
from pathlib import Path

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a child process starts this same file and ends in here
    if sys.argv[1:] == ["--read-picture"]:  # what exchange.pictures starts
        from mspseat_desktop.exchange.picture_child import main
    elif sys.argv[1:] == ["--read-form"]:  # what exchange.provider_form_in starts
        from mspseat_desktop.exchange.provider_form_child import main
    elif Path(sys.executable).stem == "mspseat":
        from mspseat_desktop.cli import main
    else:
        from mspseat_desktop.app import main
    sys.exit(main())
