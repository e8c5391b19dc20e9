"""The colours of window and paper by role, read from resources/theme."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Literal

from mspseat_desktop.assets import resource

PaletteName = Literal["light", "dark"]
TONES = ("yes", "partly", "no", "unanswered", "provider", "person", "accent")


@dataclass(frozen=True, slots=True)
class Tone:
    """Three colours of one meaning: the mark or bar, the soft fill, the writing on that fill."""

    mark: str
    soft: str
    text: str


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as "#RRGGBB" by role. What a role is for stands in resources/theme/light.toml."""

    name: str
    canvas: str
    surface: str
    rail: str
    field: str
    hover: str
    pressed: str
    ink: str
    muted: str
    faint: str
    line: str
    line_strong: str
    link: str
    accent: str
    accent_hover: str
    accent_soft: str
    accent_text: str
    on_accent: str
    person: str
    person_soft: str
    person_text: str
    provider: str
    provider_soft: str
    provider_text: str
    provider_card: str
    yes: str
    yes_soft: str
    yes_text: str
    partly: str
    partly_soft: str
    partly_text: str
    no: str
    no_soft: str
    no_text: str
    no_hover: str
    on_no: str
    unanswered: str
    unanswered_soft: str
    unanswered_text: str
    tip: str
    on_tip: str
    tip_link: str
    shadow: str

    def color(self, role: str) -> str:
        """Return the colour of a role; AttributeError for a role that does not exist."""
        return str(getattr(self, role))

    def tone(self, name: str) -> Tone:
        """Return mark, fill and writing of one of TONES."""
        return Tone(self.color(name), self.color(f"{name}_soft"), self.color(f"{name}_text"))


@cache
def load_palette(name: PaletteName) -> Palette:
    """Read a palette. A missing or unknown role in the file raises TypeError."""
    text = resource("theme", f"{name}.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return Palette(name=table["name"], **table["roles"])


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2.2 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
