"""What is planned, in words: for lists, paper and calendars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.records import Occupant, Seat
from mspseat_desktop.domain.review_records import Action, Review
from mspseat_desktop.language import _

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.planning import ActionState, Due
    from mspseat_desktop.domain.vocabulary import ActionPart, ReviewId


def due_text(client: Client, due: Due) -> str:
    """Return what is due: "Review Northbeam IT in Managed IT", or the action with its owner."""
    if due.kind == "action":
        action = client.find(Action, due.action or "")
        if action is None:
            return ""
        who = action.who.strip()
        words = _("{what} ({who})") if who else "{what}"
        return words.replace("{who}", who).replace("{what}", action.what or _("unnamed"))
    return _dated_text(client, due)


def calendar_text(client: Client, due: Due) -> str:
    """Return the title for a calendar that others may read: what to do, never how one stands."""
    action = client.find(Action, due.action or "")
    if action is not None and action.part == "check":
        return quiet_text(client, action)
    return due_text(client, due)


def quiet_text(client: Client, action: Action) -> str:
    """Return what to do, never how one stands: a check of an improvement plan is a talk."""
    if action.part != "check":
        return action.what
    return _("Talk with {who}").replace("{who}", agreed_for(client, action.review)[1])


def _dated_text(client: Client, due: Due) -> str:
    words = {
        "review": _("Review {who} in {seat}"),
        "notice": _("Last day for a notice to {who}"),
        "contract": _("The contract with {who} ends"),
    }[due.kind]
    seat = client.find(Seat, due.seat or "")
    title = (seat.title if seat is not None else "") or _("unnamed")
    return words.replace("{seat}", title).replace("{who}", _name(client, due.occupant))


def agreed_for(client: Client, review: ReviewId) -> tuple[str, str]:
    """Return the seat and the name that an action's review is about, as they are called now."""
    record = client.find(Review, review)
    if record is None:
        return "", ""
    seat = client.find(Seat, record.seat)
    return (seat.title if seat is not None else "") or _("unnamed"), _name(client, record.occupant)


def state_text(state: ActionState) -> str:
    """Return where an action stands."""
    return {"open": _("Open"), "done": _("Done"), "dropped": _("Dropped")}[state]


def part_text(part: ActionPart) -> str:
    """Return what an action is a part of, "" for none."""
    return {"": "", "check": _("Improvement plan"), "handover": _("Handover")}[part]


def _name(client: Client, occupant: str) -> str:
    who = client.find(Occupant, occupant)
    return (who.name if who is not None else "") or _("unnamed")
