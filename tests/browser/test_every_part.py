"""Every part of the sample, opened once in the light and once in the dark; the tests look at what was seen.

Oracles: what a visitor sees; axe-core's own rules, WCAG 2.2 AA; the browser's own complaints and widths.
"""

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import ConsoleMessage, Page, TimeoutError, expect

from tests.browser.access import COLOURS, RULES, Rules, faults
from tests.browser.screen import VIEWS, open_sample, open_view, said, settle, upload
from tests.conftest import WIDE, Server, first_visit
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
    try:
        page.wait_for_function(FITS, timeout=5000)  # the charts are drawn anew, one after the other
    except TimeoutError:
        return True
    return False


def look_at_every_part(page: Page, seen: Seen, rules: Rules, narrow: tuple[int, ...]) -> None:
    main = page.get_by_test_id("stMain")
    for view in VIEWS:
        page.set_viewport_size(WIDE)
        open_view(page, view)
        expect(main.get_by_test_id("stPlotlyChart").first).to_be_visible()
        expect(page.get_by_test_id("stSidebar").get_by_text("Close this journal")).to_be_visible()
        seen.headings[view] = main.get_by_role("heading", level=1).filter(visible=True).inner_text()
        seen.said[view] = said(page)
        seen.named += [name for name, _ in sample() if main.get_by_text(name, exact=True).is_visible()]
        seen.faults[view] = faults(page, rules)
        seen.too_wide += [(view, width) for width in narrow if wider_than(page, width)]
    page.set_viewport_size(WIDE)
    open_view(page, "Keep")
    expect(page.get_by_alt_text("The page as it will be printed")).to_be_visible(timeout=30_000)
    seen.faults["Keep"] = faults(page, rules)
    seen.pictures = page.locator("img[src^='data:image/png']").count()


def look_at_every_window(page: Page, seen: Seen, rules: Rules) -> None:
    """The card of a night, the window for typing, the box for pasting and the planner, each open."""
    open_view(page, "Nights")
    page.get_by_role("button", name="Open a night").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    seen.faults["card"] = faults(page, rules)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Add by hand").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    seen.faults["typing"] = faults(page, rules)
    page.keyboard.press("Escape")
    page.get_by_text("Add files", exact=True).first.click()
    expect(page.get_by_label("Or pasted")).to_be_visible()
    seen.faults["pasting"] = faults(page, rules)
    open_view(page, "Summary")
    page.get_by_text("Plan the next test").first.click()
    settle(page)
    seen.faults["planner"] = faults(page, rules)


def visit(window: Page, server: Server, scheme: str) -> Page:
    window.set_viewport_size(WIDE)
    window.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    first_visit(window, server)
    settle(window)
    return window


@pytest.fixture(scope="module")
def light(window: Page, server: Server) -> Seen:
    """Three files together."""
    seen = Seen()

    def complain(told: ConsoleMessage) -> None:
        seen.refused += [told.text] if "Policy" in told.text else []

    window.on("console", complain)
    page = visit(window, server, "light")
    seen.faults["first visit"] = faults(page, RULES)
    upload(page, sample())
    look_at_every_part(page, seen, RULES, ())
    look_at_every_window(page, seen, RULES)
    window.remove_listener("console", complain)
    return seen


@pytest.fixture(scope="module")
def dark(window: Page, server: Server) -> Seen:
    """The sample by its button. What is the same in both colours was looked at in the light."""
    seen = Seen()
    page = visit(window, server, "dark")
    seen.faults["first visit"] = faults(page, COLOURS)
    open_sample(page)
    look_at_every_part(page, seen, COLOURS, NARROW)
    look_at_every_window(page, seen, COLOURS)
    return seen


def test_upload_then_every_tab(light: Seen) -> None:
    """Each tab shows its heading and its charts, no part reports a fault, and every file is named."""
    assert light.headings == HEADINGS
    assert not [view for view, text in light.said.items() if "fault in the program" in text]
    assert light.named == [name for name, _ in sample()]


def test_axe_finds_nothing_in_the_light(light: Seen) -> None:
    assert len(light.faults) == len(VIEWS) + 6
    assert {place: lines for place, lines in light.faults.items() if lines} == {}


def test_axe_finds_nothing_in_the_dark(dark: Seen) -> None:
    assert len(dark.faults) == len(VIEWS) + 6
    assert {place: lines for place, lines in dark.faults.items() if lines} == {}


def test_the_page_stays_within_its_policy(light: Seen) -> None:
    """Every part is drawn, and the browser tells of nothing that it refused."""
    assert light.pictures == 1
    assert not light.refused


def test_a_phone_needs_no_sideways_scrolling(dark: Seen) -> None:
    """At 390 px, and at 200 % zoom of 1280 px (640 px): no tab is wider than the window."""
    assert set(dark.headings) == set(VIEWS)
    assert not dark.too_wide
