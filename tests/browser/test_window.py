"""The window around the page: back and forward, focus, sizes and contrast. Oracle: what the browser
itself measures, and WCAG 2.2's formula of contrast."""

from playwright.sync_api import Page, expect

from analysis.words import FIGURES
from tests.browser.screen import be_still, open_view, settle, upload
from tests.conftest import Server
from tests.journal_files import one_night

TINY_LETTERS = """() => [...document.querySelectorAll('.main-svg text')]
    .filter((each) => each.textContent.trim() && parseFloat(getComputedStyle(each).fontSize) < 13)
    .map((each) => each.textContent)"""
SMALL_TARGETS = """() =>
    [...document.querySelectorAll('.modebar-btn, [aria-label^="Scroll tabs"], [role=tab]')]
    .map((each) => [each.getBoundingClientRect(), each])
    .filter(([box]) => box.width && (box.width < 24 || box.height < 24))
    .map(([box, each]) => `${each.textContent} ${box.width} by ${box.height}`)"""


def brightness(colour: str) -> float:
    """Relative luminance of ``rgb(23, 19, 43)``, after WCAG 2.2."""
    parts = [int(part) / 255 for part in colour.removeprefix("rgb(").rstrip(")").split(",")]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_back_and_forward_keep_the_journal(page: Page, server: Server) -> None:
    """Summary, Activity, Journal; then back twice and forward once. The focus goes to what was opened, and
    the address keeps the view and nothing else."""
    upload(page, one_night())
    expect(page.get_by_role("heading", name="How is it going?", level=1)).to_be_focused()
    open_view(page, "Activity")
    assert page.url == f"{server.url}/?view=Activity"
    open_view(page, "Journal")
    for go, view in ((page.go_back, "Activity"), (page.go_back, "Summary"), (page.go_forward, "Activity")):
        go()
        expect(page.get_by_role("tab", name=view, exact=True)).to_have_attribute("aria-selected", "true")
        settle(page)
        assert page.url.rstrip("/?") == server.url + ("/?view=Activity" if view == "Activity" else "")
    expect(page.get_by_role("heading", name="Activity and cramps", level=1)).to_be_visible()
    open_view(page, "Summary")
    assert page.url.rstrip("/?") == server.url


def test_the_page_follows_the_width_of_its_window(page: Page) -> None:
    """A phone upright, turned, upright again, and there with the next journal: a wide page's figures bear
    Streamlit's labels, a phone's stand beside words."""
    labels = page.get_by_test_id("stMain").get_by_test_id("stMetricLabel").filter(visible=True)
    for width in (390, 844, 390):
        page.set_viewport_size({"width": width, "height": 844})
        if page.get_by_role("tab", name="Summary").count() == 0:
            upload(page, one_night())
        expect(labels).to_have_count(0 if width == 390 else len(FIGURES))
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("button", name="Close this journal").click()
    expect(page.get_by_role("tab", name="Summary")).to_have_count(0)
    settle(page)
    upload(page, one_night())
    expect(page.get_by_test_id("stMain").get_by_test_id("stMetric")).to_have_count(len(FIGURES))
    expect(labels).to_have_count(0)


def test_letters_targets_and_the_last_tab(sample_page: Page) -> None:
    """As wide as a phone and as a tablet: nothing is too small, and the last part can be clicked."""
    for width in (820, 390):
        sample_page.set_viewport_size({"width": width, "height": 1000})
        sample_page.wait_for_timeout(200)
        settle(sample_page)
        expect(sample_page.get_by_test_id("stPlotlyChart").first).to_be_visible()
        assert sample_page.evaluate(TINY_LETTERS) == []
        assert sample_page.evaluate(SMALL_TARGETS) == []
        sample_page.get_by_role("tab", name="Keep", exact=True).click(trial=True)
    open_view(sample_page, "Keep")


def test_the_button_of_the_dark_theme_can_be_read(page: Page) -> None:
    """At least 4.5 to 1."""
    page.emulate_media(color_scheme="dark")
    upload(page, one_night())
    page.get_by_role("button", name="Add by hand").first.click()
    button = page.get_by_role("dialog").get_by_role("button", name="Add", exact=True)
    colour_of = "each => getComputedStyle(each).{}"
    ground_of_page = page.get_by_test_id("stApp").evaluate(colour_of.format("backgroundColor"))
    letters = button.locator("p").evaluate(colour_of.format("color"))
    ground = button.evaluate(colour_of.format("backgroundColor"))
    page.keyboard.press("Escape")
    assert brightness(ground_of_page) < 0.05
    brighter, darker = sorted((brightness(letters), brightness(ground)), reverse=True)
    assert (brighter + 0.05) / (darker + 0.05) >= 4.5


def test_a_tap_on_a_night_opens_it_on_a_phone(sample_on_phone: Page) -> None:
    """Once: Plotly tells a tap twice, and a card that is opened again stays when it is closed. It has the
    focus."""
    main = sample_on_phone.get_by_test_id("stMain")
    main.evaluate(
        """main => {
            const opened = main.tapped;
            main.taps = [];
            main.tapped = (night) => { main.taps.push(night); opened(night); };
        }"""
    )
    strip = sample_on_phone.locator(".heatmaplayer image").first
    strip.scroll_into_view_if_needed()
    be_still(sample_on_phone)
    box = strip.bounding_box()
    assert box is not None
    sample_on_phone.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(sample_on_phone.get_by_role("dialog").get_by_text("Stands in")).to_be_visible()
    assert len(main.evaluate("main => main.taps")) == 1
    expect(sample_on_phone.locator("[role=dialog]:focus-within")).to_be_visible()
    settle(sample_on_phone)
    sample_on_phone.keyboard.press("Escape")
    expect(sample_on_phone.get_by_role("dialog")).to_have_count(0)


def test_the_first_screenful_answers_and_shows_the_medicines(sample_page: Page) -> None:
    """Of the sample on a laptop: figures, better or worse in one line, the bars and the first lanes of
    medicines stand above the fold. Oracle: the boxes that the browser laid out."""
    page = sample_page
    chart = page.get_by_test_id("stPlotlyChart").first
    for part in (
        page.get_by_text("6.7", exact=True),
        page.get_by_text("no clear difference; 6.7 a week, 6.2 before"),
        chart.get_by_text("Night by night"),
        chart.get_by_text("Atorvastatin", exact=True).last,
        chart.get_by_text("Omeprazole", exact=True).last,
    ):
        box = part.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] < 900
        assert box["height"] < 50  # of the sentence: one line
