import pytest
from PySide6.QtCore import QPoint, QRect

from mspseat_desktop.ui.chart.clearing import BESIDE, way_out

ROOM = QRect(0, 0, 800, 600)
LID = QRect(600, 450, 200, 150)


@pytest.mark.parametrize(
    ("card", "move"),
    [
        (QRect(100, 100, 100, 50), QPoint()),
        (QRect(590, 500, 100, 50), QPoint(600 - BESIDE - 689, 0)),
        (QRect(650, 440, 100, 50), QPoint(0, 450 - BESIDE - 489)),
    ],
)
def test_a_card_goes_the_shortest_way_out_and_stays_where_it_is_free(card, move):
    assert way_out(card, [LID], ROOM) == move


def test_a_card_for_which_there_is_no_room_beside_the_lid_stays():
    assert way_out(QRect(10, 10, 780, 580), [LID], ROOM) == QPoint()
    assert way_out(QRect(650, 460, 100, 50), [LID, QRect(0, 0, 800, 449)], ROOM) == QPoint(
        600 - BESIDE - 749, 0
    )
