"""Shows how another version differs from the open client, and brings over what is ticked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mspseat_desktop.domain.difference import difference
from mspseat_desktop.domain.merging import blobs_named, merge_edit
from mspseat_desktop.domain.vocabulary import CURRENT_CHART
from mspseat_desktop.language import _
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.backups.listing import ListingDialog
from mspseat_desktop.ui.conflicts.dialog import DifferenceDialog, DifferenceWords
from mspseat_desktop.wording.backups import missing_lines
from mspseat_desktop.wording.conflicts import bring_over_words, rescued_text
from mspseat_desktop.wording.problems import problem_text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.difference import Differing
    from mspseat_desktop.domain.vocabulary import BlobHash
    from mspseat_desktop.storage.opened import Rescued
    from mspseat_desktop.ui.main_window import MainWindow
    from mspseat_desktop.ui.open_client import OpenClient

    Blobs = Mapping[BlobHash, tuple[bytes, bool]]
    FindBlobs = Callable[[Collection[BlobHash]], Blobs]


class Comparing:
    """The comparisons of the one window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._workshop = window.desk.workshop

    def with_file(self, client: OpenClient, path: Path) -> None:
        """Compare the open client with what another file holds."""
        secret = client.document.secret()
        try:
            other = self._workshop.read_document(path, secret).client
        except FileProblem as problem:
            self._window.show_trouble(problem)
            return
        finally:
            if secret is not None:
                secret.wipe()
        find = partial(self.blobs_of, path, client)
        if not self.show(client, other, find, bring_over_words(path.name, is_kept=False)):
            words = _("Nothing differs: {file} holds what is open here.")
            self._window.tell(words.replace("{file}", path.name))

    def blobs_of(self, path: Path, client: OpenClient, names: Collection[BlobHash]) -> Blobs:
        """Return the pictures and files of these names that another file has."""
        secret = client.document.secret()
        try:
            return self._workshop.blobs_in(path, names, secret)
        finally:
            if secret is not None:
                secret.wipe()

    def show_rescued(self, client: OpenClient, rescued: Rescued) -> None:
        """Show what was read of a damaged working copy: as the client itself, or beside it."""
        version, missing = rescued.version, rescued.missing
        if rescued.work_id:
            title, intro = rescued_text()
            words = DifferenceWords(title, intro, _("Read again"))
            self.show(client, version.client, lambda _names: version.blobs, words, adds=True)
            return
        lines = missing_lines(
            version.client,
            unread=missing.unread,
            left_out=missing.left_out,
            new_roots=missing.new_roots,
            pictures=missing.pictures,
        )
        ListingDialog(
            self._window.theme,
            lines,
            title=_("What could be read is open now"),
            intro=_(
                "The copy of this client on this laptop was damaged. It is a client of its own "
                "now. This is missing:"
            ),
            parent=self._window,
        ).open()

    def show(
        self,
        client: OpenClient,
        other: Client,
        find: FindBlobs,
        words: DifferenceWords | tuple[str, str, str],
        *,
        adds: bool = False,
    ) -> bool:
        """Show what differs in another version, and bring over what is ticked; False for nothing.

        `adds` leaves out what the other version lacks: it may only have been lost.
        """
        told = words if isinstance(words, DifferenceWords) else DifferenceWords(*words)
        client.bridge.show_chart(CURRENT_CHART)
        present = client.bridge.client
        found = difference(present, other)
        if adds:
            found = tuple(one for one in found if one.after is not None)
        if not found:
            return False
        dialog = DifferenceDialog(
            self._window.theme,
            found,
            present,
            other,
            words=told,
            may_merge=client.document.only_shown is None,
            parent=self._window,
        )
        dialog.merge_wanted.connect(lambda chosen: self._merge(client, dialog, chosen, find))
        dialog.open()
        return True

    def _merge(
        self,
        client: OpenClient,
        dialog: DifferenceDialog,
        chosen: tuple[Differing, ...],
        find: FindBlobs,
    ) -> None:
        names = blobs_named(chosen)
        try:
            for content, is_file in (find(names) if names else {}).values():
                keep = client.document.file.keep_file if is_file else client.document.file.keep_blob
                keep(content)
        except FileProblem as problem:
            dialog.notices.show(problem_text(problem.code, problem.params))
            return
        if client.bridge.do(merge_edit(chosen)):
            dialog.accept()
            self._window.tell(_("Brought over. Undo takes it back."))
