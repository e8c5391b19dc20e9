"""Hooks are called by hand where a real fault would be caught by the test runner first."""

import logging
import sys
import threading

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mspseat_desktop.diagnostics import log_folder, start_log, stop_log
from mspseat_desktop.ui.error_dialog import ErrorDialog, FaultTeller, install_error_hooks
from mspseat_desktop.ui.error_hooks import ErrorHooks

CLIENT = "Lakeside Manufacturing"


@pytest.fixture
def log():
    start_log()
    yield (log_folder() / "mspseat.log").read_text
    stop_log()


@pytest.fixture
def window(qtbot):
    found = QWidget()
    qtbot.addWidget(found)
    found.show()
    return found


@pytest.fixture
def teller(window, theme):
    return FaultTeller(window, theme, versions=lambda: {"MSP Seat Desktop": "1.2.3"})


@pytest.fixture
def heard():
    """Hooks that are not chained to the test runner's, and what they told."""
    told = []
    hooks = ErrorHooks(told.append)
    hooks._before = (sys.__excepthook__, threading.__excepthook__, sys.__unraisablehook__)
    hooks.told = told
    return hooks


def fault():
    with pytest.raises(KeyError) as caught:
        {}[CLIENT]
    return caught.value


def test_a_fault_is_logged_and_told_without_the_clients_words(heard, log, capsys):
    error = fault()
    heard._raised(type(error), error, error.__traceback__)
    assert len(heard.told) == 1
    assert "KeyError" in heard.told[0]
    assert "test_error_dialog.py" in heard.told[0]
    assert "KeyError" in log()
    for words in (heard.told[0], log(), capsys.readouterr().err):
        assert CLIENT not in words


def test_ctrl_c_is_no_fault(heard, capsys):
    heard._raised(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert heard.told == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_a_fault_while_telling_ends_there(log):
    def tell(_description):
        hooks._raised(KeyError, fault(), None)
        raise OSError(CLIENT)

    hooks = ErrorHooks(tell)
    hooks._before = (sys.__excepthook__, threading.__excepthook__, sys.__unraisablehook__)
    hooks._raised(KeyError, fault(), None)
    assert log().count("exception ") == 1
    assert "error-hook-failed" in log()
    assert CLIENT not in log()


def test_a_fault_in_a_thread_is_told(heard, log):
    hooks = heard

    def fail():
        raise ValueError(CLIENT)

    before = threading.excepthook
    threading.excepthook = hooks._raised_in_thread
    try:
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    finally:
        threading.excepthook = before
    assert len(hooks.told) == 1
    assert "ValueError" in log()


def test_a_fault_in_a_destructor_is_only_logged(heard, log):
    class Broken:
        def __del__(self):
            raise ValueError(CLIENT)

    before = sys.unraisablehook
    sys.unraisablehook = heard._unraisable
    try:
        Broken()
    finally:
        sys.unraisablehook = before
    assert heard.told == []
    assert "ValueError" in log()


def test_what_qt_says_is_logged_by_kind_and_passed_on(heard, log):
    passed = []
    heard._qt_before = lambda kind, _context, message: passed.append((kind, message))
    before = qInstallMessageHandler(heard._qt_said)
    try:
        qWarning(CLIENT)
    finally:
        qInstallMessageHandler(before)
    assert passed == [(QtMsgType.QtWarningMsg, CLIENT)]
    assert "qt-warning" in log()
    assert CLIENT not in log()


def test_hooks_go_in_and_come_out_again():
    hooks = ErrorHooks(lambda _description: None)
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    hooks.install()
    hooks.install()
    assert sys.excepthook == hooks._raised
    hooks.remove()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def test_hooks_of_somebody_else_are_left_in_place(monkeypatch):
    hooks = ErrorHooks(lambda _description: None)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    hooks.install()

    def others(*_args):
        """Take the place of ours."""

    sys.excepthook = others
    hooks.remove()
    assert sys.excepthook is others


def test_hooks_end_with_their_window(theme, qtbot):
    from shiboken6 import delete

    before = sys.excepthook
    window = QWidget()
    install_error_hooks(window, theme, versions=dict)
    assert sys.excepthook != before
    delete(window)
    assert sys.excepthook == before
    assert qtbot is not None


def test_one_dialog_at_a_time_is_shown_over_the_window(teller, window, qtbot):
    teller.tell("builtins.KeyError\n  at ui/page.py:1")
    teller.tell("builtins.ValueError\n  at ui/page.py:2")
    assert teller.dialog is None  # never in the middle of what failed
    qtbot.waitUntil(lambda: teller.dialog is not None)
    QTest.qWait(0)
    dialogs = [d for d in window.findChildren(ErrorDialog) if d.isVisible()]
    assert dialogs == [teller.dialog]
    assert dialogs[0].report.toPlainText() == (
        "MSP Seat Desktop 1.2.3\n\nbuiltins.KeyError\n  at ui/page.py:1"
    )
    dialogs[0].go_on.click()
    assert teller.dialog is None


def test_the_same_fault_at_every_repaint_is_told_once(teller, qtbot):
    teller.tell("builtins.KeyError\n  at ui/page.py:1")
    qtbot.waitUntil(lambda: teller.dialog is not None)
    teller.dialog.reject()
    teller.tell("builtins.KeyError\n  at ui/page.py:1")
    QTest.qWait(0)
    assert teller.dialog is None
    teller.tell("builtins.ValueError\n  at ui/page.py:2")
    qtbot.waitUntil(lambda: teller.dialog is not None)
    teller.dialog.reject()


def test_a_thread_can_tell(teller, qtbot):
    thread = threading.Thread(target=lambda: teller.tell("builtins.OSError"))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: teller.dialog is not None)
    teller.dialog.reject()


def test_the_text_is_copied(theme, qtbot):
    dialog = ErrorDialog(theme, "Qt 6\n\nbuiltins.KeyError")
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == "Qt 6\n\nbuiltins.KeyError"
    dialog.go_on.click()
    assert not logging.getLogger("mspseat").propagate
