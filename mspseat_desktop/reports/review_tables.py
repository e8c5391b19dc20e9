"""The tables of a seat review: responsibilities, values, metrics and actions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reportlab.platypus import KeepTogether

from mspseat_desktop.domain.bar import rated
from mspseat_desktop.domain.metrics import scene_standing
from mspseat_desktop.domain.planning import action_state
from mspseat_desktop.language import _
from mspseat_desktop.reports.chips import Beside, Chip
from mspseat_desktop.reports.panels import Panel, Row
from mspseat_desktop.reports.stack import Gap
from mspseat_desktop.reports.tables import Cell, section, table
from mspseat_desktop.reports.words import NONE, answer_chip, bar_words, evidence_word, metric_target
from mspseat_desktop.wording.evidence import rests_on_text
from mspseat_desktop.wording.measures import value_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable

    from mspseat_desktop.domain.review_records import Action, SceneMetric, SceneResponsibility
    from mspseat_desktop.reports.manner import Manner
    from mspseat_desktop.reports.sheet import Sheet
    from mspseat_desktop.reports.text import Typesetter

VALUES_ACROSS = 4
FEW_ACTIONS = 5
"""Actions that are not parted from each other by the end of a page."""


def responsibilities(
    setter: Typesetter, sheet: Sheet, manner: Manner, *, room: float
) -> list[Flowable]:
    """Return what the seat is for: each with gets, wants, can and its evidence."""
    duties = sheet.scene.responsibilities
    if not duties:
        blank = setter.paragraphs(_("None written down yet."), "second")
        return section(setter, _("Responsibilities"), *blank)
    head = (_("Responsibility"), _("Gets"), _("Wants"), _("Can"), _("Evidence"))
    rows = [
        _duty(setter, sheet, duty, number=number, manner=manner)
        for number, duty in enumerate(duties, 1)
    ]
    widths = (180, 48, 98, 48, 139)
    return section(
        setter, _("Responsibilities"), table(setter, head, rows, widths=widths, room=room)
    )


def _duty(
    setter: Typesetter, sheet: Sheet, duty: SceneResponsibility, *, number: int, manner: Manner
) -> list[Cell]:
    text = setter.paragraphs(f"{number}. {duty.text}")
    if aside := _aside(duty):
        text += setter.paragraphs(aside, "small")
    said = sheet.said("evidence", duty.id)
    words = (said.note.strip(), evidence_word(said.evidence)) if said else ()
    evidence = setter.paragraphs(": ".join(reversed([w for w in words if w])), "second")
    if said and (rests := rests_on_text(said, manner.dates)):
        evidence += setter.paragraphs(rests, "small")
    answers = [sheet.said(kind, duty.id) for kind in ("gets", "wants", "can")]
    chips: list[Cell] = [answer_chip(a.kind, a.value) if a and a.value else NONE for a in answers]
    for answer in answers[1:2]:
        if answer and answer.note.strip():
            evidence += setter.paragraphs(answer.note, "second")
    return [text, *chips, evidence]


def _aside(duty: SceneResponsibility) -> str:
    notes = {
        "shared": _("The work is shared with others."),
        "helps": _("This seat only helps; it does not count."),
    }
    excluded = _("Not in the contract; it does not count.") if duty.excluded else ""
    return " ".join(part for part in (notes.get(duty.part, ""), excluded) if part)


def values(setter: Typesetter, sheet: Sheet) -> list[Flowable]:
    """Return the core values with their ratings, and the bar in words."""
    scene = sheet.scene
    title = _("Core values, against the bar")
    if scene.unrated_because:
        because = _("Not rated: %(because)s.") % {"because": scene.unrated_because.strip()}
        return section(setter, title, *setter.paragraphs(because, "second"))
    shown = rated(scene)
    if not shown:
        none = _("The client has written down no core values.")
        return section(setter, title, *setter.paragraphs(none, "second"))
    panels = []
    for value in shown:
        answer = sheet.said("value", value.id)
        chip = answer_chip("value", answer.value if answer else "")
        content: list[Flowable] = [Beside(setter.paragraphs(value.name), chip)]
        if answer and answer.note.strip():
            content += [Gap(2), *setter.paragraphs(answer.note, "small")]
        panels.append(Panel(content, pad=7))
    across = min(VALUES_ACROSS, max(2, len(panels)))
    rows: list[Flowable] = []
    for at in range(0, len(panels), across):
        rows += [Row(panels[at : at + across], across=across), Gap(6)]
    return section(setter, title, *rows, *setter.paragraphs(bar_words(sheet), "second"))


def metrics(setter: Typesetter, sheet: Sheet, manner: Manner, *, room: float) -> list[Flowable]:
    """Return the seat's numbers: target, latest figure with its day, on target or not."""
    title = _("Metrics")
    if not sheet.scene.metrics:
        none = setter.paragraphs(_("No number has been agreed for this seat."), "second")
        return section(setter, title, *none)
    head = (_("Metric"), _("Target"), _("Latest"), _("On"), _("State"))
    rows = [_metric(metric, manner, on=sheet.on) for metric in sheet.scene.metrics]
    return section(
        setter, title, table(setter, head, rows, widths=(150, 118, 58, 105, 74), room=room)
    )


def _metric(metric: SceneMetric, manner: Manner, *, on: str) -> list[Cell]:
    latest = "" if metric.latest is None else value_text(metric, metric.latest, manner.numbers)
    figure = None if metric.latest is None else (metric.latest_on, metric.latest)
    state = {
        "on_target": Chip(_("On target"), "yes"),
        "off_target": Chip(_("Off target"), "no"),
        "stale": Chip(_("Stale"), "partly"),
        "unknown": Chip(_("No figure") if metric.latest is None else _("No target"), "unanswered"),
    }[scene_standing(metric, figure, on)]
    day = manner.dates(metric.latest_on) if metric.latest_on else ""
    return [metric.name, metric_target(metric, manner), latest or NONE, day or NONE, state]


def actions(
    setter: Typesetter,
    sheet: Sheet,
    manner: Manner,
    *,
    room: float,
    below: Sequence[Flowable],
) -> list[Flowable]:
    """Return what was agreed, by whom and by when, and `below` it what is never torn from it."""
    title = _("Agreed actions")
    if not sheet.actions:
        if sheet.review is None:
            return []
        none = setter.paragraphs(_("None agreed."), "second")
        return [KeepTogether([*section(setter, title, *none), *below])]
    rows = [_action(setter, action, manner) for action in sheet.actions]
    head = (_("What"), _("Who"), _("By"))
    set_table = partial(table, setter, widths=(290, 115, 105), room=room)
    if len(rows) <= FEW_ACTIONS:
        return [KeepTogether([*section(setter, title, set_table(head, rows)), *below])]
    first = section(setter, title, set_table(head, rows[:-1]))
    return [*first, KeepTogether([set_table((), rows[-1:]), *below])]


def _action(setter: Typesetter, action: Action, manner: Manner) -> list[Cell]:
    by = manner.dates(action.due) if action.due else NONE
    if action.done_on:
        by = _("%(date)s (done)") % {"date": by}
    what = setter.paragraphs(action.what)
    if action_state(action) == "dropped":
        why = _("Dropped: %(why)s") % {"why": action.dropped_because}
        what += setter.paragraphs(why, "small")
    return [what, action.who or NONE, by]
