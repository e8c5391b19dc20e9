from __future__ import annotations

import os
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mspseat_desktop.content import my_templates
from mspseat_desktop.content.my_templates import own_templates, template_at
from mspseat_desktop.content.template_files import (
    LARGEST,
    LONGEST,
    MOST_SEATS,
    OwnTemplate,
    read_template,
    template_bytes,
    template_of,
)
from mspseat_desktop.content.templates import (
    MetricTemplate,
    ResponsibilityTemplate,
    SeatTemplate,
    branch_from_templates,
    templates,
)
from mspseat_desktop.domain import rules
from mspseat_desktop.domain.edits.seat import (
    add_metric,
    add_responsibility,
    change_responsibility,
    describe_seat,
    set_figure,
)
from mspseat_desktop.domain.records import Metric
from mspseat_desktop.domain.revision import Revision
from mspseat_desktop.domain.vocabulary import (
    FigureId,
    MetricId,
    ResponsibilityId,
    SeatId,
)
from mspseat_desktop.storage.problems import FileProblem
from world import chart_of, edited, empty_client, id_maker, outline, seated

HELP_DESK = SeatId("Help desk")


def world():
    """A help desk with two seats below, held by a provider, with all that is not passed on."""
    client = chart_of({"CEO": ["Help desk"], "Help desk": ["Day", "Night"]})
    client = seated(client, "Help desk", "Northbeam IT", provider=True)
    client = seated(client, "Day", "Ann Lee")
    duty, metric = ResponsibilityId("r"), MetricId("m")
    return edited(
        client,
        describe_seat(HELP_DESK, "purpose", "Helps\nfast"),
        describe_seat(HELP_DESK, "needs", "Two people"),
        describe_seat(HELP_DESK, "notes", "Ann is leaving"),
        add_responsibility(duty, HELP_DESK, "Answer", level="repair", protects=True, part="shared"),
        change_responsibility(duty, excluded=True),
        add_metric(
            Metric(
                metric,
                HELP_DESK,
                name="Reopened",
                target=0,
                direction="at_most",
                cadence="week",
                source="Northbeam's report",
                measure="percent",
            )
        ),
        set_figure(FigureId("f"), metric, on="2026-11-01", value=4711),
    )


def kept(*, with_branch=True):
    return template_of(world(), HELP_DESK, name="Our help desk", with_branch=with_branch)


def code(run):
    with pytest.raises(FileProblem) as problem:
        run()
    return problem.value.code, problem.value.params.get("name")


def test_a_kept_branch_comes_back_as_the_same_seats(tmp_path):
    written = my_templates.keep(tmp_path, kept())
    assert written.path.parent == tmp_path / "templates"
    (found,) = own_templates(tmp_path).templates
    assert found == written
    edit, seats = branch_from_templates(found.seats, under=SeatId("CEO"), new_id=id_maker())
    work = Revision(chart_of({"CEO": ["Sales"]}))
    edit.run(work)
    rules.check(work.client, work.change())
    assert outline(work.client) == ["CEO", "  Sales", "  Help desk", "    Day", "    Night"]
    desk = work.client.seat(seats[0])
    assert (desk.purpose, desk.needs, desk.meant_for) == ("Helps\nfast", "Two people", "provider")
    (duty,) = work.client.responsibilities(desk.id)
    assert (duty.text, duty.level, duty.part, duty.protects) == ("Answer", "repair", "shared", True)
    (metric,) = work.client.metrics(desk.id)
    assert (metric.name, metric.target, metric.measure) == ("Reopened", 0, "percent")
    assert (metric.direction, metric.cadence) == ("at_most", "week")


def test_people_ratings_figures_and_notes_stay_with_the_client():
    text = template_bytes(kept()).decode()
    for word in ("Northbeam", "Ann", "leaving", "4711", "excluded", "report"):
        assert word not in text


def test_a_seat_alone_leaves_its_reports_behind():
    assert [s.title for s in kept(with_branch=False).seats] == ["Help desk"]


texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=60).map(
    lambda t: " ".join(t.split())
)
targets = st.none() | st.floats(allow_nan=False, allow_infinity=False)
seats = st.builds(
    SeatTemplate,
    id=st.just(""),
    title=texts,
    meant_for=st.sampled_from(["", "person", "provider"]),
    purpose=texts,
    needs=texts,
    holds_it=st.booleans(),
    responsibilities=st.lists(
        st.builds(
            ResponsibilityTemplate,
            texts.filter(bool),
            st.sampled_from(["", "repair", "managed", "strategic"]),
            st.booleans(),
            st.sampled_from(["accountable", "shared", "helps"]),
        ),
        max_size=3,
    ).map(tuple),
    metrics=st.lists(
        st.builds(
            MetricTemplate,
            name=texts.filter(bool),
            target=targets,
            target_high=targets,
            unit=texts,
            direction=st.sampled_from(["at_least", "at_most", "between"]),
            cadence=texts,
            measure=st.sampled_from(["number", "percent", "minutes", "money", "yes_no"]),
        ),
        max_size=3,
    ).map(tuple),
)


