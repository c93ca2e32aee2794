"""Saying what a column is, and taking the answers home. Oracle: by hand."""

import re

from playwright.sync_api import Page, expect

from analysis.journal import answers_from_json
from tests.browser.screen import open_view, settle
from tests.journal_files import Files

UNKNOWN = b"date,Zwicken\n2025-03-01,yes\n2025-03-02,no\n2025-03-03,yes\n"


def upload(page: Page, files: Files) -> None:
    """Opens files that may not give a journal yet."""
    chosen = [{"name": name, "mimeType": "text/csv", "buffer": content} for name, content in files]
    page.locator("input[type=file]").first.set_input_files(chosen)
    expect(page.get_by_text(files[0][0]).first).to_be_visible(timeout=60_000)
    settle(page)


def take(page: Page, name: str, field: str) -> None:
    """Chooses what a column is, and has the files read again."""
    box = page.get_by_role("combobox", name=re.compile(name))
    box.click()
    box.fill(field)
    page.get_by_role("option", name=field, exact=True).click()
    page.get_by_role("button", name="Read again").click()
    settle(page)


def test_a_column_that_nobody_knows_is_mapped_on_screen(page: Page) -> None:
    """By hand: three nights, two of them with a cramp. The answers come home as a file."""
    upload(page, [("own words.csv", UNKNOWN)])
    take(page, "Zwicken", "Cramps")
    expect(page.get_by_text("2 of 3").first).to_be_visible()
    open_view(page, "Journal")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download these answers").click()
    assert download.value.suggested_filename == "cramp journal answers.json"
    assert answers_from_json(download.value.path().read_bytes()) == ({"Zwicken": "cramps"}, ())
