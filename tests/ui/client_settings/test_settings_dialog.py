from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from driving import Hand, settle
from mspseat_desktop.domain.edits.client import change_profile
from mspseat_desktop.domain.records import (
    CoreValue,
    Occupant,
    Profile,
)
from mspseat_desktop.domain.vocabulary import CoreValueId
from mspseat_desktop.ui.client_settings.dialog import SECTIONS
from mspseat_desktop.ui.client_settings.result import ClientSettings, settings_edit
from mspseat_desktop.ui.widgets import Question
from printed_world import small_client
from world import chart_of, edited

LONG = "Whoever sees it, takes it to the end. " * 80


@pytest.fixture
def kept(qtbot):
    def keep(dialog) -> ClientSettings:
        with qtbot.waitSignal(dialog.chosen) as chosen:
            dialog.keep.click()
        return chosen.args[0]

    return keep


@pytest.fixture
def hand():
    return Hand()


def question(dialog) -> Question:
    return dialog.findChildren(Question)[-1]


def press(dialog, label: str) -> None:
    asked = question(dialog)
    next(b for b in asked.buttons if b.caption == label).click()
    settle()


def names(dialog) -> list[str]:
    return [value.name for value in dialog.part("values").values()]


def test_keeping_without_a_change_gives_back_the_same(bridge, dialog, kept):
    assert not dialog.is_changed()
    client = bridge.client
    assert kept(dialog) == ClientSettings(client.profile, client.core_values())


def test_every_setting_is_kept_by_one_step_that_undo_takes_back(bridge, dialog, kept):
    before = bridge.client
    dialog.part("client").name.setText("Lakeside Tools")
    dialog.part("client").goals.load("Ship on time")
    dialog.part("client").picture.load("Two plants")
    dialog.part("client").growth.setText("20 people")
    dialog.part("client").it_budget.setText("210,000")
    dialog.part("reports").adviser.setText("Alex Rivera")
    dialog.part("reports").firm.setText("Rivera & Co")
    dialog.part("reports").paper.buttons[1].click()
    dialog.part("reviews").days.load("60")
    dialog.part("words").responsibilities.buttons[1].click()
    dialog.part("words").metrics.buttons[1].click()
    dialog.part("words").seats.buttons[1].click()
    dialog.part("words").headlines.buttons[1].click()
    dialog.part("formats").dates.setCurrentIndex(1)
    dialog.part("formats").numbers.setCurrentIndex(2)
    dialog.part("values").exceptions.setCurrentIndex(2)
    dialog.part("values").minuses.setCurrentIndex(1)
    assert dialog.is_changed()
    assert bridge.do(settings_edit(kept(dialog)))
    assert bridge.client.profile == Profile(
        name="Lakeside Tools",
        adviser="Alex Rivera",
        firm="Rivera & Co",
        picture="Two plants",
        goals="Ship on time",
        growth="20 people",
        it_budget="210,000",
        bar_exceptions=2,
        bar_minuses=1,
        wording="eos",
        paper="Letter",
        review_days=60,
        responsibility_word="roles",
        metric_word="measurables",
        headline_words="plain",
        date_order="iso",
        decimal_sign="comma",
    )
    bridge.undo()
    assert bridge.client.profile == before.profile
    assert bridge.undo_step() is None


def test_a_kept_setting_is_shown_again(bridge, open_settings):
    profile = replace(
        bridge.client.profile,
        paper="Letter",
        review_days=45,
        wording="eos",
        responsibility_word="roles",
        metric_word="measurables",
        headline_words="plain",
        date_order="month_first",
        decimal_sign="point",
        bar_exceptions=2,
        bar_minuses=2,
    )
    bridge.do(change_profile(profile))
    dialog = open_settings(bridge)
    assert dialog.settings().profile == profile
    assert not dialog.is_changed()


def test_odd_numbers_of_another_program_stay_until_they_are_changed(bridge, open_settings, kept):
    odd = replace(bridge.client.profile, bar_exceptions=99, bar_minuses=40, review_days=100_000)
    bridge.do(change_profile(odd))
    dialog = open_settings(bridge, section="values")
    dialog.show_section("reviews")
    dialog.show_section("client")
    assert not dialog.is_changed()
    dialog.part("client").name.setText("Other")
    assert kept(dialog).profile == replace(odd, name="Other")


