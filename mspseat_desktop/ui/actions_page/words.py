"""Short words of the page: filters, columns, days, and the answer that an action comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from mspseat_desktop.content.banks import bank_of
from mspseat_desktop.domain.planning import action_state, is_overdue, origin_of
from mspseat_desktop.domain.records import CoreValue, Responsibility
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.wording.outcomes import letter_name

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.review_records import Action, Answer

Showing: TypeAlias = Literal["open", "overdue", "done", "dropped", "all"]
"""Which actions the list shows."""
Column: TypeAlias = Literal["what", "who", "due", "seat"]
COLUMNS: tuple[Column, ...] = ("what", "who", "due", "seat")


def showing_words() -> dict[Showing, str]:
    """Return what can be shown."""
    return {
        "open": _("Open"),
        "overdue": _("Overdue"),
        "done": _("Done"),
        "dropped": _("Dropped"),
        "all": _("All"),
    }


def column_words() -> dict[Column, str]:
    """Return the titles of the columns."""
    return {"what": _("Action"), "who": _("Owner"), "due": _("By"), "seat": _("Agreed for")}


def none_words(showing: Showing, search: str) -> str:
    """Return why the list is empty."""
    if search:
        return _("No action of this kind fits “{words}”.").replace("{words}", search)
    return {
        "open": _("No action is open. All that was agreed is done or dropped."),
        "overdue": _("No action is overdue."),
        "done": _("No action is done yet."),
        "dropped": _("No action was dropped."),
        "all": _("No action has been agreed yet."),
    }[showing]


def count_words(opened: int, overdue: int) -> str:
    """Return how many are open, and how many of them overdue."""
    first = ngettext("{n} open", "{n} open", opened).replace("{n}", str(opened))
    if not overdue:
        return first
    other = ngettext("{n} overdue", "{n} overdue", overdue).replace("{n}", str(overdue))
    return f"{first} · {other}"


def due_told(action: Action, on: str) -> tuple[str, str, str]:
    """Return the day, what there is to say about it, and the tone of that."""
    day = date_text(action.due) if action.due else _("no day")
    state = action_state(action)
    if state == "done":
        words = _("done {date}").replace("{date}", date_text(action.done_on))
        return day, words, "yes"
    if state == "dropped":
        return day, _("dropped"), "muted"
    if is_overdue(action, on):
        return day, _("overdue"), "no"
    return day, _("today") if action.due == on else "", "partly"


def origin_text(client: Client, action: Action) -> str:
    """Return what was asked when the answer came that the action is from, "" without one."""
    answer = origin_of(client, action)
    return "" if answer is None else _asked(client, answer)


def _asked(client: Client, answer: Answer) -> str:
    review = client.find(Review, answer.review)
    if answer.kind in {"question", "homework"} and review is not None:
        known = bank_of(client, review).questions
        return next((q.words for q in known if q.id == answer.about), "")
    if answer.kind in {"gets", "wants", "can"}:
        return _duty(client, answer, review)
    if answer.kind == "value":
        value = client.find(CoreValue, answer.about)
        return value.name if value is not None else ""
    if answer.kind == "call":
        return next(
            (letter_name(x) for x in ("gets", "wants", "capacity") if x == answer.about), ""
        )
    return ""


def _duty(client: Client, answer: Answer, review: Review | None) -> str:
    kept = review.scene.responsibilities if review is not None and review.scene else ()
    then = next((r.text for r in kept if r.id == answer.about), "")
    now = client.find(Responsibility, answer.about)
    return then or (now.text if now is not None else "")
