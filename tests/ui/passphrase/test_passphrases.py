"""Setting, changing and removing a passphrase, opening with it, and the locked window."""

from __future__ import annotations

import re
import shutil

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from driving import settle, shown_texts
from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.storage.keys import Key, Phrase
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.sheet import lines_of
from mspseat_desktop.storage.workshop import Workshop
from mspseat_desktop.ui.passphrase.change_dialog import PassphraseDialog
from mspseat_desktop.ui.passphrase.unlock_dialog import UnlockDialog
from mspseat_desktop.ui.reporting.preview import PreviewDialog
from world import clock

WORDS = "harbour kite lemon piano"
CANARY = "Canary Works"


@pytest.fixture
def path(tmp_path):
    (tmp_path / "documents").mkdir()
    return tmp_path / "documents" / "work.mspseat"


def set_phrase(program, words=WORDS):
    program.act("passphrase")
    program.hand.type(words)
    program.hand.press("Return")
    program.hand.type(words)
    program.hand.press("Return")
    program.window.open_client.do_in_turn(lambda: None)  # the backups follow in the background
    settle()


def leave_preview(program):
    dialog = program.dialog(PreviewDialog)
    dialog.close()
    settle()


@pytest.fixture
def protected(program, path):
    """A protected client that is open."""
    program.new_client(CANARY)
    program.save_to(path)
    set_phrase(program)
    leave_preview(program)
    return path


def spoken(window) -> set[str]:
    """What a screen reader finds in the window."""
    found, waiting = set(), [QAccessible.queryAccessibleInterface(window)]
    while waiting:
        item = waiting.pop()
        for text in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
            found.add(item.text(text))
        waiting += filter(None, (item.child(at) for at in range(item.childCount())))
    return found


def everything_on_show(program) -> str:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    texts = shown_texts(program.window) | spoken(program.window)
    for widget in program.window.findChildren(QWidget):
        texts |= {widget.windowTitle(), widget.accessibleName(), widget.accessibleDescription()}
    return "\n".join(texts)


def holds(folder, word):
    return [p for p in folder.rglob("*") if p.is_file() and word.encode() in p.read_bytes()]


def unlock(program, words):
    program.dialog(UnlockDialog)
    program.hand.type(words)
    program.hand.press("Return")
    settle()


def test_a_phrase_is_asked_for_once_when_the_client_is_opened(program, protected):
    program.act("close")
    program.window.files.open_path(protected)
    unlock(program, WORDS)
    assert not program.has_dialog()
    assert program.client.profile.name == CANARY
    program.act("undo")
    assert program.window.open_client.document.is_protected


def test_a_wrong_phrase_is_one_sentence_and_can_be_typed_again(program, protected):
    program.act("close")
    program.window.files.open_path(protected)
    unlock(program, "not this one")
    dialog = program.dialog(UnlockDialog)
    assert dialog.form.trouble.text().startswith("This does not open the client.")
    assert dialog.form.phrase.selectedText()
    unlock(program, WORDS)
    assert program.client.profile.name == CANARY


def test_the_client_stays_closed_when_nobody_knows_the_phrase(program, protected):
    program.act("close")
    program.window.files.open_path(protected)
    program.dialog(UnlockDialog)
    program.hand.press("Esc")
    assert not program.has_dialog()
    assert program.window.open_client is None
    program.new_client("Another")
    another = program.window.open_client
    program.window.files.open_path(protected)
    unlock(program, "not this one")
    program.hand.press("Esc")
    assert program.window.open_client is another
    program.window.files.open_path(protected)
    unlock(program, WORDS)
    program.answer("Stay")
    assert program.window.open_client is another
    program.window.files.open_path(protected)
    unlock(program, WORDS)
    program.answer("Later")
    assert program.window.open_client.target == protected


