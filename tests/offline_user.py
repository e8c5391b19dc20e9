"""The real program doing a bit of everything, for whoever watches what it asks of the system.

python offline_user.py HOME FOLDER
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from driving import Program, rest, settle
from form_world import by_pdfium

MSP = "Managed IT & Security"


def until(program: Program, is_so) -> None:
    """Wait for a worker of the program."""
    end = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < end, program.notice
        rest()


def use(program: Program, folder: Path) -> None:
    """Open, edit, publish, print, export, ask, import, send, look around, close."""
    program.open_sample()
    program.save_to(folder / "Lakeside.mspseat")
    program.select(MSP)
    program.hand.press("F2")
    program.hand.type("IT")
    program.hand.press("Return", "Ctrl+Z", "Ctrl+S")
    for page in ("people", "coverage", "reviews", "reports", "actions", "chart"):
        program.act(f"page-{page}")
        settle()
    program.select(MSP)
    program.act("export-csv")
    program.choose_file(folder / "chart.csv")
    program.act("ask-provider")
    dialog = program.dialog()
    program.hand.press("Return")
    program.choose_file(folder / "form.pdf")
    until(program, lambda: (folder / "form.pdf").exists() and dialog.is_made)
    program.hand.press("Return")
    back = folder / "back.pdf"
    back.write_bytes(by_pdfium((folder / "form.pdf").read_bytes(), {"answer_1": "wants"}))
    program.act("import-form")
    program.choose_file(back)
    until(program, lambda: "came in" in program.notice)
    program.act("send-copy")
    program.answer("Choose a place\N{HORIZONTAL ELLIPSIS}")
    program.choose_file(folder / "sent.mspseat")
    until(program, lambda: "A copy is in" in program.notice)
    program.act("backups")
    program.hand.press("Esc")
    program.act("forget-history")
    program.answer("Forget the history")
    for doing in ("help", "about"):
        program.act(doing)
        settle()
        for window in QApplication.topLevelWidgets():
            if window is not program.window and window.isVisible():
                window.close()
    program.act("close")


def main(home: str, folder: str) -> None:
    """Do it all once, in the window and by a command."""
    place = Path(folder)
    application = QApplication.instance() or QApplication([])
    program = Program(Path(home))
    program.start()
    use(program, place)
    program.stop()
    assert application is not None
    command = [sys.executable, "-m", "mspseat_desktop", "info", str(place / "Lakeside.mspseat")]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    print("done")  # noqa: T201 - what the test asks for


if __name__ == "__main__":
    main(*sys.argv[1:])
