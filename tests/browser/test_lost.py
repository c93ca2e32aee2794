"""A program that is started again under an open page, and a network that is lost. Oracle: what the visitor
reads."""

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from analysis import words
from tests.browser.screen import open_sample, settle, upload
from tests.browser.wire import Wire
from tests.conftest import Server, free_port, start_server, stop_server
from tests.journal_files import one_night
from tests.visitor import Visitor, shows_no_journal


def told(page: Page, times: int) -> None:
    expect(page.get_by_text(words.say_lost_journal())).to_have_count(times, timeout=20_000)


def test_a_journal_that_the_program_lost_is_said_to_be_gone(browser: Browser, tmp_path: Path) -> None:
    """Said where it was open; who opens the page then finds it as it always begins."""
    port = free_port()
    for name in ("before", "after"):
        (tmp_path / name).mkdir()
    server: Server = start_server(tmp_path / "before", port=port)
    page = browser.new_page()
    try:
        page.goto(server.url)
        told(page, 0)
        upload(page, one_night())
        server.process.kill()
        server.process.wait()
        server = start_server(tmp_path / "after", port=port)
        page.get_by_role("tab", name="Nights").click(timeout=60_000)
        told(page, 1)
        with Visitor(server.url) as another:
            another.rerun()
            assert shows_no_journal(another)
        open_sample(page)
        page.get_by_text("Close this journal").click()
        expect(page.get_by_role("button", name="Try the sample journal")).to_be_visible(timeout=20_000)
        settle(page)
        told(page, 0)
    finally:
        page.close()
        stop_server(server)


def test_a_connection_that_is_lost(browser: Browser, tmp_path: Path) -> None:
    """For a moment: the journal is there and its parts can be opened. For longer than it may come back in
    (here 6 s, by the program's own setting 20): it is said to be gone, and another can be opened."""
    server = start_server(tmp_path, STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL="6")
    page = browser.new_page()
    try:
        with Wire(server.port) as wire:
            page.goto(f"http://127.0.0.1:{wire.port}")
            upload(page, one_night())
            wire.cut()
            page.wait_for_timeout(1_000)
            wire.mend()
            page.get_by_role("tab", name="Nights").click(timeout=60_000)
            expect(page.get_by_role("tabpanel", name="Nights")).to_be_visible(timeout=20_000)
            told(page, 0)
            settle(page)  # a run that the cut stopped would be done again by itself, and no tab be there
            wire.cut()
            page.wait_for_timeout(12_000)
            wire.mend()
            page.get_by_role("tab", name="Summary").click(timeout=60_000)
            told(page, 1)
            open_sample(page)
            told(page, 0)
    finally:
        page.close()
        stop_server(server)
