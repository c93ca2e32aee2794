"""What a visitor does with the screen."""

from playwright.sync_api import Locator, Page, expect

from tests.conftest import PATIENCE
from tests.journal_files import Files

VIEWS = ("Summary", "Hydration", "Activity", "Medication", "Nights", "Everything together", "Journal")


STILL = """main => new Promise((still) => {
    let wait;
    const done = () => { changes.disconnect(); still(); };
    const anew = () => { clearTimeout(wait); wait = setTimeout(done, 500); };
    const changes = new MutationObserver(anew);
    changes.observe(main, { subtree: true, childList: true, attributes: true });
    anew();
})"""
AT_REST = "[data-testid=stApp][data-test-script-state=notRunning]:not(:has([data-fits=false]))"


def settle(page: Page) -> None:
    """Waits until the script has run, for a window as wide as this, and what it drew has arrived; a click
    needs a moment to start it."""
    page.wait_for_timeout(150)
    page.wait_for_selector(AT_REST)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)


def be_still(page: Page) -> None:
    """Waits until nothing in the page has changed for half a second: a chart is drawn after the script has
    run, and one that is drawn between pointer and click has no click."""
    settle(page)
    page.get_by_test_id("stMain").evaluate(STILL)


def upload(page: Page, files: Files) -> None:
    chosen = [{"name": name, "mimeType": "text/csv", "buffer": content} for name, content in files]
    page.locator("input[type=file]").first.set_input_files(chosen)
    expect(page.get_by_role("tab", name="Summary")).to_be_visible()
    settle(page)


def open_sample(page: Page) -> None:
    page.get_by_role("button", name="Try the sample journal").click()
    expect(page.get_by_role("tab", name="Summary")).to_be_visible()
    settle(page)


def open_view(page: Page, name: str) -> None:
    """Opens a part and waits until the run that its tab begins has drawn it: what it showed before may still
    stand there meanwhile."""
    page.get_by_role("tab", name=name, exact=True).click()
    expect(page.get_by_role("tab", name=name, exact=True)).to_have_attribute("aria-selected", "true")
    expect(page.get_by_test_id("stMain")).to_have_attribute("data-view", name)
    expect(page.get_by_role("tabpanel", name=name).get_by_role("heading", level=1)).to_be_visible()
    settle(page)


def said(page: Page) -> str:
    """The text of the page without the sidebar."""
    return page.get_by_test_id("stMain").inner_text()


def click_chart(page: Page, x: float, y: float, opens: Locator, tells: str = "") -> None:
    """A click on what the chart there ``tells`` about where it is pointed at, and what it ``opens`` is there.
    Before it tells, a click is on nothing; one in the moment in which it is drawn anew is lost, and made
    again as a visitor does."""
    told = page.locator(".hoverlayer .hovertext").first
    for again in (True, True, False):
        page.mouse.move(0, 0)
        page.mouse.move(x, y)
        expect(told).to_be_visible()
        expect(told).to_contain_text(tells)
        page.mouse.click(x, y)
        try:
            expect(opens).to_be_visible(timeout=PATIENCE / 4)
        except AssertionError:
            if not again:
                raise
        else:
            return
