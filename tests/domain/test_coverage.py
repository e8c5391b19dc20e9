from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mspseat_desktop.content.functions import function_templates, start_coverage
from mspseat_desktop.domain import rules
from mspseat_desktop.domain.coverage import (
    BASICS,
    RISKS,
    SECURITY,
    columns,
    in_part,
    is_drawn,
    missing_basics,
    shown_part,
    standing,
    standings,
)
from mspseat_desktop.domain.edits.chart import delete_seat
from mspseat_desktop.domain.edits.coverage import (
    add_column,
    add_function,
    belong_to,
    change_function,
    make_responsibility,
    mark,
    move_function,
    remove_column,
    remove_function,
    start_map,
)
from mspseat_desktop.domain.edits.seat import (
    add_responsibility,
    change_responsibility,
    mean_seat_for,
    remove_responsibility,
)
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.records import (
    Cover,
    Function,
    Responsibility,
)
from mspseat_desktop.domain.revision import Revision
from mspseat_desktop.domain.scene import counting, scene_of
from mspseat_desktop.domain.vocabulary import (
    FunctionId,
    OccupantId,
    ResponsibilityId,
    SeatId,
)
from world import ON, chart_of, edited, everything, id_maker, responsible, seated

CHART = {"Owner": ["Finance", "IT"], "Finance": ["MSP"], "MSP": ["Desk"]}
MSP, IT, OWNER, DESK = SeatId("MSP"), SeatId("IT"), SeatId("Owner"), SeatId("Desk")
PARTS = ("accountable", "helps", "declined", "excluded")


def world(*codes):
    """A chart with an MSP, and a map of these shipped functions whose code is their id too."""
    client = seated(chart_of(CHART), "MSP", "Northbeam", provider=True)
    client = seated(client, "IT", "Joel")
    shipped = function_templates()
    return edited(client, start_map([shipped[code].function(FunctionId(code)) for code in codes]))


def marked(client, *marks):
    """Marks as (function, seat, part)."""
    return edited(client, *(mark(FunctionId(f), SeatId(s), p) for f, s, p in marks))


def trouble(client, function):
    return standing(client, FunctionId(function)).trouble


def test_the_map_starts_with_every_shipped_function_and_nothing_marked():
    client = edited(chart_of(CHART), start_coverage(id_maker()))
    assert [f.code for f in client.functions()] == list(function_templates())
    assert len(client.functions()) == 28
    assert all(f.name and f.term and f.usual for f in client.functions())
    assert client.count(Cover) == 0
    assert {s.trouble for s in standings(client)} == {"nobody"}
    assert columns(client) == ()


def test_the_domain_knows_the_codes_of_the_shipped_functions():
    assert {RISKS, *SECURITY, *BASICS} <= set(function_templates())


def test_a_map_is_started_once():
    with pytest.raises(Refused) as refused:
        edited(world("backup"), start_coverage(id_maker()))
    assert refused.value.code == "map-started"


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], "nobody"),
        ([("IT", "helps")], "nobody"),
        ([("MSP", "accountable")], ""),
        ([("MSP", "accountable"), ("IT", "helps")], ""),
        ([("MSP", "accountable"), ("IT", "accountable")], "two"),
        ([("MSP", "declined"), ("IT", "helps")], "declined"),
        ([("MSP", "excluded")], "excluded"),
        ([("MSP", "excluded"), ("IT", "declined")], "declined"),
        ([("MSP", "declined"), ("IT", "accountable")], ""),
    ],
)
def test_a_row_has_trouble_unless_exactly_one_seat_is_accountable(marks, expected):
    client = marked(world("backup"), *(("backup", seat, part) for seat, part in marks))
    assert trouble(client, "backup") == expected


@pytest.mark.parametrize(
    ("seat", "expected"),
    [("Owner", ""), ("Finance", ""), ("IT", ""), ("MSP", "leadership"), ("Desk", "leadership")],
)
def test_only_leadership_may_accept_risks_and_never_a_provider(seat, expected):
    client = marked(world(RISKS), (RISKS, seat, "accountable"))
    assert trouble(client, RISKS) == expected


@pytest.mark.parametrize(("marks", "drawn"), [(0, False), (1, False), (2, True), (4, True)])
def test_a_map_is_drawn_once_half_of_its_functions_have_any_mark(marks, drawn):
    codes = ("backup", "restore", "servers", "network")
    client = marked(world(*codes), *((code, "IT", "helps") for code in codes[:marks]))
    assert is_drawn(client) == drawn
    assert [s.is_question(drawn=drawn) for s in standings(client)] == [not drawn] * 4


@pytest.mark.parametrize("part", ["declined", "excluded"])
def test_what_was_declined_or_left_out_is_never_a_mere_question(part):
    client = marked(world("backup", "restore", "servers"), ("backup", "MSP", part))
    assert not standing(client, FunctionId("backup")).is_question(drawn=is_drawn(client))


def test_a_map_without_functions_is_not_drawn():
    assert not is_drawn(chart_of(CHART))


