"""What the program remembers for its user: looks, window places, recent clients; no client data."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QByteArray, QSettings

from mspseat_desktop.storage.private_files import make_private

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ThemeName = Literal["system", "light", "dark"]
KEPT_RECENTS = 50
_OF_QT = "QtProject"
UNSAVED = "unsaved:"
"""How the path of a client begins that has no file yet; the id of its working copy follows."""


@dataclass(frozen=True, slots=True)
class Recent:
    """A client on the start page: where its file is, and what the page may show of it."""

    path: str
    name: str
    seats: int = 0
    opened_on: str = ""

    @property
    def is_in_file(self) -> bool:
        """Whether the client has a file of its own."""
        return not self.path.startswith(UNSAVED)

    @property
    def work_id(self) -> str:
        """The id of the working copy of a client that has no file yet."""
        return self.path.removeprefix(UNSAVED)


class Settings:
    """One INI file in the program's own folder; what is broken or unknown counts as not set."""

    def __init__(self, folder: Path) -> None:
        path = folder / "settings.ini"
        # Where the system has no dialogs for files, Qt's own remember folders, in a place of all
        # programs that use Qt. A folder is often called like the client in it.
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder))
        for own in (path, folder / f"{_OF_QT}.conf"):
            make_private(own)  # Qt keeps the rights of a file that is there
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    def theme(self) -> ThemeName:
        """Return the chosen theme."""
        match self._text("theme"):
            case "light":
                return "light"
            case "dark":
                return "dark"
            case _:
                return "system"

    def choose_theme(self, name: ThemeName) -> None:
        """Remember the theme."""
        self._store.setValue("theme", name)

    def place(self, what: str) -> QByteArray:
        """Return the saved place of a window or splitter, empty when there is none."""
        value = self._store.value(f"places/{what}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_place(self, what: str, state: QByteArray) -> None:
        """Remember where a window or splitter stands."""
        self._store.setValue(f"places/{what}", state)

    def flag(self, name: str, *, start: bool) -> bool:
        """Return a yes or no, `start` when it was never set."""
        text = self._text(f"flags/{name}")
        return text == "yes" if text in ("yes", "no") else start

    def set_flag(self, name: str, *, value: bool) -> None:
        """Remember a yes or no."""
        self._store.setValue(f"flags/{name}", "yes" if value else "no")

    def text(self, name: str) -> str:
        """Return a remembered text, such as a folder or the adviser's own name."""
        return self._text(f"texts/{name}")

    def set_text(self, name: str, value: str) -> None:
        """Remember a text."""
        self._store.setValue(f"texts/{name}", value)

    def own_keys(self) -> dict[str, tuple[str, ...]]:
        """Return the keys that the user gave to actions, by their ids; () took all away."""
        try:
            kept = json.loads(self._text("keys") or "{}")
        except ValueError:
            return {}
        if not isinstance(kept, dict):
            return {}
        return {
            name: tuple(keys)
            for name, keys in kept.items()
            if isinstance(keys, list) and all(isinstance(key, str) for key in keys)
        }

    def keep_keys(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Remember the user's own keys; without any nothing is kept."""
        if keys:
            self._store.setValue("keys", json.dumps(dict(keys)))
        else:
            self._store.remove("keys")
        self.sync()

    def recents(self) -> tuple[Recent, ...]:
        """Return the recent clients, the last opened first."""
        try:
            rows = json.loads(self._text("recents") or "[]")
            return tuple(
                Recent(str(r["path"]), str(r["name"]), int(r["seats"]), str(r["opened_on"]))
                for r in rows
            )
        except (ValueError, TypeError, KeyError):
            return ()

    def note_recent(self, recent: Recent) -> None:
        """Put a client at the top of the recent ones."""
        others = [r for r in self.recents() if r.path != recent.path]
        self._keep_recents((recent, *others))

    def forget_recent(self, path: str) -> None:
        """Take a client out of the recent ones; its file stays where it is."""
        self._keep_recents(tuple(r for r in self.recents() if r.path != path))

    def forget_client(self, document: str) -> None:
        """Forget what was remembered of the client whose file has this id."""
        for key in self._store.allKeys():
            if document in key:
                self._store.remove(key)
        self.sync()
        dialogs = QSettings(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, _OF_QT)
        dialogs.remove("FileDialog")
        dialogs.sync()

    def sync(self) -> None:
        """Write to the disk what is not there yet."""
        self._store.sync()

    def _keep_recents(self, recents: tuple[Recent, ...]) -> None:
        rows = [asdict(r) for r in recents[:KEPT_RECENTS]]
        self._store.setValue("recents", json.dumps(rows))

    def _text(self, key: str) -> str:
        value = self._store.value(key)
        return value if isinstance(value, str) else ""
