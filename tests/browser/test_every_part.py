"""Every part of the sample, opened in one visit first in the light and wide, then in the dark and narrow; the
tests look at what was seen.

Oracles: what a visitor sees; axe-core's own rules, WCAG 2.2 AA; the browser's own complaints and widths.
"""

from dataclasses import dataclass, field
from typing import Literal

import pytest
from playwright.sync_api import ConsoleMessage, Page, TimeoutError, expect

from tests.browser.access import COLOURS, RULES, Rules, faults
from tests.browser.screen import VIEWS, open_view, said, settle, upload
from tests.conftest import PATIENCE, WIDE, Server, first_visit
from tests.journal_files import sample

HEADINGS = {
    "Summary": "How is it going?",
    "Hydration": "Fluid and cramps",
    "Activity": "Activity and cramps",
    "Medication": "Before and after a change",
    "Nights": "The nights",
    "Everything together": "Everything together",
    "Journal": "What was read",
}
# A phone, and 200 % zoom of 1280 px [px].
NARROW = (390, 640)
GROUND = """scheme => {
    const ground = getComputedStyle(document.querySelector("[data-testid=stApp]")).backgroundColor;
    return (Number(ground.match(/\\d+/)[0]) > 127) === (scheme === "light");
}"""
FITS = "() => (part => part.scrollWidth <= part.clientWidth)(document.querySelector('[data-testid=stMain]'))"


@dataclass
class Seen:
    """What was seen of every part, by its name; ``faults`` also of the windows that open on them."""

    headings: dict[str, str] = field(default_factory=dict)
    named: list[str] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    faults: dict[str, list[str]] = field(default_factory=dict)
    too_wide: list[tuple[str, int]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    pictures: int = 0


def wider_than(page: Page, width: int) -> bool:
    """Whether the part has to be scrolled sideways in so narrow a window [px]."""
    page.set_viewport_size({"width": width, "height": 844})
    page.wait_for_timeout(200)
    settle(page)  # the page is another on a phone
    try:
        page.wait_for_function(FITS, timeout=PATIENCE / 4)  # the charts are drawn anew, one after the other
    except TimeoutError:
        return True
    return False


def look_at_every_part(page: Page, seen: Seen) -> None:
    main = page.get_by_test_id("stMain")
    for view in VIEWS:
        open_view(page, view)
        expect(main.get_by_test_id("stPlotlyChart").first).to_be_visible()
        expect(page.get_by_test_id("stSidebar").get_by_text("Close this journal")).to_be_visible()
        seen.headings[view] = main.get_by_role("heading", level=1).filter(visible=True).inner_text()
        seen.said[view] = said(page)
        seen.named += [name for name, _ in sample() if main.get_by_text(name, exact=True).is_visible()]
        seen.faults[view] = faults(page, RULES)
        if view == "Nights":
            look_at_every_window(page, seen, RULES)
    look_at_keep(page, seen, RULES)


def look_at_keep(page: Page, seen: Seen, rules: Rules) -> None:
    open_view(page, "Keep")
    expect(page.get_by_alt_text("The page as it will be printed")).to_be_visible()
    seen.faults["Keep"] = faults(page, rules)
    seen.pictures = page.locator("img[src^='data:image/png']").count()


def look_at_every_width(page: Page, seen: Seen) -> None:
    """At both narrow widths: each part is opened at the one of the part before and brought to the other. The
    colours at the wider, which shows what a wide window shows."""
    widths = NARROW
    for view in VIEWS:
        open_view(page, view)
        expect(page.get_by_test_id("stMain").get_by_test_id("stPlotlyChart").first).to_be_visible()
        for width in widths:
            seen.too_wide += [(view, width)] if wider_than(page, width) else []
            if width == max(NARROW):
                seen.faults[view] = faults(page, COLOURS)
        widths = widths[::-1]


def look_at_every_window(page: Page, seen: Seen, rules: Rules) -> None:
    """Over the nights: a night's card, the window for typing and the box for pasting, each open; the planner
    has a test of its own."""
    page.get_by_role("button", name="Open a night").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    seen.faults["card"] = faults(page, rules)
    page.keyboard.press("Escape")
    settle(page)
    page.get_by_role("button", name="Add by hand").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    seen.faults["typing"] = faults(page, rules)
    page.keyboard.press("Escape")
    settle(page)
    page.get_by_text("Add files", exact=True).first.click()
    expect(page.get_by_label("Or pasted")).to_be_visible()
    seen.faults["pasting"] = faults(page, rules)
    page.keyboard.press("Escape")
    settle(page)


def in_colours(page: Page, scheme: Literal["light", "dark"]) -> None:
    """The page in these colours from now on; a chart takes them where it is drawn anew."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.wait_for_function(GROUND, arg=scheme)
    page.wait_for_timeout(400)  # the letters' come by and by


@pytest.fixture(scope="module")
def seen(window: Page, server: Server) -> tuple[Seen, Seen]:
    """Three files together: in the light, and in the dark. What is the same in both colours is looked at in
    the light."""
    light, dark = Seen(), Seen()

    def complain(told: ConsoleMessage) -> None:
        light.refused += [told.text] if "Policy" in told.text else []

    window.on("console", complain)
    window.set_viewport_size(WIDE)
    window.emulate_media(color_scheme="dark", reduced_motion="reduce")
    page = first_visit(window, server)
    settle(page)
    in_colours(page, "dark")
    dark.faults["first visit"] = faults(page, COLOURS)
    in_colours(page, "light")
    light.faults["first visit"] = faults(page, RULES)
    upload(page, sample())
    look_at_every_part(page, light)
    in_colours(page, "dark")
    open_view(page, "Nights")
    look_at_every_window(page, dark, COLOURS)
    look_at_every_width(page, dark)
    look_at_keep(page, dark, COLOURS)
    window.remove_listener("console", complain)
    return light, dark


@pytest.fixture
def light(seen: tuple[Seen, Seen]) -> Seen:
    return seen[0]


@pytest.fixture
def dark(seen: tuple[Seen, Seen]) -> Seen:
    return seen[1]


def test_upload_then_every_tab(light: Seen) -> None:
    """Each tab shows its heading and its charts, no part reports a fault, and every file is named."""
    assert light.headings == HEADINGS
    assert not [view for view, text in light.said.items() if "fault in the program" in text]
    assert light.named == [name for name, _ in sample()]


def test_axe_finds_nothing_in_the_light(light: Seen) -> None:
    assert len(light.faults) == len(VIEWS) + 5
    assert {place: lines for place, lines in light.faults.items() if lines} == {}


def test_axe_finds_nothing_in_the_dark(dark: Seen) -> None:
    assert len(dark.faults) == len(VIEWS) + 5
    assert {place: lines for place, lines in dark.faults.items() if lines} == {}


def test_the_page_stays_within_its_policy(light: Seen) -> None:
    """Every part is drawn, and the browser tells of nothing that it refused."""
    assert light.pictures == 1
    assert not light.refused


def test_a_phone_needs_no_sideways_scrolling(dark: Seen) -> None:
    """At 390 px, and at 200 % zoom of 1280 px (640 px): no tab is wider than the window."""
    assert set(dark.faults) >= set(VIEWS)
    assert not dark.too_wide
