"""The building blocks of every window, in both themes, by keyboard and for screen readers.

Most take the `Theme` first, since they paint themselves, and follow its changes.

Words: PlainLabel (tone, elide, wrap), SectionLabel, amp, tip, tip_text.
Grounds: Card, Ground, Separator, ScrollArea, TabBar.
Buttons: PrimaryButton, QuietButton, DangerButton, LinkButton, IconButton(theme, icon, name).
Marks: Chip, GwcMark, Badge, Avatar; paint_chip, chip_size, paint_mark, paint_avatar, paint_badge,
paint_focus_ring, one_line for painters.
Typing: TextField, TextArea (handed_over, flush, set_text, load), PendingFields.
"""

from mspseat_desktop.ui.widgets.avatar import Avatar
from mspseat_desktop.ui.widgets.buttons import (
    DangerButton,
    IconButton,
    LinkButton,
    PrimaryButton,
    QuietButton,
    ThemedButton,
)
from mspseat_desktop.ui.widgets.chips import Badge, Chip, GwcMark
from mspseat_desktop.ui.widgets.frames import Card, Ground, ScrollArea, Separator, TabBar
from mspseat_desktop.ui.widgets.handover import PendingFields
from mspseat_desktop.ui.widgets.paint import (
    ROLE_MARKS,
    Mark,
    chip_font,
    chip_size,
    one_line,
    paint_avatar,
    paint_badge,
    paint_chip,
    paint_focus_ring,
    paint_mark,
)
from mspseat_desktop.ui.widgets.plain import PlainLabel, SectionLabel, amp, tip, tip_text
from mspseat_desktop.ui.widgets.text_area import TextArea
from mspseat_desktop.ui.widgets.text_field import TextField

__all__ = [
    "ROLE_MARKS",
    "Avatar",
    "Badge",
    "Card",
    "Chip",
    "DangerButton",
    "Ground",
    "GwcMark",
    "IconButton",
    "LinkButton",
    "Mark",
    "PendingFields",
    "PlainLabel",
    "PrimaryButton",
    "QuietButton",
    "ScrollArea",
    "SectionLabel",
    "Separator",
    "TabBar",
    "TextArea",
    "TextField",
    "ThemedButton",
    "amp",
    "chip_font",
    "chip_size",
    "one_line",
    "paint_avatar",
    "paint_badge",
    "paint_chip",
    "paint_focus_ring",
    "paint_mark",
    "tip",
    "tip_text",
]
