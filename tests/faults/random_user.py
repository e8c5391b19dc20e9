"""The real program with a user who tries everything; tells each edit that was acknowledged.

python random_user.py HOME FOLDER SEED
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from driving import Program
from monkey import Monkey
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.storage.document import Document


def tell(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def listen() -> None:
    """Tell after each edit that it is durable, and when a client was closed."""
    write, close = ClientFile.write, Document.close

    def written(self, *change, **more):
        write(self, *change, **more)
        tell("edited", self.edits, self.path)

    def closed(self, **how):
        tell("closed", 0, self.file.path)
        close(self, **how)

    ClientFile.write = written
    Document.close = closed


def main(home: str, folder: str, seed: str) -> None:
    """Go on until the process is ended."""
    listen()
    application = QApplication.instance() or QApplication([])
    program = Program(Path(home))
    program.start()
    monkey = Monkey(program, int(seed), Path(folder))
    while True:
        if not program.window.isVisible():
            program.stop()
            program.start()
        if program.window.open_client is None:
            program.open_sample()
        monkey.burst(10)
        assert application is not None


if __name__ == "__main__":
    main(*sys.argv[1:])
