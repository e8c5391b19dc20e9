"""The coverage map, ready for the preview."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.domain.change import Touch
from mspseat_desktop.language import _
from mspseat_desktop.ui.files import safe_file_name
from mspseat_desktop.ui.reporting.printable import Options, Prepared, Printable
from mspseat_desktop.ui.reporting.printables import manner_of_now

if TYPE_CHECKING:
    from mspseat_desktop.ui.bridge import Bridge


def coverage_printable(bridge: Bridge) -> Printable:
    """Return the coverage map on one page."""
    client, on, write = bridge.client, bridge.on, manner_of_now(bridge)

    def make(options: Options) -> Prepared:
        # Imported where it is made: reportlab takes its time.
        from mspseat_desktop.reports.coverage import coverage_pdf  # noqa: PLC0415

        profile = client.profile
        paper = client.with_touch(Touch(profile, replace(profile, paper=options.paper)))
        printed = coverage_pdf(paper, on=on, manner=write())
        return Prepared(printed.pdf, printed.pages, printed.missing)

    title = _("Coverage map of %(name)s") % {"name": client.profile.name or _("Client")}
    return Printable(
        title,
        f"{safe_file_name(f'{title} {on}')}.pdf",
        make,
        start=Options(client.profile.paper),
    )
