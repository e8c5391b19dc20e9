"""The journey "something goes wrong": the program is killed in the middle of a review."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from mspseat_desktop.ui.home.client_card import ClientCard

TESTS = Path(__file__).resolve().parents[1]

REVIEWING = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from driving import Program

application = QApplication(sys.argv)
program = Program(Path(sys.argv[1]))
program.start()
program.new_client("Harbor Pine")
hand = program.hand
hand.press("Down", "Down", "Right", "Down", "Ctrl+Return")
hand.type("Northbeam IT")
hand.press("Return", "Ctrl+R", "1", "y", "n", "y", "0", "y")
hand.type("Half of it said")
program.bridge.pending.flush_all()
hand.press("PgDown", "1", "w")
print("in the middle of it", flush=True)
application.exec()
"""


def test_after_a_power_cut_the_review_is_where_it_was(program):
    program.stop()
    child = subprocess.Popen(
        [sys.executable, "-c", REVIEWING, str(program.home)],
        env=os.environ | {"PYTHONPATH": str(TESTS)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with child:
        told = child.stdout.readline()
        child.kill()
    assert told == "in the middle of it\n"

    program.start()
    cards = program.window.start_page.findChildren(ClientCard)
    (card,) = [c for c in cards if c.isVisible() and c.accessibleName() == "Harbor Pine"]
    assert "not in a file yet" in card.accessibleDescription()
    program.hand.click(card)
    program.select("Managed IT and Security")
    program.hand.press("Ctrl+R")
    review = program.window.doing.review
    duties = program.client.responsibilities(program.bridge.selection)
    look = review.look
    assert [look.said("gets", duty.id).value for duty in duties[:3]] == ["yes", "no", "yes"]
    call = look.said("call", "gets")
    assert (call.value, call.note) == ("yes", "Half of it said")
    assert look.said("wants", duties[0].id).value == "wants"
    assert look.said("wants", duties[1].id) is None
    program.hand.press("Esc", "Ctrl+Z")
    assert "Undone" in program.notice