@given(st.lists(seats, min_size=1, max_size=5), st.data(), texts.filter(bool))
def test_whatever_is_written_reads_the_same(branch, data, name):
    numbered = []
    for number, seat in enumerate(branch):
        parent = str(data.draw(st.integers(1, number))) if number else ""
        numbered.append(replace(seat, id=str(number + 1), parent=parent))
    template = OwnTemplate(name, tuple(numbered))
    assert read_template(template_bytes(template), file="x.toml") == template


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace")))
def test_a_file_of_anything_is_a_problem_that_names_it(content):
    assert code(lambda: read_template(content, file="odd.toml"))[1] == "odd.toml"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "template-foreign"),
        (b"\xff\xfe", "template-broken"),
        (b"name = ", "template-broken"),
        (b"x = " + b"[" * 50_000, "template-broken"),
        (b"x = " + b"9" * 20_000, "template-broken"),
        (b'[project]\nname = "other"', "template-foreign"),
        (b"mspseat_template = true", "template-foreign"),
        (b"mspseat_template = 1", "template-broken"),
        (b"mspseat_template = 1\nseat = [1, 2]", "template-broken"),
        (b"mspseat_template = 2\n[[seat]]", "newer"),
        (b"mspseat_template = 1\n" + b"[[seat]]\n" * (MOST_SEATS + 1), "template-large"),
        (b"#" * (LARGEST + 1), "template-large"),
    ],
)
def test_a_broken_huge_or_foreign_file_is_named(content, expected):
    assert code(lambda: read_template(content, file="bad.toml")) == (expected, "bad.toml")


def test_values_that_are_not_known_are_left_out_and_the_rest_is_used():
    found = read_template(
        b"""
        mspseat_template = 1
        [[seat]]
        id = "a"
        title = "  Odd \\u0000\\n seat "
        purpose = 7
        parent = "a"
        responsibilities = [{ text = "Watch", level = "galactic", part = 3 }, { level = "x" }]
        metrics = [
          { name = "Up", target = inf, direction = "sideways" },
          { name = "Down", target = true, target_high = nan, measure = "kilos" },
        ]
        [[seat]]
        title = "Lost"
        parent = "nowhere"
        """,
        file="odd.toml",
    )
    odd, lost = found.seats
    assert (found.name, odd.title, odd.purpose, odd.parent) == ("Odd seat", "Odd seat", "", "")
    assert odd.responsibilities == (ResponsibilityTemplate("Watch"),)
    assert odd.metrics == (MetricTemplate("Up"), MetricTemplate("Down"))
    assert lost.parent == odd.id


def test_a_very_long_text_is_cut():
    text = "x" * (LONGEST + 1)
    found = read_template(f'mspseat_template = 1\n[[seat]]\ntitle = "{text}"'.encode(), file="l")
    assert len(found.seats[0].title) == LONGEST


def test_one_bad_file_does_not_hide_the_good_ones(tmp_path):
    my_templates.keep(tmp_path, kept())
    folder = tmp_path / "templates"
    (folder / "bad.toml").write_text("x = ")
    (folder / "notes.txt").write_text("not looked at")
    (folder / ".seat.toml.0.part").write_text("not looked at")
    (folder / "folder.toml").mkdir()
    os.mkfifo(folder / "pipe.toml")
    shelf = own_templates(tmp_path)
    assert [t.name for t in shelf.templates] == ["Our help desk"]
    assert [(p.code, p.params["name"]) for p in shelf.problems] == [
        ("template-broken", "bad.toml"),
        ("folder", "folder.toml"),
        ("not-a-file", "pipe.toml"),
    ]


def test_without_a_folder_there_are_no_templates_and_none_is_made(tmp_path):
    assert own_templates(tmp_path) == my_templates.Shelf()
    assert not (tmp_path / "templates").exists()


def test_names_stay_apart_and_names_of_devices_make_no_file(tmp_path):
    names = [my_templates.keep(tmp_path, replace(kept(), name=n)).name for n in ("CON", "con", "…")]
    assert names == ["CON", "con (2)", "…"]
    files = sorted(f.name for f in (tmp_path / "templates").iterdir())
    assert files == ["seat-con-2.toml", "seat-con.toml", "seat.toml"]


def test_a_template_is_renamed_passed_on_taken_in_and_deleted(tmp_path):
    first = my_templates.rename(my_templates.keep(tmp_path, kept()), "Service desk")
    assert own_templates(tmp_path).templates == (first,)
    my_templates.pass_on(first, tmp_path / "out.toml")
    second = my_templates.take_in(tmp_path / "other", tmp_path / "out.toml")
    assert (second.name, second.seats) == ("Service desk", first.seats)
    assert own_templates(tmp_path / "other").named(" service  DESK ") == second
    my_templates.delete(first)
    my_templates.delete(first)
    assert own_templates(tmp_path).templates == ()


def test_a_file_that_is_not_there_is_a_problem(tmp_path):
    assert code(lambda: template_at(tmp_path / "gone.toml")) == ("gone", "gone.toml")


def test_a_folder_that_can_not_be_made_is_a_problem(tmp_path):
    (tmp_path / "templates").write_text("in the way")
    assert code(lambda: my_templates.keep(tmp_path, kept())) == ("not-saved", "Our help desk")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=5)
@given(st.sampled_from(templates("eos")))
def test_a_seat_from_a_shipped_template_can_be_kept_as_ones_own(template):
    edit, (seat,) = branch_from_templates([template], under=None, new_id=id_maker())
    client = edited(empty_client(), edit)
    (own,) = template_of(client, seat, name="Mine", with_branch=True).seats
    bare = replace(template, id="1", parent="", more_metrics=())
    assert own == bare
