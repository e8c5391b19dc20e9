"""What screen readers are told of a tree of seats as it changes: nothing while none listens."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from mspseat_desktop.domain.records import Occupant, Seat, Seating, SecondLine
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.vocabulary import OccupantId, SeatId
from mspseat_desktop.language import _
from mspseat_desktop.ui.chart.spoken import folded_words
from mspseat_desktop.ui.folding import Folding
from mspseat_desktop.ui.spoken_tree import SpokenSeats

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mspseat_desktop.domain.change import Change
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.chart.view import ChartView
    from mspseat_desktop.ui.outline.tree import OutlineTree
    from mspseat_desktop.ui.spoken_tree import SeatItem, SpokenTree

_Event = QAccessible.Event


class TreeNews:
    """Tells what happens to the seats of a widget, which Qt can not see.

    Only seats that somebody asked for are told of, and of an edit only what it touched. Whatever
    else has another name by then, as the level of a branch that moved, says so before it takes the
    keyboard.
    """

    def __init__(self, widget: ChartView | OutlineTree, seats: SpokenSeats) -> None:
        bridge = widget.bridge
        self.seats = seats
        self.interfaces: list[SpokenTree] = []
        self._folding = Folding.of(bridge)
        self._folded = frozenset(self._folding.folded)
        self._chosen = bridge.chosen
        bridge.selected.connect(self._tell_selection)
        bridge.chosen_changed.connect(self._tell_selection)
        bridge.changed.connect(self._tell_edit)
        bridge.ratings_hidden_changed.connect(self._tell_ratings)
        self._folding.changed.connect(self._tell_folding)

    def _listening(self) -> ChartView | OutlineTree | None:
        """Return the widget while somebody listens and it is on show."""
        widget = self.seats.widget if QAccessible.isActive() else None
        return widget if widget is not None and widget.isVisible() else None

    def _tell_selection(self) -> None:
        widget = self._listening()
        if widget is None:
            return
        before, self._chosen = self._chosen, widget.bridge.chosen
        for item in self._known(set(before).difference(self._chosen)):
            _tell(item, _Event.SelectionRemove)
        for item in self._known(set(self._chosen[1:]).difference(before)):
            _tell(item, _Event.SelectionAdd)
        if self._chosen and self._chosen[:1] != before[:1]:
            self._tell_where(widget, self._chosen[0])

    def _tell_where(self, widget: ChartView | OutlineTree, seat: SeatId) -> None:
        item = self.seats.item(seat)
        if not item.isValid():
            return
        self._tell_names([seat])
        _tell(item, _Event.SelectionAdd if len(self._chosen) > 1 else _Event.Selection)
        if widget.hasFocus():
            _tell(item, _Event.Focus)

    def _tell_edit(self, news: News) -> None:
        widget = self._listening()
        if widget is None:
            return
        seats = _named_anew(news.change, news.client)
        if widget.bridge.selection is not None:
            seats.add(widget.bridge.selection)
        self._tell_names(seats)
        for before, after in news.change.of(Seat):
            was, now = _standing(before), _standing(after)
            if was is not None and (now is None or was.parent != now.parent):
                self._tell_left(was)
            if now is not None and (was is None or was.parent != now.parent):
                self._tell_came(now)

    def _tell_left(self, was: Seat) -> None:
        item = self.seats.known_item(was.id, gone=True)
        if item is not None:
            item.leave(was.parent)

    def _tell_came(self, now: Seat) -> None:
        if now.parent is None or self.seats.known_item(now.parent) is not None:
            item = self.seats.item(now.id)
            if item.isValid():
                _tell(item, _Event.ObjectCreated)

    def _tell_names(self, seats: Iterable[SeatId]) -> None:
        for item in self._known(seats):
            tell_name(item)

    def _tell_ratings(self) -> None:
        if self._listening() is not None:
            self._tell_names(self.seats.known)

    def _tell_folding(self) -> None:
        """Say what the seat at the keyboard hides now: Qt hands on no news of open and closed.

        Its new name waits until it is asked for, or it would be said beside this.
        """
        before, self._folded = self._folded, frozenset(self._folding.folded)
        widget = self._listening()
        if widget is None or not widget.hasFocus():
            return
        turned = before.symmetric_difference(self._folded)
        for item in self._known(turned.intersection(widget.bridge.chosen[:1])):
            said = folded_words(item.folded_away()) or _("Unfolded")
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, said))

    def _known(self, seats: Iterable[SeatId]) -> Iterable[SeatItem]:
        found = (self.seats.known_item(seat) for seat in seats)
        return [item for item in found if item is not None]


_kept: dict[int, TreeNews] = {}
"""Qt holds no reference that Python counts: what belongs to living widgets is kept here."""


def spoken_tree(
    widget: ChartView | OutlineTree,
    *,
    whole: Callable[[SpokenSeats], SpokenTree],
    item: Callable[[SpokenSeats, SeatId], SeatItem],
) -> SpokenTree:
    """Return an interface for a widget; all that Qt wants share their items and tell news once."""
    key = id(widget)
    news = _kept.get(key)
    if news is None:
        news = _kept[key] = TreeNews(widget, SpokenSeats(widget, item))

        def end() -> None:
            _kept.pop(key).seats.let_go()

        widget.destroyed.connect(end)
    made = whole(news.seats)
    news.interfaces.append(made)
    return made


def tell_name(item: SeatItem) -> None:
    """Tell that the seat has another name than the one that somebody was told."""
    if item.is_named_anew():
        _tell(item, _Event.NameChanged)


def _tell(item: SeatItem, event: QAccessible.Event) -> None:
    QAccessible.updateAccessibility(QAccessibleEvent(item, event))


def _standing(seat: Seat | None) -> Seat | None:
    return seat if seat is not None and not seat.closed_on else None


def _named_anew(change: Change, client: Client) -> set[SeatId]:
    """Return the seats that an edit may have given other names: those that it touched.

    A title is said by those below the seat too, an occupant's name by the seats that it holds.
    """
    found = {each.seat for each in _of_a_seat(change)}
    found.update(SeatId(seat) for seat in change.touched(Seat))
    for before, after in change.of(Seat):
        if before is not None and after is not None and before.title != after.title:
            found.update(client.children(after.id))
            found.update(line.seat for line in client.second_reports(after.id))
    for occupant in change.touched(Occupant):
        found.update(each.seat for each in client.seats_of(OccupantId(occupant)))
    return found


def _of_a_seat(change: Change) -> Iterator[SecondLine | Seating | Review]:
    """Yield what an edit touched of that which tells of one seat, as it was and as it is."""
    lines, seatings, reviews = change.of(SecondLine), change.of(Seating), change.of(Review)
    for pair in chain(lines, seatings, reviews):
        yield from filter(None, pair)
