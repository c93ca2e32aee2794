"""Visits that only look: the sample is opened once for them, in a wide window and on a phone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.screen import open_sample, open_view, settle
from tests.conftest import PHONE, WIDE, Server, first_visit


def at_the_summary(page: Page, server: Server) -> None:
    """The sample journal at its first part, opened anew where it is not open."""
    summary = page.get_by_role("tab", name="Summary", exact=True)
    if summary.count() == 0:
        first_visit(page, server)
        open_sample(page)
    elif summary.get_attribute("aria-selected") != "true":
        open_view(page, "Summary")
    expect(page.get_by_test_id("stPlotlyChart").first).to_be_visible()


@pytest.fixture(scope="session")
def _second_window(window: Page) -> Iterator[Page]:
    opened = window.context.new_page()
    yield opened
    opened.close()


@pytest.fixture
def sample_page(_second_window: Page, server: Server) -> Page:
    """The sample at its Summary, wide and light, for tests that change no setting and give no answer."""
    _second_window.set_viewport_size(WIDE)
    _second_window.emulate_media(media="null", color_scheme="light")
    _second_window.mouse.move(0, 0)
    _second_window.bring_to_front()
    at_the_summary(_second_window, server)
    _second_window.evaluate("document.querySelector('[data-testid=stMain]').scrollTo(0, 0)")
    settle(_second_window)
    return _second_window


@pytest.fixture
def sample_on_phone(phone: Page, server: Server) -> Page:
    """The sample at its Summary on a phone, for tests that change no setting and give no answer."""
    card = phone.get_by_role("dialog")
    if card.count():  # that the test before has opened
        settle(phone)
        phone.keyboard.press("Escape")
        expect(card).to_have_count(0)
    phone.set_viewport_size(PHONE)
    at_the_summary(phone, server)
    return phone
