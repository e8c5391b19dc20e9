"""What the window knows after any edits equals a look at the whole client."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from mspseat_desktop.domain import rules
from mspseat_desktop.domain.edits.chart import add_seat, delete_seat, move_seat
from mspseat_desktop.domain.edits.client import change_profile
from mspseat_desktop.domain.edits.coverage import belong_to, mark, start_map
from mspseat_desktop.domain.edits.health import accept, take_back, watch
from mspseat_desktop.domain.edits.people import add_occupant, seat_occupant, unseat
from mspseat_desktop.domain.edits.seat import (
    add_metric,
    add_responsibility,
    change_responsibility,
    remove_metric,
    remove_responsibility,
    set_figure,
)
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.finding import CODES, acceptance
from mspseat_desktop.domain.health import findings
from mspseat_desktop.domain.records import (
    Accepted,
    Function,
    Metric,
    Occupant,
    Responsibility,
)
from mspseat_desktop.domain.review_records import Action, Review
from mspseat_desktop.domain.revision import Edit, Revision
from mspseat_desktop.domain.vocabulary import (
    ActionId,
    FigureId,
    FunctionId,
    MetricId,
    OccupantId,
    ResponsibilityId,
    ReviewId,
    SeatId,
    SeatingId,
)
from mspseat_desktop.ui.worth_a_look.watch import Watch
from world import ON, chart_of, edited, empty_client, id_maker, responsible, seated

some = st.integers(0, 10_000)
words = st.sampled_from(["Backup", "backup!", "Sell", "Lead, manage, be accountable", ""])
FUNCTIONS = [Function(FunctionId(name), name=name) for name in ("f1", "f2")]


class AnyEdits(RuleBasedStateMachine):
    @initialize()
    def start(self):
        self.client = empty_client()
        self.new_id = id_maker()
        self.done = []
        self.watch = Watch(self.client, ON)
        for name in ("A", "B", "C"):
            kind = "provider" if name == "A" else "person"
            self.do(add_occupant(Occupant(OccupantId(name), name, kind)))
        above = None
        for name, who in (("top", "B"), ("mid", "C"), ("low", "A")):
            self.do(add_seat(SeatId(name), parent=above, title=name))
            self.do(seat_occupant(SeatingId(name), SeatId(name), OccupantId(who), on=ON))
            self.do(add_responsibility(ResponsibilityId(name), SeatId(name), name))
            above = SeatId(name)
        self.do(start_map(FUNCTIONS))
        self.done.clear()

    def do(self, edit):
        work = Revision(self.client)
        try:
            edit.run(work)
            rules.check(work.client, work.change())
        except Refused:
            return
        self.take(work.change(), work.client)
        self.done.append(work.change())

    def take(self, change, client):
        self.client = client
        self.watch.hear(client, change)

    def put(self, record):
        self.do(Edit("put", lambda work: work.put(record)))

    def one(self, kind, n):
        found = sorted(self.client.every(kind), key=lambda r: r.id)
        return found[n % len(found)] if found else None

    def seat(self, n):
        seats = sorted(self.client.chart())
        return seats[n % len(seats)] if seats else None

    @rule(parent=some, count=st.sampled_from([1, 1, 10]), kind=st.sampled_from(["", "provider"]))
    def add(self, parent, count, kind):
        under = self.seat(parent)
        for _number in range(count):
            seat = SeatId(self.new_id())
            self.do(add_seat(seat, parent=under, title=seat))
            self.put(replace(self.client.seat(seat), meant_for=kind))

    @rule(seat=some, parent=some)
    def move(self, seat, parent):
        if target := self.seat(seat):
            self.do(move_seat(target, parent=self.seat(parent)))

    @rule(seat=some, reports=st.sampled_from(["lift", "delete"]))
    def delete(self, seat, reports):
        if target := self.seat(seat):
            self.do(delete_seat(target, reports=reports, on=ON))

    @rule(
        seat=some,
        who=st.sampled_from(["A", "B", "C"]),
        role=st.sampled_from(["accountable", "accountable", "also", "stand_in"]),
        since=st.sampled_from(["", "2026-11-01"]),
    )
    def sit(self, seat, who, role, since):
        if target := self.seat(seat):
            new = SeatingId(self.new_id())
            self.do(seat_occupant(new, target, OccupantId(who), role=role, on=ON, since=since))

    @rule(seat=some)
    def leave(self, seat):
        target = self.seat(seat)
        now = self.client.seatings(target) if target else ()
        if now:
            self.do(unseat(now[-1].id, on=ON))

    @rule(who=some, kind=st.sampled_from(["person", "provider"]), day=st.sampled_from(["", ON]))
    def change_somebody(self, who, kind, day):
        self.put(replace(self.one(Occupant, who), kind=kind, notice_by=day))

    @rule(seat=some, text=words, part=st.sampled_from(["accountable", "helps"]))
    def add_duty(self, seat, text, part):
        if target := self.seat(seat):
            new = ResponsibilityId(self.new_id())
            self.do(add_responsibility(new, target, text, part=part))

    @rule(duty=some, text=words, gone=st.booleans(), excluded=st.booleans())
    def change_duty(self, duty, text, gone, excluded):
        if record := self.one(Responsibility, duty):
            changed = change_responsibility(record.id, text=text, excluded=excluded)
            self.do(remove_responsibility(record.id) if gone else changed)

    @rule(seat=some, value=st.sampled_from([90.0, 99.0]), on=st.sampled_from([1, 2, 3, 4, 5]))
    def measure(self, seat, value, on):
        target = self.seat(seat)
        if target is None:
            return
        if not self.client.metrics(target):
            metric = Metric(MetricId(self.new_id()), target, target=95, cadence="month")
            self.do(add_metric(metric))
        metric = self.client.metrics(target)[0].id
        figure = FigureId(self.new_id())
        self.do(set_figure(figure, metric, on=f"2026-{12 - on:02d}-05", value=value))

    @rule(metric=some)
    def drop_metric(self, metric):
        if record := self.one(Metric, metric):
            self.do(remove_metric(record.id))

    @rule(
        seat=some,
        who=st.sampled_from(["", "A"]),
        headline=st.sampled_from(["right_seat", "wrong_seat"]),
        next_on=st.sampled_from(["", "2026-11-01", "2027-01-01"]),
        due=st.sampled_from(["", "2026-11-01"]),
    )
    def review(self, seat, who, headline, next_on, due):
        target = self.seat(seat)
        holder = self.client.accountable(target) if target else None
        if target is None or (holder is None and not who):
            return
        name = ReviewId(self.new_id())
        about = OccupantId(who) if who else holder.id
        record = Review(name, target, about, ON, "person", "finished")
        action = Action(ActionId(f"a{name}"), name, 1, "Do it", due=due)

        def run(work):
            work.put(replace(record, headline=headline, next_on=next_on))
            if due:
                work.put(action)

        self.do(Edit("review", run))

    @rule(action=some)
    def tick_off(self, action):
        if record := self.one(Action, action):
            self.put(replace(record, done_on="" if record.done_on else ON))

    @rule(
        function=st.sampled_from(["f1", "f2"]),
        seat=some,
        part=st.sampled_from(["accountable", "helps", "declined", None]),
        duty=some,
    )
    def cover(self, function, seat, part, duty):
        if target := self.seat(seat):
            self.do(mark(FunctionId(function), target, part))
            duties = self.client.responsibilities(target)
            if part and duties:
                own = duties[duty % len(duties)].id
                self.do(belong_to(FunctionId(function), target, own))

    @rule(n=some)
    def accept_something(self, n):
        found = findings(self.client, ON)
        if found:
            self.do(accept(found[n % len(found)], reason="So be it", on=ON))

    @rule(n=some)
    def look_again(self, n):
        if record := self.one(Accepted, n):
            self.do(take_back(record.id))

    @rule(code=st.sampled_from(CODES), watched=st.booleans())
    def choose_kinds(self, code, watched):
        self.do(watch(code, watched=watched))

    @rule(none=st.sampled_from([(), ("msp",)]), days=st.sampled_from([10, 90]))
    def change_client(self, none, days):
        profile = replace(self.client.profile, has_none=none, review_days=days)
        self.do(change_profile(profile))

    @rule()
    def undo(self):
        if self.done:
            back = self.done.pop().inverse()
            self.take(back, self.client.applied(back))

    @rule(portions=st.integers(0, 5))
    def catch_up_a_little(self, portions):
        left = iter(range(portions))
        self.watch.work(lambda: next(left, None) is None)

    @invariant()
    def it_knows_what_a_full_look_finds(self):
        if not hasattr(self, "watch") or len(self.done) % 3:
            return
        self.watch.work(lambda: False)
        assert_knows_all(self.watch, self.client)


def assert_knows_all(watch, client):
    whole = findings(client, ON)
    told = tuple(f for group in watch.in_chart_order() for f in group)
    assert told == whole
    fresh = [f for f in whole if acceptance(client, f) is None]
    assert watch.count(with_ratings=True) == len(fresh)
    assert watch.count(with_ratings=False) == sum(not f.tells_ratings for f in fresh)
    for rated in (True, False):
        counted = Counter(f.seat for f in fresh if f.seat and (rated or not f.tells_ratings))
        for seat in client.chart():
            assert watch.count_of(seat, with_ratings=rated) == counted[seat]


TestAnyEdits = AnyEdits.TestCase
TestAnyEdits.settings = settings(
    settings.get_profile(settings.get_current_profile_name()), stateful_step_count=60
)


def test_another_day_is_another_look():
    client = empty_client()
    work = Revision(client)
    work.put(Occupant(OccupantId("A"), "A", "provider", notice_by="2027-06-01"))
    add_seat(SeatId("top"), parent=None, title="Top").run(work)
    seat_occupant(SeatingId("s"), SeatId("top"), OccupantId("A"), on=ON, since="").run(work)
    watch = Watch(work.client, ON)
    watch.work(lambda: False)
    before = watch.count(with_ratings=True)
    watch.look_anew("2027-05-01")
    assert watch.is_behind
    watch.work(lambda: False)
    assert watch.count(with_ratings=True) == before + 1


def test_work_stops_when_it_is_enough_and_goes_on_where_it_was():
    client = chart_of({"Owner": [f"S{n}" for n in range(20)]})
    watch = Watch(client, ON)
    counts = [0]
    while watch.is_behind:
        watch.work(lambda: True)
        counts.append(watch.count(with_ratings=True))
    assert max(now - before for before, now in pairwise(counts)) <= 4
    assert_knows_all(watch, client)


def followed(client, *edits):
    """What a watch knows that had caught up before the edits and caught up with them after."""
    watch = Watch(client, ON)
    watch.work(lambda: False)
    for edit in edits:
        work = Revision(client)
        edit.run(work)
        client = work.client
        watch.hear(client, work.change())
    watch.work(lambda: False)
    assert_knows_all(watch, client)
    return [f.code for group in watch.in_chart_order() for f in group]


def test_a_provider_far_below_answers_to_nobody_once_the_top_is_open():
    client = chart_of({"Owner": ["Mid"], "Mid": ["IT"], "IT": ["MSP"]})
    client = seated(seated(client, "Owner", "Ann"), "MSP", "Northbeam", provider=True)
    assert "provider-answers-to-nobody" not in followed(client)
    top = client.seatings(SeatId("Owner"))[0].id
    assert "provider-answers-to-nobody" in followed(client, unseat(top, on=ON))


def test_words_that_change_stand_twice_no_more():
    client = responsible(chart_of({"A": ["B"]}), "A", "Backup")
    twin = ResponsibilityId("twin")
    client = edited(client, add_responsibility(twin, SeatId("B"), "backup"))
    assert "same-responsibility-twice" in followed(client)
    assert "same-responsibility-twice" not in followed(
        client, change_responsibility(twin, text="Restore")
    )
    assert "same-responsibility-twice" not in followed(
        client,
        change_responsibility(twin, text="Restore"),
        change_responsibility(twin, text="Backups"),
    )
