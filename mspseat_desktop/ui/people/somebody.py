"""Somebody in hand: a person or provider on the way from the list of people to a seat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPixmap

from mspseat_desktop.domain.edits.people import seat_occupant, told_by_names
from mspseat_desktop.domain.vocabulary import SeatingId
from mspseat_desktop.language import _
from mspseat_desktop.layout.initials import initials
from mspseat_desktop.ui.chart.drops import NotHere, Onto
from mspseat_desktop.ui.pictures import Pictures
from mspseat_desktop.ui.widgets import one_line
from mspseat_desktop.ui.widgets.paint import paint_face
from mspseat_desktop.wording.coverage import seat_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.domain.records import Occupant
    from mspseat_desktop.domain.vocabulary import SeatId, SeatingRole
    from mspseat_desktop.layout.answers import Place
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.chart.drops import Between, Drop
    from mspseat_desktop.ui.chart.frame import FramePainter
    from mspseat_desktop.ui.theme import Theme

HIGH, AVATAR, WIDEST = 36, 24, 180


class Somebody:
    """Sits in the seat that it is dropped on; whoever was accountable there leaves it."""

    goes_between = False
    seats: tuple[SeatId, ...] = ()
    count = ""

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        occupant: Occupant,
        *,
        helps: Callable[[], bool],
        tell: Callable[[str], object],
    ) -> None:
        """`helps` says whether the key is held with which nobody leaves; `tell` says who left."""
        self._bridge, self._theme = bridge, theme
        self._occupant, self._helps, self._tell = occupant, helps, tell

    @property
    def is_copy(self) -> bool:
        """Whether nobody would leave a seat."""
        return self._helps()

    @property
    def name(self) -> str:
        """The name, on one line."""
        return " ".join(self._occupant.name.split())[:60]

    def onto(self, target: SeatId) -> Drop:
        """Return what taking a seat would do."""
        role = self._role_in(target)
        for seating in self._bridge.client.seatings(target):
            if seating.occupant == self._occupant.id and (
                role == "also" or seating.role == "accountable"
            ):
                return NotHere(_("{name} sits here already.").replace("{name}", self.name))
        return Onto(target)

    def between(self, place: Place[SeatId]) -> Drop:  # noqa: ARG002 - as every load answers
        """Return nothing: nobody sits between two seats."""
        return None

    def words(self, drop: Drop) -> str:
        """Return who would sit where, and who would leave."""
        if isinstance(drop, NotHere):
            return drop.reason
        if not isinstance(drop, Onto):
            return ""
        client = self._bridge.client
        seat, held = seat_name(client, drop.parent), client.accountable(drop.parent)
        if self._role_in(drop.parent) == "also":
            return _("Also in {seat}").replace("{seat}", seat)
        words = _("Sits in {seat}").replace("{seat}", seat)
        if held is None:
            return words
        return f"{words} · {_('{name} leaves it').replace('{name}', held.name)}"

    def picture(self, frame: FramePainter, ratio: float) -> QPixmap:  # noqa: ARG002 - the same
        """Return face and name on a small card."""
        theme = self._theme
        font = theme.font(12, QFont.Weight.DemiBold)
        name = one_line(QFontMetricsF(font), self.name, WIDEST - AVATAR - 24)
        wide = QFontMetricsF(font).horizontalAdvance(name) + AVATAR + 26
        found = QPixmap(round(wide * ratio), round(HIGH * ratio))
        found.fill(Qt.GlobalColor.transparent)
        painter = QPainter(found)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(ratio, ratio)
        painter.setPen(QPen(theme.color("line_strong"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(QRectF(0.5, 0.5, wide - 1, HIGH - 1), 8, 8)
        maker = Pictures.of(self._bridge).maker(self._occupant)
        face = QPixmap() if maker is None else maker(AVATAR, ratio)
        room = QRectF(7, (HIGH - AVATAR) / 2, AVATAR, AVATAR)
        is_provider = self._occupant.kind == "provider"
        paint_face(painter, room, face, initials(self.name), provider=is_provider, theme=theme)
        painter.setFont(font)
        painter.setPen(theme.color("ink"))
        beside = QRectF(AVATAR + 15, 0, wide - AVATAR - 18, HIGH)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(beside, align, name)
        painter.end()
        return found

    def put(self, drop: Onto | Between) -> bool:
        """Let the occupant sit there, and select the seat."""
        if not isinstance(drop, Onto):
            return False
        bridge, seat = self._bridge, drop.parent
        held, role = bridge.client.accountable(seat), self._role_in(seat)
        title = seat_name(bridge.client, seat)
        seating = SeatingId(bridge.new_id())
        edit = seat_occupant(seating, seat, self._occupant.id, role=role, on=bridge.on)
        if not bridge.do(told_by_names(edit, occupant=self.name, seat=title)):
            return False
        bridge.select(seat)
        if held is not None and role == "accountable":
            words = _("“{name}” sits in “{seat}” now. “{before}” left it.")
            words = words.replace("{seat}", title[:60]).replace("{before}", held.name[:60])
            self._tell(words.replace("{name}", self.name))
        return True

    def _role_in(self, seat: SeatId) -> SeatingRole:
        """Return as what the occupant would sit there: nobody helps in an open seat."""
        held = self._bridge.client.accountable(seat)
        return "also" if self._helps() and held is not None else "accountable"
