"""Words that break programs, by number, and a client in which every text is one of them."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from mspseat_desktop.content.sample import sample_records
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.typed_words import reworded
from world import TODAY

if TYPE_CHECKING:
    from collections.abc import Iterable

BAD_WORDS: dict[int, str] = {
    1: "<b>x</b>",
    2: '<img src="file:///etc/passwd">',
    3: '<img src="//host/s/x.png">',
    4: "<table><tr><td>all that comes after</table",
    5: "&lt;b&gt;",
    6: "a < b & c > d",
    7: '<a href="javascript:alert(1)">here</a>',
    8: '<a href="file:///C:/x.exe">here</a>',
    9: '<para fontSize="500">',
    10: '<font face="No">',
    11: '<onDraw name="x"/>',
    12: "<b>unclosed",
    13: "&nosuch;",
    14: "&#0;",
    15: "]]>",
    16: '<!DOCTYPE x [<!ENTITY y "zzzz">]>&y;',
    17: "%s %n {0} {x.__class__} %(count)d {client} {name}",
    18: "'; DROP TABLE person;--",
    19: "=1+1",
    20: "+cmd|'/c calc'!A1",
    21: "@SUM(A1)",
    22: "-2+3",
    23: "\t=1+1",
    24: "\uff1d1+1",
    25: "\u202etxt.exe",
    26: "Z" + "\u0301\u0366" * 1500,
    27: "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
    28: "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd \u682a\u5f0f\u4f1a\u793e abc",
    29: "half \ud800 a letter",
    30: "a\0b",
    31: "\x1b[31mred",
    32: "x" * 100_000,
    33: "word " * 6_000,
    34: "\n" * 5_000 + "end",
    35: "   ",
    36: "one\u2028two\u2029three",
    37: "\u00a0",
    38: "Zo\u00eb / Zoe\u0308",
    39: "CON",
    40: "..\\..\\x",
    41: "a/b:c*d?",
    42: "trailing dot.",
    43: "y" * 300,
    44: "name.pdf.exe",
}
"""Those of a million letters are shorter here; one test of its own has them at full length."""
HALF_A_LETTER = 29
STORABLE = {number: word for number, word in BAD_WORDS.items() if number != HALF_A_LETTER}
SHORT = {number: word for number, word in STORABLE.items() if len(word) < 400}


def bad_client(words: Iterable[str]) -> Client:
    """The sample client with the next of the words in the place of each text that it has."""
    following = itertools.cycle(words)
    records = sample_records(TODAY)
    return Client.of(reworded(record, lambda _text: next(following)) for record in records)
