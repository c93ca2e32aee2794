"""The card of a night. Oracle: the rows of a file, read by eye."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.screen import be_still, click_chart, open_view, settle, upload
from tests.journal_files import as_csv


def opened_by_a_click(page: Page, x: float, y: float, night: str, tells: str = "") -> Locator:
    """The card of that night, opened by a click there."""
    card = page.get_by_role("dialog")
    click_chart(page, x, y, card.get_by_text(f"Night of {night} March 2025"), tells)
    return card


def close(page: Page) -> None:
    settle(page)  # a card that is closed while it is drawn is drawn
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    settle(page)


def test_a_click_on_a_night_or_an_hour_opens_it_and_the_night_before_it(page: Page) -> None:
    """By hand: cramps at 02:10 on 2 and 4 March and at 23:30 on 5 March. The middle of five nights in the
    strip is that of 3 March; the field of 2 March in the calendar and the bar of 02:00, whose last cramp is
    that of 4 March, are found by the axes of the charts themselves."""
    rows = [
        ("2025-03-01", 0, ""), ("2025-03-02", 1, "02:10"), ("2025-03-03", 0, ""), ("2025-03-04", 1, "02:50"),
        ("2025-03-05", 1, "23:30"),
    ]  # fmt: skip
    upload(page, [("diary.csv", as_csv(("Night of", "Cramps", "Time"), rows))])
    strip = page.get_by_test_id("stPlotlyChart").first.locator(".heatmaplayer image").first
    expect(strip).to_be_visible()
    be_still(page)
    box = strip.bounding_box()
    assert box is not None
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    opened_by_a_click(page, *middle, "Monday, 3")
    close(page)
    open_view(page, "Nights")
    calendar = page.get_by_test_id("stPlotlyChart").first.locator(".js-plotly-plot")
    expect(calendar.locator(".heatmaplayer image").first).to_be_visible()
    be_still(page)
    at = calendar.evaluate(
        """chart => {
            const {xaxis, yaxis} = chart._fullLayout;
            const nights = chart.data.find(({name}) => name === "nights").customdata;
            const row = nights.findIndex(line => line.includes("2025-03-02"));
            const {x, y} = chart.getBoundingClientRect();
            return [x + xaxis._offset + xaxis.c2p(nights[row].indexOf("2025-03-02")),
                    y + yaxis._offset + yaxis.c2p(row)];
        }"""
    )
    card = opened_by_a_click(page, *at, "Sunday, 2")
    card.get_by_role("button", name="Before").click()
    expect(card.get_by_text("Night of Saturday, 1 March 2025")).to_be_visible()
    expect(card.get_by_text("no cramp", exact=True)).to_be_visible()
    expect(card.get_by_role("button", name="Before")).to_be_disabled()
    expect(card.get_by_role("button", name="After")).to_be_focused()  # not nowhere, where no key is heard
    settle(page)  # a card that is closed while it is drawn is drawn
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    settle(page)
    hours = page.locator(".js-plotly-plot").filter(has_text="Clock time of 3 cramps")
    expect(hours.locator(".barlayer")).to_be_visible()
    be_still(page)
    hours.scroll_into_view_if_needed()
    at = hours.evaluate(
        """chart => {
            const {xaxis, yaxis} = chart._fullLayout;
            const bars = chart.data.find(({name}) => name === "cramps");
            const bar = bars.hovertext.findIndex((text) => text.startsWith("02:00"));
            const {x, y} = chart.getBoundingClientRect();
            return [x + xaxis._offset + xaxis.c2p(bars.x[bar]), y + yaxis._offset + yaxis.c2p(0.5)];
        }"""
    )
    card = opened_by_a_click(page, *at, "Tuesday, 4", "the last in the night of 4 Mar 2025")
    card.get_by_role("button", name="Add a remark").click()
    expect(page.get_by_label("Remark, in the patient’s words")).to_be_visible()