def test_what_else_the_client_keeps_stays(bridge, open_settings, kept):
    profile = replace(bridge.client.profile, has_none=("legal",), unwatched=("wide-span",))
    bridge.do(change_profile(profile))
    dialog = open_settings(bridge)
    dialog.part("client").name.setText("Other")
    assert kept(dialog).profile == replace(profile, name="Other")


def test_escape_with_changes_asks_and_nothing_typed_is_lost(dialog, qtbot, hand):
    hand.press("End")
    hand.type(" Tools")
    hand.press("Esc")
    assert dialog.isVisible()
    press(dialog, "Go on writing")
    assert dialog.isVisible()
    assert dialog.part("client").name.text() == "Lakeside Manufacturing Tools"
    hand.press("Esc")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        press(dialog, "Save")
    assert chosen.args[0].profile.name == "Lakeside Manufacturing Tools"
    assert not dialog.isVisible()


def test_changes_are_thrown_away_only_when_that_is_said(dialog, qtbot):
    dialog.part("client").name.setText("Other")
    with qtbot.assertNotEmitted(dialog.chosen):
        dialog.close()
        assert dialog.isVisible()
        press(dialog, "Throw away")
    assert not dialog.isVisible()


def test_escape_without_changes_closes_at_once(dialog, hand):
    hand.press("Esc")
    assert not dialog.isVisible()


def test_a_name_that_was_taken_away_is_asked_for(dialog, qtbot):
    dialog.part("client").name.setText("  ")
    dialog.show_section("words")
    with qtbot.assertNotEmitted(dialog.chosen):
        dialog.keep.click()
    assert dialog.section == "client"
    assert dialog.part("client").name.hasFocus()
    assert dialog.part("client")._nameless.isVisible()
    dialog.part("client").name.setText("Lakeside")
    assert not dialog.part("client")._nameless.isVisible()


NO_DAYS = ("", "ninety", "0", "6", "731", "-30", "1e3", "9" * 30, "\uff13\uff10")


@pytest.mark.parametrize("typed", NO_DAYS)
def test_days_that_are_no_days_stay_in_the_field_with_a_sentence(dialog, qtbot, typed):
    dialog.part("reviews").days.setText(typed)
    assert dialog.is_changed()
    with qtbot.assertNotEmitted(dialog.chosen):
        dialog.keep.click()
    assert dialog.section == "reviews"
    assert dialog.part("reviews").days.hasFocus()
    assert dialog.part("reviews").days.text() == typed
    assert dialog.part("reviews")._wrong.text() == "Write a whole number of days from 7 to 730."


def test_usual_days_are_one_click(dialog, kept):
    dialog.part("reviews").usual[3].click()
    assert kept(dialog).profile.review_days == 180


def test_values_are_written_and_ordered_by_keyboard_alone(dialog, hand, kept):
    dialog.show_section("values")
    assert names(dialog) == ["Own it", "Do the right thing", "Plain speaking", "Keep improving"]
    hand.press("Enter", "Enter", "Enter", "Enter")
    hand.type("Be kind")
    hand.press("Tab")
    hand.type("Nobody is left alone")
    hand.press("Alt+Up", "Alt+Up")
    assert names(dialog)[2] == "Be kind"
    values = kept(dialog).values
    assert values[2].meaning == "Nobody is left alone"
    assert [v.id for v in values if v.name != "Be kind"] == ["v1", "v2", "v3", "v4"]


def test_the_first_value_is_written_with_enter_on_the_button(bridge_on, open_settings, hand, kept):
    dialog = open_settings(bridge_on(chart_of({"Owner": []})), section="values")
    assert dialog.part("values").words.text() == "Without core values there is no bar."
    hand.press("Enter")
    hand.type("Own it")
    hand.press("Enter")
    hand.type("Be kind")
    assert dialog.part("values").words.text() == "The bar: all 2 are +."
    assert [v.name for v in kept(dialog).values] == ["Own it", "Be kind"]


