"""The charts of an open client: which one is shown, and what is kept beside the current one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from mspseat_desktop.domain.charts import CURRENT, KeptChart, fits_together, seen_with, shared
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.vocabulary import CURRENT_CHART, ChartId

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from mspseat_desktop.domain.records import ChartLook, Record
    from mspseat_desktop.editing.ground import Ground


class ChartKeeper(Protocol):
    """What keeps charts: part of an open client file. Every method raises FileProblem."""

    def all(self) -> tuple[KeptChart, ...]:
        """Return the kept charts in the order in which they were made."""

    def records(self, chart: ChartId) -> tuple[Record, ...]:
        """Return the records that are the chart's own."""

    def look(self, chart: ChartId) -> ChartLook:
        """Return how the chart is drawn, without reading the rest of it."""

    def naming(self, ids: Collection[str]) -> Mapping[str, frozenset[ChartId]]:
        """Return which charts, the current one too, name which of these people and functions."""

    def keep(self, chart: KeptChart, *, of: ChartId) -> None:
        """Keep a copy of a chart."""

    def rename(self, chart: KeptChart) -> None:
        """Write the chart's name and note."""

    def drop(self, chart: ChartId) -> None:
        """Delete a kept chart with its line of undo."""


class Charts:
    """The charts of one session. Every method may raise FileProblem; nothing has changed then."""

    def __init__(
        self,
        keeper: Callable[[], ChartKeeper],
        *,
        ground: Callable[[], Ground],
        stand_on: Callable[[Ground], None],
        dropped: Callable[[ChartId], None],
    ) -> None:
        """`ground` tells what the session stands on, `stand_on` puts it on another chart."""
        self._keeper = keeper
        self._ground = ground
        self._stand_on = stand_on
        self._dropped = dropped

    @property
    def shown(self) -> KeptChart:
        """The chart that is shown."""
        return self._ground().chart

    @property
    def current(self) -> Client:
        """The client with its current chart, whatever is shown."""
        return self._ground().client

    def kept(self) -> tuple[KeptChart, ...]:
        """Return the what-if copies and versions in the order in which they were made."""
        return self._keeper().all()

    def find(self, chart: ChartId) -> KeptChart:
        """Return the chart; raise Refused("chart-gone") when it is not there."""
        for known in (CURRENT, *self.kept()):
            if known.id == chart:
                return known
        raise Refused("chart-gone")

    def client(self, chart: ChartId) -> Client:
        """Return the client as it is seen with the chart, which is read if it is not shown.

        Raises Refused("chart-unfit") for one of a foreign file that does not fit together.
        """
        ground = self._ground()
        if chart == ground.chart.id:
            return ground.shown
        if chart == CURRENT_CHART:
            return ground.client
        return seen_as(self._keeper(), ground.client, chart)

    def open(self, chart: ChartId) -> None:
        """Show another chart; undo and redo then go along its own line."""
        kept, ground = self.find(chart), self._ground()
        view = None if kept.is_current else self.client(chart)
        self._stand_on(replace(ground, chart=kept, view=view))

    def keep(self, chart: KeptChart) -> None:
        """Keep a copy of the chart that is shown; Refused("chart-without-name") without one."""
        _check_name(chart)
        self._keeper().keep(chart, of=self.shown.id)

    def rename(self, chart: KeptChart) -> None:
        """Give a kept chart another name and note."""
        _check_name(chart)
        self.find(chart.id)
        self._keeper().rename(chart)
        if self.shown.id == chart.id:
            self._stand_on(replace(self._ground(), chart=chart))

    def drop(self, chart: ChartId) -> None:
        """Delete a kept chart for good; the current one is shown if it was on show."""
        kept = self.find(chart)
        if kept.is_current:
            raise Refused("chart-gone")
        self._keeper().drop(chart)
        self._dropped(chart)
        if self.shown.id == chart:
            self._stand_on(replace(self._ground(), chart=CURRENT, view=None))


def seen_as(keeper: ChartKeeper, client: Client, chart: ChartId) -> Client:
    """Return the client as it is seen with a chart of its file, the current one too.

    Raises FileProblem, and Refused("chart-unfit") for one that does not fit together.
    """
    if chart == CURRENT_CHART:
        return client
    own = Client.of(shared(keeper.records(chart), client))
    if not fits_together(own):
        raise Refused("chart-unfit")
    return seen_with(own, client)


def _check_name(chart: KeptChart) -> None:
    if not chart.name.strip():
        raise Refused("chart-without-name")
