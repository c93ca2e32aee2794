"""What stays of a visit that has ended. Oracle: the memory of the server and of its workers, from outside."""

import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.screen import open_view, upload
from tests.conftest import Server, start_server, stop_server
from tests.memory import MARKS, marked_journal, times_in_memory

A_FIFTIETH = MARKS // 50  # of the marks may remain in memory that is free and not yet written over
KEPT = ("Journal", "Download the journal as read"), ("Keep", "The page (PDF)")


def visit_with(browser: Browser, server: Server, word: str, megabytes: float) -> tuple[Page, list[str]]:
    """A visit that looked at everything and took files along, and the addresses of these."""
    page = browser.new_context(accept_downloads=True).new_page()
    page.set_default_timeout(90_000)
    page.goto(server.url)
    upload(page, [("diary.csv", marked_journal(word, megabytes))])
    taken = []
    for view, button in KEPT:
        open_view(page, view)
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
        assert download.value.path().stat().st_size > 1000
        taken.append(download.value.url)
    return page, taken


def status_of(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as refusal:
        return refusal.code


@pytest.mark.parametrize("megabytes", [0.5, pytest.param(15, marks=pytest.mark.slow)])
def test_memory_and_downloads_end_with_the_visit(tmp_path: Path, browser: Browser, megabytes: float) -> None:
    """15,000 marks in each of three journals, counted in the memory of the server and its workers, with
    downloads and pictures: all while it is open, at most a fiftieth 5 s after Close and a minute after the
    page was closed, for the first, a middle and the last visitor. Their files are at no address any more."""
    server = start_server(tmp_path)
    try:
        process = server.process.pid
        first, firsts = visit_with(browser, server, "Firstzanzi", megabytes)
        middle, middles = visit_with(browser, server, "Middlezanzi", megabytes)
        last, lasts = visit_with(browser, server, "Lastzanzi", megabytes)
        assert status_of(lasts[-1]) == 200
        for word in ("Firstzanzi", "Middlezanzi", "Lastzanzi"):
            assert times_in_memory(process, word) >= MARKS
        middle.get_by_role("button", name="Close this journal").click()
        time.sleep(5)
        assert {status_of(address) for address in middles} == {404}
        assert times_in_memory(process, "Middlezanzi") <= A_FIFTIETH
        first.context.close()
        last.context.close()
        time.sleep(60)
        assert {status_of(address) for address in firsts + lasts} == {404}
        for word in ("Firstzanzi", "Lastzanzi"):
            assert times_in_memory(process, word) <= A_FIFTIETH
        middle.context.close()
    finally:
        stop_server(server)
