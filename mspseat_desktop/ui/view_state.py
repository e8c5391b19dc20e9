"""How somebody last looked at a client: kept on this computer, no edit, never sent along."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from mspseat_desktop.domain.shading import COLOURS
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.layout.cards import Detail
from mspseat_desktop.storage.private_files import make_folder, write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from mspseat_desktop.domain.shading import ColourBy

MOST_FILES = 200
"""So many clients' views are kept; those looked at longest ago go."""
LARGEST = 4 * 1024 * 1024
_SIGNS = frozenset("0123456789abcdefghijklmnopqrstuvwxyz-")


class ViewState:
    """Which seats are folded, and what part of the chart was in view with which seat selected.

    `detail` is how much the cards show at most, all of it at first; `colour_by` is by what they
    are coloured, `legend` whether a legend tells what the colours mean. `stacking_told` is whether
    somebody has heard that stacked seats make a wide chart narrower.
    `place` is zoom, x and y of the canvas's corner in tree coordinates. What is broken, foreign or
    too large counts as nothing; ids that no seat has do no harm. Nothing but ids and numbers is
    written.
    """

    def __init__(self, folder: Path, document: str) -> None:
        """Read what is known of a client file by its id; `folder` is the program's own."""
        self._folder = folder / "views"
        name = "".join(sign for sign in document.lower() if sign in _SIGNS)[:64]
        self._path = self._folder / f"{name or 'client'}.json"
        self.folded: set[SeatId] = set()
        self.place: tuple[float, float, float] | None = None
        self.selected: SeatId | None = None
        self.detail = Detail.MARKS
        self.colour_by: ColourBy = "kind"
        self.legend = True
        self.stacking_told = False
        with suppress(OSError, ValueError, TypeError, KeyError):
            self._read()

    def keep(self) -> None:
        """Write it down; a disk that is full or gone is no reason to say anything."""
        with suppress(OSError):
            if self._is_plain():
                self._path.unlink(missing_ok=True)
                return
            make_folder(self._folder)
            write_whole(self._path, self._text().encode())
            self._leave_room()

    def forget(self) -> None:
        """Delete what is known, because the client is erased."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _is_plain(self) -> bool:
        looked_at = self.folded or self.place is not None or self.selected is not None
        as_at_first = self.legend and not self.stacking_told and self.colour_by == "kind"
        return not looked_at and self.detail is Detail.MARKS and as_at_first

    def _read(self) -> None:
        if self._path.stat().st_size > LARGEST:
            return
        known = json.loads(self._path.read_text(encoding="utf-8"))
        self.folded = {SeatId(str(seat)) for seat in known["folded"]}
        place = known.get("place")
        if place is not None:
            zoom, x, y = (float(number) for number in place)
            self.place = (zoom, x, y) if 0.001 < zoom < 100 else None
        self.selected = SeatId(str(known["selected"])) if known.get("selected") else None
        self.detail = Detail(known.get("detail", Detail.MARKS))
        named = known.get("colour_by")
        self.colour_by = next((by for by in COLOURS if by == named), "kind")
        self.legend = known.get("legend") is not False
        self.stacking_told = known.get("stacking_told") is True

    def _text(self) -> str:
        known = {
            "folded": sorted(self.folded),
            "place": self.place,
            "selected": self.selected,
            "detail": int(self.detail),
            "colour_by": self.colour_by,
            "legend": self.legend,
            "stacking_told": self.stacking_told,
        }
        return json.dumps(known)

    def _leave_room(self) -> None:
        kept = sorted(self._folder.glob("*.json"), key=lambda path: path.stat().st_mtime)
        for path in kept[:-MOST_FILES]:
            path.unlink(missing_ok=True)
