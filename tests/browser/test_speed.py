"""How long two people wait. Oracle: the clock, and the same clock for a bare page of four charts."""

import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, WebSocket, expect

from tests.browser.screen import open_sample, settle, upload
from tests.conftest import ROOT, Server, start_server, stop_server
from tests.journal_files import one_night

REPEATS = 12


@contextmanager
def visit(browser: Browser, server: Server) -> Iterator[tuple[Page, list[float]]]:
    """An open page, and the times at which its connection carried a message."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    times: list[float] = []

    def note(_: object) -> None:
        times.append(time.perf_counter())

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", note)
        socket.on("framereceived", note)

    page.on("websocket", listen)
    page.goto(server.url)
    yield page, times
    context.close()


def reruns(page: Page, times: list[float]) -> list[float]:
    """Seconds from the click on a switch to the last message of its rerun, once for each of many clicks."""
    seconds = []
    for turn in range(REPEATS):
        times.clear()
        page.get_by_role("radio", name="clinical" if turn % 2 == 0 else "everyday").click()
        page.wait_for_timeout(700)
        seconds.append(times[-1] - times[0])
    return seconds[2:]


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Server]:
    """The bare page with Streamlit's own way of collecting garbage."""
    script = str(ROOT / "tests" / "browser" / "bare_page.py")
    running = start_server(
        tmp_path, sys.executable, "-m", "streamlit", "run", script, "--runner.postScriptGC", "true"
    )
    yield running
    stop_server(running)


@pytest.mark.slow
@pytest.mark.clock
def test_rerun_after_a_switch(browser: Browser, server: Server, bare: Server) -> None:
    """The whole dashboard of a year: under half a second, and at most half of the bare page's time."""
    with visit(browser, bare) as (page, times):
        expect(page.get_by_role("heading", name="Bare page")).to_be_visible()
        settle(page)
        of_bare = statistics.median(reruns(page, times))
    with visit(browser, server) as (page, times):
        open_sample(page)
        of_dashboard = statistics.median(reruns(page, times))
    print(f"rerun: dashboard {1000 * of_dashboard:.0f} ms, bare page {1000 * of_bare:.0f} ms")
    assert of_dashboard < 0.5
    assert of_dashboard <= of_bare / 2


@pytest.mark.slow
@pytest.mark.clock
def test_first_screen(browser: Browser, server: Server) -> None:
    """From the click on the sample to its figures: under 3 s."""
    with visit(browser, server) as (page, _):
        button = page.get_by_role("button", name="Try the sample journal")
        expect(button).to_be_visible()
        settle(page)
        start = time.perf_counter()
        button.click()
        expect(page.get_by_test_id("stMetricValue").first).to_be_visible()
        seconds = time.perf_counter() - start
    print(f"first screen: {seconds:.2f} s")
    assert seconds < 3


def test_what_draws_charts_is_fetched_before_a_journal_is_opened(browser: Browser, server: Server) -> None:
    """Oracle: the requests of the browser: the script is there on the first page, and not asked for again."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with page.expect_response(lambda found: "/PlotlyChart." in found.url, timeout=60_000):
        page.goto(server.url)
    upload(page, one_night())
    expect(page.locator(".main-svg").first).to_be_visible(timeout=60_000)
    assert sum("/PlotlyChart." in url for url in asked) == 1
    context.close()
