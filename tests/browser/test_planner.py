"""Planning the next test in a real browser: by keyboard and pointer, wide and narrow, and free of barriers.

Oracles: what was typed and chosen; axe-core's own rules; the list of words that no sentence may have.
"""

from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.screen import said, settle, upload
from tests.browser.test_access import faults
from tests.conftest import Server
from tests.words.test_vocabulary import FORBIDDEN

FIRST = date.today() - timedelta(days=120)
WORKED_OUT = "Found by playing"


def diary() -> tuple[str, bytes]:
    """One cramp in two nights, to the night before last."""
    rows = [f"{FIRST + timedelta(days=night)},{(0, 1, 0, 2, 0, 0)[night % 6]}" for night in range(120)]
    return "diary.csv", "\n".join(["night,cramps", *rows]).encode()


def open_planner(page: Page) -> None:
    settle(page)
    upload(page, [diary()])
    page.get_by_text("Plan the next test").first.click()
    expect(page.get_by_label("What the two of you try")).to_be_visible()
    expect(page.get_by_text(WORKED_OUT)).to_be_visible(timeout=60_000)


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_a_plan_is_made_and_taken_back_without_a_barrier(
    width: int, scheme: str, browser: Browser, server: Server
) -> None:
    """From the closed box to the plan agreed on, its calendar and the way back; nothing sticks out."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
        accept_downloads=True,
    )
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.goto(server.url)
    open_planner(page)
    agree = page.get_by_role("button", name="Agree on this plan")
    expect(agree).to_be_disabled()
    page.get_by_label("What the two of you try").fill("calf stretches")
    page.keyboard.press("Enter")
    expect(agree).to_be_enabled()
    settle(page)
    form = page.get_by_role("radiogroup", name="Which form").get_by_role("radio").first
    form.focus(timeout=90_000)
    page.keyboard.press("ArrowRight")
    settle(page)
    found = {"planner": faults(page)}
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    planned = said(page)
    expect(agree).to_be_enabled()
    agree.click()
    expect(page.get_by_text("Calf stretches on and off by turns")).to_be_visible()
    settle(page)
    found["agreed"] = faults(page)
    with page.expect_download() as calendar:
        page.get_by_role("button", name="Calendar (.ics)").click()
    assert calendar.value.suggested_filename == "cramp diary plan.ics"
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_text("Plan the next test").first).to_be_visible()
    context.close()
    assert {place: lines for place, lines in found.items() if lines} == {}
    next_part = planned[planned.index("Plan the next test") :]
    assert not FORBIDDEN.search(next_part), FORBIDDEN.search(next_part)
