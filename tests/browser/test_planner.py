"""Planning the next test in a real browser: by keyboard and pointer, wide and narrow, and free of barriers.

Oracles: what was typed and chosen; axe-core's own rules; the list of words that no sentence may have.
"""

from datetime import date, timedelta
from typing import Literal

from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.access import COLOURS, RULES, Rules, faults
from tests.browser.screen import said, settle, upload
from tests.conftest import PHONE, WIDE
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


def look(page: Page, viewport: ViewportSize, scheme: Literal["light", "dark"]) -> None:
    """The window from now on; what is drawn takes its colours at the next answer that is given."""
    page.set_viewport_size(viewport)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")


def barriers(page: Page, rules: Rules) -> list[str]:
    settle(page)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    return faults(page, rules)


def test_a_plan_is_made_and_taken_back_without_a_barrier(page: Page) -> None:
    """From the closed box to the plan agreed on, its calendar and the way back; nothing sticks out, wide and
    light or narrow and dark. By all rules each is looked at once, by those of colours both ways."""
    page.emulate_media(reduced_motion="reduce")
    open_planner(page)
    agree = page.get_by_role("button", name="Agree on this plan")
    expect(agree).to_be_disabled()
    page.get_by_label("What the two of you try").fill("calf stretches")
    page.keyboard.press("Enter")
    expect(agree).to_be_enabled()
    settle(page)
    forms = page.get_by_role("radiogroup", name="Which form").get_by_role("radio")
    forms.nth(1).focus(timeout=90_000)
    page.keyboard.press("ArrowRight")
    found = {"planner": barriers(page, RULES)}
    planned = said(page)
    look(page, PHONE, "dark")
    forms.nth(2).focus(timeout=90_000)
    page.keyboard.press("ArrowLeft")
    expect(agree).to_be_enabled()
    page.wait_for_timeout(400)  # its colours come by and by
    found["planner, narrow and dark"] = barriers(page, COLOURS)
    agree.click()
    expect(page.get_by_text("Calf stretches on and off by turns")).to_be_visible()
    found["agreed, narrow and dark"] = barriers(page, RULES)
    look(page, WIDE, "light")
    page.get_by_text("Say in the calendar what is tried").click()
    found["agreed"] = barriers(page, COLOURS)
    with page.expect_download() as calendar:
        page.get_by_role("button", name="Calendar (.ics)").click()
    assert calendar.value.suggested_filename == "cramp diary plan.ics"
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_text("Plan the next test").first).to_be_visible()
    assert {place: lines for place, lines in found.items() if lines} == {}
    next_part = planned[planned.index("Plan the next test") :]
    assert not FORBIDDEN.search(next_part), FORBIDDEN.search(next_part)
