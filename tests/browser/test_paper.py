"""What comes out of a printer. Oracle: the sheets of a PDF that Chromium prints, and what stands on them."""

import io
import re

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.screen import open_view, settle, upload
from tests.journal_files import sample


def test_paper_shows_whole_charts_and_no_switches(sample_page: Page) -> None:
    """Oracle: the width between the margins of a page of A4 is 190 mm, which is 718 px; printed twice it is
    the same, where the chart has time to draw itself anew in between."""
    page = sample_page
    drawing = page.locator("[data-testid=stPlotlyChart] .main-svg").first
    on_screen = drawing.bounding_box()
    assert on_screen is not None
    widths = []
    for _ in range(2):
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        on_paper = drawing.bounding_box()
        assert on_paper is not None
        widths.append(on_paper["width"])
        page.wait_for_timeout(500)
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        page.wait_for_timeout(500)
        assert drawing.bounding_box() == on_screen
    assert widths[0] == widths[1] < 718 < on_screen["width"]
    head = page.locator("#head-of-sheets p")
    expect(head).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    expect(head).to_be_visible()


def test_every_printed_sheet_says_whose_it_is_and_no_chart_is_cut(page: Page) -> None:
    """Oracle: the text of every sheet as pypdf reads it, without what is cut off.

    On a part with two columns of charts, August and December are named by the calendar, pain, length and
    month, Sunday by the calendar and the weekdays; and the second print is as the first.
    """
    upload(page, sample()[:1])
    open_view(page, "Keep")
    page.get_by_label("Name on the page, if you like").fill("Anna Example")
    page.keyboard.press("Enter")
    settle(page)
    open_view(page, "Nights")
    prints = []
    for _ in range(2):
        printed = PdfReader(io.BytesIO(page.pdf(format="A4")))
        prints.append([sheet.extract_text() for sheet in printed.pages])
        settle(page)
    assert prints[0] == prints[1]
    for sheet in prints[0]:
        head = " ".join(sheet.split())
        for told in ("Anna Example", "1 September 2024 to 31 August 2025", "year.csv", "printed on"):
            assert told in head
    said = " ".join(prints[0])
    named = {name: len(re.findall(rf"\b{name}\b", said)) for name in ("Aug", "Dec", "Sun")}
    assert named == {"Aug": 4, "Dec": 4, "Sun": 2}


def test_a_heading_stands_on_the_sheet_of_what_it_heads(sample_page: Page) -> None:
    """Oracle: the sheets as pypdf reads them: the first line under a heading of the summary is on its sheet,
    and the strip is read apart from the head."""
    page = sample_page
    sheets = [
        " ".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    ]
    for heading, line in (
        ("What stands out", "Magnesium citrate started (7 April 2025)"),
        ("What next", "To show half as many cramps takes"),
        ("The whole journal", "266 cramps in 305 logged nights"),
    ):
        (sheet,) = (sheet for sheet in sheets if heading in sheet)
        assert line in sheet
    assert "Not used: column “Meal”. Say what it is." in sheets[0]
