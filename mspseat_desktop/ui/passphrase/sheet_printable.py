"""The recovery sheet, ready for the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.language import _
from mspseat_desktop.storage.sheet import lines_of
from mspseat_desktop.ui.reporting.printable import Options, Prepared, Printable
from mspseat_desktop.ui.reporting.printables import manner_of_now, named_file, prepared

if TYPE_CHECKING:
    from mspseat_desktop.ui.open_client import OpenClient


def sheet_printable(client: OpenClient) -> Printable:
    """Return the sheet of a protected client that is open."""
    bridge = client.bridge
    profile, on, write = bridge.client.profile, bridge.on, manner_of_now(bridge)
    key = client.document.file.key
    if key is None:
        raise ValueError("a client without a passphrase has no recovery sheet")
    lines = lines_of(key)
    name = client.target.name if client.target is not None else ""

    def make(options: Options) -> Prepared:
        from mspseat_desktop.reports.recovery_sheet import (  # noqa: PLC0415 - reportlab is slow to load
            recovery_sheet_pdf,
        )

        return prepared(
            recovery_sheet_pdf(
                profile, lines, file_name=name, on=on, paper=options.usual_paper, manner=write()
            )
        )

    title = _("Recovery sheet of %(name)s") % {"name": profile.name or _("Client")}
    return Printable(title, named_file(title, on), make, start=Options(profile.paper))
