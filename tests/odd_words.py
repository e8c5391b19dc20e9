"""What a user may type who types anything: words that break programs, and keys in use."""

from __future__ import annotations

ODD_WORDS = (
    *("Owner", "IT & Security", "x", " ", "  two  spaces ", "O'Neill", '"quoted"', "=1+1"),
    *("@SUM(A1)", "-2", "+3", "<b>bold</b>", "<img src=/etc/hostname>", "&amp;", "%s {seat} %n"),
    *("\u0645\u062f\u064a\u0631 \u0627\u0644\u0639\u0645\u0644\u064a\u0627\u062a", "Z\u0366\u035b"),
    *("\U0001f469\u200d\U0001f4bb \U0001f1e9\U0001f1ea", "\u202eright to left", "\u200b", "\ufeff"),
    *("\x00", "a\x00b", "\x1b[31m", "two\nlines", "a\tb", "\u2028", "\ufffd", "\ufdd0", "\ud83d"),
    *("2026-02-30", "30.2.2026", "1e309", "nan", "-0", "99999999999999999999", "1/0", "5 %"),
    *("long words " * 300, "W" * 3_000, "\U0001f600" * 400),
)
CHORDS = (
    *("Tab", "Shift+Tab", "Return", "Enter", "Esc", "Space", "Del", "Backspace", "Ins", "F2", "F6"),
    *("Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDown", "F10", "Menu", "Alt+Left"),
    *("Alt+Right", "Alt+Up", "Alt+Down", "Alt+Return", "Ctrl+Return", "Ctrl+Home", "Ctrl+End"),
    *("Shift+Return", "Ctrl+Z", "Ctrl+Y", "Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+R"),
    *("Ctrl+H", "Ctrl+P", "Ctrl+S", "Ctrl+1", "Ctrl+0", "Ctrl++", "Ctrl+-", "Ctrl+I", "Ctrl+Tab"),
    *("Ctrl+Shift+1", "Ctrl+Shift+2", "Ctrl+Shift+P", "Ctrl+Backspace", "Shift+Home", "Shift+Down"),
    *("1", "2", "3", "0", "y", "n", "w", "d", "u", "?", "/", "Alt+F", "Alt+E", "Alt+S", "F1"),
)
