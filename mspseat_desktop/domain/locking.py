"""The content of a finished review as one number, by which paper and file can be matched."""

from __future__ import annotations

import hashlib
import json
from dataclasses import MISSING, fields, is_dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mspseat_desktop.domain.review_records import Review

SHOWN = 16
"""Signs of the number on paper and screen: enough that no other review shares them by chance."""


def content_hash(review: Review) -> str:
    """Return the SHA-256, in hex, of the record as canonical JSON; empty for a draft.

    Canonical is: keys sorted, no spaces, UTF-8, numbers as decimals, fields at their defaults left
    out, so that fields which later versions add change nothing.
    """
    if review.state != "finished":
        return ""
    text = json.dumps(
        _plain(review), sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def short_hash(review: Review) -> str:
    """Return the start of the number in groups of four, as 4D1E-90AB-33C0-7F12."""
    signs = content_hash(review)[:SHOWN].upper()
    return "-".join(signs[at : at + 4] for at in range(0, len(signs), 4))


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        given = ((f.name, getattr(value, f.name), f.default) for f in fields(value))
        return {
            name: _plain(item)
            for name, item, default in given
            if default is MISSING or item != default
        }
    # A file gives 95 back as 95.0.
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value
