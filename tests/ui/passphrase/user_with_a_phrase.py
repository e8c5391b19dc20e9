"""The real program with a user who protects a client and works on; says when to look.

python user_with_a_phrase.py HOME FILE CANARY PHRASE
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from driving import Program, settle
from mspseat_desktop.domain.edits.chart import add_seat, rename_seat
from mspseat_desktop.domain.edits.client import change_profile
from mspseat_desktop.domain.edits.people import add_occupant
from mspseat_desktop.domain.edits.seat import describe_seat
from mspseat_desktop.domain.records import Occupant


def main(home: str, file: str, canary: str, words: str) -> None:
    """Work until the process is ended, or close the client when a line comes in."""
    application = QApplication.instance() or QApplication([])
    program = Program(Path(home))
    program.start()
    program.new_client("Before")
    program.save_to(Path(file))
    program.act("passphrase")
    for _time in range(2):
        program.hand.type(words)
        program.hand.press("Return")
    settle()
    program.dialog().close()
    program.window.open_client.do_in_turn(lambda: None)  # the backups follow in the background
    work(program, canary)
    print("look", flush=True)  # noqa: T201 - whoever started this listens
    sys.stdin.readline()
    program.act("close")
    program.window.desk.settings.sync()
    print("closed", flush=True)  # noqa: T201
    sys.stdin.readline()
    assert application is not None


def work(program: Program, canary: str) -> None:
    """Write the canary wherever a client has words, print, lock, unlock and write more."""
    bridge = program.bridge
    root = bridge.client.children(None)[0]
    bridge.do(change_profile(replace(bridge.client.profile, name=f"{canary} Ltd")))
    bridge.do(rename_seat(root, f"{canary} title"))
    for field in ("purpose", "needs", "notes"):
        bridge.do(describe_seat(root, field, f"{canary} {field} " * 40))
    bridge.do(add_occupant(Occupant("o1", f"{canary} person", "person")))
    for number in range(40):
        bridge.do(add_seat(f"s{number}", parent=root, title=f"{canary} {number}"))
    program.window.open_client.publish_now()
    program.window.open_client.back_up("deletion")
    for number in range(40):
        bridge.do(rename_seat(f"s{number}", f"{canary} again {number}"))
    program.act("print")
    settle(50)
    program.dialog().close()
    settle()


if __name__ == "__main__":
    main(*sys.argv[1:])
