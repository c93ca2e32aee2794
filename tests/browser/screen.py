"""What a visitor does with the screen."""

from playwright.sync_api import Page, expect

from tests.journal_files import Files

VIEWS = ("Summary", "Hydration", "Activity", "Medication", "Nights", "Everything together", "Journal")


def settle(page: Page) -> None:
    """Waits until the script has run and what it drew has arrived; a click needs a moment to start it."""
    page.wait_for_timeout(150)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)


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
    page.get_by_role("tab", name=name, exact=True).click()
    expect(page.get_by_role("tab", name=name, exact=True)).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("tabpanel", name=name).get_by_role("heading", level=1)).to_be_visible()
    settle(page)


def said(page: Page) -> str:
    """The text of the page without the sidebar."""
    return page.get_by_test_id("stMain").inner_text()
