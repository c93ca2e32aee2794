"""What is typed during the visit. Oracle: by hand, and what stands on the screen."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.screen import open_view, said, settle
from tests.journal_files import as_csv

FOUR_NIGHTS = as_csv(("night of", "cramps"), [(f"2025-03-0{night}", night % 3) for night in range(1, 5)])


def window(page: Page, kind: str, asks: str) -> Locator:
    """The window for typing, at one kind of entry, once the fields of another have given way to what it
    ``asks``: a click on Add before that is one on theirs."""
    page.get_by_test_id("stSidebar").get_by_role("button", name="Add by hand").click()
    box = page.get_by_role("dialog")
    box.get_by_role("radio", name=kind).click()
    expect(box.get_by_label(asks, exact=True)).to_be_visible()
    settle(page)
    return box


def add(page: Page, box: Locator) -> None:
    box.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    settle(page)


def choose(box: Locator, name: str, text: str) -> None:
    """Types into a list that takes what it does not hold."""
    field = box.get_by_role("combobox", name=name)
    field.fill(text)
    field.press("Enter")


def replace_or_remove(page: Page) -> Locator:
    page.get_by_role("button", name="Replace or remove").click()
    return page.get_by_test_id("stPopoverBody")


def test_what_is_typed_and_what_takes_its_files_place(page: Page) -> None:
    """Rows are pasted. A medicine that no list holds is typed, and nights to leave out, which without a word
    of what they were are nothing. Of the file of four nights in the rows' place both stay; removed, the first
    page is back."""
    page.get_by_label("Or paste it").fill("Night\tCramps\n2025-03-01\t0\n2025-03-02\t2\n2025-03-03\t1\n")
    page.get_by_role("button", name="Read this text").click()
    expect(page.get_by_role("tab", name="Summary")).to_be_visible()
    settle(page)
    open_view(page, "Journal")  # without charts, which each entry would draw anew
    box = window(page, "A medicine", "Medicine")
    choose(box, "Medicine", "Lasix")
    box.get_by_label("Dose, if known").fill("40")
    add(page, box)
    box = window(page, "An event", "What was it?")
    box.get_by_role("button", name="Add", exact=True).click()
    expect(box.get_by_text("Something is missing")).to_be_visible()
    box.get_by_label("What was it?").fill("flu")
    box.get_by_text("Leave these nights out of every rate").click()
    add(page, box)
    typed = ("Lasix 40 mg started, 3 March 2025", "Flu, 3 March 2025; its nights are left out of every rate")
    assert not [entry for entry in typed if entry not in said(page)]
    chooser = replace_or_remove(page).locator("input[type=file]")
    chooser.set_input_files([{"name": "april.csv", "mimeType": "text/csv", "buffer": FOUR_NIGHTS}])
    expect(page.get_by_text("4 rows read")).to_be_visible()
    settle(page)
    assert not [entry for entry in typed if entry not in said(page)]
    replace_or_remove(page).get_by_role("button", name="Remove this file").click()
    expect(page.get_by_role("button", name="Try the sample journal")).to_be_visible()
    settle(page)
    assert "Lasix" not in page.content()
