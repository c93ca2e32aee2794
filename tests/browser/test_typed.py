"""What is typed during the visit. Oracle: by hand from three nights, and what stands on the screen."""

import json
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.screen import open_view, said, settle, upload
from tests.journal_files import DIARY, as_csv

ROWS = [("2025-03-01", 0, "", 1500, 30), ("2025-03-02", 3, 8, 1750, 45), ("2025-03-03", 1, 4, 1500, 30)]
FILE = ("diary.csv", as_csv(DIARY, ROWS))


def window(page: Page, kind: str) -> Locator:
    """The window for typing, at one kind of entry."""
    page.get_by_test_id("stSidebar").get_by_role("button", name="Add by hand").click()
    box = page.get_by_role("dialog")
    box.get_by_role("radio", name=kind).click()
    settle(page)  # the fields of another kind give way to its own
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


def add_remark(page: Page, text: str) -> None:
    box = window(page, "A remark")
    box.get_by_label("Remark, in the patient’s words").fill(text)
    add(page, box)


def test_each_kind_of_entry_stands_in_the_journal(page: Page) -> None:
    """Furosemide from the night of 3 March (the last), potassium, and a remark; gone with the journal."""
    upload(page, [FILE])
    open_view(page, "Journal")  # without charts, which each entry would draw anew
    box = window(page, "A medicine")
    choose(box, "Medicine", "Lasix")
    box.get_by_label("Dose, if known").fill("40")
    add(page, box)
    box = window(page, "A blood result")
    choose(box, "Test", "potassium")
    box.get_by_label("Result").fill("3.4")
    add(page, box)
    add_remark(page, "ankle swollen")
    expect(page.get_by_text("Night of 3 March 2025: “ankle swollen”")).to_be_visible()
    text = said(page)
    assert "Lasix 40 mg started, 3 March 2025" in text
    assert "Potassium 3.4, 3 March 2025" in text
    expect(page.get_by_text("Medication changes: 1 row")).to_be_visible()
    expect(page.get_by_text("Blood tests: 1 row")).to_be_visible()
    open_view(page, "Summary")
    expect(page.get_by_test_id("stMain").get_by_text("ankle swollen")).to_be_visible()
    page.get_by_role("button", name="Close this journal").click()
    expect(page.get_by_role("button", name="Try the sample journal")).to_be_visible()
    settle(page)
    assert "ankle swollen" not in page.content()


def test_nights_of_pasted_rows_are_left_out_of_every_rate_until_they_are_taken_back(page: Page) -> None:
    """Pasted rows are a file. Of its three nights the last is left out: two are left. Without a word of what
    it was nothing is added."""
    page.get_by_label("Or paste it").fill("Night\tCramps\n2025-03-01\t0\n2025-03-02\t2\n2025-03-03\t1\n")
    page.get_by_role("button", name="Read this text").click()
    expect(page.get_by_role("tab", name="Summary")).to_be_visible()
    settle(page)
    assert "3 of 3 nights" in said(page)
    assert "pasted text" in page.get_by_test_id("stSidebar").inner_text()
    box = window(page, "An event")
    box.get_by_role("button", name="Add", exact=True).click()
    expect(box.get_by_text("Something is missing")).to_be_visible()
    box.get_by_label("What was it?").fill("flu")
    box.get_by_text("Leave these nights out of every rate").click()
    add(page, box)
    expect(page.get_by_text("2 of 2 nights").first).to_be_visible()
    open_view(page, "Journal")
    page.get_by_role("button", name="Take back").click()
    expect(page.get_by_text("Nothing in this visit yet")).to_be_visible()
    open_view(page, "Summary")
    expect(page.get_by_text("3 of 3 nights").first).to_be_visible()


def test_answers_are_given_back_from_one_file_and_stay_when_the_other_is_replaced(
    page: Page, tmp_path: Path
) -> None:
    """A suggestion is taken by one click: the column that nobody knows is read as what it most likely is.
    With another file, of four nights, the remark is still there. Removed, the first page is back."""
    rows = b"date,cramps,Trinkmenge heute ml ca\n2025-03-01,0,1500\n2025-03-02,2,1750\n2025-03-03,1,1600\n"
    upload(page, [("diary.csv", rows)])
    open_view(page, "Journal")
    page.get_by_role("button", name="Yes, read it so").click()
    settle(page)
    expect(page.get_by_text("What the unknown columns may be")).to_have_count(0)
    add_remark(page, "late tea")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download these answers").click()
    answers = tmp_path / "answers.json"
    download.value.save_as(answers)
    assert json.loads(answers.read_bytes())["added"][0][1]["remark"] == "late tea"
    assert "Trinkmenge" in answers.read_text("utf-8")
    page.get_by_role("button", name="Replace or remove").click()
    longer = as_csv(DIARY, [*ROWS, ("2025-03-04", 2, 3, 1500, 30)])
    chooser = page.get_by_test_id("stPopoverBody").locator("input[type=file]")
    chooser.set_input_files([{"name": "april.csv", "mimeType": "text/csv", "buffer": longer}])
    expect(page.get_by_text("4 rows read")).to_be_visible()
    settle(page)
    assert "“late tea”" in said(page)
    page.get_by_role("button", name="Replace or remove").click()
    page.get_by_role("button", name="Remove this file").click()
    expect(page.get_by_role("button", name="Try the sample journal")).to_be_visible()
