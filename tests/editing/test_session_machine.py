"""A random user: any mix of edits, undo, redo and reopening keeps the promises of a session."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
)

from mspseat_desktop.content.missing import (
    ask_again,
    have_none,
    have_one,
    missing_kinds,
    possible_parents,
)
from mspseat_desktop.content.template_files import template_of
from mspseat_desktop.content.templates import branch_from_templates
from mspseat_desktop.domain import rules
from mspseat_desktop.domain.change import Change, Touch
from mspseat_desktop.domain.charts import OF_A_CHART, KeptChart, seen_with
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.edits.candidates import (
    add_candidate,
    change_candidate,
    choose,
    move_candidate,
    remove_candidate,
    start_comparison,
)
from mspseat_desktop.domain.edits.chart import add_seat, delete_seat, move_seat, rename_seat
from mspseat_desktop.domain.edits.charts import take_chart
from mspseat_desktop.domain.edits.coverage import (
    add_column,
    add_function,
    belong_to,
    make_responsibility,
    mark,
    move_function,
    remove_column,
    remove_function,
)
from mspseat_desktop.domain.edits.figures import PeriodFigure, put_period_figures
from mspseat_desktop.domain.edits.health import accept, take_back, watch
from mspseat_desktop.domain.edits.layouts import (
    add_second_line,
    change_second_line,
    lay_out_branch,
    lay_out_chart,
    remove_second_line,
    set_assistant,
    set_compact,
)
from mspseat_desktop.domain.edits.people import (
    add_contact,
    add_occupant,
    change_contact,
    continue_as,
    give_role,
    move_contact,
    remove_contact,
    remove_occupant,
    revise_occupant,
    seat_occupant,
    set_own_values,
    take_seat,
)
from mspseat_desktop.domain.edits.seat import (
    add_metric,
    add_responsibility,
    change_responsibility,
    describe_seat,
    move_responsibility,
    remove_responsibility,
)
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.finding import CODES
from mspseat_desktop.domain.health import findings
from mspseat_desktop.domain.metrics import periods
from mspseat_desktop.domain.records import (
    RECORD_TYPES,
    Accepted,
    Contact,
    Function,
    Metric,
    Occupant,
    Profile,
    Responsibility,
    Seat,
    SecondLine,
)
from mspseat_desktop.domain.review_records import Candidate, Comparison
from mspseat_desktop.domain.vocabulary import (
    CURRENT_CHART,
    CandidateId,
    ChartId,
    ComparisonId,
    ContactId,
    CoreValueId,
    FigureId,
    FunctionId,
    MetricId,
    OccupantId,
    ResponsibilityId,
    SeatId,
    SeatingId,
    SecondLineId,
)
from mspseat_desktop.editing.session import FINISH, Session
from mspseat_desktop.storage.client_file import ClientFile
from world import ON, clock, everything, finish_edit, id_maker

words = st.text(max_size=12)
some = st.integers(0, 10_000)


class RandomUser(RuleBasedStateMachine):
    @initialize()
    def start(self):
        self.folder = Path(tempfile.mkdtemp(prefix="mspseat-machine-"))
        self.path = self.folder / "client.db"
        self.file = ClientFile.create(self.path, [Profile(name="Lakeside")])
        self.new_id = id_maker()
        self._open()
        self.since_barrier = everything(self.session.client)
        self.starts = {CURRENT_CHART: own(self.session.client)}

    def teardown(self):
        if hasattr(self, "file"):
            self.file.close()
            shutil.rmtree(self.folder)

    def _open(self):
        loaded = self.file.load()
        self.session = Session(loaded.client, self.file, steps=loaded.steps, clock=clock)

    def _seat(self, n):
        seats = list(self.session.client.chart())
        return seats[n % len(seats)] if seats else None

    def _try(self, edit):
        before = self.session.client
        try:
            self.session.do(edit)
        except Refused:
            assert self.session.client is before

    @rule(parent=some, at=some, title=words)
    def add(self, parent, at, title):
        seat = SeatId(self.new_id())
        self._try(add_seat(seat, parent=self._seat(parent), index=at % 4, title=title))

    @rule(seat=some, title=words, key=st.sampled_from(["", "typing"]))
    def rename(self, seat, title, key):
        if target := self._seat(seat):
            self._try(rename_seat(target, title, merge_key=key and key + target))

    @rule(seat=some, parent=some, at=some)
    def move(self, seat, parent, at):
        if target := self._seat(seat):
            self._try(move_seat(target, parent=self._seat(parent), index=at % 4))

    @rule(
        seat=some,
        layout=st.sampled_from(["", "down", "right", "stacked"]),
        act=st.sampled_from(["branch", "chart", "compact", "assistant"]),
        on=st.booleans(),
    )
    def lay_out(self, seat, layout, act, on):
        if target := self._seat(seat):
            acts = {
                "branch": lay_out_branch(target, layout),
                "chart": lay_out_chart(layout or "down"),
                "compact": set_compact(compact=on),
                "assistant": set_assistant(target, assistant=on),
            }
            self._try(acts[act])

    @rule(seat=some, to=some, text=words, act=st.sampled_from(["add", "add", "change", "remove"]))
    def change_second_lines(self, seat, to, text, act):
        target, other = self._seat(seat), self._seat(to)
        lines = sorted(line.id for line in self.session.client.every(SecondLine))
        if act == "add":
            if target is not None:
                new = SecondLineId(self.new_id())
                self._try(add_second_line(new, target, other, about=text))
        elif lines:
            line = lines[to % len(lines)]
            acts = {"change": change_second_line(line, text), "remove": remove_second_line(line)}
            self._try(acts[act])

    @rule(seat=some, reports=st.sampled_from(["lift", "delete"]))
    def delete(self, seat, reports):
        if target := self._seat(seat):
            self._try(delete_seat(target, reports=reports, on=ON))

    @rule(seat=some, text=words, field=st.sampled_from(["purpose", "needs", "notes"]))
    def describe(self, seat, text, field):
        if target := self._seat(seat):
            self._try(describe_seat(target, field, text, merge_key=field))

    @rule(seat=some, text=words)
    def add_duty(self, seat, text):
        if target := self._seat(seat):
            self._try(add_responsibility(ResponsibilityId(self.new_id()), target, text, index=0))

    @rule(seat=some, at=some, text=words, act=st.sampled_from(["change", "move", "remove"]))
    def change_duty(self, seat, at, text, act):
        target = self._seat(seat)
        duties = self.session.client.responsibilities(target) if target else ()
        if not duties:
            return
        duty = duties[at % len(duties)].id
        acts = {
            "change": change_responsibility(duty, text=text, level="managed"),
            "move": move_responsibility(duty, at % 3),
            "remove": remove_responsibility(duty),
        }
        self._try(acts[act])

    @rule(seat=some, name=words, cadence=st.sampled_from(["week", "year"]))
    def add_number(self, seat, name, cadence):
        if target := self._seat(seat):
            metric = Metric(MetricId(self.new_id()), target, name=name, cadence=cadence)
            self._try(add_metric(metric))

    @rule(at=some, values=st.lists(st.none() | st.integers(0, 99), min_size=1, max_size=4))
    def enter_figures(self, at, values):
        metrics = sorted(self.session.client.every(Metric), key=lambda m: m.id)
        if metrics:
            metric = metrics[at % len(metrics)]
            entries = [
                PeriodFigure(FigureId(self.new_id()), metric.id, period, value)
                for period, value in zip(periods(metric.cadence, ON, 4), values, strict=False)
            ]
            self._try(put_period_figures(entries, today=ON))

    @rule(seat=some, name=words, role=st.sampled_from(["accountable", "also"]))
    def seat_somebody(self, seat, name, role):
        target = self._seat(seat)
        if target:
            occupant = OccupantId(self.new_id())
            self._try(add_occupant(Occupant(occupant, name, "provider")))
            if self.session.client.has(Occupant, occupant):
                seating = SeatingId(self.new_id())
                self._try(seat_occupant(seating, target, occupant, role=role, on=ON))

    def _somebody(self, n):
        ids = sorted(o.id for o in self.session.client.every(Occupant))
        return ids[n % len(ids)] if ids else None

    @rule(who=some, other=some, text=words, act=st.sampled_from(["write", "become", "delete"]))
    def change_somebody(self, who, other, text, act):
        if target := self._somebody(who):
            acts = {
                "write": revise_occupant(target, lambda o: replace(o, fee=text), merge_key="fee"),
                "become": continue_as(target, self._somebody(other)),
                "delete": remove_occupant(target),
            }
            self._try(acts[act])

    @rule(who=some, texts=st.lists(words, max_size=4))
    def set_the_values_of_a_provider(self, who, texts):
        if target := self._somebody(who):
            key = f"values{target}"
            self._try(
                set_own_values(
                    target, texts, new_id=lambda: CoreValueId(self.new_id()), merge_key=key
                )
            )

    @rule(who=some, at=some, text=words, act=st.sampled_from(["add", "change", "move", "remove"]))
    def change_contacts(self, who, at, text, act):
        target = self._somebody(who)
        if target is None:
            return
        if act == "add":
            contact = Contact(ContactId(self.new_id()), target, name=text)
            self._try(add_contact(contact, index=at % 3))
        elif found := self.session.client.contacts(target):
            contact = found[at % len(found)].id
            acts = {
                "change": change_contact(contact, lambda c: replace(c, name=text, order=7)),
                "move": move_contact(contact, at % 4),
                "remove": remove_contact(contact),
            }
            self._try(acts[act])

    @rule(seat=some, who=some, role=st.sampled_from(["accountable", "also", "stand_in"]), give=some)
    def sit_somewhere_else(self, seat, who, role, give):
        target, occupant = self._seat(seat), self._somebody(who)
        if not target or not occupant:
            return
        ids = (SeatingId(self.new_id()), SeatingId(self.new_id()))
        if give % 2:
            self._try(give_role(target, occupant, role, new_ids=ids, on=ON))
        else:
            self._try(take_seat(ids[0], target, occupant, role=role, on=ON))

    @rule(
        seat=some,
        who=some,
        at=some,
        text=words,
        act=st.sampled_from(["start", "add", "write", "move", "remove", "choose"]),
    )
    def compare_candidates(self, seat, who, at, text, act):
        client, target, occupant = self.session.client, self._seat(seat), self._somebody(who)
        if act == "start":
            if target is not None:
                self._try(start_comparison(ComparisonId(self.new_id()), target, on=ON))
            return
        comparisons = sorted(c.id for c in client.every(Comparison))
        known = sorted(c.id for c in client.every(Candidate))
        if not comparisons or occupant is None:
            return
        one = known[at % len(known)] if known else CandidateId("nobody")
        comparison = comparisons[at % len(comparisons)]
        new = Candidate(CandidateId(self.new_id()), comparison, occupant)
        acts = {
            "add": add_candidate(new, index=at % 4),
            "write": change_candidate(one, fee=text, references=text, merge_key="write"),
            "move": move_candidate(one, at % 4),
            "remove": remove_candidate(one),
            "choose": choose(one, seating=SeatingId(self.new_id()), on=ON),
        }
        self._try(acts[act])

    @rule(name=words, at=some)
    def add_piece_of_work(self, name, at):
        self._try(add_function(Function(FunctionId(self.new_id()), name=name), index=at % 4))

    @rule(
        seat=some,
        at=some,
        part=st.sampled_from(["accountable", "helps", "declined", "excluded", None]),
        act=st.sampled_from(["mark", "belong", "make", "move", "remove", "column", "no-column"]),
    )
    def change_coverage(self, seat, at, part, act):
        target, functions = self._seat(seat), self.session.client.functions()
        if target is None or not functions:
            return
        piece = functions[at % len(functions)].id
        duties = self.session.client.responsibilities(target)
        acts = {
            "mark": mark(piece, target, part),
            "belong": belong_to(piece, target, duties[at % len(duties)].id if duties else None),
            "make": make_responsibility(ResponsibilityId(self.new_id()), piece, target),
            "move": move_function(piece, at % 3),
            "remove": remove_function(piece),
            "column": add_column(target),
            "no-column": remove_column(target),
        }
        self._try(acts[act])

    @rule(
        seat=some, which=some, firm=words, act=st.sampled_from(["one", "none", "again", "branch"])
    )
    def add_what_is_missing(self, seat, which, firm, act):
        client, new_id = self.session.client, self.new_id
        kind = missing_kinds(client)[which % 8].template
        if act == "one":
            parents = (*possible_parents(client, kind), None)
            parent = parents[seat % len(parents)]
            edit, _seat = have_one(client, kind, parent=parent, firm=firm, new_id=new_id, on=ON)
            self._try(edit)
        elif act == "branch" and (target := self._seat(seat)):
            kept = template_of(client, target, name="x", with_branch=True)
            edit, _seats = branch_from_templates(kept.seats[:9], under=target, new_id=new_id)
            self._try(edit)
        else:
            self._try((have_none if act == "none" else ask_again)(client, kind))

    @rule(seat=some)
    def finish_a_review(self, seat):
        target = self._seat(seat)
        holder = self.session.client.accountable(target) if target else None
        if holder:
            self._try(finish_edit(self.new_id(), target, holder.id))

    @rule(n=some, reason=words)
    def accept_a_finding(self, n, reason):
        found = findings(self.session.client, ON)
        if found:
            self._try(accept(found[n % len(found)], reason=reason, on=ON))

    @rule(code=st.sampled_from(CODES), watched=st.booleans())
    def look_again(self, code, watched):
        for record in list(self.session.client.every(Accepted))[:1]:
            self._try(take_back(record.id))
        self._try(watch(code, watched=watched))

    def _kept(self, n):
        kept = self.session.charts.kept()
        return kept[n % len(kept)] if kept else None

    @rule(name=words, kind=st.sampled_from(["what_if", "what_if", "version"]))
    def keep_a_chart(self, name, kind):
        chart = KeptChart(ChartId(self.new_id()), name, kind, ON)
        try:
            self.session.charts.keep(chart)
        except Refused:
            assert not name.strip()
            return
        self.starts[chart.id] = own(self.session.client)

    @rule(n=some, back=st.booleans())
    def open_a_chart(self, n, back):
        kept = None if back else self._kept(n)
        self.session.charts.open(kept.id if kept else CURRENT_CHART)

    @rule(n=some, later=st.sampled_from([ON, "2027-02-01"]))
    def make_it_the_current_chart(self, n, later):
        kept = self._kept(n)
        if kept is not None:
            wanted = self.session.charts.client(kept.id)
            self.session.charts.open(CURRENT_CHART)
            self._try(take_chart(wanted, kept, on=later))
            seats = {s: self.session.client.seat(s) for s in self.session.client.chart()}
            assert seats == {s: wanted.seat(s) for s in wanted.chart()}
            assert self.session.client.look == wanted.look

    @rule(n=some)
    def drop_a_chart(self, n):
        kept = self._kept(n)
        if kept is not None:
            self.session.charts.drop(kept.id)
            assert kept not in self.session.charts.kept()
            assert kept.id not in {step.chart for step in self.session.steps()}

    @rule()
    def undo(self):
        self.session.undo()

    @rule()
    def redo(self):
        self.session.redo()

    @rule()
    def reopen(self):
        before, steps = everything(self.session.charts.current), self.session.steps()
        shown, kept = self.session.charts.shown, self.session.charts.kept()
        unsealed = [s for s in steps if s.name == FINISH and not s.undone and not s.sealed]
        self.file.close()
        self.file = ClientFile.open(self.path)
        self._open()
        assert everything(self.session.client) == before
        assert [(s.number, s.change, s.undone, s.chart) for s in self.session.steps()] == [
            (s.number, s.change, s.undone, s.chart) for s in steps
        ]
        assert self.session.charts.kept() == kept
        self.session.charts.open(shown.id)
        if unsealed:
            self.since_barrier = None

    @rule()
    def undo_all_and_redo_all(self):
        chart = self.session.charts.shown.id
        if chart == CURRENT_CHART and self.since_barrier is None:
            return
        while self.session.redo():
            pass
        is_alone = {s.chart for s in self.session.steps()} <= {chart} and len(self.starts) == 1
        assert not is_alone or not any(step.undone for step in self.session.steps())
        end = everything(self.session.client)
        while self.session.undo():
            pass
        line = [step for step in self.session.steps() if step.chart == chart]
        if is_alone:
            assert everything(self.session.client) == self.since_barrier
        if all(step.undone for step in line):
            assert own(self.session.client) == self.starts[chart]
        while self.session.redo():
            pass
        line = [step for step in self.session.steps() if step.chart == chart]
        if not any(step.undone for step in line):
            assert everything(self.session.client) == end

    @invariant()
    def the_rules_hold_everywhere(self):
        if hasattr(self, "session"):
            self._check(self.session.charts.current)
            self._check(self.session.client)

    def _check(self, client):
        whole = Change(tuple(Touch(None, r) for kind in RECORD_TYPES for r in client.every(kind)))
        rules.check(client, whole)
        assert len(list(client.chart())) == sum(not s.closed_on for s in client.every(Seat))
        for seat in client.chart():
            orders = [r.order for r in client.responsibilities(seat)]
            assert orders == sorted(orders)
        assert client.count(Responsibility) == sum(
            len(client.responsibilities(s.id)) for s in client.every(Seat)
        )

    @invariant()
    def memory_equals_the_file(self):
        if hasattr(self, "session"):
            current = self.file.load().client
            assert everything(current) == everything(self.session.charts.current)
            shown = self.session.charts.shown
            if not shown.is_current:
                kept = Client.of(self.file.charts.records(shown.id))
                assert everything(seen_with(kept, current)) == everything(self.session.client)

    @invariant()
    def what_the_menu_offers_is_done(self):
        if hasattr(self, "session") and (step := self.session.undo_step()):
            assert step.chart == self.session.charts.shown.id


def own(client):
    """Return the records that are a chart's own."""
    return {kind: found for kind, found in everything(client).items() if kind in OF_A_CHART}


TestRandomUser = RandomUser.TestCase
TestRandomUser.settings = settings(
    settings.get_profile(settings.get_current_profile_name()), stateful_step_count=30
)
