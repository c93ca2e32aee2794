"""A click on a medicine in the lanes. Oracle: the change that begins the bar which was clicked."""

import random
from datetime import date, timedelta

from playwright.sync_api import Page, expect

from tests.browser.screen import be_still, click_chart, open_view, settle, upload

FIRST = date(2025, 1, 1)


def night(at: int) -> date:
    return FIRST + timedelta(days=at)


def journal() -> list[tuple[str, bytes]]:
    """120 nights with two medicines, whose latest change is the second's start."""
    chance = random.Random(1)
    diary = [f"{night(at)},{chance.choice((0, 0, 1, 2))}" for at in range(120)]
    told = [f"{night(40)},Magnesium,start,300 mg", f"{night(80)},Quinine,start,200 mg"]
    lines = (("Night of,Cramps", diary), ("Date,Medication,Change,Dose", told))
    files = ["\n".join((header, *rows)).encode() for header, rows in lines]
    return list(zip(("diary.csv", "medicines.csv"), files, strict=True))


def test_one_click_on_a_lane_opens_its_comparison(page: Page) -> None:
    """And where the table is wider than the window, the keyboard of every browser scrolls it; else it is no
    stop on the way."""
    upload(page, journal())
    open_view(page, "Medication")
    comparison = page.locator(".st-key-comparison")
    expect(comparison.get_by_role("heading").first).to_contain_text("Quinine")
    be_still(page)
    lanes = page.get_by_test_id("stMain").get_by_test_id("stPlotlyChart").first
    bars = lanes.locator("svg.main-svg .barlayer path")
    first = min(range(bars.count()), key=lambda at: (bars.nth(at).bounding_box() or {"y": 9e9})["y"])
    box = bars.nth(first).bounding_box()
    assert box is not None
    opened = comparison.get_by_role("heading").first.filter(has_text="Magnesium")
    click_chart(page, box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, opened, "Magnesium")
    settle(page)
    expect(comparison).to_be_in_viewport()
    page.set_viewport_size({"width": 640, "height": 900})
    settle(page)
    reach = page.get_by_test_id("stTable").first.locator("> div")
    expect(reach).to_have_attribute("tabindex", "0")
    reach.focus()
    page.keyboard.press("ArrowRight")
    expect(reach).to_be_focused()
    page.wait_for_function("table => table.scrollLeft > 0", arg=reach.element_handle())
    page.set_viewport_size({"width": 1900, "height": 900})
    expect(reach).not_to_have_attribute("tabindex", "0")
