"""Each dialog of privacy: plain text, a name for every control, room on the smallest window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize

from driving import settle
from mspseat_desktop.domain.edits.client import change_profile
from mspseat_desktop.domain.edits.people import change_occupant
from mspseat_desktop.domain.leaving_out import PRESETS
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.ui.main_window import SMALLEST
from mspseat_desktop.ui.privacy.send_dialog import SendDialog
from mspseat_desktop.ui.widgets import CheckBox, Question
from window_faults import faults

WICKED = "<b>R&D</b> <img src=x> " + "long " * 12


@pytest.fixture
def wicked(program, tmp_path):
    """The sample with markup in the names, in a file of its own, with a backup."""
    program.open_sample()
    program.save_to(tmp_path / "R&D.mspseat")
    client, bridge = program.client, program.bridge
    bridge.do(change_profile(replace(client.profile, name=WICKED)))
    for occupant in client.every(Occupant):
        bridge.do(change_occupant(replace(occupant, name=f"{WICKED} {occupant.name}")))
    program.window.open_client.back_up("opened")
    program.window.open_client.do_in_turn(lambda: None)
    return program


def fits(dialog):
    """Whether it can be as small as the smallest window is inside."""
    wide, high = SMALLEST
    dialog.resize(dialog.size().boundedTo(QSize(wide, high - 40)))
    settle()
    return dialog.width() <= wide and dialog.height() <= high - 40 and faults(dialog) == []


def test_sending_a_copy_for_whomever(wicked):
    wicked.act("send-copy")
    dialog = wicked.dialog(SendDialog)
    for number in range(len(PRESETS)):
        dialog.preset.buttons[number].click()
        assert faults(dialog) == []
        assert fits(dialog)
    wicked.hand.press("Esc")


def test_everything_of_sending_is_reached_by_the_keyboard(wicked):
    wicked.act("send-copy")
    dialog = wicked.dialog(SendDialog)
    seen = set()
    for _stop in range(40):
        wicked.hand.press("Tab")
        seen.add(dialog.focusWidget())
    boxes = {box for box in dialog.boxes.values() if box.isVisible()}
    assert boxes | {dialog.go} <= seen
    first = next(iter(boxes))
    first.setFocus()
    before = first.isChecked()
    wicked.hand.press("Space")
    assert first.isChecked() != before


def test_forgetting_the_history(wicked):
    wicked.act("forget-history")
    assert faults(wicked.dialog(Question)) == []
    assert fits(wicked.dialog())


def test_removing_somebody(wicked):
    wicked.act("page-people")
    wicked.view.people.form.forget.click()
    dialog = wicked.dialog(Question)
    assert faults(dialog) == []
    assert fits(dialog)
    assert dialog.findChild(CheckBox).isVisible()


def test_erasing_the_client(wicked):
    wicked.act("erase-client")
    assert faults(wicked.dialog()) == []
    assert fits(wicked.dialog())


def test_the_form_of_a_person_offers_it(wicked):
    wicked.act("page-people")
    assert faults(wicked.window) == []
    assert wicked.view.people.form.forget.accessibleName().startswith("Remove ")