def test_a_value_that_was_taken_out_can_be_put_back_with_its_id(dialog, kept):
    rows = dialog.part("values").rows
    rows.rows[1].delete.click()
    rows.rows[1].delete.click()
    assert names(dialog) == ["Own it", "Keep improving"]
    assert rows.back.caption == "Put “Plain speaking” back"
    rows.back.click()
    rows.back.click()
    assert not rows.back.isVisible()
    assert [v.id for v in kept(dialog).values] == ["v1", "v2", "v3", "v4"]


def test_a_meaning_without_a_name_is_not_thrown_away(dialog, qtbot):
    row = dialog.part("values").rows.add()
    row.meaning.setText("Nobody is left alone")
    with qtbot.assertNotEmitted(dialog.chosen):
        dialog.keep.click()
    assert dialog.section == "values"
    assert row.name.hasFocus()
    assert dialog.part("values").rows._nameless.isVisible()


def test_more_values_than_usual_in_a_file_all_stay(bridge_on, open_settings, kept):
    values = [CoreValue(CoreValueId(f"w{n}"), n, f"Value {n}", LONG) for n in range(15)]
    client = edited(small_client(), settings_edit(ClientSettings(Profile(name="L"), (*values,))))
    dialog = open_settings(bridge_on(client))
    assert not dialog.part("values").rows.add_button.isEnabled()
    assert [v.name for v in kept(dialog).values] == [v.name for v in values]


def test_who_falls_below_the_bar_is_said_as_it_is_moved(dialog):
    dialog.show_section("values")
    values = dialog.part("values")
    assert (
        values.words.text()
        == "The bar: at least 3 of 4 are +, at most 1 +/\N{MINUS SIGN}, no \N{MINUS SIGN}."
    )
    assert values.below.text() == "Nobody falls below it by their latest ratings."
    assert values.others.text() == "1 is at or over it."
    values.exceptions.setCurrentIndex(0)
    assert (
        values.below.text()
        == "Below it by their latest ratings: Northbeam IT (3 +, 1 +/\N{MINUS SIGN})."
    )
    values.rows.rows[2].delete.click()
    assert values.below.text() == "Nobody falls below it by their latest ratings."
    values.rows.add().name.setText("Be kind")
    assert values.others.text() == "1 is not decided: a value is not rated yet."


def test_hidden_ratings_stay_hidden_in_the_settings(bridge, open_settings):
    bridge.hide_ratings(hidden=True)
    dialog = open_settings(bridge, section="values")
    dialog.part("values").exceptions.setCurrentIndex(0)
    shown = [dialog.part("values").below.text(), dialog.part("values").others.text()]
    assert shown[0] == ""
    assert shown[1].startswith("Ratings are hidden, so it stays unsaid who falls below.")
    assert not any(o.name in shown[1] for o in bridge.client.every(Occupant))


def test_the_bar_follows_the_count_of_values_until_it_is_set(dialog, kept):
    values = dialog.part("values")
    for _row in range(2):
        values.rows.rows[0].delete.click()
    assert values.words.text() == "The bar: all 2 are +."
    assert not values.usual.isVisible()
    assert kept(dialog).profile.bar_exceptions is None


def test_a_bar_that_was_set_stays_and_can_be_given_back(dialog, kept):
    dialog.show_section("values")
    values = dialog.part("values")
    values.exceptions.setCurrentIndex(3)
    values.rows.rows[0].delete.click()
    assert values.exceptions.value == 3
    values.usual.click()
    assert values.exceptions.value == 1
    assert kept(dialog).profile.bar_exceptions is None


def test_seats_are_renamed_only_when_the_user_says_so(bridge_on, open_settings, kept):
    chart = chart_of({"Owner or CEO": ["General manager", "Warehouse"]})
    dialog = open_settings(bridge_on(chart), section="words")
    assert not dialog.part("words").rename.isVisible()
    dialog.part("words").seats.buttons[1].click()
    assert dialog.part("words").rename.isVisible()
    assert (
        dialog.part("words").names.text()
        == "Owner or CEO → Visionary, General manager → Integrator"
    )
    assert kept(dialog).renamings == ()
    bridge = bridge_on(chart)
    dialog = open_settings(bridge, section="words")
    dialog.part("words").seats.buttons[1].click()
    dialog.part("words").rename.click()
    assert bridge.do(settings_edit(kept(dialog)))
    titles = {bridge.client.seat(seat).title for seat in bridge.client.chart()}
    assert titles == {"Visionary", "Integrator", "Warehouse"}
    bridge.undo()
    assert bridge.client.profile.wording == "plain"
    assert bridge.client.seat("Owner or CEO").title == "Owner or CEO"


