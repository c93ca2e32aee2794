"""The parts of the sample in one visit: the richest in the light and wide, then all in the dark on a phone;
the tests look at what was seen. The slow run sees the others wide as well, and the windows in the dark.

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
RICHEST = ("Summary", "Nights", "Journal")
PHONE_WIDE, ZOOMED = 390, 640  # a phone, and 200 % zoom of 1280 px [px]
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
    too_wide: dict[str, bool] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    pictures: int = 0


def wider_than_its_window(page: Page) -> bool:
    """Whether the part has to be scrolled sideways."""
    try:
        page.wait_for_function(FITS, timeout=PATIENCE / 4)  # the charts are drawn anew, one after the other
    except TimeoutError:
        return True
    return False


def narrowed(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.wait_for_timeout(200)
    settle(page)  # the page is another on a phone


def look_at_part(page: Page, seen: Seen, view: str, rules: Rules) -> None:
    main = page.get_by_test_id("stMain")
    expect(main.get_by_test_id("stPlotlyChart").first).to_be_visible()
    seen.headings[view] = main.get_by_role("heading", level=1).filter(visible=True).inner_text()
    seen.said[view] = said(page)
    seen.named += [name for name, _ in sample() if main.get_by_text(name, exact=True).is_visible()]
    seen.faults[view] = faults(page, rules)


def look_at_parts(page: Page, seen: Seen, rules: dict[str, Rules]) -> None:
    """These parts, one after the other, each by its rules."""
    for view in rules:
        open_view(page, view)
        look_at_part(page, seen, view, rules[view])
        seen.too_wide[view] = wider_than_its_window(page)


def look_at_keep(page: Page, seen: Seen, rules: Rules) -> None:
    open_view(page, "Keep")
    expect(page.get_by_alt_text("The page as it will be printed")).to_be_visible()
    seen.faults["Keep"] = faults(page, rules)
    seen.pictures = page.locator("img[src^='data:image/png']").count()


def look_at_windows_of_the_sidebar(page: Page, seen: Seen, rules: Rules) -> None:
    """The window for typing, and all that is folded away, each open; the planner has a test of its own."""
    page.get_by_role("button", name="Add by hand").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    seen.faults["typing"] = faults(page, rules, "[role=dialog]")
    page.keyboard.press("Escape")
    settle(page)
    folded = {"More settings": "One glass [mL]", "About the patient": "Age", "Add files": "Or pasted"}
    for name, label in folded.items():
        page.get_by_text(name, exact=True).first.click()
        expect(page.get_by_label(label).first).to_be_visible()
    settle(page)
    seen.faults["folded"] = faults(page, rules, "[data-testid=stSidebar]")
    for name in folded:
        page.get_by_text(name, exact=True).first.click()
    settle(page)


def look_at_card(page: Page, seen: Seen, rules: Rules) -> None:
    """A night's card, open over the nights."""
    page.get_by_role("button", name="Open a night").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    seen.faults["card"] = faults(page, rules, "[role=dialog]")
    page.keyboard.press("Escape")
    settle(page)


def in_colours(page: Page, scheme: Literal["light", "dark"]) -> None:
    """The page in these colours from now on; a chart takes them where it is drawn anew."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.wait_for_function(GROUND, arg=scheme)
    page.wait_for_timeout(400)  # the letters' come by and by


@pytest.fixture(scope="module")
def seen(window: Page, server: Server) -> tuple[Seen, Seen]:
    """Three files together: in the light, and in the dark. By all rules each part is looked at once, in the
    dark by those of colours where that was in the light."""
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
    expect(page.get_by_test_id("stSidebar").get_by_text("Close this journal")).to_be_visible()
    look_at_part(page, light, "Summary", RULES)
    look_at_windows_of_the_sidebar(page, light, RULES)
    narrowed(page, ZOOMED)
    light.too_wide["Summary"] = wider_than_its_window(page)
    look_at_parts(page, light, {"Nights": RULES})
    look_at_card(page, light, RULES)
    look_at_parts(page, light, {"Journal": RULES})
    in_colours(page, "dark")
    narrowed(page, PHONE_WIDE)
    look_at_parts(page, dark, {view: COLOURS if view in RICHEST else RULES for view in VIEWS})
    look_at_keep(page, dark, RULES)
    window.remove_listener("console", complain)
    return light, dark


@pytest.fixture
def light(seen: tuple[Seen, Seen]) -> Seen:
    return seen[0]


@pytest.fixture
def dark(seen: tuple[Seen, Seen]) -> Seen:
    return seen[1]


def test_upload_then_every_tab(light: Seen, dark: Seen) -> None:
    """Each tab shows its heading and its charts, no part reports a fault, and every file is named."""
    assert dark.headings == HEADINGS
    for text in (*light.said.values(), *dark.said.values()):
        assert "fault in the program" not in text
    assert light.named == dark.named == [name for name, _ in sample()]


def test_axe_finds_nothing_in_the_light(light: Seen) -> None:
    assert set(light.faults) == {"first visit", "typing", "folded", "card", *RICHEST}
    assert {place: lines for place, lines in light.faults.items() if lines} == {}


def test_axe_finds_nothing_in_the_dark(dark: Seen) -> None:
    assert set(dark.faults) == {"first visit", "Keep", *VIEWS}
    assert {place: lines for place, lines in dark.faults.items() if lines} == {}


def test_the_page_stays_within_its_policy(light: Seen, dark: Seen) -> None:
    """Every part is drawn, and the browser tells of nothing that it refused."""
    assert dark.pictures == 1
    assert not light.refused


def test_a_phone_needs_no_sideways_scrolling(light: Seen, dark: Seen) -> None:
    """At 390 px no tab is wider than the window, nor are the richest at 200 % zoom of 1280 px (640 px)."""
    assert light.too_wide == dict.fromkeys(RICHEST, False)
    assert dark.too_wide == dict.fromkeys(VIEWS, False)


@pytest.mark.slow
def test_the_other_parts_in_the_light_and_the_windows_in_the_dark(page: Page) -> None:
    """By the same oracles: wide and in the light, and at 200 % zoom of 1280 px, the parts that are seen on a
    phone alone; and in the dark what opens."""
    light, dark = Seen(), Seen()
    others = [view for view in VIEWS if view not in RICHEST]
    upload(page, sample())
    open_view(page, "Nights")
    in_colours(page, "dark")
    look_at_card(page, dark, COLOURS)
    look_at_windows_of_the_sidebar(page, dark, COLOURS)
    in_colours(page, "light")
    look_at_parts(page, light, dict.fromkeys(others, RULES))
    look_at_keep(page, light, RULES)
    narrowed(page, ZOOMED)
    for view in others:
        open_view(page, view)
        expect(page.get_by_test_id("stMain").get_by_test_id("stPlotlyChart").first).to_be_visible()
        light.too_wide[view] |= wider_than_its_window(page)
    assert {place: lines for place, lines in light.faults.items() if lines} == {}
    assert {place: lines for place, lines in dark.faults.items() if lines} == {}
    assert light.too_wide == dict.fromkeys(others, False)
    assert set(dark.faults) == {"card", "typing", "folded"}