def test_a_function_whose_accountable_seat_is_open_is_clear_only_until_the_map_is_drawn():
    client = marked(world("backup"), ("backup", "Desk", "accountable"))
    found = standing(client, FunctionId("backup"))
    assert (found.trouble, found.vacant) == ("", True)
    assert found.is_clear(drawn=False)
    assert not found.is_clear(drawn=True)
    client = seated(client, "Desk", "Ann")
    assert standing(client, FunctionId("backup")).is_clear(drawn=True)


def test_seats_of_a_row_stand_in_chart_order():
    client = marked(
        world("backup"), *(("backup", seat, "helps") for seat in ("IT", "Desk", "Owner", "MSP"))
    )
    assert standing(client, FunctionId("backup")).helpers == (OWNER, MSP, DESK, IT)


def test_columns_are_the_seats_that_hold_it_work_in_chart_order():
    client = marked(world("backup"), ("backup", "IT", "helps"))
    assert columns(client) == (IT,)
    client = edited(client, add_column(OWNER))
    assert columns(client) == (OWNER, IT)
    level = add_responsibility(ResponsibilityId("r"), MSP, "Help people fast", level="repair")
    assert columns(edited(client, level)) == (OWNER, MSP, IT)


def test_a_column_goes_with_its_marks():
    client = marked(world("backup"), ("backup", "IT", "accountable"), ("backup", "MSP", "helps"))
    client = edited(client, add_column(IT), remove_column(IT))
    assert columns(client) == (MSP,)
    assert trouble(client, "backup") == "nobody"


def test_a_provider_that_does_security_lacks_the_basics_it_is_not_accountable_for():
    client = marked(
        world("attacks", "backup", "network", "servers"),
        ("attacks", "MSP", "accountable"),
        ("network", "MSP", "accountable"),
        ("backup", "MSP", "helps"),
        ("servers", "IT", "accountable"),
    )
    assert missing_basics(client, MSP) == ("backup", "servers")
    assert missing_basics(client, IT) == ()
    client = edited(client, remove_function(FunctionId("servers")))
    assert missing_basics(client, MSP) == ("backup",)
    assert missing_basics(marked(client, ("attacks", "MSP", "helps")), MSP) == ()


def linked_world():
    client = responsible(world("email", "updates", "awareness"), "MSP", "Protect")
    marks = [(f, "MSP", "accountable") for f in ("email", "updates", "awareness")]
    client = marked(client, *marks)
    return edited(
        client,
        *(belong_to(FunctionId(f), MSP, ResponsibilityId("Protect")) for f, _s, _p in marks),
    )


def test_without_functions_a_responsibility_shows_its_own_part():
    client = edited(
        responsible(world(), "MSP", "Protect"),
        change_responsibility(ResponsibilityId("Protect"), part="shared", excluded=True),
    )
    assert shown_part(client, ResponsibilityId("Protect")) == ("shared", True)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], ("accountable", False)),
        ([("updates", "IT", "helps")], ("shared", False)),
        ([("updates", "IT", "declined")], ("accountable", False)),
        ([(f, "MSP", "helps") for f in ("email", "updates", "awareness")], ("helps", False)),
        ([(f, "MSP", "excluded") for f in ("email", "updates", "awareness")], ("helps", True)),
        ([(f, "MSP", "declined") for f in ("email", "updates", "awareness")], ("helps", False)),
        ([(f, "MSP", "excluded") for f in ("email", "updates")], ("accountable", False)),
    ],
)
def test_a_responsibility_with_functions_shows_what_the_map_says(marks, expected):
    own = change_responsibility(ResponsibilityId("Protect"), part="helps", excluded=True)
    client = marked(edited(linked_world(), own), *marks)
    assert shown_part(client, ResponsibilityId("Protect")) == expected


def test_a_review_judges_by_what_the_map_says():
    client = marked(
        linked_world(), *((f, "MSP", "excluded") for f in ("email", "updates", "awareness"))
    )
    scene = scene_of(client, seat=MSP, occupant=OccupantId("Northbeam"), on=ON)
    assert [r.excluded for r in scene.responsibilities] == [True]
    assert counting(scene) == ()


def test_a_responsibility_is_wanted_in_part_when_some_functions_are_declined():
    client = linked_world()
    assert in_part(client, ResponsibilityId("Protect")) == ((), ())
    client = marked(client, ("awareness", "MSP", "declined"), ("updates", "MSP", "helps"))
    assert in_part(client, ResponsibilityId("Protect")) == (
        ("E-mail protection", "Updates"),
        ("Staff awareness",),
    )
    all_declined = [(f, "MSP", "declined") for f in ("email", "updates")]
    assert in_part(marked(client, *all_declined), ResponsibilityId("Protect")) == ((), ())


def test_a_function_becomes_a_responsibility_that_it_belongs_to():
    client = marked(world("backup"), ("backup", "MSP", "accountable"))
    client = edited(
        client,
        make_responsibility(
            ResponsibilityId("r"), FunctionId("backup"), MSP, level="managed", protects=True
        ),
    )
    (made,) = client.responsibilities(MSP)
    assert (made.text, made.level, made.protects) == ("Backup", "managed", True)
    assert client.get(Cover, "backup:MSP").responsibility == "r"