def test_turning_back_to_the_old_names_renames_nothing(bridge_on, open_settings, kept):
    dialog = open_settings(bridge_on(chart_of({"Owner or CEO": []})), section="words")
    dialog.part("words").seats.buttons[1].click()
    dialog.part("words").rename.click()
    dialog.part("words").seats.buttons[0].click()
    settings = kept(dialog)
    assert settings.renamings == ()
    assert settings.profile.wording == "plain"


def test_headlines_are_shown_as_they_would_read(dialog):
    assert dialog.part("words").sample.text().startswith("Right provider, right seat")
    dialog.part("words").headlines.buttons[1].click()
    assert dialog.part("words").sample.text().startswith("Fits us and the seat")


def test_sections_are_walked_by_keyboard(dialog, hand):
    seen = []
    for _turn in range(6):
        seen.append(dialog.section)
        assert QApplication.focusWidget() is not None
        assert dialog.pages.currentWidget().isAncestorOf(QApplication.focusWidget())
        hand.press("Ctrl+PgDown")
    assert seen == ["client", "values", "reports", "reviews", "words", "formats"]
    assert dialog.section == "client"
    dialog.sections.setFocus()
    hand.press("Down")
    assert dialog.section == "values"


@pytest.mark.parametrize("size", [(900, 640), (720, 480)])
def test_nothing_is_cut_off_sideways(bridge, open_settings, size):
    dialog = open_settings(bridge)
    dialog.resize(*size)
    for value in dialog.part("values").rows.rows:
        value.name.setText(LONG)
    dialog.part("client").name.setText(LONG)
    for section in SECTIONS:
        dialog.show_section(section)
        settle()
        area = dialog.pages.currentWidget()
        for child in dialog.part(section).findChildren(QWidget):
            if child.isVisible() and not child.isWindow():
                right = child.mapTo(area, QPoint(child.width(), 0)).x()
                assert right <= area.width(), (section, child)


def test_the_logo_is_kept_with_the_other_settings(bridge, dialog, kept, a_png):
    dialog.part("client").logo.take(a_png)
    assert dialog.is_changed()
    assert bridge.client.profile.logo == ""
    assert bridge.do(settings_edit(kept(dialog)))
    logo = bridge.client.profile.logo
    assert bridge.picture(logo) is not None
    bridge.undo()
    bridge.redo()
    assert bridge.client.profile.logo == logo


def test_enter_in_a_line_saves(dialog, qtbot):
    dialog.part("client").name.setText("Other")
    with qtbot.waitSignal(dialog.chosen):
        qtbot.keyClick(dialog.part("client").name, Qt.Key.Key_Return)


def offered(box):
    return [box.itemData(at) for at in range(box.count())]


def test_the_bar_offers_no_number_above_the_count_of_values(dialog):
    values = dialog.part("values")
    for box in (values.exceptions, values.minuses):
        assert offered(box) == [0, 1, 2, 3, 4]
    values.rows.rows[0].delete.click()
    values.rows.rows[0].delete.click()
    for box in (values.exceptions, values.minuses):
        assert offered(box) == [0, 1, 2]
    values.rows.add().name.setText("Be kind")
    assert offered(values.exceptions) == [0, 1, 2, 3]


def test_a_bar_that_was_set_comes_back_with_its_values(dialog, kept):
    values = dialog.part("values")
    values.exceptions.setCurrentIndex(4)
    values.rows.rows[0].delete.click()
    assert values.exceptions.value == 3
    values.rows.back.click()
    assert values.exceptions.value == 4
    assert kept(dialog).profile.bar_exceptions == 4
