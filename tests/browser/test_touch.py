"""A finger on a phone. Oracle: how far the page has moved after a real drag over a chart."""

import pytest
from playwright.sync_api import CDPSession, Page

from tests.browser.screen import be_still, open_view

DRAG = 300  # px that the finger moves
MOVED = 100  # px that the page moves at least


def top_of(page: Page) -> float:
    return float(page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop"))


def drag(page: Page, touch: CDPSession, start: float, by: float) -> None:
    """One finger put down at ``start`` [px from the top], moved and lifted."""
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": 195, "y": start}]})
    for step in range(1, 11):
        point = {"x": 195, "y": start + by * step / 10}
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
        page.wait_for_timeout(16)
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@pytest.mark.parametrize("view", ["Summary", pytest.param("Nights", marks=pytest.mark.slow)])
def test_a_finger_on_any_chart_scrolls_the_page(sample_on_phone: Page, view: str) -> None:
    page = sample_on_phone
    if view != "Summary":
        open_view(page, view)
    be_still(page)
    touch = page.context.new_cdp_session(page)
    charts = page.get_by_test_id("stMain").get_by_test_id("stPlotlyChart")
    assert charts.count() > 0
    for place in range(min(charts.count(), 3)):
        charts.nth(place).evaluate("chart => chart.scrollIntoView({block: 'center'})")
        page.wait_for_timeout(300)
        box = charts.nth(place).bounding_box()
        assert box is not None
        before = top_of(page)
        drag(page, touch, min(max(box["y"] + box["height"] / 2, 250), 600), -DRAG if before < DRAG else DRAG)
        page.wait_for_timeout(300)
        assert abs(top_of(page) - before) > MOVED, f"chart {place} of {view} holds the finger"
    touch.detach()
