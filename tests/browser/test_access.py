"""The way through by keyboard alone. Oracle: what has the focus after each key."""

from playwright.sync_api import Page, expect

from tests.browser.screen import settle

LISTEN = """() => {
    window.reached = { names: [], ended: new AbortController() };
    const note = ({ target: at }) => {
        const around = at.closest('label,[role=radiogroup],[data-testid]');
        reached.names.push(at.getAttribute('aria-label') || at.innerText || around?.innerText || at.tagName);
    };
    document.addEventListener("focusin", note, { signal: reached.ended.signal });
}"""
HEARD = "() => { reached.ended.abort(); return reached.names; }"


def reached_by_tab(page: Page, most: int = 60) -> list[str]:
    """The names of the elements that Tab reaches one after another, until it leaves the page."""
    page.evaluate(LISTEN)
    for _ in range(most):
        page.keyboard.press("Tab")
    return [" ".join(name.split()) for name in page.evaluate(HEARD)]


def test_all_by_keyboard(page: Page) -> None:
    """Open the sample, change a switch, and walk the tabs with Tab, Space, Enter and arrows only."""
    settle(page)
    names = reached_by_tab(page, 12)
    assert any("Upload" in name for name in names)
    page.get_by_role("button", name="Try the sample journal").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("tab", name="Summary")).to_be_visible()
    settle(page)
    expect(page.get_by_role("heading", name="How is it going?", level=1)).to_be_focused()
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
        "Fluid in",
        "More settings",
        "About the patient",
        "Add files",
        "Close this journal",
        "As a table",
    ):
        assert control in names