@pytest.mark.usefixtures("protected")
def test_nothing_is_in_plain_text_after_a_phrase_is_set(program, tmp_path):
    seat = program.client.children(None)[0]
    program.bridge.select(seat)
    assert holds(tmp_path, CANARY) == []
    program.window.desk.settings.sync()
    assert holds(tmp_path, CANARY) == []
    program.act("close")
    program.window.desk.settings.sync()
    assert holds(tmp_path, CANARY) == []
    assert "work" in shown_texts(program.window)


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("short", "short", "A passphrase has 10 signs at least."),
        (WORDS, WORDS + "s", "The two are not the same. Type it once more."),
    ],
)
def test_a_phrase_that_is_too_short_or_mistyped_is_not_set(program, path, first, second, said):
    program.new_client(CANARY)
    program.save_to(path)
    program.act("passphrase")
    dialog = program.dialog(PassphraseDialog)
    program.hand.type(first)
    program.hand.press("Return")
    program.hand.type(second)
    program.hand.press("Return")
    assert dialog.trouble.text() == said
    assert not program.window.open_client.document.is_protected
    dialog.reject()


def test_a_phrase_can_be_changed_and_removed(program, protected, tmp_path):
    set_phrase(program, "another four words here")
    leave_preview(program)
    program.act("close")
    reader = Workshop(tmp_path / "reader", now=clock)
    with pytest.raises(FileProblem, match="wrong-phrase"):
        reader.read_document(protected, Phrase(WORDS))
    assert reader.read_document(protected, Phrase("another four words here"))
    program.window.files.open_path(protected)
    unlock(program, "another four words here")
    program.act("passphrase")
    program.answer("Remove it…")
    program.answer("Remove the passphrase")
    assert not program.has_dialog()
    assert program.notice == "The client opens without a passphrase from now on."
    program.act("close")
    assert reader.read_document(protected).client.profile.name == CANARY


def test_setting_a_phrase_shows_the_sheet_that_opens_the_client(program, path, qtbot, tmp_path):
    program.new_client(CANARY)
    program.save_to(path)
    set_phrase(program)
    preview = program.dialog(PreviewDialog)
    assert program.notice.startswith("The client is protected now.")
    qtbot.waitUntil(lambda: preview.prepared is not None)
    program.answer("Save as PDF")
    program.choose_file(tmp_path / "sheet.pdf")
    preview.close()
    settle()
    lines = printed_lines(tmp_path / "sheet.pdf")
    assert lines == list(lines_of(program.window.open_client.document.file.key))
    program.act("close")
    program.window.files.open_path(path)
    dialog = program.dialog(UnlockDialog)
    program.hand.click(dialog.form.other)
    lines[2] = lines[2][:-1] + ("0" if lines[2][-1] != "0" else "1")
    dialog.form.sheet.setPlainText("\n".join(lines))
    program.answer("Open")
    assert dialog.form.trouble.text() == "Line 3 is not as on the sheet. Compare it once more."
    other = Key(bytearray(range(32)), bytes(range(16)))
    dialog.form.sheet.setPlainText("\n".join(lines_of(other)))
    program.answer("Open")
    assert dialog.form.trouble.text().startswith("These lines do not open this client.")
    dialog.form.sheet.setPlainText("\n".join(printed_lines(tmp_path / "sheet.pdf")))
    program.answer("Open")
    assert not program.has_dialog()
    assert program.client.profile.name == CANARY


def printed_lines(pdf):
    from pypdf import PdfReader

    text = PdfReader(pdf).pages[0].extract_text()
    groups = re.findall(r"(?<![0-9a-f])[0-9a-f]{4}(?![0-9a-f])", text.partition("Six lines")[2])
    return [" ".join(groups[at : at + 5]) for at in range(0, 30, 5)]


@pytest.mark.usefixtures("protected")
def test_locking_takes_everything_of_the_client_off_the_screen(program):
    key = program.window.open_client.document.file.key
    title = program.client.seat(program.client.children(None)[0]).title
    assert {CANARY, title} & spoken(program.window) or title in everything_on_show(program)
    program.act("lock")
    assert program.window.open_client is None
    assert key.is_wiped
    shown = everything_on_show(program)
    assert CANARY not in shown
    assert title not in shown
    assert "This client is locked" in shown
    assert program.window.windowTitle() == "Locked - MSP Seat Desktop"
    assert not program.window.actions_table["save"].isEnabled()
    program.hand.type(WORDS)
    program.hand.press("Return")
    settle()
    assert program.client.profile.name == CANARY
    assert program.view.isVisible()


