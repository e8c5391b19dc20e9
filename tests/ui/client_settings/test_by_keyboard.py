"""The settings as a user has them: opened, changed and kept without a mouse."""

from __future__ import annotations

from driving import settle, shown_texts
from mspseat_desktop.ui.client_settings.dialog import SettingsDialog


def test_words_formats_and_a_value_are_set_by_keyboard_alone(program):
    program.open_sample()
    program.select("Managed IT & Security")
    hand = program.hand
    hand.press("Ctrl+I", "Ctrl+PgDown")
    dialog = program.dialog(SettingsDialog)
    assert dialog.section == "values"
    hand.press("Enter", "Enter", "Enter", "Enter")
    hand.type("Be kind")
    hand.press("Ctrl+PgDown", "Ctrl+PgDown")
    hand.type("120")
    hand.press("Ctrl+PgDown")
    assert dialog.section == "words"
    hand.press("Right", "Space", "Tab", "Right", "Space")
    hand.press("Ctrl+PgDown")
    assert dialog.section == "formats"
    hand.press("Down", "Ctrl+S")
    settle()
    assert not program.has_dialog()
    profile = program.client.profile
    assert [v.name for v in program.client.core_values()][-1] == "Be kind"
    assert profile.review_days == 120
    assert (profile.responsibility_word, profile.metric_word) == ("roles", "measurables")
    assert profile.date_order == "iso"
    texts = " ".join(shown_texts(program.view.panel))
    assert "Top five roles" in texts
    assert "esponsibilities" not in texts
    hand.press("Ctrl+Z")
    assert program.client.profile.responsibility_word == "responsibilities"
    assert "Top five responsibilities" in shown_texts(program.view.panel)


def test_every_page_of_the_window_follows_the_words(program):
    program.open_sample()
    program.select("Managed IT & Security")
    program.bridge.hide_ratings(hidden=False)
    hand = program.hand
    hand.press("Ctrl+I")
    for _section in range(4):
        hand.press("Ctrl+PgDown")
    hand.press("Right", "Space", "Tab", "Right", "Space", "Ctrl+S")
    settle()
    client = program.client
    written = " ".join(str(r) for kind in _kinds() for r in client.every(kind))
    for page in ("page-chart", "page-people", "page-coverage", "page-reports"):
        program.act(page)
        settle()
        for text in shown_texts(program.view):
            usual = [word for word in ("esponsibilit", "etric") if word in text]
            assert not usual or text in written, (page, text)


def _kinds():
    from mspseat_desktop.domain.records import RECORD_TYPES

    return RECORD_TYPES
