"""The words that a client chose: roles for responsibilities, measurables for metrics, headlines.

Messages are written in the usual words. A pack puts its own in their place before a message is
translated, so that window and paper follow without knowing of it.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Literal

from mspseat_desktop.language import speaking, use_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mspseat_desktop.domain.records import Profile


@dataclass(frozen=True, slots=True)
class Pack:
    """The words of one client, as its profile keeps them."""

    responsibilities: Literal["responsibilities", "roles"] = "responsibilities"
    metrics: Literal["metrics", "measurables"] = "metrics"
    headlines: Literal["classic", "plain"] = "classic"


USUAL = Pack()
_now: ContextVar[Pack] = ContextVar("pack", default=USUAL)

_NAMES = re.compile(r"(?<![{\w])(?<!%\()(responsibilit(?:y|ies)|metrics?)\b", re.IGNORECASE)
"""The things that a pack names; a placeholder such as {metric} is none of them."""
_ROLES = {"responsibility": "role", "responsibilities": "roles"}
_MEASURABLES = {"metric": "measurable", "metrics": "measurables"}


def pack_of(profile: Profile) -> Pack:
    """Return the words that the client chose."""
    return Pack(profile.responsibility_word, profile.metric_word, profile.headline_words)


def pack_in_use() -> Pack:
    """Return the words that are spoken now in this thread."""
    return _now.get()


def use_pack(pack: Pack) -> None:
    """Speak in these words from now on in this thread; what is shown already stays as it is."""
    _now.set(pack)
    use_words(_words(pack))


@contextmanager
def in_words_of(profile: Profile) -> Iterator[None]:
    """Speak in the client's words inside, whatever is spoken outside."""
    pack = pack_of(profile)
    before = _now.set(pack)
    try:
        with speaking(_words(pack)):
            yield
    finally:
        _now.reset(before)


@lru_cache(maxsize=4096)
def in_words(pack: Pack, message: str) -> str:
    """Return a message in the words of the pack."""
    names = {
        **(_ROLES if pack.responsibilities == "roles" else {}),
        **(_MEASURABLES if pack.metrics == "measurables" else {}),
    }

    def named(found: re.Match[str]) -> str:
        usual = found[0]
        other = names.get(usual.lower(), usual)
        return other.capitalize() if usual[0].isupper() else other

    return _NAMES.sub(named, message)


def _words(pack: Pack) -> partial[str] | None:
    says_all = pack.responsibilities == "responsibilities" and pack.metrics == "metrics"
    return None if says_all else partial(in_words, pack)
