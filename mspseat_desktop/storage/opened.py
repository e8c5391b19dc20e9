"""What there is to say about a client that was opened, or that waits to be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import BlobHash
    from mspseat_desktop.storage.document import Document
    from mspseat_desktop.storage.loading import Loaded
    from mspseat_desktop.storage.salvage import Missing


@dataclass(frozen=True, slots=True)
class Version:
    """A client as another file has it, with its pictures, and its files (True) by their hashes."""

    client: Client
    blobs: Mapping[BlobHash, tuple[bytes, bool]]


@dataclass(frozen=True, slots=True)
class Rescued:
    """What was read out of a damaged working copy with edits that are nowhere else.

    It waits as a client without a place, under `work_id`; empty when that is the opened one.
    """

    version: Version
    missing: Missing
    work_id: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """A client that was opened, and what there is to say about it.

    `recovered`: it has edits that a crash kept from the user's file. `set_aside`: the user's
    file had been changed by somebody else as well; the edits of here are in this file. `rescued`:
    the working copy with edits of ours was damaged. `is_upgraded`: the user's file is still in the
    form of an older program.
    """

    document: Document
    loaded: Loaded
    recovered: bool = False
    set_aside: Path | None = None
    rescued: Rescued | None = None
    is_upgraded: bool = False


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A working copy whose edits are on this computer only.

    `target` is None before the first saving, `changed` the time of the last edit. The name of a
    protected client is empty, and its edits may be in its target already: only its key tells. That
    of a damaged one is empty as well; opening it gives what can be read.
    """

    work_id: str
    name: str
    target: Path | None
    changed: datetime
    is_protected: bool = False
    is_damaged: bool = False
