"""A program that is started again under an open page. Oracle: what the visitor reads."""

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from analysis import words
from tests.browser.screen import open_sample, settle, upload
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
