"""A visit in a real browser, from the first page to closing the journal. Oracle: what a visitor sees."""

import re
from datetime import date, timedelta

import pandas as pd
from playwright.sync_api import Page, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from analysis import read_journal
from tests.browser.screen import be_still, click_chart, open_view, said, settle, upload
from tests.conftest import Server
from tests.journal_files import DIARY, ODD, Files, as_csv, one_night
from tests.visitor import BOX, Visitor


def test_the_sample_journal_is_the_year(sample_page: Page) -> None:
    """365 nights, 305 of them logged, as its own documentation says."""
    page = sample_page
    assert "305 of 365 nights" in said(page)
    chart = page.get_by_test_id("stPlotlyChart").first.inner_text()
    for told in ("Furosemide 20 mg", "Omeprazole", "Paracetamol 500 mg", "a cold", "Blood tests"):
        assert told in chart
    assert "Not used: column “Meal”" in said(page)
    assert "toes numb until the morning" in said(page)


def test_a_sentence_leads_to_its_chart(sample_page: Page) -> None:
    """The sample's own truth: more fluid goes with fewer cramps, so a sentence leads to Hydration."""
    page = sample_page
    page.get_by_role("button", name="See Hydration").first.click()
    expect(page.get_by_role("tab", name="Hydration")).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("heading", name="Fluid and cramps", level=1)).to_be_focused()


def test_what_is_below_the_timeline_is_a_click_away(sample_page: Page) -> None:
    """In the first screenful stands how much is worth raising; a click, each time, brings that into view with
    the keyboard's focus, and so does what comes next."""
    page = sample_page
    ways = (
        ("5 things worth raising", "Worth raising with the doctor"),
        ("What next", "To show half as many cramps"),
    )
    for name, brought in (*ways, ways[0]):
        page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 0)")
        way = page.get_by_role("button", name=name)
        expect(way).to_be_in_viewport()
        expect(page.get_by_text(brought).first).not_to_be_in_viewport()
        way.click()
        expect(page.get_by_text(brought).first).to_be_in_viewport()
        assert page.evaluate(
            "document.activeElement.closest('.st-key-worth-raising, .st-key-what-next') !== null"
        )


def in_litres() -> Files:
    """200 nights from 1 January 2025, one of two with little fluid the day before, and cramps in some."""
    rows = [
        (date(2025, 1, 1) + timedelta(days=night), (0, 2, 0, 0, 1, 1)[night % 6], (2.0, 1.0)[night % 2])
        for night in range(200)
    ]
    return [("litres.csv", as_csv(("night of", "cramps", "fluid (L)"), rows))]


def test_what_is_drawn_on_request_and_how_it_is_said(page: Page) -> None:
    """Tables, the days before and two periods' comparison come with their figures when they are opened. A
    switch changes how a number is said, with its unit: litres to fluid ounces, range to 95 % CI; and of how
    many nights: by hand, the last four weeks are 28."""
    upload(page, in_litres())
    compare_periods(page)
    page.get_by_text("As a table").first.click()
    expect(page.get_by_text("Week from").first).to_be_attached()
    open_view(page, "Hydration")
    page.get_by_text("As a table").click()
    expect(page.get_by_role("columnheader", name="Cramps a week")).to_be_visible()
    page.get_by_text("A second look: the days before").click()
    expect(page.get_by_text("The day before the night").first).to_be_visible()
    text = said(page)
    assert "fault in the program" not in text
    assert "95 % CI" not in text
    assert re.search(r"\d L\b", text)
    page.get_by_role("radio", name="clinical").click()
    settle(page)
    expect(page.get_by_text("95 % CI").first).to_be_visible()
    page.get_by_test_id("stSidebar").get_by_role("combobox", name="Fluid in").click()
    page.get_by_role("option", name="fl oz").click()
    settle(page)
    expect(page.get_by_text("fl oz/day").first).to_be_visible()
    assert not re.search(r"\d L\b", said(page))
    page.get_by_test_id("stSidebar").get_by_role("combobox", name="Period").click()
    page.get_by_role("option", name="Last 4 weeks").click()
    settle(page)
    open_view(page, "Summary")
    expect(page.get_by_role("heading", name="The chosen period")).to_be_visible()
    assert "of 28 nights" in said(page)


def compare_periods(page: Page) -> None:
    """91 nights on each side of 11 April, the first evening of the second half of 200 nights."""
    page.get_by_text("Compare two periods").click()
    expect(page.get_by_role("heading", name="The later against the earlier")).to_be_visible()
    page.get_by_role("combobox", name="Periods").click()
    page.get_by_role("option", name="Before and after a visit").click()
    both = "11 April to 10 July 2025 against 10 January to 10 April 2025"
    expect(page.get_by_text(both).first).to_be_visible()


UNREADABLE = {
    "empty.csv": b"",
    "header only.csv": b"night of,cramps\n",
    "a picture.csv": b"\x89PNG\r\n\x1a\n\x00\x00",
    "a letter.csv": b"Dear doctor, I sleep badly.",
}