def test_nothing_belongs_to_a_responsibility_where_nothing_is_marked():
    client = responsible(world("backup"), "MSP", "Protect")
    with pytest.raises(Refused):
        edited(client, belong_to(FunctionId("backup"), MSP, ResponsibilityId("Protect")))
    with pytest.raises(Refused):
        edited(client, make_responsibility(ResponsibilityId("r"), FunctionId("backup"), MSP))


def test_a_function_belongs_to_a_responsibility_of_the_same_seat_only():
    client = marked(responsible(world("backup"), "IT", "Data"), ("backup", "MSP", "accountable"))
    work = Revision(client)
    belong_to(FunctionId("backup"), MSP, ResponsibilityId("Data")).run(work)
    with pytest.raises(Refused):
        rules.check(work.client, work.change())


def test_a_deleted_responsibility_leaves_its_functions_in_the_map():
    client = edited(linked_world(), remove_responsibility(ResponsibilityId("Protect")))
    assert {c.responsibility for c in client.every(Cover)} == {None}
    assert client.count(Cover) == 3


def test_a_function_needs_a_name():
    client = world("backup")
    for edit in (
        add_function(Function(FunctionId("x"), name="  ")),
        change_function(FunctionId("backup"), name=""),
    ):
        with pytest.raises(Refused) as refused:
            edited(client, edit)
        assert refused.value.code == "function-without-name"


def test_functions_are_put_into_another_order():
    client = edited(world("backup", "restore", "servers"), move_function(FunctionId("servers"), 0))
    assert [f.id for f in client.functions()] == ["servers", "backup", "restore"]
    work = Revision(client)
    move_function(FunctionId("servers"), 0).run(work)
    assert not work.change()


def test_a_deleted_seat_leaves_the_map():
    client = marked(world("backup"), ("backup", "Desk", "accountable"))
    client = edited(client, delete_seat(DESK, reports="lift", on=ON))
    assert trouble(client, "backup") == "nobody"


@st.composite
def edits(draw):
    """Any edits of a map with three functions, three seats and two responsibilities."""
    function = FunctionId(draw(st.sampled_from(["email", "updates", "backup", "new"])))
    seat = draw(st.sampled_from([MSP, IT, OWNER]))
    responsibility = ResponsibilityId(draw(st.sampled_from(["Protect", "Data", "made"])))
    part = draw(st.sampled_from([*PARTS, None]))
    at = draw(st.integers(0, 3))
    return draw(
        st.sampled_from(
            [
                mark(function, seat, part),
                mark(function, seat, "accountable"),
                belong_to(function, seat, responsibility),
                belong_to(function, seat, None),
                make_responsibility(ResponsibilityId("made"), function, seat),
                add_function(Function(FunctionId("new"), name="New"), index=at),
                change_function(function, name="Else", term="x"),
                move_function(function, at),
                remove_function(function),
                add_column(seat),
                remove_column(seat),
                remove_responsibility(responsibility),
            ]
        )
    )


@given(st.lists(edits(), max_size=12))
def test_any_mix_of_edits_keeps_the_rules_and_can_be_taken_back(chosen):
    start = responsible(world("email", "updates", "backup"), "MSP", "Protect")
    client = responsible(start, "IT", "Data")
    for edit in chosen:
        work = Revision(client)
        try:
            edit.run(work)
            rules.check(work.client, work.change())
        except Refused:
            continue
        back = work.client
        for touch in work.change().inverse().touches:
            back = back.with_touch(touch)
        assert everything(back) == everything(client)
        client = work.client
        _the_map_agrees_with_itself(client)


def _the_map_agrees_with_itself(client):
    assert {c.seat for c in client.every(Cover)} <= set(columns(client))
    for found in standings(client):
        assert found == standing(client, found.function)
        named = [*found.accountable, *found.helpers, *found.declined, *found.excluded]
        assert sorted(named) == sorted(c.seat for c in client.covers(found.function))
        assert (found.trouble == "two") == (len(found.accountable) > 1)
        assert bool(found.accountable) or found.trouble
    for record in client.every(Responsibility):
        part, excluded = shown_part(client, record.id)
        covers = client.owned(Cover, "responsibility", record.id)
        if covers:
            assert excluded == all(c.part == "excluded" for c in covers)
            assert part in {"accountable", "shared"} or all(c.part != "accountable" for c in covers)
        wanted, declined = in_part(client, record.id)
        assert bool(wanted) == bool(declined)


def test_an_open_seat_meant_for_a_provider_accepts_no_risks():
    client = marked(world(RISKS), (RISKS, "Finance", "accountable"))
    assert trouble(client, RISKS) == ""
    client = edited(client, mean_seat_for(SeatId("Finance"), "provider"))
    assert trouble(client, RISKS) == "leadership"
