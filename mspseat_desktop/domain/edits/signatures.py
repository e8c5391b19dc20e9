"""Edits of who signed a finished review: received, not necessarily agreed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.order import GAP
from mspseat_desktop.domain.review_records import Review, Signature
from mspseat_desktop.domain.revision import Edit

if TYPE_CHECKING:
    from mspseat_desktop.domain.revision import Revision
    from mspseat_desktop.domain.vocabulary import ReviewId, SignatureId


def add_signature(
    signature: SignatureId, review: ReviewId, *, name: str, of: str = "", on: str = ""
) -> Edit:
    """Note who signed a finished review, for whom, and on which day.

    Raises Refused("sign-unfinished"), Refused("signature-without-name").
    """

    def run(work: Revision) -> None:
        if work.client.get(Review, review).state != "finished":
            raise Refused("sign-unfinished")
        if not name.strip():
            raise Refused("signature-without-name")
        order = max((s.order for s in work.client.signatures(review)), default=0) + GAP
        work.put(Signature(signature, review, order, name.strip(), of.strip(), on))

    return Edit("add-signature", run, {"name": name.strip()})


def change_signature(
    signature: SignatureId, *, name: str | None = None, of: str | None = None, on: str | None = None
) -> Edit:
    """Change what is given of a signature; None leaves a part as it is.

    Raises Refused("signature-without-name"), Refused("gone").
    """

    def run(work: Revision) -> None:
        old = work.client.get(Signature, signature)
        new = replace(
            old,
            name=old.name if name is None else name.strip(),
            of=old.of if of is None else of.strip(),
            on=old.on if on is None else on,
        )
        if not new.name:
            raise Refused("signature-without-name")
        work.put(new)

    return Edit("change-signature", run)


def remove_signature(signature: SignatureId) -> Edit:
    """Take a signature out that was entered by mistake. Raises Refused("gone")."""

    def run(work: Revision) -> None:
        work.remove(work.client.get(Signature, signature))

    return Edit("delete-signature", run)
