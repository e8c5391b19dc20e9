import re

import pytest

from mspseat_desktop.layout.palette import TONES, contrast, load_palette

THEMES = ("light", "dark")
# The writing of the windows and every ground that it stands on somewhere.
PAIRS = [
    ("ink", ground)
    for ground in ("canvas", "surface", "rail", "field", "hover", "accent_soft", "provider_card")
]
PAIRS += [("muted", ground) for ground in ("canvas", "surface", "rail", "field", "hover")]
PAIRS += [("muted", "accent_soft"), ("muted", "provider_card"), ("muted", "pressed")]
PAIRS += [(f"{tone}_text", f"{tone}_soft") for tone in TONES]
PAIRS += [
    (f"{tone}_text", ground) for tone in TONES for ground in ("surface", "canvas", "rail", "hover")
]
PAIRS += [
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_no", "no"),
    ("on_no", "no_hover"),
    ("on_tip", "tip"),
    ("tip_link", "tip"),
]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("writing", "ground"), PAIRS)
def test_writing_that_carries_meaning_can_be_read(name, writing, ground):
    palette = load_palette(name)
    assert contrast(palette.color(writing), palette.color(ground)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("role", ["accent", "yes", "partly", "no", "provider", "person"])
def test_marks_and_rings_stand_out_from_their_ground(name, role):
    palette = load_palette(name)
    assert contrast(palette.color(role), palette.surface) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_every_role_is_a_colour(name):
    palette = load_palette(name)
    assert palette.name == name
    for role in palette.__dataclass_fields__:
        if role != "name":
            assert re.fullmatch(r"#[0-9A-F]{6}", palette.color(role)), role


def test_contrast_of_black_and_white_is_21():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == pytest.approx(1)
