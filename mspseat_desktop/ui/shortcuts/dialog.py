"""The window in which the keys of all actions are seen, found, changed and reset."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.shortcuts.chords import chord_text
from mspseat_desktop.ui.shortcuts.foot import KeyFoot
from mspseat_desktop.ui.shortcuts.key_list import KeyList
from mspseat_desktop.ui.shortcuts.keymap import keymap
from mspseat_desktop.ui.shortcuts.lines import lines
from mspseat_desktop.ui.shortcuts.refusing import refusal
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import (
    LinkButton,
    NoticeHost,
    PlainLabel,
    PrimaryButton,
    Separator,
    TextField,
    fit_on_screen,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.theme import Theme

SIZE = QSize(640, 640)


class _Search(TextField):
    """Leads on to the list: Down and Enter go there."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave to the list what is its own."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class KeyboardDialog(QDialog):
    """Lists the actions by menu; a change works at once, and can be taken back in its notice."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keyboard"))
        self.setModal(True)
        self._instead_of = ""
        hint = _("Search by action or by key")
        self.search = _Search(hint, self, hint=hint)
        self.search.setProperty("search", True)  # noqa: FBT003 - Qt's own call
        self.search.setClearButtonEnabled(True)
        self.list = KeyList(theme, self)
        self.nothing = PlainLabel(_("No action or key fits. Try another word."), tone="muted")
        self.foot = KeyFoot(theme, self)
        self.all_usual = LinkButton(theme, _("Reset all to the usual keys"), icon="undo-2")
        self.close_button = PrimaryButton(theme, _("Close"))
        self._lay_out()
        self.notices = NoticeHost(theme, self.list)
        self._connect()
        self._show()
        self.list.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(8)
        column.addWidget(PlainLabel(_("Keyboard"), pixels=17, weight=Weight.DemiBold))
        words = _("Which keys do what. Choose an action, and press the keys that you want for it.")
        column.addWidget(PlainLabel(words, tone="muted", wrap=True))
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 100)
        column.addStretch(1)
        column.addWidget(Separator())
        column.addWidget(self.foot)
        column.addWidget(Separator())
        row = QHBoxLayout()
        row.addWidget(self.all_usual)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)
        fit_on_screen(self, SIZE)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _words: self._show())
        self.list.currentRowChanged.connect(lambda _row: self.foot.show_line(self.list.line))
        self.list.change_wanted.connect(self._change)
        self.list.add_wanted.connect(self._add)
        self.list.remove_wanted.connect(self._remove)
        self.list.typed.connect(self._type)
        self.list.left.connect(self.search.setFocus)
        self.foot.change.clicked.connect(self._change)
        self.foot.add.clicked.connect(self._add)
        self.foot.remove.clicked.connect(self._remove)
        self.foot.usual.clicked.connect(self._reset)
        self.foot.catcher.caught.connect(self._catch)
        self.foot.ended.connect(self.list.setFocus)
        self.all_usual.clicked.connect(self._reset_all)
        self.close_button.clicked.connect(self.accept)
        keymap().changed.connect(self._show)

    def reject(self) -> None:
        """Leave a question first, then the dialog."""
        if self.foot.is_asking:
            self.foot.end()
        else:
            super().reject()

    def _show(self, *, marked: tuple[str, str] | None = None) -> None:
        found = lines(self.search.text())
        self.list.show_lines(found, marked=marked)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.all_usual.setEnabled(bool(keymap().own))

    def _type(self, words: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.insert(words)

    def _change(self) -> None:
        line = self.list.line
        if line is not None:
            self._instead_of = line.chord
            words = _("Press the new keys for “{action}”.")
            self.foot.ask_keys(words.replace("{action}", _named(line.words)))

    def _add(self) -> None:
        line = self.list.line
        if line is not None:
            self._instead_of = ""
            words = _("Press more keys for “{action}”.")
            self.foot.ask_keys(words.replace("{action}", _named(line.words)))

    def _catch(self, chord: str) -> None:
        """Take the keys that were pressed, unless they can not be used or mean something else."""
        line = self.list.line
        if line is None:
            return
        reason = refusal(chord, keymap().doing(line.name))
        meant = keymap().means(chord)
        give = partial(self._give, line.name, chord, self._instead_of)
        if reason:
            self.foot.refuse(chord_text(chord), reason)
        elif meant == line.name:
            self.foot.end()
            self._mark(line.name, chord)
        elif meant:
            words = _("{keys} already means “{other}”. Use it here and take it from there?")
            self.foot.ask_about_clash(
                _filled(words, chord, line.words, meant), _("Use it here"), give
            )
        else:
            self.foot.end()
            give()

    def _give(self, name: str, chord: str, instead_of: str) -> None:
        other = keymap().means(chord)
        words = _("{keys} now means “{action}”.")
        if other and not [key for key in keymap().keys(other) if key != chord]:
            words = _("{keys} now means “{action}”. “{other}” has no key any more.")
        words = _filled(words, chord, keymap().doing(name).text, other)
        self._do(words, lambda: keymap().give(name, chord, instead_of=instead_of))
        self._mark(name, chord)

    def _remove(self) -> None:
        line = self.list.line
        if line is None or not line.chord:
            return
        words = _filled(_("{keys} no longer means “{action}”."), line.chord, line.words)
        self._do(words, lambda: keymap().take(line.name, line.chord))

    def _reset(self) -> None:
        """Give the marked action its usual keys; ask first where others have them now."""
        line = self.list.line
        if line is None or not line.is_own:
            return
        words = _("“{action}” has its usual keys again.").replace("{action}", _named(line.words))
        reset = partial(self._do, words, lambda: keymap().reset(line.name))
        lost = keymap().lost_by_reset(line.name)
        if not lost:
            reset()
            return
        told = [_filled(_("{keys} means “{other}” now."), key, "", other) for key, other in lost]
        asked = ngettext("Give it back to “{action}”?", "Give them back to “{action}”?", len(lost))
        asked = asked.replace("{action}", _named(line.words))
        self.foot.ask_about_clash(" ".join([*told, asked]), _("Give back"), reset)

    def _reset_all(self) -> None:
        self.foot.end()
        self._do(_("All actions have their usual keys again."), keymap().reset_all)

    def _do(self, words: str, change: Callable[[], object]) -> None:
        """Change keys, and tell it with a way back."""
        before = keymap().own
        change()
        self.notices.show(words, action=_("Undo"), then=lambda: keymap().restore(before))

    def _mark(self, name: str, chord: str) -> None:
        self._show(marked=(name, chord))


def _filled(words: str, chord: str, action: str, other: str = "") -> str:
    """Return a sentence about keys with its names in place."""
    filled = words.replace("{keys}", chord_text(chord)).replace("{action}", _named(action))
    return filled.replace("{other}", _named(keymap().doing(other).text) if other else "")


def _named(words: str) -> str:
    """Return an action's words for the middle of a sentence."""
    return words.removesuffix("…")
