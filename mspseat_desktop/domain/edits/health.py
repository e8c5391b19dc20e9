"""Edits of what is worth a look: living with a finding for a reason, and kinds not watched."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.finding import CODES
from mspseat_desktop.domain.records import Accepted, accepted_id
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.vocabulary import AcceptedId

if TYPE_CHECKING:
    from mspseat_desktop.domain.finding import Code, Finding
    from mspseat_desktop.domain.revision import Revision


def accept(finding: Finding, *, reason: str, on: str) -> Edit:
    """Keep that the client lives with it and why; raise Refused("accepted-without-reason")."""

    def run(work: Revision) -> None:
        if not reason.strip():
            raise Refused("accepted-without-reason")
        name = accepted_id(finding.code, finding.about)
        work.put(Accepted(name, finding.code, finding.about, reason.strip(), on))

    return Edit("accept-finding", run)


def take_back(accepted: AcceptedId) -> Edit:
    """Look at it again."""

    def run(work: Revision) -> None:
        work.remove(work.client.get(Accepted, accepted))

    return Edit("look-again", run)


def watch(code: Code, *, watched: bool) -> Edit:
    """Show findings of this kind for the client, or never."""

    def run(work: Revision) -> None:
        profile = work.client.profile
        off = {*profile.unwatched} - {code} if watched else {*profile.unwatched, code}
        work.put(replace(profile, unwatched=tuple(sorted(off, key=_rank))))

    return Edit("watch-kind" if watched else "never-show-kind", run)


def _rank(code: str) -> tuple[int, str]:
    """Known codes stand in their own order, those of another version after them."""
    return next((n for n, known in enumerate(CODES) if known == code), len(CODES)), code
