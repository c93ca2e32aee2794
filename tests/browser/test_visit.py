"""A visit in a real browser, from the first page to closing the journal. Oracle: what a visitor sees."""

import pandas as pd
from playwright.sync_api import Page, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.screen import be_still, click_chart, open_view, said, settle, upload
from tests.conftest import Server
from tests.journal_files import ODD, one_night
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


def test_a_template_to_fill_in(page: Page) -> None:
    with page.expect_download() as download:
        page.get_by_role("button", name="Night diary").click()
    assert "Cramps" in pd.read_csv(download.value.path()).columns


def test_a_click_on_a_change_opens_its_comparison(sample_page: Page) -> None:
    """The mark of furosemide, left of its name in the timeline of the sample."""
    page = sample_page
    name = page.get_by_text("Furosemide", exact=True).first
    be_still(page)
    name.scroll_into_view_if_needed()
    box = name.bounding_box()
    assert box is not None
    comparison = page.get_by_role("heading", name="Furosemide 20 mg was started")
    click_chart(page, box["x"] - 6, box["y"] + box["height"] / 2, comparison)


class Listener(Visitor):
    """Another visitor, and all that the program ever sent to him."""

    def __init__(self, url: str) -> None:
        self.sent = b""
        super().__init__(url)

    def take(self, message: ForwardMsg) -> None:
        self.sent += message.SerializeToString()
        super().take(message)


def test_two_visitors_see_only_their_own(page: Page, server: Server) -> None:
    """Both open at once; each sees its own file and not the other's. What is typed in the sidebar is shown on
    the summary as text, to its own visitor; its file is gone with the journal."""
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
    open_view(page, "Medication")
    page.get_by_role("button", name="Close this journal").click()
    expect(page.get_by_role("button", name="Try the sample journal")).to_be_visible()
    settle(page)
    assert "one night.csv" not in page.inner_text("body")
    upload(page, one_night())  # the next journal begins at its first part
    expect(page.get_by_role("tab", name="Summary", exact=True)).to_have_attribute("aria-selected", "true")
