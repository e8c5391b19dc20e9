"""Places to answer on paper: to be filled in on the screen, or with a pen where none has a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable

from mspseat_desktop.reports.lines import draw_line, width
from mspseat_desktop.reports.style import REGULAR, color
from mspseat_desktop.reports.ticks import BOX, LINE, TYPE, Write, draw_box

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportlab.pdfgen.canvas import Canvas

LONGEST = 4_000
"""Letters that a field takes; a reader of the form scrolls in it."""
FORM_TYPE = 9
_FORM_FONT = "Helvetica"  # PDF forms know the 14 standard fonts; viewers bring what it lacks
_RADIO = 13
"""reportlab draws a button of that size smaller, in its lower left corner; a reader that draws it
anew fills the whole square, which the words beside it must leave free."""
_ROW = 16.0
_AFTER_BOX, _AFTER_WORD = 2.5, 14.0
_FIELD_LINE = 12.0


class Choose(Flowable):
    """Choices in a row, of which one can be taken, each with its word at the right.

    With a `name` they are the radio buttons of that field and send `values`; without one they
    are boxes for a pen. They run on to another line where the room ends.
    """

    def __init__(
        self, words: Sequence[str], values: Sequence[str], *, name: str = "", about: str = ""
    ) -> None:
        super().__init__()
        self._choices = tuple(zip(words, values, strict=True))
        self._name, self._about = name, about
        self._places: list[tuple[float, int]] = []

    @property
    def natural_width(self) -> float:
        """The width in points that all choices take in one line."""
        return sum(self._wide(word) for word, _value in self._choices) + _AFTER_WORD * (
            len(self._choices) - 1
        )

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 (its names)
        """Return the size in points."""
        self._places, x, line = [], 0.0, 0
        for word, _value in self._choices:
            wide = self._wide(word)
            if x and x + wide > aW:
                x, line = 0.0, line + 1
            self._places.append((x, line))
            x += wide + _AFTER_WORD
        self.width, self.height = aW, (line + 1) * _ROW
        return self.width, self.height

    def draw(self) -> None:
        """Draw buttons or boxes with their words."""
        for (word, value), (x, line) in zip(self._choices, self._places, strict=True):
            y = self.height - (line + 1) * _ROW + (_ROW - BOX) / 2 + 0.5
            if self._name:
                _radio(self.canv, self._name, value, x=x, y=y - 1, about=self._about)
            else:
                draw_box(self.canv, x, y, crossed=False)
            self.canv.setFillColor(color("ink"))
            left, base = x + self._side + _AFTER_BOX, y + 1.4
            draw_line(self.canv, word, x=left, y=base, font=REGULAR, size=TYPE)

    @property
    def _side(self) -> float:
        return _RADIO if self._name else BOX

    def _wide(self, word: str) -> float:
        return self._side + _AFTER_BOX + width(word, REGULAR, TYPE)


class Fill(Flowable):
    """Room for words: a field of so many lines, or thin rules for a pen where it has no name."""

    def __init__(self, lines: int = 1, *, name: str = "", about: str = "") -> None:
        super().__init__()
        self._lines, self._name, self._about = lines, name, about

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 (its names)
        """Return the size in points."""
        self.width = aW
        self.height = self._lines * (_FIELD_LINE if self._name else LINE) + 6
        return self.width, self.height

    def draw(self) -> None:
        """Draw the field, or the rules."""
        if not self._name:
            rules = Write(self._lines)
            rules.wrap(self.width, self.height)
            rules.drawOn(self.canv, 0, 0)
            return
        self.canv.acroForm.textfield(
            name=self._name,
            tooltip=self._about,
            x=0,
            y=1,
            width=int(self.width),
            height=int(self.height) - 2,
            relative=True,
            maxlen=LONGEST,
            fieldFlags="multiline" if self._lines > 1 else "",
            fontName=_FORM_FONT,
            fontSize=FORM_TYPE,
            textColor=color("ink"),
            fillColor=color("rail"),
            borderColor=color("link"),
            borderWidth=1,
        )


class Asked(Flowable):
    """A question with its choices at the right, or below where there is no room beside it."""

    LEAST = 200.0

    def __init__(self, words: Sequence[Flowable], choose: Choose) -> None:
        super().__init__()
        self._words, self._choose = tuple(words), choose
        self._beside = 0.0

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 (its names)
        """Return the size in points."""
        own = self._choose.natural_width
        self._beside = aW - own - 12 if aW - own - 12 >= self.LEAST else 0.0
        room = self._beside or aW
        tall = sum(part.wrap(room, aH)[1] for part in self._words)
        up = self._choose.wrap(own + 1 if self._beside else aW, aH)[1]
        self.width, self.height = aW, max(tall, up) if self._beside else tall + up + 1
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 (its names)
        """Return the words alone and then the choices, where both are too tall for a page."""
        self.wrap(aW, aH)
        return [] if self.height < _WHOLE_PAGE else [*self._words, self._choose]

    def draw(self) -> None:
        """Draw words and choices."""
        top = self.height
        for part in self._words:
            top -= part.wrap(self._beside or self.width, self.height)[1]
            part.drawOn(self.canv, 0, top)
        up = self._choose.height
        x = self.width - self._choose.natural_width if self._beside else 0.0
        self._choose.drawOn(self.canv, x, self.height - up + 2 if self._beside else 0.0)


class Marks(Flowable):
    """Hidden fields that nobody may change, by which a form is known again; takes no room."""

    def __init__(self, values: Mapping[str, str]) -> None:
        super().__init__()
        self._values = dict(values)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 (its names)
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Add the fields to the page."""
        for name, value in self._values.items():
            self.canv.acroForm.textfield(
                name=name,
                value=value,
                x=0,
                y=0,
                width=1,
                height=1,
                relative=True,
                maxlen=0,
                annotationFlags="hidden",
                fieldFlags="readOnly",
                fontName=_FORM_FONT,
                fontSize=1,
                borderWidth=0,
            )


_WHOLE_PAGE = 300.0


def _radio(canvas: Canvas, name: str, value: str, *, x: float, y: float, about: str) -> None:
    canvas.saveState()
    canvas.translate(x, y)
    canvas.acroForm.radio(
        name=name,
        value=value,
        tooltip=about,
        x=0,
        y=0,
        size=_RADIO,
        relative=True,
        buttonStyle="circle",
        shape="circle",
        fieldFlags="radio",  # one taken by mistake can be given back
        borderColor=color("muted"),
        fillColor=color("surface"),
        textColor=color("ink"),
        borderWidth=1,
    )
    canvas.restoreState()
