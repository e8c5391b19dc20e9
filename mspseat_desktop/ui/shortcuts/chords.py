"""Keys as short texts that can be compared, kept and shown: "Ctrl+D", "Shift+Return", "Tab"."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

Key, Modifier = Qt.Key, Qt.KeyboardModifier
_PORTABLE = QKeySequence.SequenceFormat.PortableText
_NATIVE = QKeySequence.SequenceFormat.NativeText
_HELD: Final = (
    Modifier.ShiftModifier | Modifier.ControlModifier | Modifier.AltModifier | Modifier.MetaModifier
)
_SAME: Final = {Key.Key_Enter: Key.Key_Return, Key.Key_Backtab: Key.Key_Tab}
_ALONE_NOTHING: Final = frozenset(
    {
        *(Key.Key_Shift, Key.Key_Control, Key.Key_Alt, Key.Key_AltGr, Key.Key_Meta),
        *(Key.Key_Super_L, Key.Key_Super_R, Key.Key_Hyper_L, Key.Key_Hyper_R),
        *(Key.Key_CapsLock, Key.Key_NumLock, Key.Key_ScrollLock, Key.Key_Mode_switch),
        *(Key.Key_Multi_key, Key.Key_unknown),
    }
)
"""Keys that are held with others, or that change what others write."""
_DIGITS: Final = "1234567890"
_DIGIT_ROW: Final = {"linux": 10, "win32": 2}
"""The scan code of the key of 1; those of the other digits follow."""


def chord_of(event: QKeyEvent) -> str:
    """Return what is pressed, "" while only keys like Ctrl are held.

    Enter of the keypad is Enter, and a sign that needs Shift to be written is that sign: Ctrl+Plus
    is the same on every keyboard. Digits are digits with Shift too, as for shortcuts of a window.
    """
    key, held = event.key(), event.modifiers()
    if held & Modifier.ShiftModifier and is_sign(key) and not chr(key).isalnum():
        at = event.nativeScanCode() - _DIGIT_ROW.get(sys.platform, sys.maxsize)
        key = ord(_DIGITS[at]) if 0 <= at < len(_DIGITS) else key
    return _chord(key, held)


def chord_from(text: str) -> str:
    """Return a key written in Qt's portable notation in the one way it is kept, "" for none."""
    sequence = QKeySequence.fromString(text, _PORTABLE)
    if sequence.count() != 1:
        return ""
    combination = next(iter(sequence))  # type: ignore[call-overload]  # stubs lag
    return _chord(combination.key(), combination.keyboardModifiers())


def chord_text(chord: str) -> str:
    """Return the key as this system writes it on menus and keyboards."""
    text = QKeySequence.fromString(chord, _PORTABLE).toString(_NATIVE)
    # Qt has two keys of the name and calls the large one Return; on keys it says Enter.
    return text.replace("Return", "Enter")


def sequences(chord: str) -> list[QKeySequence]:
    """Return what a window listens to for a key: with Enter also the one of the keypad."""
    same = (chord, chord.replace("Return", "Enter"))
    return [QKeySequence.fromString(text, _PORTABLE) for text in dict.fromkeys(same)]


def parts_of(chord: str) -> tuple[Qt.KeyboardModifier, int]:
    """Return what is held, and the key itself."""
    sequence = QKeySequence.fromString(chord, _PORTABLE)
    combination = next(iter(sequence))  # type: ignore[call-overload]  # stubs lag
    return combination.keyboardModifiers(), combination.key()


def is_sign(key: int) -> bool:
    """Return whether the key writes a letter, a digit or a sign; Space does not count."""
    return Key.Key_Space < key <= sys.maxunicode


def _chord(key: int, modifiers: Qt.KeyboardModifier) -> str:
    if not key or key in _ALONE_NOTHING:
        return ""
    held = modifiers & _HELD
    if key == Key.Key_Backtab:
        held |= Modifier.ShiftModifier
    if is_sign(key) and not chr(key).isalnum():
        held &= ~Modifier.ShiftModifier
    same = _SAME.get(Key(key), Key(key))
    return QKeySequence(QKeyCombination(held, same)).toString(_PORTABLE)
