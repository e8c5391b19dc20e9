"""Edits of the actions that are agreed in a review, and of where they stand afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.domain.edits.review import draft_of
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.order import order_at
from mspseat_desktop.domain.review_records import Action
from mspseat_desktop.domain.revision import Edit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.revision import Revision
    from mspseat_desktop.domain.vocabulary import ActionId, ReviewId


def add_actions(actions: Sequence[Action]) -> Edit:
    """Add several actions to their draft, at the end and in this order, as one step."""

    def run(work: Revision) -> None:
        for action in actions:
            add_action(action).run(work)

    return Edit("add-actions", run)


def add_action(action: Action, *, index: int | None = None) -> Edit:
    """Add the action to its draft, before the one at `index`; its own `order` is not used."""

    def run(work: Revision) -> None:
        draft_of(work.client, action.review)
        order = order_at(work, Action, _ids(work.client, action.review), index)
        work.put(replace(action, order=order))

    return Edit("add-action", run, {"action": action.what})


def change_action(
    action: ActionId,
    *,
    what: str | None = None,
    who: str | None = None,
    due: str | None = None,
    merge_key: str = "",
) -> Edit:
    """Change what is given of a draft's action; None leaves a field as it is."""

    def run(work: Revision) -> None:
        old = work.client.get(Action, action)
        draft_of(work.client, old.review)
        work.put(
            replace(
                old,
                what=old.what if what is None else what,
                who=old.who if who is None else who,
                due=old.due if due is None else due,
            )
        )

    return Edit("change-action", run, merge_key=merge_key)


def mark_action(action: ActionId, *, done_on: str) -> Edit:
    """Say on which day the action was done, empty for open again; a finished review allows it."""

    def run(work: Revision) -> None:
        old = work.client.get(Action, action)
        work.put(replace(old, done_on=done_on, dropped_because=""))

    return Edit("mark-action" if done_on else "open-action", run)


def drop_action(action: ActionId, *, because: str) -> Edit:
    """Say that nobody will do the action, and why; a finished review allows it.

    Raises Refused("dropped-without-reason").
    """

    def run(work: Revision) -> None:
        old, reason = work.client.get(Action, action), because.strip()
        if not reason:
            raise Refused("dropped-without-reason")
        work.put(replace(old, done_on="", dropped_because=reason))

    return Edit("drop-action", run)


def move_action(action: ActionId, index: int) -> Edit:
    """Move the action within its draft; `index` counts the others."""

    def run(work: Revision) -> None:
        record = work.client.get(Action, action)
        draft_of(work.client, record.review)
        others = tuple(i for i in _ids(work.client, record.review) if i != action)
        work.put(replace(record, order=order_at(work, Action, others, index)))

    return Edit("move-action", run)


def remove_action(action: ActionId) -> Edit:
    """Delete a draft's action."""

    def run(work: Revision) -> None:
        record = work.client.get(Action, action)
        draft_of(work.client, record.review)
        work.remove(record)

    return Edit("delete-action", run)


def _ids(client: Client, review: ReviewId) -> tuple[str, ...]:
    return tuple(a.id for a in client.actions(review))