@pytest.mark.usefixtures("protected")
def test_a_wrong_phrase_leaves_the_client_locked(program):
    program.act("lock")
    program.hand.type("something else")
    program.hand.press("Return")
    settle()
    assert program.window.open_client is None
    assert any(text.startswith("This does not open") for text in shown_texts(program.window))
    assert "work.mspseat" not in everything_on_show(program)
    program.hand.type(WORDS)
    program.hand.press("Return")
    settle()
    assert program.window.open_client is not None


@pytest.mark.usefixtures("protected")
def test_what_is_being_typed_is_there_after_the_lock(program):
    seat = program.client.children(None)[0]
    program.bridge.select(seat)
    settle()
    program.act("go-panel")
    program.hand.press("Ctrl+A")
    program.hand.type("Chair of the board")
    program.act("lock")
    program.hand.type(WORDS)
    program.hand.press("Return")
    settle()
    assert program.client.seat(seat).title == "Chair of the board"
    assert program.bridge.selection == seat
    program.act("undo")
    assert program.client.seat(seat).title != "Chair of the board"


@pytest.mark.usefixtures("protected")
def test_dialogs_close_when_the_client_is_locked(program):
    program.act("client")
    assert program.has_dialog()
    program.act("lock")
    assert not program.has_dialog()
    assert program.window.open_client is None


def test_a_client_that_has_no_place_yet_is_locked_and_opened_again(program):
    program.new_client(CANARY)
    set_phrase(program)
    leave_preview(program)
    program.act("lock")
    program.hand.type(WORDS)
    program.hand.press("Return")
    settle()
    assert program.client.profile.name == CANARY
    program.window.open_client.close(discard=True)
    program.window.drop_client()


def test_the_lock_can_be_left_for_the_start_page(program, protected):
    program.act("lock")
    page = program.window.stack.currentWidget()
    program.hand.click(page.form.leave)
    assert program.window.stack.currentWidget() is program.window.start_page
    assert CANARY not in everything_on_show(program)
    program.window.files.open_path(protected)
    unlock(program, WORDS)
    assert program.client.profile.name == CANARY


def test_a_client_without_a_phrase_is_not_locked(program, path):
    program.new_client(CANARY)
    program.save_to(path)
    program.act("lock")
    assert program.notice == "Only a client with a passphrase can be locked."
    assert program.window.open_client is not None


class Seconds:
    def __init__(self):
        self.now = 1_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def seconds(program):
    found = Seconds()
    program.window.doing.passphrase.locking.clock = found
    program.window.doing.passphrase.locking.watch()
    return found


@pytest.mark.usefixtures("protected")
def test_a_protected_client_is_locked_when_nobody_uses_it(program, seconds):
    locking = program.window.doing.passphrase.locking
    seconds.now += 14 * 60
    locking.look()
    assert program.window.open_client is not None
    program.hand.press("F8")
    seconds.now += 14 * 60
    locking.look()
    assert program.window.open_client is not None
    seconds.now += 60
    locking.look()
    assert program.window.open_client is None


@pytest.mark.usefixtures("protected")
def test_the_first_key_after_a_long_sleep_finds_it_locked(program, seconds):
    seconds.now += 3 * 3600
    program.hand.press("F8")
    assert program.window.open_client is None


@pytest.mark.usefixtures("protected")
def test_how_long_it_takes_is_chosen_once_for_all_clients(program, seconds):
    program.act("passphrase")
    dialog = program.dialog(PassphraseDialog)
    assert dialog.minutes.value == 15
    dialog.minutes.setCurrentIndex(0)
    dialog.reject()
    seconds.now += 5 * 60
    program.window.doing.passphrase.locking.look()
    assert program.window.open_client is None
    assert program.window.doing.passphrase.locking.minutes == 5


@pytest.mark.usefixtures("protected")
def test_never_means_never(program, seconds):
    program.window.doing.passphrase.locking.choose_minutes(0)
    seconds.now += 24 * 3600
    program.window.doing.passphrase.locking.look()
    program.hand.press("F8")
    assert program.window.open_client is not None


def test_an_unprotected_client_is_never_locked_by_itself(program, seconds, path):
    program.new_client(CANARY)
    program.save_to(path)
    seconds.now += 24 * 3600
    program.window.doing.passphrase.locking.look()
    program.hand.press("F8")
    assert program.window.open_client is not None


