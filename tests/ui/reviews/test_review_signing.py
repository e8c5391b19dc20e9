"""A finished review shows the number of its content, and takes in who signed it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mspseat_desktop.domain.locking import content_hash, short_hash
from mspseat_desktop.ui.widgets import IconButton

KEY = Qt.Key


def finished(desk):
    dialog = desk.open()
    dialog.show_step("gets")
    desk.rate("g1", "y")
    dialog.show_step("result")
    assert dialog.page.signing is None
    desk.finish()
    return dialog.page.signing


def test_the_number_stands_below_the_result_and_can_be_copied_whole(desk):
    part = finished(desk)
    assert short_hash(desk.review) in part.content.text()
    part.copy.click()
    assert QApplication.clipboard().text() == content_hash(desk.review)


def test_a_signature_is_entered_by_keyboard_shown_and_taken_out(desk):
    part = finished(desk)
    part.name.setFocus()
    desk.write("Joel Kim")
    desk.key(KEY.Key_Tab)
    desk.write("Lakeside")
    desk.key(KEY.Key_Return)
    (signed,) = desk.client.signatures(desk.dialog.review)
    assert (signed.name, signed.of, signed.on) == ("Joel Kim", "Lakeside", desk.bridge.on)
    assert "Joel Kim for Lakeside, 23 Nov 2026" in desk.shown()
    assert part.name.text() == ""
    assert part.name.hasFocus()
    out = next(b for b in part.findChildren(IconButton) if "Joel Kim" in b.accessibleName())
    QTest.mouseClick(out, Qt.MouseButton.LeftButton)
    assert desk.client.signatures(desk.dialog.review) == ()
    desk.bridge.undo()
    assert len(desk.client.signatures(desk.dialog.review)) == 1


def test_a_signature_without_a_name_is_asked_for_one(desk):
    part = finished(desk)
    part.add.click()
    assert "Write who signed" in part.trouble.text()
    assert part.name.hasFocus()
    assert desk.client.signatures(desk.dialog.review) == ()


def test_an_amendment_has_a_number_of_its_own_and_the_first_keeps_its(desk):
    finished(desk)
    first = desk.review
    desk.dialog.reopen("A figure was wrong")
    desk.dialog.show_step("gets")
    desk.rate("g1", "n")
    desk.dialog.show_step("result")
    desk.finish()
    assert desk.review.amends == first.id
    assert content_hash(desk.review) != content_hash(first)
    assert content_hash(desk.client.get(type(first), first.id)) == content_hash(first)
