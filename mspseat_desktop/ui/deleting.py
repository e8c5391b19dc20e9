"""Deleting a seat: at once when nothing hangs on it, else a choice; a notice has the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mspseat_desktop.domain.edits.branches import delete_seats, tops
from mspseat_desktop.domain.edits.chart import delete_seat
from mspseat_desktop.domain.records import Seat
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.shortcuts.telling import with_keys
from mspseat_desktop.ui.widgets import Answer, ask

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

Way = Literal["lift", "delete"]
MANY = 5
"""Seats; before as many are deleted a backup is taken."""


def delete_with_care(
    bridge: Bridge,
    theme: Theme,
    seat: SeatId,
    *,
    over: QWidget,
    tell: Callable[[str], object],
    back_up: Callable[[Callable[[], object]], object],
) -> None:
    """Delete the seat, asking first when it has reports; `tell` gets a sentence for a notice.

    `back_up` is called with what deletes many seats, or reviewed ones, and calls it after a
    backup was taken.
    """
    client = bridge.client
    reports = client.children(seat)
    if not reports:
        _delete(bridge, seat, "lift", tell)
        return
    branch = client.branch(seat)
    title = client.seat(seat).title or _("This seat")
    text = ngettext(
        "“{seat}” has {n} report. Move it up, or delete it too?",
        "“{seat}” has {n} reports. Move them up, or delete all that hangs on it?",
        len(reports),
    )
    text = text.replace("{seat}", title[:80]).replace("{n}", str(len(reports)))
    if _reviewed(client, branch):
        text += "\n\n" + _(
            "A seat with finished reviews is closed today; its reviews stay with the occupant."
        )
    all_of_it = ngettext("Delete {n} seat", "Delete {n} seats", len(branch))
    answers = (
        Answer(None, _("Cancel")),
        Answer("delete", all_of_it.replace("{n}", str(len(branch))), "danger"),
        Answer("lift", ngettext("Move the report up", "Move reports up", len(reports)), "primary"),
    )

    def go_on(way: Hashable | None) -> None:
        if way == "lift":
            _delete(bridge, seat, "lift", tell)
        elif way == "delete" and (len(branch) >= MANY or _reviewed(client, branch)):
            back_up(lambda: _delete(bridge, seat, "delete", tell))
        elif way == "delete":
            _delete(bridge, seat, "delete", tell)

    heading = _("Delete “{seat}”").replace("{seat}", title[:60])
    ask(theme, over, title=heading, text=text, answers=answers, then=go_on)


def delete_several(
    bridge: Bridge,
    theme: Theme,
    seats: Sequence[SeatId],
    *,
    over: QWidget,
    tell: Callable[[str], object],
    back_up: Callable[[Callable[[], object]], object],
) -> None:
    """Delete several seats, asking first when others hang on them, as `delete_with_care` does."""
    client = bridge.client
    chosen = tuple(seats)
    below = {one for top in tops(client, chosen) for one in client.branch(top)}
    hanging = len(below - set(chosen))
    careful = len(below) >= MANY or bool(_reviewed(client, tuple(below)))

    def delete(way: Way) -> None:
        _delete_all(bridge, chosen, way, tell)

    def with_backup(way: Way) -> None:
        if careful:
            back_up(lambda: delete(way))
        else:
            delete(way)

    if not hanging and not careful:
        delete("delete")
        return
    text = ngettext(
        "{n} other seat hangs on them. Move it up, or delete it too?",
        "{n} other seats hang on them. Move them up, or delete all that hangs on them?",
        hanging,
    ).replace("{n}", str(hanging))
    text = text if hanging else with_keys(_("All of them go. {keys} brings them back."), "undo")
    if _reviewed(client, tuple(below)):
        text += "\n\n" + _(
            "A seat with finished reviews is closed today; its reviews stay with the occupant."
        )
    all_of_it = ngettext("Delete {n} seat", "Delete {n} seats", len(below))
    answers = [Answer(None, _("Cancel"))]
    answers.append(Answer("delete", all_of_it.replace("{n}", str(len(below))), "danger"))
    if hanging:
        lift = ngettext("Move the report up", "Move reports up", hanging)
        answers.append(Answer("lift", lift, "primary"))

    def go_on(way: Hashable | None) -> None:
        if way == "lift":
            delete("lift")
        elif way == "delete":
            with_backup("delete")

    heading = ngettext("Delete {n} seat", "Delete {n} seats", len(chosen))
    heading = heading.replace("{n}", str(len(chosen)))
    ask(theme, over, title=heading, text=text, answers=tuple(answers), then=go_on)


def delete_alone(bridge: Bridge, seats: Sequence[SeatId], *, tell: Callable[[str], object]) -> None:
    """Delete the seats and nothing that hangs on them: that moves up."""
    if len(seats) == 1:
        _delete(bridge, seats[0], "lift", tell)
    else:
        _delete_all(bridge, tuple(seats), "lift", tell)


def _delete_all(
    bridge: Bridge, seats: tuple[SeatId, ...], way: Way, tell: Callable[[str], object]
) -> None:
    client = bridge.client
    top = next(iter(tops(client, seats)), None)
    if top is None:
        return
    above = client.seat(top).parent
    before = sum(1 for _seat in client.chart())
    if bridge.do(delete_seats(seats, reports=way, on=bridge.on)):
        bridge.select(above)
        gone = before - sum(1 for _seat in bridge.client.chart())
        words = ngettext("{n} seat is deleted.", "{n} seats are deleted.", gone)
        tell(words.replace("{n}", str(gone)))


def _delete(bridge: Bridge, seat: SeatId, way: Way, tell: Callable[[str], object]) -> None:
    client = bridge.client
    record = client.find(Seat, seat)
    if record is None:
        return
    branch = client.branch(seat) if way == "delete" else (seat,)
    closed = _reviewed(client, branch)
    neighbour = _neighbour(client, seat)
    if not bridge.do(delete_seat(seat, reports=way, on=bridge.on, title=record.title)):
        return
    bridge.select(neighbour)
    title = record.title[:60] or _("The seat")
    if closed:
        words = ngettext(
            "“{seat}” is closed. Its reviews stay with the occupant.",
            "“{seat}” and what hung on it are gone; {n} reviewed seats are closed, "
            "and their reviews stay with the occupants.",
            len(closed),
        )
        words = words.replace("{n}", str(len(closed)))
    else:
        words = ngettext("“{seat}” is deleted.", "{n} seats are deleted.", len(branch))
        words = words.replace("{n}", str(len(branch)))
    tell(words.replace("{seat}", title))


def _neighbour(client: Client, seat: SeatId) -> SeatId | None:
    """Return the seat to select next: a sibling, else the seat above."""
    parent = client.seat(seat).parent
    siblings = client.children(parent)
    at = siblings.index(seat)
    if at + 1 < len(siblings):
        return siblings[at + 1]
    return siblings[at - 1] if at else parent


def _reviewed(client: Client, seats: tuple[SeatId, ...]) -> tuple[SeatId, ...]:
    return tuple(
        s for s in seats if any(review.state == "finished" for review in client.reviews(s))
    )
