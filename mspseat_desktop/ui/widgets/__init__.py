"""The building blocks of every window, in both themes, by keyboard and for screen readers.

Most take the `Theme` first, since they paint themselves, and follow its changes.

Words: PlainLabel (tone, elide, wrap), SectionLabel, amp, tip, tip_text,
title_text.
Grounds: Card, Ground, EmptyPage, Separator, ScrollArea, PageStack, TabBar; fit_on_screen for
windows.
Buttons: PrimaryButton, QuietButton, DangerButton, LinkButton, LineLink, IconButton(theme,
icon, name).
Marks: Chip, GwcMark, Badge, Avatar; paint_chip, chip_size, paint_mark, paint_avatar, paint_badge,
paint_tick_box, paint_focus_ring, one_line for painters.
Typing: TextField, TextArea (handed_over(str), flush, set_text, load), PendingFields.
Values: NumberField (handed_over: float or None), DateField (handed_over: ISO date or None).
Choosing: ChoiceRow and ChoiceCell of Choice (chosen, set_value), CheckBox, DropDown,
Picker of PickerItem (chosen(id), create_asked(name), show_item).
Lists: RowTable of whole rows, painted by a delegate.
Telling and asking: NoticeHost.show, ask with Answers, PopupFrame.
"""

from mspseat_desktop.ui.widgets.avatar import Avatar
from mspseat_desktop.ui.widgets.buttons import (
    DangerButton,
    IconButton,
    LineLink,
    LinkButton,
    PrimaryButton,
    QuietButton,
    ThemedButton,
)
from mspseat_desktop.ui.widgets.chips import Badge, Chip, GwcMark
from mspseat_desktop.ui.widgets.choice import Choice, ChoiceButton, ChoiceRow
from mspseat_desktop.ui.widgets.choice_cell import ChoiceCell
from mspseat_desktop.ui.widgets.empty_page import EmptyPage
from mspseat_desktop.ui.widgets.frames import (
    Card,
    Ground,
    PageStack,
    ScrollArea,
    Separator,
    TabBar,
    fit_on_screen,
)
from mspseat_desktop.ui.widgets.handover import PendingFields
from mspseat_desktop.ui.widgets.notices import Notice, NoticeHost
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
    paint_tick_box,
)
from mspseat_desktop.ui.widgets.picker import Picker
from mspseat_desktop.ui.widgets.picker_list import PickerItem, PickerList
from mspseat_desktop.ui.widgets.plain import (
    PlainLabel,
    SectionLabel,
    amp,
    tip,
    tip_text,
    title_text,
)
from mspseat_desktop.ui.widgets.popup import PopupFrame
from mspseat_desktop.ui.widgets.question import Answer, Question, ask
from mspseat_desktop.ui.widgets.row_table import RowTable
from mspseat_desktop.ui.widgets.text_area import TextArea
from mspseat_desktop.ui.widgets.text_field import TextField
from mspseat_desktop.ui.widgets.toggles import CheckBox, DropDown
from mspseat_desktop.ui.widgets.value_fields import DateField, NumberField

__all__ = [
    "ROLE_MARKS",
    "Answer",
    "Avatar",
    "Badge",
    "Card",
    "CheckBox",
    "Chip",
    "Choice",
    "ChoiceButton",
    "ChoiceCell",
    "ChoiceRow",
    "DangerButton",
    "DateField",
    "DropDown",
    "EmptyPage",
    "Ground",
    "GwcMark",
    "IconButton",
    "LineLink",
    "LinkButton",
    "Mark",
    "Notice",
    "NoticeHost",
    "NumberField",
    "PageStack",
    "PendingFields",
    "Picker",
    "PickerItem",
    "PickerList",
    "PlainLabel",
    "PopupFrame",
    "PrimaryButton",
    "Question",
    "QuietButton",
    "RowTable",
    "ScrollArea",
    "SectionLabel",
    "Separator",
    "TabBar",
    "TextArea",
    "TextField",
    "ThemedButton",
    "amp",
    "ask",
    "chip_font",
    "chip_size",
    "fit_on_screen",
    "one_line",
    "paint_avatar",
    "paint_badge",
    "paint_chip",
    "paint_focus_ring",
    "paint_mark",
    "paint_tick_box",
    "tip",
    "tip_text",
    "title_text",
]
