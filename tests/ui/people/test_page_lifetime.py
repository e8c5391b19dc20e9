from shiboken6 import delete

from mspseat_desktop.domain.edits.people import add_occupant
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.vocabulary import OccupantId
from mspseat_desktop.ui.people.page import PeoplePage


def test_a_page_that_was_thrown_away_hears_no_more(desk, theme):
    page = PeoplePage(desk.bridge, theme)
    page.show()
    delete(page)
    desk.bridge.hide_ratings(hidden=True)
    assert desk.bridge.do(add_occupant(Occupant(OccupantId("x"), "x")))


def test_a_page_never_shown_is_built_while_nobody_waits(make_desk, qtbot):
    desk = make_desk(shown=False)
    qtbot.waitUntil(lambda: hasattr(desk.page, "split"), timeout=10_000)
    assert not desk.page._idle.isActive()
    assert desk.names == []
    desk.page.show()
    assert len(desk.names) == 4
