"""The form by which a provider answers for itself, and the same questions for a pen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reportlab.platypus import CondPageBreak

from mspseat_desktop.domain.asking import (
    CHOICES,
    OWN_WORDS,
    THEIR_VALUES,
    Item,
    form_items,
    items_of,
)
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.scene import scene_of
from mspseat_desktop.language import _
from mspseat_desktop.reports.fields import Asked, Choose, Fill, Marks
from mspseat_desktop.reports.frame import Chapter, Printed, Surround, print_pages
from mspseat_desktop.reports.manner import Manner, manner_of
from mspseat_desktop.reports.stack import Gap, measure
from mspseat_desktop.reports.tables import Cell, section, table
from mspseat_desktop.reports.words import NONE, metric_target
from mspseat_desktop.wording.outcomes import letter_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportlab.platypus import Flowable

    from mspseat_desktop.domain.asking import Way
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.questions import Bank
    from mspseat_desktop.domain.review_records import Form, Scene
    from mspseat_desktop.domain.vocabulary import OccupantId, SeatId
    from mspseat_desktop.reports.text import Typesetter

MARKS: Final = ("mspseat_client", "mspseat_form", "mspseat_seat", "mspseat_version",
                "mspseat_digest")  # fmt: skip
"""The hidden fields: client file, form, seat, version and digest, in that order."""
FILLED_BY, FILLED_ON = "filled_by", "filled_on"
SENT: Final[dict[str, str]] = {
    "wants": "wants", "condition": "condition", "declined": "declined",
    "yes": "yes", "no": "no", "unsure": "unsure",
    "+": "plus", "+/-": "partly", "-": "minus",
}  # fmt: skip
"""What a button sends for each answer: names of letters only, which every reader keeps."""
PARTS: Final = (
    *("responsibilities", "metrics", "gets", "wants", "capacity", "values", "client", "own"),
)
_TALLEST = 420.0
_WITH_FIRST = 130.0
"""Height in points that a heading asks for, so that something of its part follows it."""
_SHORT_TIP = 200


def choice_name(number: int) -> str:
    """Return the name of the field with the choices of the item of that number, from 1."""
    return f"answer_{number}"


def words_name(number: int) -> str:
    """Return the name of the field with the words of the item of that number, from 1."""
    return f"words_{number}"


def marks_of(form: Form, document: str) -> dict[str, str]:
    """Return what the hidden fields of the form hold; `document` is the id of the client file."""
    values = (document, form.id, form.seat, str(form.version), form.digest)
    return dict(zip(MARKS, values, strict=True))


@dataclass(frozen=True, slots=True)
class _Form:
    """What is asked of whom; `marks` is None on paper."""

    client: Client
    scene: Scene
    items: tuple[Item, ...]
    on: str
    marks: Mapping[str, str] | None = None

    @property
    def is_filled(self) -> bool:
        return self.marks is not None

    def numbered(self, part: str) -> list[tuple[int, Item]]:
        return [(n, item) for n, item in enumerate(self.items, 1) if item.part == part]


def provider_form_pdf(
    client: Client, form: Form, *, document: str, bank: Bank, manner: Manner | None = None
) -> Printed:
    """Return the form as a PDF to fill in; `document` is the id of the client's file.

    Raises Refused("gone") when seat or occupant are not there any more.
    """
    scene = scene_of(client, seat=form.seat, occupant=form.occupant, on=form.on)
    items = items_of(client, form, bank)
    return _print(
        _Form(client, scene, items, form.on, marks_of(form, document)), manner, name=form.occupant
    )


def provider_blank_pdf(
    client: Client,
    seat: SeatId,
    *,
    occupant: OccupantId,
    on: str,
    bank: Bank,
    manner: Manner | None = None,
) -> Printed:
    """Return the same questions to answer with a pen; nothing of it can be read back."""
    scene = scene_of(client, seat=seat, occupant=occupant, on=on)
    items = form_items(client, seat, occupant=occupant, on=on, bank=bank)
    return _print(_Form(client, scene, items, on), manner, name=occupant)


def _print(form: _Form, manner: Manner | None, *, name: OccupantId) -> Printed:
    profile = form.client.profile
    how = manner or manner_of(profile)
    names = {"occupant": form.client.get(Occupant, name).name, "seat": form.scene.seat_title}
    title = _("%(occupant)s about %(seat)s, in your own words") % names

    def story(setter: Typesetter, surround: Surround) -> list[Flowable]:
        room = surround.room
        content: list[Flowable] = [Chapter(surround, entry=setter.safe(title))]
        if form.marks is not None:
            content.append(Marks(form.marks))
        content += _head(setter, form, how, title=title, room=room)
        for part in PARTS:
            content += _part(setter, form, how, part, room=room)
        return content

    return print_pages(story, profile, title=title, manner=how)


def _head(
    setter: Typesetter, form: _Form, manner: Manner, *, title: str, room: float
) -> list[Flowable]:
    client = form.client.profile.name or _("this client")
    names = {"client": client, "seat": form.scene.seat_title or _("Untitled seat")}
    about = _(
        "%(client)s asks you about the seat “%(seat)s”. Answer for your own firm; nobody else's "
        "answer is changed by yours. What you leave empty counts as not answered."
    )
    way = _(
        "Fill it in on the screen, save it and send it back as a PDF. Do not print it to "
        "a new PDF or scan it: its answers could not be read."
    )
    content = [
        *setter.paragraphs(title, "title" if len(title) < 140 else "headline"),
        Gap(5),
        *setter.paragraphs(about % names, "lead"),
        *(setter.paragraphs(way, "lead") if form.is_filled else []),
    ]
    if form.scene.purpose.strip():
        content += [
            Gap(5),
            *setter.paragraphs(_("What the seat is for"), "label"),
            *setter.paragraphs(form.scene.purpose),
        ]
    who, when = _("Filled in by"), _("Date")
    cells: list[Cell] = [
        [*setter.paragraphs(who, "label"), Fill(name=_named(form, FILLED_BY), about=who)],
        [*setter.paragraphs(when, "label"), Fill(name=_named(form, FILLED_ON), about=when)],
        [
            *setter.paragraphs(_("Asked on"), "label"),
            Gap(3),
            *setter.paragraphs(manner.dates(form.on)),
        ],
    ]
    return [*content, Gap(6), table(setter, (), [cells], widths=(2, 1.2, 1), room=room)]


def _part(
    setter: Typesetter, form: _Form, manner: Manner, part: str, *, room: float
) -> list[Flowable]:
    items = form.numbered(part)
    if not items:
        return []
    lead = setter.paragraphs(_leads().get(part, ""), "second")
    content: list[Flowable] = []
    if part == "metrics":
        content += _metrics(setter, form, manner, room=room)
    for place, (number, item) in enumerate(items, 1):
        content += _item(setter, form, number, item, place=place, room=room)
    return [CondPageBreak(_WITH_FIRST), *section(setter, _titles()[part], *lead, Gap(3)), *content]


def _titles() -> dict[str, str]:
    return {
        "responsibilities": _("The responsibilities of this seat"),
        "metrics": _("The numbers of this seat"),
        "gets": letter_name("gets"),
        "wants": letter_name("wants"),
        "capacity": letter_name("capacity"),
        "values": _("The client's core values"),
        "client": _("And the client, seen by you"),
        "own": _("In your own words"),
    }


def _leads() -> dict[str, str]:
    return {
        "responsibilities": _(
            "Being able to do it is not the same as wanting it. Say for each which it is."
        ),
        "values": _("How does your firm live each of them? One recent act says most."),
        "client": _("Fit goes both ways. This never changes how you are rated."),
    }


def _item(
    setter: Typesetter, form: _Form, number: int, item: Item, *, place: int, room: float
) -> list[Flowable]:
    words = _words_of(item)
    if item.kind == "wants":
        words = f"{place}. {words}"
    tip = _tip(words)
    said = setter.paragraphs(words)
    content: list[Flowable] = []
    if item.way != "words":
        shown = [_choice_words(item.way)[value] for value in CHOICES[item.way]]
        sent = [SENT[value] for value in CHOICES[item.way]]
        choose = Choose(shown, sent, name=_named(form, choice_name(number)), about=tip)
        content.append(Asked(said, choose))
    else:
        content += said
    if hint := _hint(item):
        content += [Gap(1), *setter.paragraphs(hint, "small")]
    lines = {"words": 2, "wants": 1, "yesno": 1, "rating": 1}[item.way]
    lines = 8 if item.about == OWN_WORDS and item.kind == "words" else lines
    about = _tip(f"{hint} {words}".strip())
    content += [Gap(2), Fill(lines, name=_named(form, words_name(number)), about=about), Gap(7)]
    tall = measure(content, room)
    return [CondPageBreak(min(tall, _TALLEST)), *content]


def _metrics(setter: Typesetter, form: _Form, manner: Manner, *, room: float) -> list[Flowable]:
    """Return the seat's numbers above the question whether they agree to be measured on them."""
    if not form.scene.metrics:
        return []
    rows: list[list[Cell]] = [
        [m.name, metric_target(m, manner) or NONE] for m in form.scene.metrics
    ]
    head = (_("Metric"), _("Target"))
    return [table(setter, head, rows, widths=(300, 205), room=room), Gap(7)]


def _words_of(item: Item) -> str:
    if item.kind == "words" and item.about == OWN_WORDS:
        return _("What else should the client know?")
    if item.kind == "words" and item.about == THEIR_VALUES:
        return _("Which are your own core values, and how does this client live them?")
    return item.words


def _hint(item: Item) -> str:
    if item.way == "wants":
        return _("On this condition, or why not:")
    if item.way == "rating":
        return _("How this client lives it:")
    return ""


def _choice_words(way: Way) -> dict[str, str]:
    """Return what stands beside each button."""
    if way == "wants":
        return {
            "wants": _("wants it"),
            "condition": _("will do it, on this condition"),
            "declined": _("would rather not"),
        }
    if way == "rating":
        return {"+": "+", "+/-": "+/-", "-": "-"}
    return {"yes": _("yes"), "no": _("no"), "unsure": _("not sure")}


def _named(form: _Form, name: str) -> str:
    return name if form.is_filled else ""


def _tip(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHORT_TIP else line[: _SHORT_TIP - 1] + "…"
