"""A network that is lost under an open page, and a program that is started again. Oracle: what the visitor
reads."""

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from analysis import words
from tests.browser.screen import settle, upload
from tests.browser.wire import Wire
from tests.conftest import new_window, start_server, stop_server
from tests.journal_files import one_night
from tests.visitor import Visitor, shows_no_journal


def told(page: Page, times: int) -> None:
    expect(page.get_by_text(words.say_lost_journal())).to_have_count(times)


def test_a_connection_or_a_journal_that_is_lost(browser: Browser, tmp_path: Path) -> None:
    """Lost for a moment: the journal is there and its parts can be opened. For longer than the page may come
    back in (here 6 s, by the program's own setting 20), or with the program: it is said to be gone where it
    was open, and another can be opened; who opens the page then finds it as it always begins."""
    for name in ("before", "after"):
        (tmp_path / name).mkdir()
    server = start_server(tmp_path / "before", STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL="6")
    try:
        with Wire(server.port) as wire, new_window(browser) as page:
            page.goto(f"http://127.0.0.1:{wire.port}")
            told(page, 0)
            upload(page, one_night())
            wire.cut()
            page.wait_for_timeout(1_000)
            wire.mend()
            page.get_by_role("tab", name="Nights").click()
            expect(page.get_by_role("tabpanel", name="Nights")).to_be_visible()
            told(page, 0)
            settle(page)  # a run that the cut stopped would be done again by itself, and no tab be there
            wire.cut()
            page.wait_for_timeout(8_000)
            wire.mend()
            page.get_by_role("tab", name="Summary").click()
            told(page, 1)
            settle(page)
            upload(page, one_night())
            told(page, 0)
            server.process.kill()
            server.process.wait()
            connection = "data-test-connection-state"  # a click in the very moment of the loss is not told of
            app = page.get_by_test_id("stApp")
            expect(app).not_to_have_attribute(connection, "CONNECTED")
            server = start_server(tmp_path / "after", port=server.port)
            expect(app).to_have_attribute(connection, "CONNECTED")
            page.get_by_role("tab", name="Nights").click()
            told(page, 1)
            with Visitor(server.url) as another:
                another.rerun()
                assert shows_no_journal(another)
            settle(page)
            upload(page, one_night())
            page.get_by_text("Close this journal").click()
            expect(page.get_by_role("button", name="Try the sample journal")).to_be_visible()
            settle(page)
            told(page, 0)
    finally:
        stop_server(server)
