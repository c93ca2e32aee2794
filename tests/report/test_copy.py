"""The interactive copy, in a browser and as text."""

from datetime import date

import pytest

from analysis.report import Keep, write_copy
from analysis.report.copy_parts import parts_of
from tests.report.pages import HOSTILE, review_of_the_year, review_of_two_months, reviewed, sheets_of
from tests.report.test_forms import the_copy

MADE = date(2025, 9, 2)


def test_markup_stays_text_in_the_copy():
    """Oracle: no tag of the hostile text is a tag of the file."""
    html = write_copy(reviewed("markup"), Keep(made_on=MADE, name=HOSTILE)).decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_the_copy_of_a_year_can_be_sent():
    """Oracle: its size, and the policy that lets it ask for nothing."""
    assert len(the_copy()) <= 2_500_000
    assert b"default-src 'none'" in the_copy()


@pytest.mark.parametrize(
    "of", [review_of_two_months, pytest.param(review_of_the_year, marks=pytest.mark.slow)]
)
def test_the_copy_draws_without_a_request(tmp_path, browser, of):
    """Oracle: Chromium, from disk: every request, every complaint, every chart of the copy's parts."""
    path = tmp_path / "copy.html"
    path.write_bytes(write_copy(of(), Keep(made_on=MADE)))
    context = browser.new_context()
    page = context.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(path.as_uri())
    page.wait_for_selector("body[data-drawn]", timeout=60_000)
    charts = page.locator(".chart").count()
    drawn = page.locator(".chart .main-svg").count()
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.tagName")
    page.keyboard.press("Enter")
    opened = page.locator("details[open]").count()
    printed = page.pdf()
    context.close()
    assert asked == [path.as_uri()]
    # Plotly brings a style sheet for maps, of which the copy has none; the policy keeps it out.
    assert len(said) <= 1
    assert all("Applying inline style" in each for each in said)
    assert drawn >= charts == len(parts_of(of(), Keep())) >= 8
    assert (focused, opened) == ("SUMMARY", 1)
    assert sheets_of(printed) >= 3