def test_a_good_file_beside_unreadable_ones_its_download_and_a_row_that_is_mended(page: Page) -> None:
    """The good file is read, and each of the others gives one sentence with its name; the downloaded journal,
    read again, has the nights of the diary that was uploaded. A row without a date is mended as a file of its
    own: the nights become three."""
    rows = [("2025-03-01", 0, "", 1500, 30), ("2025-03-02", 3, 8, 1750, 45), ("the third", 2, 6, 1500, 30)]
    upload(page, [*UNREADABLE.items(), ("diary.csv", as_csv(DIARY, rows))])
    open_view(page, "Journal")
    expect(page.get_by_text("diary.csv").filter(visible=True).nth(1)).to_be_visible()
    for name in UNREADABLE:
        expect(page.get_by_test_id("stAlert").filter(has_text=name)).to_have_count(1)
    assert "2 used" in said(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the journal as read").click()
    nights = read_journal([download.value.path()]).nights
    assert [f"{night:%Y-%m-%d}" for night in nights.index] == ["2025-03-01", "2025-03-02"]
    assert nights["cramps"].tolist() == [0, 3]
    assert nights["hydration"].tolist() == [1500, 1750]
    page.get_by_text("1 row that could not be used").click()
    settle(page)
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("button", name="Download these rows").click()
    assert pd.read_csv(download.value.path()).iloc[0].tolist()[:2] == ["the third", 2]
    mended = as_csv(DIARY, [("2025-03-03", 2, 6, 1500, 30)])
    page.get_by_text("Add files").click()
    page.get_by_test_id("stSidebar").locator("input[type=file]").set_input_files(
        [{"name": "mended.csv", "mimeType": "text/csv", "buffer": mended}]
    )
    expect(page.get_by_text("mended.csv").first).to_be_visible()
    open_view(page, "Summary")
    expect(page.get_by_text("3 of 3 nights")).to_be_visible()


def test_a_template_and_only_an_unreadable_file(page: Page) -> None:
    """The first page gives a diary to fill in; after a file that is none it can be begun again."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Night diary").click()
    assert "Cramps" in pd.read_csv(download.value.path()).columns
    page.locator("input[type=file]").first.set_input_files(
        [{"name": "letter.txt", "mimeType": "text/plain", "buffer": b"Dear doctor"}]
    )
    expect(page.get_by_test_id("stAlert").first).to_be_visible()
    expect(page.get_by_role("tab")).to_have_count(0)
    page.get_by_role("button", name="Start again").click()
    expect(page.get_by_role("button", name="Try the sample journal")).to_be_visible()


def test_a_click_on_a_change_opens_its_comparison(sample_page: Page) -> None:
    """The mark of furosemide, left of its name in the timeline of the sample."""
    page = sample_page
    name = page.get_by_text("Furosemide", exact=True).first
    be_still(page)
    name.scroll_into_view_if_needed()
    box = name.bounding_box()
    assert box is not None
    click_chart(page, box["x"] - 6, box["y"] + box["height"] / 2)
    expect(page.get_by_role("heading", name="Furosemide 20 mg was started")).to_be_visible()


class Listener(Visitor):
    """Another visitor, and all that the program ever sent to him."""

    def __init__(self, url: str) -> None:
        self.sent = b""
        super().__init__(url)

    def take(self, message: ForwardMsg) -> None:
        self.sent += message.SerializeToString()
        super().take(message)


def test_two_visitors_see_only_their_own_and_what_is_typed_is_gone_with_the_journal(
    page: Page, server: Server
) -> None:
    """Both open at once; each sees its own file and not the other's. What is typed in the sidebar is shown on
    the summary as text, to its own visitor, and gone with the journal, as its file is."""
    upload(page, one_night())
    page.get_by_text("About the patient").click()
    page.get_by_label("Questions to ask, one on each line").fill("Is it the *statin*?")
    page.get_by_label("Age").fill("68")
    page.get_by_label("Age").press("Tab")
    settle(page)
    main = page.get_by_test_id("stMain")
    expect(main.get_by_text("To ask: Is it the *statin*?")).to_be_visible()
    expect(main.get_by_text("68 years")).to_be_visible()
    with Listener(server.url) as other:
        other.rerun()
        other.upload(ODD["all zero"](), BOX)
        page.get_by_role("radio", name="clinical").click()
        settle(page)
        assert "one night.csv" in page.inner_text("body")
        assert "zeros.csv" not in page.inner_text("body")
        other.open_tab("Journal")
        assert b"zeros.csv" in other.sent
        assert not [told for told in (b"one night", b"statin", b"68 years") if told in other.sent]
    page.get_by_role("button", name="Close this journal").click()
    expect(page.get_by_role("button", name="Try the sample journal")).to_be_visible()
    settle(page)
    assert "one night.csv" not in page.inner_text("body")
    upload(page, one_night())
    expect(main.get_by_text("68 years")).to_have_count(0)
