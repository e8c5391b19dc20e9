"""The recovery sheet of a protected client: lines that open its file without the passphrase."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.language import _
from mspseat_desktop.reports.frame import Chapter, Printed, Surround, print_pages
from mspseat_desktop.reports.manner import Manner, manner_of
from mspseat_desktop.reports.stack import Gap
from mspseat_desktop.reports.tables import Cell, section, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable

    from mspseat_desktop.domain.records import Profile
    from mspseat_desktop.domain.vocabulary import Paper
    from mspseat_desktop.reports.text import Typesetter


def recovery_sheet_pdf(
    profile: Profile,
    lines: Sequence[str],
    *,
    file_name: str = "",
    on: str = "",
    paper: Paper | None = None,
    manner: Manner | None = None,
) -> Printed:
    """Return the sheet on one page: `lines` of groups, of which the last in each is a check."""
    profile = replace(profile, paper=paper or profile.paper)
    manner = manner or manner_of(profile)
    title = _("Recovery sheet")

    def story(setter: Typesetter, surround: Surround) -> list[Flowable]:
        room = surround.room
        day = manner.dates(on) if on else ""
        about = [[_("File"), file_name], [_("Made on"), day]]
        return [
            Chapter(surround, entry=title),
            *setter.paragraphs(title, "title"),
            Gap(4),
            *setter.paragraphs(_lead(), "lead"),
            Gap(8),
            table(setter, (), [row for row in about if row[1]], widths=(1, 5), room=room),
            *section(setter, _("Six lines"), _typed(setter, lines, room=room)),
            *section(setter, _("How to open the client"), *_steps(setter)),
            *section(setter, _("How to keep this sheet"), *_care(setter)),
            Gap(14),
            *setter.paragraphs(_for_experts(), "small"),
        ]

    return print_pages(story, profile, title=title, manner=manner)


def _lead() -> str:
    return _(
        "These lines open the client's file without its passphrase. They are of no use without the"
        " file, and the file is of no use without them or the passphrase."
    )


def _typed(setter: Typesetter, lines: Sequence[str], *, room: float) -> Flowable:
    rows: list[list[Cell]] = []
    for number, line in enumerate(lines, 1):
        groups = (setter.paragraphs(group, "title") for group in line.split())
        rows.append([setter.paragraphs(str(number), "lead"), *groups])
    return table(setter, (), rows, widths=(1, 3, 3, 3, 3, 3), room=room)


def _steps(setter: Typesetter) -> list[Flowable]:
    steps = (
        _("Open the client's file, or a backup of it, in MSP Seat Desktop."),
        _("Choose “Open with the recovery sheet” where the passphrase is asked for."),
        _("Type the six lines without their numbers. A slip is told with its line."),
        _("Set a new passphrase under File, Privacy, Passphrase, and print the new sheet."),
    )
    return [part for n, step in enumerate(steps, 1) for part in setter.paragraphs(f"{n}. {step}")]


def _care(setter: Typesetter) -> list[Flowable]:
    rules = (
        _("Keep it on paper, locked up, apart from the computer and from copies of the file."),
        _("Each new passphrase makes a new sheet. Destroy the old one: it still opens old copies."),
        _("Whoever has the sheet and a copy of the file can read the client."),
    )
    return [part for rule in rules for part in setter.paragraphs(rule)]


def _for_experts() -> str:
    return _(
        "The file is a database of SQLCipher 4 with its usual settings. The first four groups of"
        " lines 1 to 4 are its raw key, those of lines 5 and 6 its salt, in hexadecimal digits; the"
        " last group of each line is a check."
    )