@pytest.mark.usefixtures("protected")
def test_a_backup_of_a_protected_client_opens_without_asking_again(program, qtbot):
    program.act("backups")
    dialog = program.dialog()
    assert dialog.table.rowCount()
    dialog.table.selectRow(0)
    program.hand.click(dialog.open_button)
    window = program.window
    qtbot.waitUntil(lambda: window.open_client is not None and window.open_client.target is None)
    program.dialog().close()
    assert window.open_client.document.is_protected
    assert program.client.profile.name.startswith(CANARY)
    program.window.open_client.close(discard=True)
    program.window.drop_client()


def test_a_protected_file_that_is_damaged_offers_its_backup(program, protected):
    program.act("close")
    content = bytearray(protected.read_bytes())
    content[100] ^= 1
    protected.write_bytes(content)
    program.window.files.open_path(protected)
    unlock(program, WORDS)
    program.answer("Open the backup")
    assert program.client.profile.name.startswith(CANARY)
    assert program.window.open_client.document.is_protected
    program.window.open_client.close(discard=True)
    program.window.drop_client()


@pytest.mark.usefixtures("protected")
def test_a_review_closes_when_the_client_is_locked_and_goes_on_afterwards(program):
    seat = program.client.children(None)[0]
    program.bridge.select(seat)
    program.act("go-occupant")
    program.hand.type("Maria Canary")
    program.hand.press("Return")
    program.act("review")
    assert program.window.doing.review is not None
    program.act("lock")
    assert program.window.doing.review is None
    assert "Maria" not in everything_on_show(program)
    program.hand.type(WORDS)
    program.hand.press("Return")
    settle()
    assert program.bridge.selection == seat
    program.act("review")
    assert program.window.doing.review is not None


@pytest.mark.usefixtures("protected")
def test_what_the_disk_does_not_take_keeps_the_client_open_and_is_told(program, seconds):
    locking = program.window.doing.passphrase.locking
    program.bridge.select(program.client.children(None)[0])
    program.act("go-panel")
    program.hand.press("Ctrl+A")
    program.hand.type("Chair of the board")
    db = program.window.open_client.document.file._db
    db.execute("PRAGMA query_only = ON")  # what a disk that became read-only does
    program.act("lock")
    assert program.window.open_client is not None
    assert "Chair of the board" in shown_texts(program.window)
    assert program.notice
    seconds.now += 14 * 60
    locking.look()
    assert program.window.open_client is not None
    db.execute("PRAGMA query_only = OFF")
    program.act("lock")
    assert program.window.open_client is None


@pytest.mark.usefixtures("protected")
def test_locking_takes_no_undo_away(program):
    seat = program.client.children(None)[0]
    program.bridge.do(rename_seat(seat, "Chair"))
    steps = program.bridge.undo_step()
    program.act("lock")
    program.hand.type(WORDS)
    program.hand.press("Return")
    settle()
    assert program.bridge.undo_step() == steps


def test_a_phrase_that_is_not_in_the_file_yet_says_so(program, path):
    program.new_client(CANARY)
    program.save_to(path)
    shutil.rmtree(path.parent)
    set_phrase(program)
    assert program.notice.startswith("The passphrase counts on this laptop, but not in the client")
    leave_preview(program)
    path.parent.mkdir()
    program.window.open_client.document.set_target(path)
    program.act("save")
    assert CANARY.encode() not in path.read_bytes()
    program.act("close")
    program.window.files.open_path(path)
    unlock(program, WORDS)
    assert program.client.profile.name == CANARY


@pytest.mark.usefixtures("protected")
def test_a_presentation_ends_when_the_client_is_locked(program):
    program.act("present")
    assert program.window.doing.presenting.now is not None
    program.window.doing.passphrase.locking.lock()
    assert program.window.doing.presenting.now is None
    assert "This client is locked" in shown_texts(program.window)
    assert program.window.menuBar().isVisible()


def test_a_protected_file_that_is_dropped_on_the_window_asks_for_its_phrase(program, protected):
    program.act("close")
    drop(program.window, protected)
    unlock(program, WORDS)
    assert program.client.profile.name == CANARY


def drop(window, path):
    """Drop a file on the window as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    entering = QDragEnterEvent(QPoint(40, 40), *how, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    event = QDropEvent(QPointF(40, 40), *how, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(window, event)
    settle()
