"""The real program on a client full of canaries: every command, a fault in every slot, then on.

python canary_user.py HOME FOLDER
"""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import qCritical, qWarning
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QLineEdit

from canary_world import CANARY
from driving import Program, settle
from monkey import NOT_FOR_HERE, Monkey
from mspseat_desktop.diagnostics import keep_to_oneself, start_log, watch_for_crashes
from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.ui.doings import doings
from mspseat_desktop.ui.reporting.preview import PreviewDialog
from offline_user import until

ENDING_THE_CLIENT = frozenset({"close", "erase-client", "lock", "new", "open", "import", "sample"})
ANSWERS = ("Save as PDF", "Choose a place", "Export", "Save", "Write", "Forget", "Make", "Go on")


def use_everything(program: Program, monkey: Monkey, folder: Path) -> None:
    """Run each command of the menus, and give every dialog the canary and its usual answer."""
    for doing in doings():
        if doing.id in NOT_FOR_HERE | ENDING_THE_CLIENT:
            continue
        program.select_first()
        action = program.window.actions_table[doing.id]
        if action.isEnabled():
            action.trigger()
            settle()
            if doing.id == "print":
                wait_for_the_pages(program)
            answer(folder / f"{doing.id}.pdf")
            program.window.open_client.do_in_turn(lambda: None)
        monkey.calm_down()


def wait_for_the_pages(program: Program) -> None:
    """Wait until a worker has made the report."""
    dialog = program.dialog(PreviewDialog)
    until(program, dialog.save.isEnabled)


def answer(path: Path) -> None:
    """Write into what is asked, and press what goes on; files go to the folder."""
    for _round in range(4):
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
            dialog.accept()
        elif isinstance(dialog, QDialog):
            for field in dialog.findChildren(QLineEdit):
                if field.isVisible() and field.isEnabled() and not field.isReadOnly():
                    field.setText(f"{CANARY} typed")
            buttons = [b for b in dialog.findChildren(QAbstractButton) if b.isVisible()]
            usual = [b for b in buttons if b.text().startswith(ANSWERS) and b.isEnabled()]
            if usual:
                usual[-1].click()
        settle(20)


def fail() -> None:
    """Fail as code does in the middle of a client's words."""
    try:
        {}[CANARY]
    except KeyError as error:
        raise ValueError(f"{CANARY} in a message") from error


def fail_everywhere(program: Program, monkey: Monkey) -> None:
    """Raise in each command's slot, in a thread, a worker, a destructor; let Qt complain."""
    for doing in doings():
        if doing.id in NOT_FOR_HERE:
            continue
        action = program.window.actions_table[doing.id]
        action.triggered.disconnect()
        action.triggered.connect(fail)
        action.setEnabled(True)
        action.trigger()
        settle()
        monkey.calm_down()
    thread = threading.Thread(target=fail, name=f"{CANARY} thread")
    thread.start()
    thread.join()
    with suppress(ValueError):
        program.window.open_client.do_in_turn(fail)
    last = type("Last", (), {"__del__": lambda _self: fail()})()
    del last
    qWarning(f"{CANARY} warning")
    qCritical(f"{CANARY} critical")
    settle()
    monkey.calm_down()


def main(home: str, folder: str) -> None:
    """Do all of it, say so, and go on editing until the process is ended."""
    keep_to_oneself()
    place = Path(folder)
    application = QApplication.instance() or QApplication([])
    program = Program(Path(home))
    program.start()
    start_log()
    trace = watch_for_crashes()
    program.window.files.open_path(place / "client.mspseat")
    program.select_first = lambda: program.bridge.select(next(program.client.chart(), None))
    monkey = Monkey(program, 1, place)
    with monkey.at_hand():
        use_everything(program, monkey, place)
        fail_everywhere(program, monkey)
    program.window.desk.settings.sync()
    os.write(1, b"ready\n")
    number = 0
    while application is not None and trace:
        number += 1
        seat = next(program.client.chart())
        program.bridge.do(rename_seat(seat, f"{CANARY} {number}"))
        program.window.open_client.publish()
        settle(2)


if __name__ == "__main__":
    main(*sys.argv[1:])
