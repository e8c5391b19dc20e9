from __future__ import annotations

import pytest

from mspseat_desktop.layout.pages import CHART_TYPE, Page, fit_on_page

A4_LANDSCAPE = Page(841.9, 595.3, 36, 60, 36, 40)


def test_a_small_chart_keeps_its_natural_size_in_the_middle():
    fit = fit_on_page((-112, 0, 112, 96), A4_LANDSCAPE)
    assert fit.scale == 0.75
    assert fit.left == pytest.approx(841.9 / 2)
    assert fit.top == 60
    assert not fit.is_too_small


def test_a_wide_chart_fills_the_room_between_the_margins():
    fit = fit_on_page((-700, 0, 500, 300), A4_LANDSCAPE)
    assert fit.left + fit.scale * -700 == pytest.approx(36)
    assert fit.left + fit.scale * 500 == pytest.approx(841.9 - 36)


def test_a_high_chart_ends_at_the_lower_margin():
    fit = fit_on_page((-112, 0, 112, 2000), A4_LANDSCAPE)
    assert fit.top + fit.scale * 2000 == pytest.approx(595.3 - 40)
    assert fit.is_too_small


def test_type_under_six_points_is_said_to_be_too_small():
    room = 841.9 - 72
    smallest = 6 / CHART_TYPE
    assert not fit_on_page((0, 0, int(room / smallest), 100), A4_LANDSCAPE).is_too_small
    assert fit_on_page((0, 0, int(room / smallest) + 1, 100), A4_LANDSCAPE).is_too_small


def test_an_empty_chart_fits():
    assert fit_on_page((0, 0, 0, 0), A4_LANDSCAPE).scale == 0.75


def test_margins_without_room_between_are_refused():
    with pytest.raises(ValueError, match="no room"):
        fit_on_page((0, 0, 10, 10), Page(100, 100, 50, 0, 50, 0))
