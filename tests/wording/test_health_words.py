"""Each finding is a sentence that names who and what, whatever signs the names hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from health_world import FIRING, firm, put
from mspseat_desktop.domain.finding import CODES
from mspseat_desktop.domain.health import findings
from mspseat_desktop.domain.records import (
    Function,
    Metric,
    Occupant,
    Responsibility,
    Seat,
)
from mspseat_desktop.wording.health import LONGEST, finding_text, fix_text, kind_text
from world import ON

WICKED = "100 % {who} %(seat)s <b>"


def told(client, code):
    finding = next(f for f in findings(client, ON) if f.code == code)
    return finding_text(client, finding)


SENTENCES = {
    "no-provider-seat": "No provider has a seat here. Give the IT provider and the others one "
    "each, so that somebody holds them to account.",
    "provider-without-seat": "Helper helps in “Owner” but has no seat of its own, so nobody holds "
    "it to account.",
    "provider-answers-to-nobody": "Northbeam in “MSP” answers to nobody: none of our people holds "
    "a seat above it.",
    "provider-answers-to-itself": "Northbeam holds “IT” too, the seat that “MSP” reports to. One "
    "of our people must hold it to account.",
    "open-seat": "“MSP” is open.",
    "nobody-accountable": "Helper sits in “MSP”, but nobody is accountable for it.",
    "no-responsibility": "“MSP” has no responsibility yet. Write down what it answers for.",
    "few-responsibilities": "“MSP” has 4 responsibilities. Five make a seat clear.",
    "many-responsibilities": "“MSP” has 6 responsibilities. Keep the top five, or split the seat.",
    "same-responsibility-twice": "“Backup” stands in more than one seat: “MSP”, “Owner”. Only one "
    "can be accountable for it; the others share or help.",
    "no-metric": "“MSP” has no number that shows how well it goes.",
    "metric-off-target": "“Uptime” in “MSP” has missed its target 3 times in a row.",
    "metric-stale": "“Uptime” in “MSP” has no recent figure. The last one is of 2026-08-10.",
    "never-reviewed": "Bo has never been reviewed in “MSP”.",
    "review-overdue": "The review of Northbeam in “MSP” was due on 2026-11-22.",
    "seat-changed-since-review": "“MSP” has changed since the last review of Northbeam. Review it "
    "again.",
    "wrong-seat-without-action": "Northbeam is in the wrong seat, “MSP”, and no action was agreed.",
    "action-overdue": "An action agreed for “MSP” was due on 2026-11-22, for Ann to do.",
    "notice-date-near": "Northbeam: the last day to give notice is 2027-01-22. Decide before then "
    "whether the contract goes on.",
    "many-seats": "Ann is accountable for 4 seats. Which of them could somebody else hold?",
    "wide-span": "10 seats report to “Owner”. More than nine are hard to lead well.",
    "function-nobody-covers": "Nobody is accountable for “Backup”.",
    "function-two-accountable": "More than one seat is accountable for “Backup”: “MSP”, “Owner”. "
    "Leave it with one.",
    "judge-in-doubt": "“MSP” reports to “Owner”, whose holder is in the wrong seat. Let somebody "
    "else judge it too.",
}


@pytest.mark.parametrize("code", CODES)
def test_each_kind_has_its_sentence(code):
    assert told(FIRING[code](), code) == SENTENCES[code]


@pytest.mark.parametrize("code", CODES)
def test_names_stand_in_a_sentence_as_they_are(code):
    client = FIRING[code]()
    named = [
        *(replace(s, title=WICKED) for s in client.every(Seat)),
        *(replace(o, name=WICKED) for o in client.every(Occupant)),
        *(replace(m, name=WICKED) for m in client.every(Metric)),
        *(replace(f, name=WICKED) for f in client.every(Function)),
    ]
    words = told(put(client, *named), code)
    assert words.replace(WICKED, "").count("%") == 0
    assert WICKED in words or code == "no-provider-seat"


@pytest.mark.parametrize("code", CODES)
def test_a_very_long_name_leaves_a_sentence_that_can_be_read(code):
    client = FIRING[code]()
    named = [
        *(replace(s, title="x" * 3000) for s in client.every(Seat)),
        *(replace(o, name="y" * 3000) for o in client.every(Occupant)),
        *(replace(r, text="z" * 3000) for r in client.every(Responsibility)),
    ]
    client = put(client, *named)
    for finding in findings(client, ON):
        assert len(finding_text(client, finding)) < 160 + 3 * LONGEST


@pytest.mark.parametrize("code", CODES)
def test_each_kind_has_a_name_and_a_button(code):
    assert kind_text(code)
    assert fix_text(code)
    assert code not in {kind_text(code), fix_text(code)}


def test_days_are_written_as_the_reader_writes_them():
    client = FIRING["review-overdue"]()
    finding = next(f for f in findings(client, ON) if f.code == "review-overdue")
    assert "due on 22 Nov." in finding_text(client, finding, dates=lambda _day: "22 Nov")
    assert findings(firm(), ON) == ()
