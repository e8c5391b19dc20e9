"""The one place that knows which keys an action has now, and which action a key means."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mspseat_desktop.ui.doings import doings
from mspseat_desktop.ui.shortcuts.chords import chord_from
from mspseat_desktop.ui.shortcuts.refusing import refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mspseat_desktop.ui.doing import Doing
    from mspseat_desktop.ui.settings import Settings


class Keymap(QObject):
    """The usual keys of the actions, and the user's own in their place.

    A key means one action at a time, also between those of the window and those that only chart
    and outline hear: the window would take it first. Only what differs from the usual is kept.
    `changed` is sent when any action has other keys.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._doings = {doing.id: doing for doing in doings()}
        self._settings: Settings | None = None
        self._own: dict[str, tuple[str, ...]] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        self._means: dict[str, str] = {}
        self._count()

    def use(self, settings: Settings | None) -> None:
        """Take over the user's own keys and keep changes there; None for the usual keys only."""
        self._settings = settings
        kept = settings.own_keys() if settings is not None else {}
        own = {name: self._believed(name, keys) for name, keys in kept.items()}
        self._take_over({name: keys for name, keys in own.items() if keys is not None})

    @property
    def own(self) -> dict[str, tuple[str, ...]]:
        """The keys that differ from the usual ones, by action; to give back to `restore`."""
        return dict(self._own)

    def doing(self, name: str) -> Doing:
        """Return an action of the table."""
        return self._doings[name]

    def keys(self, name: str) -> tuple[str, ...]:
        """Return the keys that an action has now, the first one shown in menus."""
        return self._keys[name]

    def is_own(self, name: str) -> bool:
        """Return whether an action has other keys than usual."""
        return self._keys[name] != self._doings[name].keys

    def means(self, chord: str) -> str:
        """Return the action that a key means now, "" for none."""
        return self._means.get(chord, "")

    def give(self, name: str, chord: str, *, instead_of: str = "") -> None:
        """Let a key mean an action, beside its others or instead of one; others lose it."""
        keys = list(self._keys[name])
        if instead_of in keys:
            keys[keys.index(instead_of)] = chord
        else:
            keys.append(chord)
        self._set(name, keys)

    def take(self, name: str, chord: str) -> None:
        """Let a key no longer mean an action."""
        self._set(name, [key for key in self._keys[name] if key != chord])

    def lost_by_reset(self, name: str) -> list[tuple[str, str]]:
        """Return the usual keys of an action that mean others now, each with the other's id."""
        usual = self._doings[name].keys
        return [(key, self.means(key)) for key in usual if self.means(key) not in ("", name)]

    def reset(self, name: str) -> None:
        """Give an action its usual keys; whoever has them now loses them."""
        self._set(name, self._doings[name].keys)

    def reset_all(self) -> None:
        """Give every action its usual keys."""
        self.restore({})

    def restore(self, own: Mapping[str, tuple[str, ...]]) -> None:
        """Take keys that were kept before."""
        self._take_over(own)
        if self._settings is not None:
            self._settings.keep_keys(self._own)

    def _set(self, name: str, keys: Iterable[str]) -> None:
        wanted = tuple(dict.fromkeys(keys))
        own = {
            other: tuple(key for key in had if key not in wanted)
            for other, had in self._keys.items()
            if self.is_own(other) or set(had) & set(wanted)
        }
        self.restore({**own, name: wanted})

    def _take_over(self, own: Mapping[str, tuple[str, ...]]) -> None:
        before = self._keys
        self._own = {n: keys for n, keys in own.items() if keys != self._doings[n].keys}
        self._count()
        if self._keys != before:
            self.changed.emit()

    def _count(self) -> None:
        """Say what each key means: the user's own first, then usual ones that are still free."""
        self._means = {}
        wanted = {name: self._own.get(name, doing.keys) for name, doing in self._doings.items()}
        for name in sorted(wanted, key=lambda name: name not in self._own):
            for key in wanted[name]:
                self._means.setdefault(key, name)
        self._keys = {
            name: tuple(key for key in keys if self._means[key] == name)
            for name, keys in wanted.items()
        }

    def _believed(self, name: str, keys: tuple[str, ...]) -> tuple[str, ...] | None:
        """Return kept keys as far as this program knows them; None counts as not set."""
        doing = self._doings.get(name)
        chords = tuple(dict.fromkeys(map(chord_from, keys)))
        if doing is None or not all(c and not refusal(c, doing) for c in chords):
            return None
        return chords


@cache
def keymap() -> Keymap:
    """Return the keys of this process: every window of it listens to the same."""
    return Keymap()
