"""A click on a medicine in the lanes. Oracle: the change that begins the bar which was clicked."""

import random
from datetime import date, timedelta

from playwright.sync_api import Page, expect

from tests.browser.screen import be_still, click_chart, open_view, settle, upload
from tests.conftest import PHONE

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
    click_chart(page, box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, "Magnesium")
    settle(page)
    expect(comparison.get_by_role("heading").first).to_contain_text("Magnesium")
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


def many(at: int) -> str:
    """A row of a list in which a medicine is started, raised, lowered and stopped, one after the other."""
    name = ("Magnesium", "Amlodipine", "Ramipril", "Furosemide", "Quinine")[at // 4]
    change, dose = (("start", 10), ("increase", 20), ("decrease", 10), ("stop", ""))[at % 4]
    return f"{night(5 + 5 * at)},{name},{change},{dose}"


def test_on_a_phone_a_long_table_waits_for_a_click(page: Page) -> None:
    """Oracle: 15 spells of 20 changes; an empty cell, the first spell has none before it, has no head."""
    page.set_viewport_size(PHONE)
    told = "\n".join(("Date,Medication,Change,Dose", *map(many, range(20)))).encode()
    upload(page, [journal()[0], ("medicines.csv", told)])
    open_view(page, "Medication")
    rows = page.get_by_test_id("stMain").get_by_text("; Nights ", exact=False)
    expect(rows).to_have_count(0)
    page.get_by_test_id("stMain").get_by_text("As a table").first.click()
    settle(page)
    expect(rows).to_have_count(15)
    assert not [line for line in rows.all_inner_texts() if "; ;" in line or line.endswith((":", ";"))]
