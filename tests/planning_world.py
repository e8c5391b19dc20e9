"""A client with agreed actions in each state: Dana above, Northbeam reviewed twice in the MSP."""

from dataclasses import replace

from mspseat_desktop.domain.edits.actions import add_action, drop_action, mark_action
from mspseat_desktop.domain.edits.people import revise_occupant
from mspseat_desktop.domain.edits.review import (
    change_review,
    finish_review,
    put_answer,
    start_review,
)
from mspseat_desktop.domain.review_records import Action, answer_id
from mspseat_desktop.domain.vocabulary import (
    ActionId,
    OccupantId,
    ReviewId,
    SeatId,
)
from world import chart_of, edited, seated

MSP, FIRM = SeatId("MSP"), OccupantId("Northbeam")
FIRST = ReviewId("first")
ORIGIN = answer_id(FIRST, "call", "wants")
LATE, SOON, FAR, LOOSE, DONE, DROPPED = (
    ActionId(name) for name in ("late", "soon", "far", "loose", "done", "dropped")
)
ACTIONS = (
    Action(SOON, FIRST, what="Agree on the roadmap", who="Joel", due="2026-12-01", origin=ORIGIN),
    Action(LATE, FIRST, what="Show the restore log", who="Northbeam", due="2026-11-10"),
    Action(LOOSE, FIRST, what="Meet the second engineer"),
    Action(FAR, FIRST, what="Improvement plan, check 1 of 3", due="2027-02-01", part="check"),
    Action(DONE, FIRST, what="Name a stand-in", who="Northbeam", due="2026-11-01"),
    Action(DROPPED, FIRST, what="Buy new servers", who="Joel", due="2026-11-02"),
)


def world(*, finished=True):
    """Six actions agreed in the review of the MSP; ON is the 23rd of November 2026."""
    client = chart_of({"CEO": ["MSP", "Finance"]})
    client = seated(client, "CEO", "Dana")
    client = seated(client, "Finance", "Joel")
    client = seated(client, "MSP", "Northbeam", provider=True)
    client = edited(
        client,
        revise_occupant(
            FIRM, lambda now: replace(now, notice_by="2026-12-15", contract_end="2027-03-31")
        ),
        start_review(FIRST, seat=MSP, occupant=FIRM, on="2026-10-14", bank="other_provider"),
        change_review(FIRST, next_on="2026-11-13"),
        put_answer(FIRST, "call", about="wants", value="no", note="Would rather not plan."),
        *(add_action(action) for action in ACTIONS),
    )
    if finished:
        end = finish_review(FIRST, finished_at="2026-10-14T15:00:00+00:00", questions=())
        client = edited(client, end)
    return edited(
        client,
        mark_action(DONE, done_on="2026-10-30"),
        drop_action(DROPPED, because="The firm rents them now."),
    )
