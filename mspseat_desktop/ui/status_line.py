"""The line under an open client: where the work is, and how many seats there are or selected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mspseat_desktop.domain.records import (
    Occupant,
    Seat,
    Seating,
)
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.formats import number_text
from mspseat_desktop.ui.shortcuts.telling import and_keys, keep_told
from mspseat_desktop.ui.widgets.buttons import LinkButton
from mspseat_desktop.ui.widgets.frames import Ground
from mspseat_desktop.ui.widgets.plain import PlainLabel, tip

if TYPE_CHECKING:
    from pathlib import Path

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.theme import Theme

HEIGHT = 30


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the work is: on this laptop (not in a file yet), in its file, or not there and why.

    "shown" is a client that takes no edits.
    """

    state: Literal["laptop", "file", "late", "shown"]
    path: Path | None = None
    problem: str = ""

    def text(self) -> str:
        """Return the state as the status line says it."""
        name = self.path.name if self.path else ""
        match self.state:
            case "shown":
                return _("{file}, only shown").replace("{file}", name)
            case "file":
                return _("Saved to {file}").replace("{file}", name)
            case "late":
                words = _("Saved on this laptop. Not yet in {file}: {why}")
                return words.replace("{file}", name).replace("{why}", self.problem)
            case _:
                return _("Saved on this laptop")


class StatusLine(Ground):
    """Where the work is and what is worth a look at the left, counts of the chart at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("rail", parent)
        self._theme = theme
        self._kept = Kept("laptop")
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(6)
        self._mark = PlainLabel()
        self._where = PlainLabel(tone="muted", pixels=12, elide=True)
        self._counts = PlainLabel(tone="muted", pixels=12)
        self.chosen = PlainLabel(tone="muted", pixels=12)
        self.chosen.setContentsMargins(0, 0, 14, 0)
        self.chosen.hide()
        self.ratings = LinkButton(theme, _("Ratings hidden"), icon="eye-off")
        self.ratings.setFixedHeight(26)
        self.ratings.hide()
        self.looks = _Looks(theme, "", icon="triangle-alert")
        self.looks.setFixedHeight(26)
        self.looks.hide()
        self.overdue = _Looks(theme, "", icon="clock")
        self.overdue.setFixedHeight(26)
        tip(self.overdue, _("Show the overdue actions"))
        self.overdue.hide()
        row.addWidget(self._mark)
        row.addWidget(self._where)
        row.addWidget(self.looks)
        row.addWidget(self.overdue)
        row.addStretch(1)
        row.addWidget(self.chosen)
        row.addWidget(self.ratings)
        row.addWidget(self._counts)
        theme.changed.connect(self._paint_mark)
        self._counted = (0, 0, 0)
        self._paint_mark()
        keep_told(self, self._tell_keys)

    def _tell_keys(self) -> None:
        tip(self.ratings, and_keys(_("Show the ratings"), "hide-ratings"))
        tip(self.looks, and_keys(_("Show what is worth a look"), "worth-a-look"))

    def show_kept(self, kept: Kept) -> None:
        """Say where the work is now."""
        if kept == self._kept and self._where.text():
            return
        self._kept = kept
        self._where.setText(kept.text())
        self._where.set_tone("partly" if kept.state == "late" else "muted")
        is_plain = kept.path is not None and kept.state != "late"
        tip(self._where, str(kept.path) if is_plain else kept.text())
        self._paint_mark()

    def show_ratings(self, *, hidden: bool) -> None:
        """Say for as long as they are that ratings are hidden."""
        self.ratings.setVisible(hidden)

    def show_chosen(self, count: int) -> None:
        """Say how many seats are selected, aloud too; nothing for one, which is seen."""
        words = ngettext("{n} seat selected", "{n} seats selected", count)
        text = words.replace("{n}", number_text(count)) if count > 1 else ""
        if text != self.chosen.text():
            self.chosen.setText(text)
            self.chosen.setVisible(bool(text))
            if text:
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def show_looks(self, count: int, *, ratings_hidden: bool) -> None:
        """Say how many things are worth a look; hidden ratings neither count nor show."""
        words = ngettext("{n} thing to look at", "{n} things to look at", count)
        text = words.replace("{n}", number_text(count))
        self.looks.set_caption(
            _("{count}, without the ratings").replace("{count}", text) if ratings_hidden else text
        )
        self.looks.setVisible(count > 0)

    def show_overdue(self, count: int) -> None:
        """Say how many agreed actions are overdue, nothing while none is."""
        words = ngettext("{n} overdue action", "{n} overdue actions", count)
        self.overdue.set_caption(words.replace("{n}", number_text(count)))
        self.overdue.setVisible(count > 0)

    def show_client(self, client: Client) -> None:
        """Count the whole chart; later edits are counted by what they touched."""
        held = {s.seat for s in client.every(Seating) if s.role == "accountable" and not s.until}
        seats = {s.id for s in client.every(Seat) if not s.closed_on}
        providers = sum(o.kind == "provider" for o in client.every(Occupant))
        self._set_counts(len(seats), providers, len(seats - held))

    def hear(self, news: News, before: Client) -> None:
        """Count again what an edit touched."""
        change = news.change
        seats = change.touched(Seat) | {
            s.seat for pair in change.of(Seating) for s in pair if s is not None
        }
        occupants = change.touched(Occupant)
        if not seats and not occupants:
            return
        count = list(self._counted)
        for sign, client in ((-1, before), (1, news.client)):
            for seat_id in seats:
                seat = client.find(Seat, seat_id)
                if seat is not None and not seat.closed_on:
                    count[0] += sign
                    count[2] += sign * (_holder(client, seat) == "open")
            for occupant_id in occupants:
                occupant = client.find(Occupant, occupant_id)
                count[1] += sign * (occupant is not None and occupant.kind == "provider")
        self._set_counts(*count)

    def _set_counts(self, seats: int, providers: int, open_seats: int) -> None:
        if (seats, providers, open_seats) == self._counted and self._counts.text():
            return
        self._counted = (seats, providers, open_seats)
        parts = (
            ngettext("{n} seat", "{n} seats", seats).replace("{n}", str(seats)),
            ngettext("{n} provider", "{n} providers", providers).replace("{n}", str(providers)),
            ngettext("{n} open seat", "{n} open seats", open_seats).replace("{n}", str(open_seats)),
        )
        self._counts.setText(" · ".join(parts))

    def _paint_mark(self) -> None:
        late = self._kept.state == "late"
        color = self._theme.color("partly_text" if late else "yes_text")
        usual = "eye" if self._kept.state == "shown" else "check"
        name = "triangle-alert" if late else usual
        self._mark.setPixmap(self._theme.icons.pixmap(name, color, size=14, ratio=2))


class _Looks(LinkButton):
    ink_role = "partly_text"


def _holder(client: Client, seat: Seat) -> Literal["held", "open"]:
    return "held" if client.accountable(seat.id) is not None else "open"
