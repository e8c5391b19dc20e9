from mspseat_desktop.domain.leaving_out import PARTS, PRESETS, Sending, counted, reduced
from mspseat_desktop.wording.sending import (
    counted_part_text,
    left_out_lines,
    part_text,
    preset_hint,
    preset_words,
    sent_text,
    stand_ins,
    travelling_lines,
)
from sending_world import NORTHBEAM, sending_world


def test_every_part_and_preset_has_words():
    assert len({part_text(part) for part in PARTS}) == len(PARTS)
    assert len({part_text(part, provider="Northbeam") for part in PARTS}) == len(PARTS)
    assert set(preset_words()) == set(PRESETS)
    assert len({preset_hint(preset) for preset in PRESETS}) == len(PRESETS)


def test_what_is_left_out_begins_with_what_never_travels():
    client = sending_world()
    sending = Sending(PRESETS["provider"], stand_ins(), NORTHBEAM)
    counts = counted(client, sending.provider)
    lines = left_out_lines(counts, sending.without, provider="Northbeam IT")
    assert "history" in lines[0]
    assert counted_part_text("other_reviews", 2, provider="Northbeam IT") in lines
    assert not any("Pictures" in line for line in lines[2:])


def test_each_part_stands_in_one_of_the_two_lists_or_is_not_there_at_all():
    client = sending_world()
    for without in (frozenset(), frozenset(PARTS), PRESETS["board"]):
        sending = Sending(without, stand_ins())
        counts = counted(client, sending.provider)
        left = left_out_lines(counts, without)
        stays = travelling_lines(reduced(client, sending), counts, without)
        for part in PARTS:
            words = counted_part_text(part, counts[part])
            places = ((words in left) and part in without, (words in stays) and part not in without)
            assert sum(places) == bool(counts[part])


def test_a_copy_of_everything_says_that_notes_are_in_it():
    assert "notes included" in sent_text("a.mspseat", frozenset())
    assert "notes included" not in sent_text("a.mspseat", frozenset({"notes"}))
