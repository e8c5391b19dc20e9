"""How a chart differs from the current one, ready for the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.exchange.chart_forms import PAPER_NAMES
from mspseat_desktop.language import _
from mspseat_desktop.ui.reporting.printable import Options, Printable
from mspseat_desktop.ui.reporting.printables import manner_of_now, named_file, on_paper, prepared
from mspseat_desktop.wording.charts import chart_text

if TYPE_CHECKING:
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.reporting.printable import Prepared


def difference_printable(bridge: Bridge) -> Printable:
    """Return the list of differences, then both charts, the current one first.

    A larger paper holds a larger chart whole; the list stands on the usual one.
    """
    chart, on, write = bridge.charts.shown, bridge.on, manner_of_now(bridge)
    before, after = bridge.charts.current, bridge.client

    def make(options: Options) -> Prepared:
        from mspseat_desktop.reports.chart_difference import (  # noqa: PLC0415 - in its thread
            chart_difference_pdf,
        )

        return prepared(
            chart_difference_pdf(
                on_paper(before, options),
                on_paper(after, options),
                chart=chart,
                on=on,
                with_ratings=options.with_ratings,
                paper=options.paper,
                manner=write(),
            )
        )

    title = _("What differs: %(chart)s") % {"chart": chart_text(chart)}
    hidden = bridge.ratings_hidden
    return Printable(
        title,
        named_file(title, on),
        make,
        start=Options(after.profile.paper, with_ratings=not hidden),
        asks_ratings=True,
        is_veiled=hidden,
        papers=PAPER_NAMES,
    )
