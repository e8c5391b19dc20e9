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
    precondition,
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
from mspseat_desktop.domain.edits.candidates import (
    add_candidate,
    change_candidate,
    choose,
    move_candidate,
    remove_candidate,
    start_comparison,
)
from mspseat_desktop.domain.edits.chart import add_seat, delete_seat, move_seat, rename_seat
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
)
from mspseat_desktop.domain.review_records import Candidate, Comparison
from mspseat_desktop.domain.vocabulary import (
    CandidateId,
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

    @rule()
    def undo(self):
        self.session.undo()

    @rule()
    def redo(self):
        self.session.redo()

    @rule()
    def reopen(self):
        before, steps = everything(self.session.client), self.session.steps()
        unsealed = [s for s in steps if s.name == FINISH and not s.undone and not s.sealed]
        self.file.close()
        self.file = ClientFile.open(self.path)
        self._open()
        assert everything(self.session.client) == before
        assert [(s.number, s.change, s.undone) for s in self.session.steps()] == [
            (s.number, s.change, s.undone) for s in steps
        ]
        if unsealed:
            self.since_barrier = None

    @precondition(lambda self: self.since_barrier is not None)
    @rule()
    def undo_all_and_redo_all(self):
        while self.session.redo():
            pass
        end = everything(self.session.client)
        while self.session.undo():
            pass
        assert everything(self.session.client) == self.since_barrier
        while self.session.redo():
            pass
        assert everything(self.session.client) == end

    @invariant()
    def the_rules_hold_everywhere(self):
        if hasattr(self, "session"):
            client = self.session.client
            whole = Change(
                tuple(Touch(None, r) for kind in RECORD_TYPES for r in client.every(kind))
            )
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
            assert everything(self.file.load().client) == everything(self.session.client)


TestRandomUser = RandomUser.TestCase
TestRandomUser.settings = settings(
    settings.get_profile(settings.get_current_profile_name()), stateful_step_count=30
)
