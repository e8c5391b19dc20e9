"""What a session stands on: the client, and the chart of it that is shown."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from mspseat_desktop.domain import rules
from mspseat_desktop.domain.change import Change
from mspseat_desktop.domain.charts import (
    CURRENT,
    NAMED_BY_CHARTS,
    OF_A_CHART,
    OF_REVIEWS,
    KeptChart,
    named_no_more,
    parted,
    settled,
    without_consequences,
)
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.vocabulary import ChartId

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client

Naming: TypeAlias = Callable[[Collection[str]], Mapping[str, Collection[ChartId]]]
"""Tells which charts name which of these people and functions."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The client with its current chart, and the same client as seen with the chart shown."""

    client: Client
    chart: KeptChart = CURRENT
    view: Client | None = None

    @property
    def shown(self) -> Client:
        """The client as it is seen now."""
        return self.client if self.view is None else self.view

    def after(self, shown: Client, change: Change, naming: Naming) -> tuple[Ground, Change]:
        """Return where a change leads that made `shown` of what is shown, and what it comes to.

        In a kept chart it is less than the edit touched where something of the client as a whole
        only seemed to go with a seat. Raises Refused when a rule does not allow it in this chart,
        in the current one or because of a chart that is not shown.
        """
        if self.view is None:
            rules.check(shown, change)
            self._refuse_named(change, naming)
            return replace(self, client=shown), change
        if self.chart.kind == "version":
            raise Refused("version-is-kept")
        change = without_consequences(change, self.client)
        _own, common = parted(change)
        if any(touch.key[0] in OF_REVIEWS for touch in common.touches):
            raise Refused("reviews-in-kept-chart")
        client = self.client.applied(common)
        _check_common(client, common)
        view = settled(shown, client, change)
        rules.check(view, change)
        self._refuse_named(change, naming)
        return replace(self, client=client, view=view), change

    def reached(self, change: Change, naming: Naming) -> tuple[Ground, Change] | None:
        """Return where a step of the history leads and what it comes to; None if it fits no more.

        A person or function that another chart names stays when a step is taken back that brought
        it, and is left as it is when that step is done again.
        """
        change = self._without_named(change, naming)
        for touch in change.touches:
            kind, record_id = touch.key
            places = (self.shown,) if kind in OF_A_CHART else (self.client, self.shown)
            if any(place.any_of(kind, record_id) != touch.before for place in places):
                return None
        try:
            return self.after(self.shown.applied(change), change, naming)
        except Refused:
            return None

    def _without_named(self, change: Change, naming: Naming) -> Change:
        going = named_no_more(change)
        named = self._elsewhere(going, naming) if going else {}
        return Change(
            tuple(
                touch
                for touch in change.touches
                if touch.key[0] not in NAMED_BY_CHARTS
                or (
                    touch.record.id not in named
                    if touch.after is None
                    else touch.before is not None or not self.client.has(*touch.key)
                )
            )
        )

    def _refuse_named(self, change: Change, naming: Naming) -> None:
        going = named_no_more(change)
        if not going:
            return
        named = self._elsewhere(going, naming)
        for touch in change.touches:
            if touch.after is None and touch.record.id in named:
                raise Refused("named-in-kept-chart", name=str(getattr(touch.record, "name", "")))

    def _elsewhere(self, ids: Collection[str], naming: Naming) -> dict[str, Collection[ChartId]]:
        """Return which of the ids charts name that are not shown."""
        found = naming(ids)
        return {name: at for name, at in found.items() if set(at) - {self.chart.id}}


def _check_common(client: Client, common: Change) -> None:
    """Check what a kept chart's edit does to the client as a whole, in words for who sees it."""
    try:
        rules.check(client, common)
    except Refused as refused:
        if refused.code == "gone":
            raise Refused("only-in-kept-chart") from refused
        if refused.code == "still-in-use":
            raise Refused("used-in-current-chart") from refused
        raise
