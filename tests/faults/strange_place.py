"""The real program where little is as it should be; keeps a client and prints it all the same.

    python strange_place.py HOME FOLDER

Prints which codes of problems were told, and what is in the folder at the end.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from driving import Program, rest, settle
from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.ui.reporting.preview import PreviewDialog


def main(home: str, folder: str) -> None:
    """Make a client, edit it, save it, print it to a PDF and close it."""
    application = QApplication.instance() or QApplication([])
    program = Program(Path(home))
    program.start()
    program.new_client()
    target = Path(folder) / "Łukasz & Søn 株式会社.mspseat"
    program.save_to(target)
    seat = program.client.children(None)[0]
    program.bridge.do(rename_seat(seat, "Renamed"))
    problem = program.window.open_client.publish_now()
    pdf = print_to(program, Path(folder) / "chart.pdf")
    program.window.close()
    settle()
    title = program.window.desk.workshop.read_document(target).client.seat(seat).title
    found = {"problem": problem.code if problem else "", "title": title, "pdf": pdf}
    sys.stdout.write(json.dumps(found) + "\n")
    program.stop()
    assert application is not None


def print_to(program: Program, path: Path) -> str:
    """Print the chart and return how the file begins."""
    program.act("print")
    preview = program.dialog(PreviewDialog)
    end = time.monotonic() + 30
    while not preview.save.isEnabled() and time.monotonic() < end:
        rest()
    preview.save.click()
    program.choose_file(path)
    settle()
    preview.close()
    return path.read_bytes()[:5].decode()


if __name__ == "__main__":
    main(*sys.argv[1:])
