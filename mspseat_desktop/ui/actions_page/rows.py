"""The rows of the list: what each says, and which are shown in what order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mspseat_desktop.domain.planning import (
    NO_DAY,
    action_state,
    is_overdue,
    standing_actions,
)
from mspseat_desktop.ui.widgets.matching import fold
from mspseat_desktop.wording.planning import agreed_for, quiet_text

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.planning import ActionState
    from mspseat_desktop.domain.review_records import Action
    from mspseat_desktop.domain.vocabulary import ActionId
    from mspseat_desktop.ui.actions_page.words import Showing


@dataclass(frozen=True, slots=True)
class Row:
    """An action with its seat and whom its review is of; a search looks through `folded`."""

    action: Action
    state: ActionState
    is_late: bool
    seat: str
    occupant: str
    folded: str

    @property
    def id(self) -> ActionId:
        """The id of the action."""
        return self.action.id


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list shall show; an empty `who` stands for everybody."""

    search: str = ""
    showing: Showing = "open"
    who: str = ""


def rows_of(client: Client, on: str, *, ratings_hidden: bool = False) -> list[Row]:
    """Return a row for every action that stands: what is open by its day, then what is over.

    What is done or dropped follows with the latest day first. While ratings are hidden no row
    tells of an improvement plan, which tells how somebody stands.
    """
    actions = standing_actions(client)
    if ratings_hidden:
        actions = tuple(_quiet(client, action) for action in actions)
    rows = [_row(client, action, on) for action in actions]
    running = [row for row in rows if row.state == "open"]
    over = [row for row in rows if row.state != "open"]
    running.sort(key=lambda row: (row.action.due or NO_DAY, row.action.order, row.id))
    over.sort(key=lambda row: (row.action.done_on or row.action.due, row.id), reverse=True)
    return running + over


def listed(rows: list[Row], wanted: Wanted) -> list[Row]:
    """Return the rows that are wanted, in their order."""
    words = fold(wanted.search).split()
    return [
        row
        for row in rows
        if _is_shown(row, wanted.showing)
        and (not wanted.who or owner_key(row) == wanted.who)
        and all(word in row.folded for word in words)
    ]


def owners(rows: list[Row]) -> list[tuple[str, str]]:
    """Return who owns an action: a key by which the same name counts once, and the name."""
    found: dict[str, str] = {}
    for row in rows:
        if key := owner_key(row):
            found.setdefault(key, " ".join(row.action.who.split()))
    return sorted(found.items())


def owner_key(row: Row) -> str:
    """Return what two ways to write the same owner share."""
    return " ".join(fold(row.action.who).split())


def _is_shown(row: Row, showing: Showing) -> bool:
    if showing == "all":
        return True
    return row.is_late if showing == "overdue" else row.state == showing


def _quiet(client: Client, action: Action) -> Action:
    if action.part != "check":
        return action
    return replace(action, what=quiet_text(client, action), part="")


def _row(client: Client, action: Action, on: str) -> Row:
    seat, occupant = agreed_for(client, action.review)
    return Row(
        action,
        action_state(action),
        is_overdue(action, on),
        seat,
        occupant,
        fold(" ".join((action.what, action.who, seat, occupant))),
    )
