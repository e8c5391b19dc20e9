from __future__ import annotations

import pytest

from mspseat_desktop.domain.records import CoreValue, CoreValueId, Profile
from mspseat_desktop.ui.client_dialog import ClientDialog, ClientSettings
from mspseat_desktop.ui.theme import Theme
from world import id_maker

VALUES = tuple(
    CoreValue(CoreValueId(str(n)), n, name) for n, name in enumerate(("Own it", "Be kind", "Learn"))
)


@pytest.fixture
def dialog(qtbot):
    profile = Profile(name="Lakeside", firm="Rivera Advisory")
    dialog = ClientDialog(Theme("light"), ClientSettings(profile, VALUES), new_id=id_maker())
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def kept(dialog, qtbot):
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.keep.click()
    return chosen.args[0]


def test_keeping_without_a_change_gives_back_the_same(dialog, qtbot):
    assert kept(dialog, qtbot) == ClientSettings(dialog._given.profile, VALUES)


def test_a_renamed_value_keeps_its_id_and_a_new_line_gets_one(dialog, qtbot):
    dialog.values.load("Own it\nBe fair\nLearn")
    assert [(v.id, v.name) for v in kept(dialog, qtbot).values] == [
        ("0", "Own it"),
        ("1", "Be fair"),
        ("2", "Learn"),
    ]
    dialog.values.load("Learn\nOwn it\nBe kind\nSpeak up")
    values = kept(dialog, qtbot).values
    assert [v.id for v in values[:3]] == ["2", "0", "1"]
    assert values[3].id not in {"0", "1", "2"}


def test_the_bar_is_said_in_words_as_values_are_written(dialog):
    assert dialog._bar_words.text() == "The bar: at least 2 of 3 are +, at most 1 +/-, no -."
    dialog.values.load("Own it\nBe kind")
    assert dialog._bar_words.text() == "The bar: all 2 are +."
    dialog.values.load("")
    assert dialog._bar_words.text() == "Without core values there is no bar."


def test_a_bar_that_was_chosen_stays_when_values_are_added(dialog, qtbot):
    dialog.exceptions.setCurrentIndex(2)
    dialog.values.load("a\nb\nc\nd\ne")
    assert kept(dialog, qtbot).profile.bar_exceptions == 2
