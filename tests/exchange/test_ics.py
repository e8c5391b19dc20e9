"""The calendar file, read back by a reader that knows the standard and not the writer."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from mspseat_desktop.domain.edits.actions import add_actions, mark_action
from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.domain.edits.client import change_profile
from mspseat_desktop.domain.edits.people import revise_occupant
from mspseat_desktop.domain.review_records import Action
from mspseat_desktop.domain.vocabulary import ActionId
from mspseat_desktop.exchange.ics import calendar_file
from planning_world import FAR, FIRM, FIRST, LATE, MSP, SOON, world
from world import ON, chart_of, edited

NOW = datetime(2026, 11, 23, 10, 30, tzinfo=timezone(timedelta(hours=1)))


def read(content: bytes):
    """Events as name: (parameters, value); unfolds, splits and unescapes as RFC 5545 says."""
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert b"\r" not in content.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    lines = content.replace(b"\r\n ", b"").replace(b"\r\n\t", b"").decode("utf-8").split("\r\n")
    events, stack, head = [], [], {}
    for line in lines[:-1]:
        name, _colon, value = line.partition(":")
        name, *parameters = name.split(";")
        if name == "BEGIN":
            stack.append(value)
            if value == "VEVENT":
                events.append({})
        elif name == "END":
            assert stack.pop() == value
        else:
            (events[-1] if stack[-1] == "VEVENT" else head)[name] = (parameters, unescape(value))
    assert stack == []
    assert head["VERSION"] == ([], "2.0")
    return events


def unescape(value):
    found, signs = "", iter(value)
    for sign in signs:
        if sign == "\\":
            after = next(signs)
            found += "\n" if after in "nN" else after
        else:
            found += sign
    return found


def made(client):
    return calendar_file(client, on=ON, now=NOW)


def summaries(client):
    return [event["SUMMARY"][1] for event in read(made(client).content)]


def test_reviews_contract_dates_and_actions_stand_on_their_days():
    events = read(made(world()).content)
    found = [(e["DTSTART"], e["DTEND"][1], e["SUMMARY"][1]) for e in events]
    day = ["VALUE=DATE"]
    assert found == [
        ((day, "20261110"), "20261111", "Show the restore log (Northbeam)"),
        ((day, "20261113"), "20261114", "Review Northbeam in MSP"),
        ((day, "20261201"), "20261202", "Agree on the roadmap (Joel)"),
        ((day, "20261215"), "20261216", "Last day for a notice to Northbeam"),
        ((day, "20270201"), "20270202", "Talk with Northbeam"),
        ((day, "20270331"), "20270401", "The contract with Northbeam ends"),
    ]
    assert {e["DTSTAMP"][1] for e in events} == {"20261123T093000Z"}
    assert events[0]["DESCRIPTION"][1] == "Lakeside, MSP, Northbeam"
    file = made(world())
    assert (file.reviews, file.contracts, file.actions, file.entries) == (1, 2, 3, 6)


def test_an_entry_keeps_its_uid_when_its_day_moves_and_goes_when_it_is_done():
    before = {e["UID"][1]: e["DTSTART"][1] for e in read(made(world()).content)}
    assert len(before) == 6
    moved = edited(
        world(),
        revise_occupant(FIRM, lambda now: replace(now, contract_end="2027-06-30")),
        mark_action(SOON, done_on=ON),
    )
    after = {e["UID"][1]: e["DTSTART"][1] for e in read(made(moved).content)}
    assert set(before) - set(after) == {f"action-{SOON}@mspseat"}
    assert {uid for uid in after if after[uid] != before[uid]} == {f"contract-{FIRM}@mspseat"}
    assert set(before) > {f"action-{LATE}@mspseat", f"action-{FAR}@mspseat"}


def test_no_outcome_rating_note_or_plan_for_improvement_is_told():
    text = made(world()).content.decode().casefold()
    for word in ("improvement", "wrong seat", "below", "would rather", "not ready", " bar"):
        assert word not in text


def test_words_of_any_script_and_length_come_back_as_they_were():
    title = "Sécurité; budget, plan \\ 信息安全 أمن 👩‍🔧 " * 6
    client = edited(world(), rename_seat(MSP, title))
    client = edited(client, change_profile(replace(client.profile, name="A\r\nBEGIN:VEVENT")))
    expected = " ".join(title.replace("\u200d", " ").split())
    assert f"Review Northbeam in {expected}" in summaries(client)
    assert len(read(made(client).content)) == 6


def test_a_client_without_any_day_has_a_calendar_without_entries():
    file = made(chart_of({"CEO": []}))
    assert (file.entries, read(file.content)) == (0, [])


@given(st.lists(st.tuples(st.text(max_size=300), st.dates()), max_size=4))
def test_any_words_and_days_can_be_read_back(drawn):
    actions = [
        Action(ActionId(f"a{n}"), FIRST, what=what, due=day.isoformat())
        for n, (what, day) in enumerate(drawn)
    ]
    client = edited(world(finished=False), add_actions(actions))
    events = {e["UID"][1]: e for e in read(made(client).content)}
    for action in actions:
        event = events[f"action-{action.id}@mspseat"]
        assert event["DTSTART"] == (["VALUE=DATE"], action.due.replace("-", ""))
        printed = "".join(c if c.isprintable() else " " for c in action.what)
        assert event["SUMMARY"][1] == (" ".join(printed.split()) or "unnamed")
