"""The questions of one seat travel with its template; those of every seat stay with the client."""

from __future__ import annotations

import pytest

from mspseat_desktop.content.banks import bank_for, shipped_bank
from mspseat_desktop.content.question_templates import QuestionTemplate, usual_order
from mspseat_desktop.content.template_files import (
    LARGEST_ORDER,
    MOST_QUESTIONS,
    OwnTemplate,
    read_template,
    template_bytes,
    template_of,
)
from mspseat_desktop.content.templates import branch_from_templates
from mspseat_desktop.domain import rules
from mspseat_desktop.domain.edits.questions import add_question, hide_question, move_question
from mspseat_desktop.domain.review_records import BankQuestion
from mspseat_desktop.domain.revision import Revision
from mspseat_desktop.domain.vocabulary import BankQuestionId, SeatId
from world import chart_of, edited, id_maker

IT = shipped_bank("it_provider")
DESK = SeatId("Help desk")


def world():
    """A help desk with a question of its own, one left out and one moved."""
    return edited(
        chart_of({"CEO": ["Help desk"]}),
        add_question(
            BankQuestionId("phone"),
            IT,
            letter="gets",
            words="Do they answer the phone?",
            ask_to_see="The call list",
            provider_words="Do you answer the phone?",
            deciding=True,
            seat=DESK,
        ),
        add_question(BankQuestionId("all"), IT, letter="gets", words="Do they smile?"),
        hide_question(IT, "g2", seat=DESK),
        move_question(IT, "g6", way=-1, seat=DESK),
        move_question(IT, "phone", way=-1, seat=DESK),
    )


def read_back(client, seat=DESK):
    template = template_of(client, seat, name="Desk", with_branch=False)
    return read_template(template_bytes(template), file="desk.toml")


def put(template):
    """Put the template into another client, below its only seat."""
    work = Revision(chart_of({"Owner": []}))
    edit, (seat,) = branch_from_templates(
        template.seats, under=SeatId("Owner"), new_id=id_maker("n")
    )
    edit.run(work)
    rules.check(work.client, work.change())
    return work, seat


def asked(client, seat):
    return [
        (q.words, q.ask_to_see, q.provider_words, q.deciding)
        for q in bank_for(client, seat, "it_provider").questions
        if q.words != "Do they smile?"
    ]


def test_a_seat_from_the_template_asks_what_the_seat_asked_in_the_same_order():
    client = world()
    work, seat = put(read_back(client))
    assert asked(work.client, seat) == asked(client, DESK)
    words = [q.words for q in bank_for(work.client, seat, "it_provider").questions]
    assert "Do they answer the phone?" in words
    assert bank_for(work.client, None, "it_provider") == IT


def test_two_seats_from_one_template_have_questions_of_their_own():
    template = read_back(world())
    work, first = put(template)
    edit, (second,) = branch_from_templates(template.seats, under=first, new_id=id_maker("m"))
    edit.run(work)
    own = [r for r in work.client.every(BankQuestion) if r.words]
    assert {r.seat for r in own} == {first, second}
    assert len({r.question for r in own}) == 2
    assert asked(work.client, second) == asked(work.client, first)


def test_what_is_asked_in_every_seat_stays_with_the_client():
    client = edited(world(), hide_question(IT, "all", seat=DESK), hide_question(IT, "g5"))
    text = template_bytes(template_of(client, DESK, name="Desk", with_branch=False)).decode()
    assert "smile" not in text
    assert "g5" not in text
    assert '"all"' not in text


def test_taking_the_change_back_takes_the_questions_out_too():
    work, _seat = put(read_back(world()))
    back = work.client
    for touch in work.change().inverse().touches:
        back = back.with_touch(touch)
    assert list(back.every(BankQuestion)) == []


def test_a_question_of_its_own_that_is_not_asked_any_more_is_left_behind():
    client = edited(world(), hide_question(IT, "phone", seat=DESK))
    assert [q for q in read_back(client).seats[0].questions if q.words] == []


@pytest.mark.parametrize(
    "line",
    [
        'bank = "astrology", words = "Which sign?"',
        'bank = 7, words = "Which sign?"',
        'bank = "checklist", words = "Which sign?"',
        'bank = "it_provider"',
        'bank = "it_provider", words = 12',
        'bank = "it_provider", words = "  "',
        'bank = "it_provider", shipped = "zz9", hidden = true',
        'bank = "it_provider", words = "Which sign?", hidden = true',
    ],
)
def test_a_question_that_says_nothing_here_is_left_out(line):
    content = f'mspseat_template = 1\n[[seat]]\ntitle = "x"\nquestions = [{{ {line} }}]'
    assert read_template(content.encode(), file="x").seats[0].questions == ()


def test_odd_values_of_a_question_become_usual_ones():
    content = """
        mspseat_template = 1
        [[seat]]
        title = "x"
        questions = [
          { bank = "person", words = " Do they\\n read? ", letter = "heart", order = 1.5 },
          { bank="person", words="Far", letter="homework", deciding=true, order=99999999999999999 },
          { bank = "it_provider", shipped = "g1", hidden = true, words = "Mine", deciding = true },
          { bank = "it_provider", shipped = "g1", hidden = false },
        ]
        """
    near, far, placed = read_template(content.encode(), file="x").seats[0].questions
    assert (near.words, near.letter, near.deciding) == ("Do they read?", "gets", False)
    assert near.order > usual_order("person", shipped_bank("person").questions[-1].id)
    assert (far.letter, far.deciding, far.order) == ("homework", False, LARGEST_ORDER)
    assert placed == QuestionTemplate("it_provider", placed.order, "g1", hidden=False)


def test_more_questions_than_a_seat_takes_are_cut():
    rows = "\n".join(
        f'[[seat.questions]]\nbank = "person"\nwords = "{n}"' for n in range(MOST_QUESTIONS + 5)
    )
    content = f'mspseat_template = 1\n[[seat]]\ntitle = "x"\n{rows}'
    assert len(read_template(content.encode(), file="x").seats[0].questions) == MOST_QUESTIONS


def test_whatever_a_seat_asks_reads_the_same():
    template = template_of(world(), DESK, name="Desk", with_branch=False)
    assert read_template(template_bytes(template), file="x") == OwnTemplate("Desk", template.seats)
