"""Menus at a point, and the letters of their entries.

While a menu is open, one underlined letter chooses each entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint


def pop_up(menu: QMenu, at: QPoint) -> None:
    """Open a filled menu at a point of the screen; it is gone once it closes."""
    give_letters(menu)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)


def give_letters(menu: QMenu) -> None:
    """Let each entry of a menu, and of those within it, have a letter while it is open.

    Call it after all else that changes the entries before the menu opens has been connected. The
    words of an action bear no letter at other times: the same action has other neighbours in
    another menu.
    """
    menu.aboutToShow.connect(lambda: _give(menu))
    menu.aboutToHide.connect(lambda: _take(menu))
    for action in menu.actions():
        within = action.menu()
        if isinstance(within, QMenu):
            give_letters(within)


def _give(menu: QMenu) -> None:
    entries = [action for action in menu.actions() if not action.isSeparator()]
    bare = [without_letter(action.text()) for action in entries]
    places = _one_each([_places(words.partition("\t")[0]) for words in bare])
    for number, (action, words) in enumerate(zip(entries, bare, strict=True)):
        place = places.get(number)
        action.setText(words if place is None else f"{words[:place]}&{words[place:]}")


def _take(menu: QMenu) -> None:
    for action in menu.actions():
        action.setText(without_letter(action.text()))


def without_letter(words: str) -> str:
    """Return an entry's words without the sign before its letter; a doubled one is a letter."""
    return "&&".join(part.replace("&", "") for part in words.split("&&"))


def _places(words: str) -> dict[str, int]:
    """Return where the letters of the words stand, those that begin a word first."""
    letters = [place for place, sign in enumerate(words) if sign.isalnum()]
    begins = [place for place in letters if not place or not words[place - 1].isalnum()]
    found: dict[str, int] = {}
    for place in [*begins, *letters]:
        found.setdefault(words[place].casefold(), place)
    return found


def _one_each(wanted: list[dict[str, int]]) -> dict[int, int]:
    """Return for each entry the place of a letter that no other has, as far as there are enough.

    An entry takes the first of its letters that is free, or one whose owner finds another
    (augmenting paths, as in Kuhn's matching).
    """
    owners: dict[str, int] = {}

    def settle(entry: int, tried: set[str]) -> bool:
        for letter in wanted[entry]:
            if letter not in owners:
                owners[letter] = entry
                return True
        for letter in wanted[entry]:
            if letter not in tried:
                tried.add(letter)
                if settle(owners[letter], tried):
                    owners[letter] = entry
                    return True
        return False

    for entry in range(len(wanted)):
        settle(entry, set())
    return {entry: wanted[entry][letter] for letter, entry in owners.items()}
