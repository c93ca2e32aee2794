"""For every reader: WCAG 2.2 AA by axe on every tab, light and dark, and the way through by keyboard alone.

Oracle: axe-core's own rules. Four findings are Streamlit's own and known; no other is allowed.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.screen import VIEWS, open_sample, open_view, settle
from tests.conftest import Server

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
KNOWN = {"presentation-role-conflict", "empty-table-header"}


def faults(page: Page) -> list[str]:
    """What axe finds beyond the known items, one line each with the element it is about."""
    # What passes is looked at too, and not listed: most of the work was the list.
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{item['id']}: {node['target']} {node['html'][:160]}"
        for item in found
        if item["id"] not in KNOWN
        for node in item["nodes"]
        if not (item["id"] == "color-contrast" and "stCaptionContainer" in str(node["target"]))
        # Day, month and year of a date field: they touch, and are reached by typing on or by the arrow keys.
        if not (item["id"] == "target-size" and 'role="spinbutton"' in node["html"])
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(scheme: str, browser: Browser, server: Server) -> None:
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )  # type: ignore[arg-type]
    visit = context.new_page()
    visit.goto(server.url)
    settle(visit)
    found = {"first visit": faults(visit)}
    open_sample(visit)
    for view in VIEWS:
        open_view(visit, view)
        expect(visit.get_by_test_id("stPlotlyChart").first).to_be_visible()
        found[view] = faults(visit)
    found["Keep"] = faults_of_part(visit, "Keep")
    found |= faults_of_windows(visit)
    context.close()
    assert {place: lines for place, lines in found.items() if lines} == {}


def faults_of_part(page: Page, view: str) -> list[str]:
    open_view(page, view)
    expect(page.get_by_alt_text("The page as it will be printed")).to_be_visible(timeout=30_000)
    return faults(page)


def faults_of_windows(page: Page) -> dict[str, list[str]]:
    """The card of a night, the window for typing, the box for pasting and the planner, each open."""
    open_view(page, "Nights")
    page.get_by_role("button", name="Open a night").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    found = {"card": faults(page)}
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Add by hand").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    found["typing"] = faults(page)
    page.keyboard.press("Escape")
    page.get_by_text("Add files", exact=True).first.click()
    expect(page.get_by_label("Or pasted")).to_be_visible()
    found["pasting"] = faults(page)
    open_view(page, "Summary")
    page.get_by_text("Plan the next test").first.click()
    settle(page)
    found["planner"] = faults(page)
    return found


def reached_by_tab(page: Page, most: int = 60) -> list[str]:
    """The names of the elements that Tab reaches one after another, until it leaves the page."""
    names: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        name = page.evaluate(
            """() => {
                const at = document.activeElement;
                const around = at.closest('label,[role=radiogroup],[data-testid]');
                return at.getAttribute('aria-label') || at.innerText || around?.innerText || at.tagName;
            }"""
        )
        names.append(" ".join(str(name).split()))
    return names


def test_all_by_keyboard(page: Page) -> None:
    """Open the sample, change a switch, and walk the tabs with Tab, Space, Enter and arrows only."""
    settle(page)
    names = reached_by_tab(page, 12)
    assert any("Upload" in name for name in names)
    page.get_by_role("button", name="Try the sample journal").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("tab", name="Summary")).to_be_visible()
    settle(page)
    page.get_by_role("tab", name="Summary").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.get_by_role("tab", name="Hydration")).to_have_attribute("aria-selected", "true")
    settle(page)
    page.evaluate("document.activeElement.blur(); window.getSelection().removeAllRanges()")
    page.get_by_test_id("stSidebar").get_by_role("combobox", name="Period").focus()
    names = " | ".join(reached_by_tab(page))
    for control in (
        "evening",
        "everyday",
        "litres",
        "More settings",
        "About the patient",
        "Add files",
        "Close this journal",
        "As a table",
    ):
        assert control in names
