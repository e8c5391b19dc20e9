"""What lies behind a sheet stays behind it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

MOVE_WHILE_A_REVIEW_OPENS = """
import sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from driving import Program, settle
from mspseat_desktop import app

app.make_application()
program = Program(Path(sys.argv[1]))
program.start(size=(1280, 720))
program.open_sample()
chart = program.view.chart
chart.sight.pan(0, 60)
program.bridge.select(program.seat("Bookkeeping & Payroll"))
settle(20)
program.view.setContentsMargins(0, 20, 0, 0)
program.window.actions_table["review"].trigger()
settle(20)
chart.overview.draw_anew()
chart.update()
settle(20)
screen = QGuiApplication.primaryScreen().grabWindow(program.window.winId()).toImage()
anew = program.window.grab().toImage().convertToFormat(screen.format())
places = [(x, y) for x in range(0, 800, 4) for y in range(0, 640, 4)]
print(sum(screen.pixel(x, y) != anew.pixel(x, y) for x, y in places))
program.stop()
"""


def test_a_chart_that_moves_while_a_review_opens_is_not_seen_through_it(tmp_path):
    # In a process of its own: Qt reads once whether it copies what moves.
    command = [sys.executable, "-c", MOVE_WHILE_A_REVIEW_OPENS, str(tmp_path)]
    found = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[1]
    )
    assert found.returncode == 0, found.stderr
    assert int(found.stdout) < 20
