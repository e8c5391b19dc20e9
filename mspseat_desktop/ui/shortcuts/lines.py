"""The actions with their keys as lines of a list: a line for each key, under the menus' names."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from mspseat_desktop.domain.searching import fold
from mspseat_desktop.language import _
from mspseat_desktop.ui.doings import doings, menu_titles
from mspseat_desktop.ui.shortcuts.chords import chord_text
from mspseat_desktop.ui.shortcuts.keymap import keymap


@dataclass(frozen=True, slots=True)
class Line:
    """A heading without `name`, or an action with one of its keys; "" when it has none.

    `is_first` tells the line that names the action, `is_own` that its keys are the user's own.
    """

    words: str
    name: str = ""
    chord: str = ""
    is_first: bool = True
    is_own: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says of the line."""
        if not self.name:
            return self.words
        parts = [self.words, chord_text(self.chord) if self.chord else _("no key")]
        return ", ".join([*parts, _("changed")] if self.is_own else parts)


def lines(search: str = "") -> list[Line]:
    """Return the actions in the order of the menus, those that fit all words of a search.

    A word begins one in the action, its menu or its keys; one with a plus begins a whole key.
    """
    wanted = fold(search).split()
    found: list[Line] = []
    for menu, group in groupby(doings(), key=lambda doing: doing.menu):
        title = menu_titles()[menu].replace("&", "")
        of_menu: list[Line] = []
        for doing in group:
            keys = keymap().keys(doing.id)
            if _fits(wanted, f"{title} {doing.text}", [chord_text(key) for key in keys]):
                own = keymap().is_own(doing.id)
                of_menu += [
                    Line(doing.text, doing.id, key, is_first=at == 0, is_own=own)
                    for at, key in enumerate(keys or ("",))
                ]
        found += [Line(title), *of_menu] if of_menu else []
    return found


def _fits(wanted: list[str], words: str, keys: list[str]) -> bool:
    chords = [fold(key) for key in keys]
    known = [*fold(words).split(), *(part for chord in chords for part in chord.split("+"))]
    return all(
        any(text.startswith(word) for text in (chords if "+" in word else known)) for word in wanted
    )
