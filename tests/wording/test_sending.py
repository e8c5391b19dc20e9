from dataclasses import replace

from mspseat_desktop.domain.edits.client import change_profile
from mspseat_desktop.domain.edits.people import add_occupant
from mspseat_desktop.domain.records import Occupant, Profile
from mspseat_desktop.domain.vocabulary import BlobHash, OccupantId
from mspseat_desktop.wording.sending import sent_text
from world import chart_of, edited


def lines(client):
    return sent_text(client).splitlines()


def test_what_is_left_out_is_said_first():
    said = lines(chart_of({"Owner": []}))
    assert [line.split(":")[0] for line in said[:2]] == ["Left out", "Left out"]
    assert "• 1 seat with its notes" in said
    assert not any("picture" in line for line in said[3:])


def test_each_picture_in_use_is_counted_once():
    logo, face = BlobHash("logo"), BlobHash("face")
    client = edited(
        chart_of({"Owner": []}),
        change_profile(replace(Profile(name="Lakeside"), logo=logo, mark=logo)),
        add_occupant(Occupant(OccupantId("ann"), "Ann", portrait=face)),
        add_occupant(Occupant(OccupantId("bo"), "Bo", portrait=face)),
    )
    assert "• 2 pictures" in lines(client)
