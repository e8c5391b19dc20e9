from __future__ import annotations

import pytest

from mspseat_desktop.content.templates import templates
from mspseat_desktop.domain.edits.chart import add_seat
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.ui.seat_panel.bank import metric_items
from world import edited, empty_client

ALL = templates("plain")


@pytest.mark.parametrize("template", ALL, ids=[template.id for template in ALL])
def test_a_seat_is_offered_the_metrics_of_its_own_kind_first(template):
    seat = SeatId("seat")
    client = edited(empty_client(), add_seat(seat, parent=None, title=template.title))
    own = [line.name for line in (*template.metrics, *template.more_metrics)]
    offered = [item.title for item in metric_items(client, seat)]
    assert len(own) >= 3
    assert offered[: len(own)] == own
