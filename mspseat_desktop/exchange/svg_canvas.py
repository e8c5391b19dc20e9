"""Takes the drawing commands of a printed chart and writes them as SVG, in absolute coordinates."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.lib.colors import Color

    from mspseat_desktop.domain.vocabulary import SeatId

_WEIGHTS = {"Medium": 500, "SemiBold": 600, "Bold": 700}
_FAMILIES = {"Inter": "Inter, sans-serif", "NotoSansArabic": "Noto Sans Arabic, sans-serif"}
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


@dataclass(frozen=True, slots=True)
class _Pen:
    x: float = 0.0
    y: float = 0.0
    fill: str = "#000000"
    stroke: str = "#000000"
    width: float = 1.0
    dash: str = ""
    is_round: bool = False
    font: str = "Inter"
    size: float = 12.0


class SvgPath:
    """A path that is being drawn, moved to where the canvas stands."""

    def __init__(self, pen: _Pen) -> None:
        self._pen = pen
        self._parts: list[str] = []

    def moveTo(self, x: float, y: float) -> None:  # noqa: N802 - reportlab's names
        """Begin a new line."""
        self._parts.append(f"M{self._point(x, y)}")

    def lineTo(self, x: float, y: float) -> None:  # noqa: N802 - same
        """Go straight on."""
        self._parts.append(f"L{self._point(x, y)}")

    def curveTo(  # noqa: N802 - same
        self, x1: float, y1: float, x2: float, y2: float, x3: float, y3: float
    ) -> None:
        """Go on in a cubic curve."""
        points = ((x1, y1), (x2, y2), (x3, y3))
        self._parts.append("C" + " ".join(self._point(*point) for point in points))

    def text(self) -> str:
        """Return the path as SVG has it."""
        return "".join(self._parts)

    def _point(self, x: float, y: float) -> str:
        return f"{_number(x + self._pen.x)} {_number(-(y + self._pen.y))}"


class SvgCanvas:
    """Knows those commands of reportlab's canvas that draw cards and lines; y grows upwards."""

    def __init__(self) -> None:
        self._pen = _Pen()
        self._kept: list[_Pen] = []
        self._lines: list[str] = []
        self._is_in_seat = False

    def document(self, *, left: float, top: float, wide: float, high: float, title: str) -> str:
        """Return all that was drawn as a document that shows this part of the plane."""
        box = " ".join(map(_number, (left, top, wide, high)))
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{_number(wide)}"'
            f' height="{_number(high)}" viewBox="{box}">'
        )
        ground = f'<path d="M{_number(left)} {_number(top)}h{_number(wide)}v{_number(high)}'
        ground += f'h{_number(-wide)}z" fill="#ffffff"/>'
        lines = [head, f"<title>{_words(title)}</title>", ground, *self._lines, "</svg>"]
        return "\n".join(lines) + "\n"

    def begin_seat(self, seat: SeatId, title: str) -> None:
        """Begin the group of a seat; its first rectangle is the card."""
        self._lines.append(f"<g id={quoteattr('seat-' + seat)}>")
        self._lines.append(f"<title>{_words(title)}</title>")

    def end_seat(self) -> None:
        """End the group of a seat."""
        self._lines.append("</g>")

    # reportlab's names from here on

    def saveState(self) -> None:  # noqa: N802 - reportlab's name
        """Keep how things are drawn."""
        self._kept.append(self._pen)

    def restoreState(self) -> None:  # noqa: N802 - same
        """Draw as before."""
        self._pen = self._kept.pop()

    def translate(self, dx: float, dy: float) -> None:
        """Move the origin."""
        self._set(x=self._pen.x + dx, y=self._pen.y + dy)

    def setFillColor(self, color: Color) -> None:  # noqa: N802 - same
        """Choose the colour of grounds and words."""
        self._set(fill=_hex(color))

    def setStrokeColor(self, color: Color) -> None:  # noqa: N802 - same
        """Choose the colour of lines."""
        self._set(stroke=_hex(color))

    def setLineWidth(self, width: float) -> None:  # noqa: N802 - same
        """Choose how thick lines are."""
        self._set(width=width)

    def setDash(self, array: Sequence[float] | float = (), phase: float = 0) -> None:  # noqa: N802
        """Choose dots and dashes; none for an empty list."""
        parts = (array, phase) if isinstance(array, (int, float)) else array
        self._set(dash=" ".join(map(_number, parts)))

    def setLineCap(self, mode: int) -> None:  # noqa: N802 - same
        """Choose how lines end: 1 for round, else cut."""
        self._set(is_round=mode == 1)

    def setFont(self, font: str, size: float) -> None:  # noqa: N802 - same
        """Choose the type."""
        self._set(font=font, size=size)

    def beginPath(self) -> SvgPath:  # noqa: N802 - same
        """Begin a path."""
        return SvgPath(self._pen)

    def drawPath(self, path: SvgPath) -> None:  # noqa: N802 - same
        """Draw the path as a line."""
        self._lines.append(f'<path d="{path.text()}" fill="none"{self._line(stroke=1)}/>')

    def roundRect(  # noqa: N802 - same
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        radius: float,
        stroke: int = 1,
        fill: int = 0,
    ) -> None:
        """Draw a rectangle with round corners from its lower left one."""
        pen = self._pen
        at = f'x="{_number(x + pen.x)}" y="{_number(-(y + height + pen.y))}"'
        size = f'width="{_number(width)}" height="{_number(height)}"'
        round_ = f' rx="{_number(radius)}"' if radius else ""
        self._lines.append(f"<rect {at} {size}{round_}{self._ground(fill)}{self._line(stroke)}/>")

    def circle(self, x: float, y: float, r: float, stroke: int = 1, fill: int = 0) -> None:
        """Draw a circle around a point."""
        pen = self._pen
        at = f'cx="{_number(x + pen.x)}" cy="{_number(-(y + pen.y))}" r="{_number(r)}"'
        self._lines.append(f"<circle {at}{self._ground(fill)}{self._line(stroke)}/>")

    def drawString(self, x: float, y: float, text: str) -> None:  # noqa: N802 - same
        """Write words, which stand in the order in which they are drawn."""
        pen = self._pen
        family, _dash, weight = pen.font.partition("-")
        at = f'x="{_number(x + pen.x)}" y="{_number(-(y + pen.y))}"'
        look = f'font-family="{_FAMILIES.get(family, family)}" font-size="{_number(pen.size)}"'
        if weight in _WEIGHTS:
            look += f' font-weight="{_WEIGHTS[weight]}"'
        if any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in text):
            look += ' direction="ltr" unicode-bidi="bidi-override"'
        self._lines.append(
            f'<text {at} {look} fill="{pen.fill}" xml:space="preserve">{_words(text)}</text>'
        )

    def _set(self, **changed: float | str) -> None:
        self._pen = replace(self._pen, **changed)  # type: ignore[arg-type]  # checked by the caller

    def _ground(self, fill: int) -> str:
        return f' fill="{self._pen.fill}"' if fill else ' fill="none"'

    def _line(self, stroke: int) -> str:
        if not stroke:
            return ""
        dash = f' stroke-dasharray="{self._pen.dash}"' if self._pen.dash else ""
        dash += ' stroke-linecap="round"' if self._pen.is_round else ""
        width = _number(self._pen.width)
        return f' stroke="{self._pen.stroke}" stroke-width="{width}"{dash}'


def _number(value: float) -> str:
    """Return at most two decimals, none where there are none."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def _hex(color: Color) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in color.rgb())


def _words(text: str) -> str:
    """Return the text for XML, without signs that XML can not hold."""
    return escape("".join(sign for sign in text if sign >= " " or sign in "\t\n"))
